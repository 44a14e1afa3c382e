import { readFileSync, writeFileSync } from 'node:fs';

/** How many tests of a suite passed, failed and were skipped. */
export interface SuiteCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The environment variable that names the file into which a suite's reporter writes its counts. */
export const countsFileVariable = 'SUITE_COUNTS_FILE';

/** Writes the counts if the process was started by `runSuite`. */
export function writeCounts(counts: SuiteCounts): void {
  const file = process.env[countsFileVariable];
  if (file) writeFileSync(file, JSON.stringify(counts));
}

/** `undefined` when the suite ended before its reporter could write. */
export function readCounts(file: string): SuiteCounts | undefined {
  try {
    // The only writer is `writeCounts`, run a moment ago by the same checkout.
    return JSON.parse(readFileSync(file, 'utf8')) as SuiteCounts;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new Error(`cannot read the test counts in ${file}`, { cause: error });
  }
}
