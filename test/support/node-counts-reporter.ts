import type { TestEvent } from 'node:test/reporters';
import { writeCounts } from './suite-counts.ts';

/** A `node:test` reporter that only counts; it runs beside the readable one. */
export default async function* countsReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.type === 'test:fail') counts.failed += 1;
    else if (event.data.skip !== undefined || event.data.todo !== undefined) counts.skipped += 1;
    else counts.passed += 1;
  }
  writeCounts(counts);
  yield '';
}
