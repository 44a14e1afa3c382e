import { catalogue } from '../checks/catalogue.ts';
import type { Check } from '../checks/check.ts';
import { NotCheckedError, NotMetError } from '../probe/expectation.ts';
import { SessionSourceError } from '../probe/session-source.ts';
import type { Subject } from '../probe/subject.ts';
import { applies, type CheckResult } from './verdict.ts';

/**
 * Runs every check that applies, one after the other, because a clock that one check moves must not disturb another.
 * `onResult` gets each result at once.
 */
export async function runChecks(
  subject: Subject,
  announced: ReadonlySet<string>,
  onResult: (result: CheckResult) => void,
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of catalogue.filter((one) => applies(one, announced))) {
    const { id, level, fact, isOptional = false } = check;
    const result = { id, level, fact, isOptional, ...(await outcomeOf(check, subject)) };
    results.push(result);
    onResult(result);
  }
  return results;
}

async function outcomeOf(check: Check, subject: Subject): Promise<Pick<CheckResult, 'outcome' | 'reason'>> {
  try {
    await check.run(subject);
    return { outcome: 'met' };
  } catch (error) {
    if (error instanceof NotCheckedError) return { outcome: 'not-checked', reason: error.message };
    if (error instanceof NotMetError || error instanceof SessionSourceError)
      return { outcome: 'not-met', reason: error.message };
    return { outcome: 'not-met', reason: `no usable answer: ${describe(error)}` };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? ` (${String(error.code)})` : '';
  return `${error.name}: ${error.message}${code}`;
}
