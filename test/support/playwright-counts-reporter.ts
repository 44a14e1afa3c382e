import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';
import { writeCounts } from './suite-counts.ts';

/** A Playwright reporter that only counts; it runs beside the readable one. */
export default class PlaywrightCountsReporter implements Reporter {
  #suite: Suite | undefined;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  onEnd(_result: FullResult): void {
    const outcomes = (this.#suite?.allTests() ?? []).map((test) => test.outcome());
    const failed = outcomes.filter((outcome) => outcome === 'unexpected' || outcome === 'flaky').length;
    const skipped = outcomes.filter((outcome) => outcome === 'skipped').length;
    writeCounts({ passed: outcomes.length - failed - skipped, failed, skipped });
  }
}
