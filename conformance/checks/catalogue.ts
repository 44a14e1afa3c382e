import { answerChecks } from './answers.ts';
import type { Check } from './check.ts';
import { corsChecks } from './cors.ts';
import { delegateChecks } from './delegate.ts';
import { failureChecks } from './failures.ts';
import { hostChecks } from './host.ts';
import { journeyChecks } from './journey.ts';
import { keepChecks } from './keep.ts';
import { pageChecks } from './pages.ts';
import { secretChecks } from './secrets.ts';
import { sessionChecks } from './sessions.ts';

/** All checks in the order of a run. */
export const catalogue: readonly Check[] = [
  ...answerChecks,
  ...sessionChecks,
  ...corsChecks,
  ...pageChecks,
  ...journeyChecks,
  ...failureChecks,
  ...keepChecks,
  ...delegateChecks,
  ...hostChecks,
  ...secretChecks,
];
