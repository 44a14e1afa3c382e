import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runToEnd } from './process.ts';
import { countsFileVariable, readCounts, type SuiteCounts } from './suite-counts.ts';
import type { Suite } from './suites.ts';

/** The counts of a suite, with its duration and exit code. */
export interface SuiteResult extends SuiteCounts {
  readonly name: string;
  readonly seconds: number;
  readonly exitCode: number;
}

/** Runs a suite. A suite that exits with an error, or that runs no test, counts as at least one failure. */
export async function runSuite(suite: Suite, env: Readonly<Record<string, string>> = {}): Promise<SuiteResult> {
  const folder = mkdtempSync(join(tmpdir(), 'spv-suite-'));
  const countsFile = join(folder, 'counts.json');
  const service = await suite.start?.();
  try {
    const [command, ...args] = suite.command;
    const variables = { ...env, ...service?.env, [countsFileVariable]: countsFile };
    const { exitCode, seconds } = await runToEnd(command, args, { env: variables });
    const counts = readCounts(countsFile) ?? { passed: 0, failed: 0, skipped: 0 };
    const ran = counts.passed + counts.failed > 0;
    const failed = exitCode !== 0 || !ran ? Math.max(counts.failed, 1) : counts.failed;
    return { ...counts, failed, name: suite.name, seconds, exitCode };
  } finally {
    await service?.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
