import type { CauseCode, DiagnosedCause, Diagnosis, GroundCode, Likelihood } from './diagnosis.ts';
import type { AnafWindowSight, Evidence, FailureCode } from './failure.ts';

/**
 * An answer within this time, in seconds, means that the browser showed no dialog: an answer without a dialog takes
 * 0.35–0.5 s (measured), and a person needs about 2 s or more to choose a certificate or to cancel.
 */
export const noDialogSeconds = 1.5;

/**
 * Returns the possible causes of a failure, the most likely first. Pure. The backend calls it with its own evidence, and the
 * element calls it again when the person answers a question.
 */
export function diagnose(code: FailureCode, evidence: Evidence): Diagnosis {
  return { causes: causesOf(code, evidence) };
}

function causesOf(code: FailureCode, evidence: Evidence): DiagnosedCause[] {
  switch (code) {
    case 'access-denied':
      return accessDenied(evidence);
    case 'not-returned':
      return notReturned(evidence);
    case 'no-right-for-company':
      return [saidByAnaf('another-companys-certificate'), usual('right-too-new', 'possible')];
    case 'no-right-for-any-company':
      return [saidByAnaf('certificate-without-any-right'), usual('right-too-new', 'possible')];
    case 'service-missing':
      return [saidByAnaf('service-not-registered')];
    case 'anaf-unavailable':
      return [saidByAnaf('anaf-not-answering')];
    case 'code-expired':
      return [saidByAnaf('came-back-too-late')];
    case 'application-refused':
      return [saidByAnaf('application-not-registered')];
    case 'window-blocked':
      return [usual('window-blocked', 'certain')];
    case 'backend-unreachable':
      return [usual('backend-not-answering', 'certain')];
    case 'attempt-lapsed':
      return [usual('attempt-lapsed', 'certain')];
    case 'cancelled':
      return [usual('cancelled', 'certain')];
    case 'other':
      return [usual('other', 'possible')];
    default:
      return code satisfies never;
  }
}

/**
 * ANAF's `access_denied` does not say why, so the order depends on the evidence. The person's answers count more than ANAF's
 * response time, because a cloud certificate or a slow machine can make a refusal without a dialog look slow.
 */
function accessDenied(evidence: Evidence): DiagnosedCause[] {
  if (evidence.pinAsked === 'yes') {
    return ranked('pin-was-asked', ['wrong-pin', 'certificate-not-enrolled', 'no-certificate-chosen']);
  }
  if (evidence.chooserSeen === 'yes') {
    const ground = evidence.pinAsked === 'no' ? 'pin-was-not-asked' : 'chooser-was-seen';
    return ranked(ground, ['no-certificate-chosen', 'certificate-not-enrolled', 'wrong-pin']);
  }
  if (evidence.chooserSeen === 'no') return withoutDialog('chooser-was-not-seen', evidence);
  if (evidence.answeredAfterSeconds !== undefined && evidence.answeredAfterSeconds < noDialogSeconds) {
    return withoutDialog('answered-at-once', evidence);
  }
  const ground = evidence.answeredAfterSeconds === undefined ? 'usual-for-this-failure' : 'answered-after-a-dialog';
  return ranked(ground, ['no-certificate-chosen', 'wrong-pin', 'certificate-not-enrolled', 'token-not-inserted']);
}

function withoutDialog(ground: GroundCode, evidence: Evidence): DiagnosedCause[] {
  if (evidence.earlierOpeningInSameBrowser) {
    return [
      {
        cause: 'browser-remembers-no-certificate',
        likelihood: 'likely',
        grounds: [ground, 'earlier-opening-in-same-browser'],
      },
      usual('token-not-inserted', 'possible'),
      usual('certificate-not-enrolled', 'possible'),
    ];
  }
  return ranked(ground, ['token-not-inserted', 'browser-remembers-no-certificate', 'certificate-not-enrolled']);
}

const causesBySight: Record<AnafWindowSight, readonly [CauseCode, ...CauseCode[]]> = {
  'still-choosing': ['still-at-anaf'],
  closed: ['anaf-window-closed', 'no-certificate-chosen'],
  'certificate-not-presented': [
    'no-certificate-chosen',
    'token-not-inserted',
    'wrong-pin',
    'browser-remembers-no-certificate',
  ],
  'session-finished': ['anaf-session-finished'],
  'request-rejected': ['anaf-request-rejected', 'anaf-not-answering'],
  'browser-error': ['anaf-page-in-browser-failed', 'wrong-pin', 'token-not-inserted'],
  nothing: ['anaf-window-closed', 'anaf-not-answering', 'token-not-inserted'],
};

function notReturned(evidence: Evidence): DiagnosedCause[] {
  if (evidence.sight === 'certificate-not-presented' && (evidence.chooserSeen || evidence.pinAsked)) {
    return accessDenied(evidence);
  }
  return ranked(
    evidence.sight ? 'reported-by-the-person' : 'usual-for-this-failure',
    causesBySight[evidence.sight ?? 'nothing'],
  );
}

/** On this ground the first cause is likely, and the others remain possible. */
function ranked(ground: GroundCode, [first, ...others]: readonly [CauseCode, ...CauseCode[]]): DiagnosedCause[] {
  return [
    { cause: first, likelihood: 'likely', grounds: [ground] },
    ...others.map((cause) => usual(cause, 'possible')),
  ];
}

function saidByAnaf(cause: CauseCode): DiagnosedCause {
  return { cause, likelihood: 'certain', grounds: ['said-by-anaf'] };
}

function usual(cause: CauseCode, likelihood: Likelihood): DiagnosedCause {
  return { cause, likelihood, grounds: ['usual-for-this-failure'] };
}
