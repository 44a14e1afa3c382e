import { fileURLToPath } from 'node:url';
import type { Stryker } from '@stryker-mutator/core';

/** What to mutate in one part, and which tests must notice it. */
export interface MutatedPart {
  /** Names the report: `.cache/mutation/<name>.json`. */
  readonly name: string;
  /** Globs of the sources to mutate. */
  readonly mutate: readonly string[];
  /** Globs of the unit tests that must notice each mutation. */
  readonly testFiles: readonly string[];
  /** The run fails when the tests notice less than this percentage of the mutations. Default: 85. */
  readonly breakAt?: number;
}

/**
 * The Stryker configuration of one part. Stryker copies the repository to a sandbox below `.cache/`, mutates the copy, and
 * runs every test file that executes a mutated line, once for each mutation, with Node's own test runner.
 */
export function mutationOf({
  name,
  mutate,
  testFiles,
  breakAt = 85,
}: MutatedPart): ConstructorParameters<typeof Stryker>[0] {
  return {
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/tap-runner'))],
    testRunner: 'tap',
    tap: {
      testFiles: [...testFiles],
      nodeArgs: ['--conditions=spv-source', '--test-reporter=tap', '-r', '{{hookFile}}', '{{testFile}}'],
    },
    mutate: [...mutate],
    coverageAnalysis: 'perTest',
    // A linked node_modules would lead `import 'spv-authorize'` out of the sandbox, to sources that are not mutated.
    symlinkNodeModules: false,
    buildCommand: 'node test/mutation/link-workspaces.ts',
    ignorePatterns: ['.cache', '.data', 'dist', 'test-results'],
    tempDirName: `.cache/mutation/${name}-sandbox`,
    reporters: ['clear-text', 'json'],
    clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
    jsonReporter: { fileName: `.cache/mutation/${name}.json` },
    thresholds: { high: 95, low: breakAt, break: breakAt },
    // Stryker rewrites tsconfig.json with the TypeScript 5 API, which TypeScript 7 does not have. Tests do not need the file.
    tsconfigFile: 'none',
  };
}
