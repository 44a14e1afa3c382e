import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** On Windows, error codes of replacing a file that another program has open, such as a virus scanner or an indexer. */
const transientErrors: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const waitsInMilliseconds = [10, 20, 40, 80, 160, 320, 640];

/**
 * Replaces the file `to` by the file `from`. On Windows, retries for up to 1.3 s while another program has `to` open.
 *
 * @param change renames; default: `rename` of `node:fs/promises`
 * @param platform default: `process.platform`
 * @throws the last error of `change`
 */
export async function replaceFile(
  from: string,
  to: string,
  change: (from: string, to: string) => Promise<void> = rename,
  platform: NodeJS.Platform = process.platform,
): Promise<void> {
  for (const wait of platform === 'win32' ? waitsInMilliseconds : []) {
    try {
      return await change(from, to);
    } catch (error) {
      if (!transientErrors.has((error as NodeJS.ErrnoException).code)) throw error;
      await pause(wait);
    }
  }
  await change(from, to);
}
