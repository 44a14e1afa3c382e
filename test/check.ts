import { runToEnd } from './support/process.ts';
import { runSuite } from './support/run-suite.ts';
import { countsFileVariable, type SuiteCounts, writeCounts } from './support/suite-counts.ts';
import { unit } from './support/suites.ts';

/** The command to run before every commit: types, lint, unused code, then the unit and architecture tests. */
const steps: readonly (readonly [string, ...string[]])[] = [
  ['tsc', '-b'],
  ['biome', 'check', '.', '--error-on-warnings'],
  ['knip', '--no-config-hints'],
];

const counts = { passed: 0, failed: 0, skipped: 0 };
const rows: [string, number][] = [];

for (const [command, ...args] of steps) {
  const { exitCode, seconds } = await runToEnd(command, args);
  rows.push([[command, ...args].join(' '), seconds]);
  if (exitCode === 0) counts.passed += 1;
  else counts.failed += 1;
}

const unitResult = await runSuite(unit);
rows.push(['unit', unitResult.seconds]);
add(unitResult);

for (const [step, seconds] of rows) console.log(`${seconds.toFixed(1).padStart(7)} s  ${step}`);
console.log(`check: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
if (process.env[countsFileVariable]) writeCounts(counts);
process.exitCode = counts.failed === 0 ? 0 : 1;

function add(result: SuiteCounts): void {
  counts.passed += result.passed;
  counts.failed += result.failed;
  counts.skipped += result.skipped;
}
