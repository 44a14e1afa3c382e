import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const mark = '?late=';

/**
 * A Vite plugin for the files that `import()` loads: each gets its own copy of the modules that it shares with the first file, so
 * that it imports nothing. Hosts copy, rename and version these files; one that imported the first file by name would load that file
 * a second time. Only modules without state may be shared in this way, so never Lit. Also removes the files of earlier builds, whose
 * names end in another hash.
 *
 * @param isChunk whether a file name is that of such a file
 */
export function lateChunks(isChunk: (fileName: string) => boolean): Plugin {
  return {
    name: 'late-chunks',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const [from, entry] = importer?.split(mark) ?? [];
      if (entry === undefined || from === undefined) return undefined;
      const resolved = await this.resolve(source, from, { ...options, skipSelf: true });
      return resolved && `${resolved.id}${mark}${entry}`;
    },
    async resolveDynamicImport(source, importer) {
      if (typeof source !== 'string') return undefined;
      const resolved = await this.resolve(source, importer, { skipSelf: true });
      return resolved && `${resolved.id}${mark}${/([^/]+)\.ts$/.exec(resolved.id)?.[1]}`;
    },
    async writeBundle({ dir = '.' }, bundle) {
      const old = (await readdir(dir)).filter((fileName) => isChunk(fileName) && !(fileName in bundle));
      await Promise.all(old.map((fileName) => rm(join(dir, fileName))));
    },
  };
}
