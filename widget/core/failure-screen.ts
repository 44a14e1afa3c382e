import { type Cure, causes } from '../catalogue/causes.ts';
import type { DiagnosedCause } from '../contract/diagnosis.ts';
import type { Evidence } from '../contract/failure.ts';
import type { Question } from './input.ts';
import type { FailureScreen } from './screen.ts';
import type { Failed } from './state.ts';
import { supportText } from './support-text.ts';

/** The screen of a failure: the most likely cause first, with its cure as the filled button if that is possible here. */
export function failureScreen(
  state: Failed,
  shown: Pick<FailureScreen, 'line' | 'subject' | 'keeps' | 'mayInvite'>,
): FailureScreen {
  const { failure, answer } = state;
  const { evidence, reference, code } = failure;
  const [first = unknownCause, ...others] = failure.diagnosis.causes;
  return {
    ...shown,
    // Another certificate does not help when the application itself has to be mended.
    mayInvite: shown.mayInvite && causes[first.cause].fixer !== 'application',
    name: 'failure',
    code,
    questions: questionsOf(state).map((question) => withReply(question, evidence)),
    first,
    others: others.map(({ cause }) => cause),
    cure: possibleCure(causes[first.cause].cure, state),
    supportText: supportText(failure, shown.subject),
    canContinueInThisTab: answer.capabilities.includes('redirect'),
    ...privateWindow(state),
    ...(evidence.certificate && { certificate: evidence.certificate }),
    ...(reference && { reference }),
  };
}

/** For type safety only: the contract requires at least one cause. */
const unknownCause: DiagnosedCause = { cause: 'anaf-not-answering', likelihood: 'possible', grounds: [] };

/** A private window can help with every failure except a wrong registration of the application itself. */
function privateWindow({ failure, attempt }: Failed): Pick<FailureScreen, 'privateWindow'> {
  const all = failure.diagnosis.causes.map(({ cause }) => causes[cause]);
  if (all[0]?.fixer === 'application') return {};
  const address = attempt?.authorizeUrl;
  if (address) return { privateWindow: { address } };
  return all.some(({ cure }) => cure === 'private-window') ? { privateWindow: {} } : {};
}

function questionsOf({ failure }: Failed): readonly Question[] {
  const isSilent = failure.code === 'access-denied' || failure.evidence.sight === 'certificate-not-presented';
  return isSilent ? ['chooserSeen', 'pinAsked'] : [];
}

function withReply(question: Question, evidence: Evidence): FailureScreen['questions'][number] {
  const reply = evidence[question];
  return reply ? { question, reply } : { question };
}

function possibleCure(cure: Cure, { attempt, answer }: Failed): Cure {
  if (cure === 'return-to-anaf' && !attempt?.authorizeUrl) return 'retry';
  if (cure === 'continue-in-this-tab' && !answer.capabilities.includes('redirect')) return 'retry';
  return cure;
}
