import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The temporary folder of the system is not writable. The message names the folder and the variable that changes it. */
export class TemporaryFolderError extends Error {
  override readonly name = 'TemporaryFolderError';
}

/**
 * Creates a temporary folder and fills it. If `fill` throws, the folder is removed.
 * @returns the result of `fill`, and `remove` for the folder
 * @throws TemporaryFolderError if the folder cannot be created
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
    const message = `cannot write to the temporary folder "${tmpdir()}": set TMPDIR to another one (on Windows TEMP)`;
    throw new TemporaryFolderError(message, { cause: error });
  }
}
