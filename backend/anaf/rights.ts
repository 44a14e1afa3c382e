import type { Secret } from '../vault/secret.ts';
import type { ApiAnswer, EFacturaApi } from './efactura-api.ts';
import { readJsonAnswer } from './json-answer.ts';
import { meaningOf, meaningOfStatus } from './vocabulary.ts';

/**
 * ANAF's answer to the question whether a certificate has the right for a company.
 * - `token-refused`: ANAF refused the access token, which says nothing about the right.
 * - `service-missing`: the application is not registered for e-Factura.
 * - `silent`: no answer, or none about the right.
 */
export type RightsAnswer =
  | { readonly kind: 'granted' }
  | { readonly kind: 'denied'; readonly scope: DeniedScope }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'service-missing' }
  | { readonly kind: 'silent'; readonly reason: string };

/** `any-company`: the certificate has no right in S.P.V. at all. */
export type DeniedScope = 'company' | 'any-company';

/**
 * Asks ANAF whether the certificate has the right for the company, with the cheapest call that names a company: the list
 * of one day's messages.
 */
export async function checkRight(
  api: Pick<EFacturaApi, 'send'>,
  { accessToken, taxId }: { readonly accessToken: Secret; readonly taxId: string },
  signal: AbortSignal,
): Promise<RightsAnswer> {
  return judgeRight(await api.send({ operation: 'list-messages', taxId, days: 1 }, accessToken, signal));
}

/** Interprets the answer to `list-messages`: what it says about the right. */
export function judgeRight(answer: ApiAnswer): RightsAnswer {
  if (answer.kind === 'silent') return answer;
  switch (meaningOfStatus(answer.status)) {
    case 'answered':
      return judgeBody(answer.body);
    case 'token-refused':
      return { kind: 'token-refused' };
    case 'not-permitted':
      return { kind: 'service-missing' };
    default:
      return { kind: 'silent', reason: `HTTP ${answer.status}` };
  }
}

/** Whether a business error's text denies the right, and for which companies. */
export function deniedScopeOf(text: string): DeniedScope | undefined {
  const meaning = meaningOf(text);
  if (meaning === 'no-right-for-company') return 'company';
  return meaning === 'no-right-for-any-company' ? 'any-company' : undefined;
}

function judgeBody(body: Uint8Array): RightsAnswer {
  const answer = readJsonAnswer(body);
  if (!answer) return { kind: 'silent', reason: 'the answer is not a JSON object' };
  if (answer.error) return judgeError(answer.error);
  if (answer.messages) return { kind: 'granted' };
  return { kind: 'silent', reason: 'the answer has neither messages nor an error' };
}

function judgeError(text: string): RightsAnswer {
  const scope = deniedScopeOf(text);
  if (scope) return { kind: 'denied', scope };
  const meaning = meaningOf(text);
  // ANAF counts messages only for a certificate that has the right.
  if (meaning === 'no-messages' || meaning === 'too-many-messages') return { kind: 'granted' };
  return { kind: 'silent', reason: text };
}
