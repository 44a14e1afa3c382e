import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** A file of the bundle for pages without a build step. */
export interface BundledFile {
  readonly fileName: string;
  readonly code: string;
  /** The files that it needs at once. */
  readonly imports: readonly string[];
}

let built: Promise<BundledFile[]> | undefined;

/** The files of the bundle, as `npm run build -w widget` writes them. Built once for all tests of a process. */
export function bundle(): Promise<BundledFile[]> {
  built ??= buildBundle();
  return built;
}

async function buildBundle(): Promise<BundledFile[]> {
  const result = await build({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    mode: 'widget',
    logLevel: 'silent',
    build: { write: false },
  });
  const outputs = Array.isArray(result) ? result : [result];
  return outputs
    .flatMap((part) => ('output' in part ? part.output : []))
    .flatMap((file) => ('code' in file ? [{ fileName: file.fileName, code: file.code, imports: file.imports }] : []));
}
