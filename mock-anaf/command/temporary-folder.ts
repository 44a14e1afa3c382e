import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The system's temporary folder cannot be written. The message names it and what to do. */
export class TemporaryFolderError extends Error {}

/**
 * A new folder of this process's own, filled by `fill`; what that throws leaves nothing behind.
 * @throws TemporaryFolderError if the folder cannot be made
 */
export function fillTemporaryFolder<Filled>(fill: (folder: string) => Filled): Filled & { remove(): void } {
  const folder = newFolder();
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    return { ...fill(folder), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function newFolder(): string {
  try {
    return mkdtempSync(join(tmpdir(), 'mock-anaf-'));
  } catch (error) {
    const message = `nothing can be written to the temporary folder "${tmpdir()}": name another one in TMPDIR (on Windows TEMP)`;
    throw new TemporaryFolderError(message, { cause: error });
  }
}
