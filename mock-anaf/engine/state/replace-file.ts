import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** With these Windows refuses to replace a file that somebody has open for a moment: a virus scanner, an indexer, a reader. */
const passingRefusals: ReadonlySet<string | undefined> = new Set(['EPERM', 'EACCES', 'EBUSY']);
const waitsInMilliseconds = [10, 20, 40, 80, 160, 320, 640];

/**
 * Gives a file the name of another and so replaces it. On Windows it tries for up to 1.3 s to get past whoever has that one
 * open.
 *
 * @param change what gives the name; `rename` unless told
 * @param platform `process.platform` unless told
 * @throws what `change` throws at last
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
      if (!passingRefusals.has((error as NodeJS.ErrnoException).code)) throw error;
      await pause(wait);
    }
  }
  await change(from, to);
}
