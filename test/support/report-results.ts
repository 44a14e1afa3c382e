import { appendFileSync } from 'node:fs';
import type { SuiteResult } from './run-suite.ts';

/**
 * Prints a table of suites with their sum, and sets the exit code of this process. `.ci/run` adds up the results of several
 * runs from the file that `SUITE_TALLY_FILE` names.
 */
export function reportResults(results: readonly SuiteResult[]): void {
  const total = { passed: 0, failed: 0, skipped: 0, seconds: 0 };
  console.log('\n  seconds   passed   failed  skipped  suite');
  for (const result of results) {
    console.log(row(result, result.name));
    for (const key of ['passed', 'failed', 'skipped', 'seconds'] as const) total[key] += result[key];
  }
  console.log(row(total, 'all'));
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

  const tally = process.env.SUITE_TALLY_FILE;
  if (tally) for (const result of results) appendFileSync(tally, `${JSON.stringify(result)}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

function row(counts: Omit<SuiteResult, 'name' | 'exitCode'>, name: string): string {
  const cells = [counts.seconds.toFixed(1), counts.passed, counts.failed, counts.skipped];
  return `${cells.map((cell) => String(cell).padStart(9)).join('')}  ${name}`;
}
