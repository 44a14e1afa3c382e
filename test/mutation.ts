import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { runToEnd } from './support/process.ts';
import { reportResults } from './support/report-results.ts';
import type { SuiteResult } from './support/run-suite.ts';

/** Runs Stryker on every part that has a configuration in `test/mutation/`, or on the one that is named. */
const only = process.argv[2];
const configurations = globSync(`test/mutation/${only ?? '*'}.config.ts`).sort();
if (configurations.length === 0) throw new Error(`There is no test/mutation/${only}.config.ts`);

const results: SuiteResult[] = [];
const scores: string[] = [];
for (const configuration of configurations) {
  const name = basename(configuration, '.config.ts');
  console.log(`\n── mutations of ${name}`);
  const { exitCode, seconds } = await runToEnd('stryker', ['run', configuration]);
  const { killed, survived } = countMutants(`.cache/mutation/${name}.json`);
  const score = (100 * killed) / (killed + survived);
  scores.push(`${score.toFixed(1).padStart(6)} %  of ${killed + survived} mutations of ${name} noticed`);
  // The score is the result: a survivor above the threshold is not a failure.
  const failed = exitCode === 0 ? 0 : 1;
  results.push({ name: `mutations of ${name}`, passed: 1 - failed, failed, skipped: 0, seconds, exitCode });
}
reportResults(results);
console.log(scores.join('\n'));

/** Counts of a report in Stryker's format. A mutation that makes the tests hang counts as noticed. */
function countMutants(file: string): { killed: number; survived: number } {
  const report: { files: Record<string, { mutants: readonly { status: string }[] }> } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const statuses = Object.values(report.files).flatMap(({ mutants }) => mutants.map(({ status }) => status));
  const count = (...wanted: string[]) => statuses.filter((status) => wanted.includes(status)).length;
  return { killed: count('Killed', 'Timeout'), survived: count('Survived', 'NoCoverage') };
}
