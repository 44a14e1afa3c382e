import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { reportResults } from './support/report-results.ts';
import { ensureInstalled } from './support/requirements.ts';
import { runSuite, type SuiteResult } from './support/run-suite.ts';
import { suitesByRun } from './support/suites.ts';

/**
 * Runs the integration, element and end-to-end tests beside four busy loops, several times: a test that depends on the speed of
 * the machine fails here before it fails for a newcomer.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '3' }, install: { type: 'boolean', default: false } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1)
  throw new TypeError(`--rounds must be a whole number from 1, got "${values.rounds}"`);

const busyLoops = 4;
const loops = Array.from({ length: busyLoops }, () => spawn(process.execPath, ['--eval', 'for (;;);']));
try {
  const results: SuiteResult[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const suite of (suitesByRun.default ?? []).filter(({ name }) => name !== 'check')) {
      console.log(`\n── ${suite.name}, round ${round} of ${rounds}, beside ${busyLoops} busy loops`);
      const env = await ensureInstalled(suite.requirements ?? [], { mayInstall: values.install });
      const result = await runSuite(suite, env);
      results.push({ ...result, name: `${suite.name}, slow machine, round ${round}` });
    }
  }
  reportResults(results);
} finally {
  for (const loop of loops) loop.kill('SIGKILL');
}
