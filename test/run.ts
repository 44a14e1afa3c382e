import { appendFileSync } from 'node:fs';
import { browserEnvironment } from './support/browsers.ts';
import { ensurePrograms } from './support/programs.ts';
import { runSuite, type SuiteResult } from './support/run-suite.ts';
import { suitesByRun } from './support/suites.ts';

const runName = process.argv[2] ?? 'default';
const only = process.argv[3];
const suites = suitesByRun[runName]?.filter((suite) => !only || suite.name === only);
if (!suites || suites.length === 0) {
  const names = Object.entries(suitesByRun).map(([run, list]) => `${run} (${list.map(({ name }) => name).join(', ')})`);
  console.error(`There is no such run of tests: "${runName}${only ? ` ${only}` : ''}". There are: ${names.join('; ')}`);
  process.exit(2);
}

const results: SuiteResult[] = [];
for (const suite of suites) {
  console.log(`\n── ${suite.name}`);
  await ensurePrograms(suite.programs ?? {});
  const env = suite.browser ? await browserEnvironment(suite.browser) : {};
  results.push(await runSuite(suite, env));
}

const total = { passed: 0, failed: 0, skipped: 0, seconds: 0 };
console.log('\n  seconds   passed   failed  skipped  suite');
for (const result of results) {
  console.log(row(result, result.name));
  for (const key of ['passed', 'failed', 'skipped', 'seconds'] as const) total[key] += result[key];
}
console.log(row(total, 'all'));
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

// `.ci/run` adds up several runs; each leaves its lines there.
const tally = process.env.SUITE_TALLY_FILE;
if (tally) for (const result of results) appendFileSync(tally, `${JSON.stringify(result)}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;

function row(counts: Omit<SuiteResult, 'name' | 'exitCode'>, name: string): string {
  const cells = [counts.seconds.toFixed(1), counts.passed, counts.failed, counts.skipped];
  return `${cells.map((cell) => String(cell).padStart(9)).join('')}  ${name}`;
}
