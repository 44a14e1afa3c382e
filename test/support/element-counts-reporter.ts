import type { Reporter, TestSession, TestSuiteResult } from '@web/test-runner';
import { type SuiteCounts, writeCounts } from './suite-counts.ts';

/** A @web/test-runner reporter that only counts; it runs beside the readable one. */
export function elementCountsReporter(): Reporter {
  return {
    onTestRunFinished({ sessions }): void {
      writeCounts(sessions.map(countSession).reduce(add, { passed: 0, failed: 0, skipped: 0 }));
    },
  };
}

function countSession(session: TestSession): SuiteCounts {
  // A session without results failed before its first test: an import error, for example.
  if (!session.testResults) return { passed: 0, failed: session.passed ? 0 : 1, skipped: 0 };
  return countSuite(session.testResults);
}

function countSuite(suite: TestSuiteResult): SuiteCounts {
  const own = {
    passed: suite.tests.filter((test) => test.passed && !test.skipped).length,
    failed: suite.tests.filter((test) => !test.passed && !test.skipped).length,
    skipped: suite.tests.filter((test) => test.skipped).length,
  };
  return suite.suites.map(countSuite).reduce(add, own);
}

function add(left: SuiteCounts, right: SuiteCounts): SuiteCounts {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  };
}
