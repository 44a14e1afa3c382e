import { reportResults } from './support/report-results.ts';
import { ensureInstalled } from './support/requirements.ts';
import { runSuite, type SuiteResult } from './support/run-suite.ts';
import { suitesByRun } from './support/suites.ts';

// test/run.ts <run> [suite] [--install]
const [runName = 'default', ...rest] = process.argv.slice(2);
const mayInstall = rest.includes('--install');
const [only] = rest.filter((word) => !word.startsWith('--'));
const suites = suitesByRun[runName]?.filter((suite) => !only || suite.name === only);
if (!suites || suites.length === 0) {
  const names = Object.entries(suitesByRun).map(([run, list]) => `${run} (${list.map(({ name }) => name).join(', ')})`);
  console.error(`No suite is called "${runName}${only ? ` ${only}` : ''}". There are: ${names.join('; ')}`);
  process.exit(2);
}

const results: SuiteResult[] = [];
for (const suite of suites) {
  console.log(`\n── ${suite.name}`);
  const env = await ensureInstalled(suite.requirements ?? [], { mayInstall });
  results.push(await runSuite(suite, env));
}
reportResults(results);
