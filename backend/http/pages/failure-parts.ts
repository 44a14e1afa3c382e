import { type CauseValues, causeTexts } from 'spv-authorize/catalogue';
import type { CauseCode } from 'spv-authorize/contract';
import type { CallbackResult } from '../../authorizing/callback.ts';
import type { StoredFailure } from '../../authorizing/failure.ts';
import { type Html, html } from '../../markup/html.ts';
import { helpLink } from './help-link.ts';
import { type PageContext, pageValues } from './page.ts';

/** The result of a callback that failed. */
export type FailedResult = Extract<CallbackResult, { kind: 'failed' }>;

/** The values of the catalogue's sentences. `address`: where the person finds the address for another window. */
export function causeValues(
  context: PageContext,
  { attempt, failure }: FailedResult,
  address: CauseValues['address'],
): CauseValues {
  const { company, taxId, application } = pageValues(context, attempt.company);
  const { certificate } = failure.evidence;
  return { company, taxId, application, address, canContinueInThisTab: false, ...(certificate && { certificate }) };
}

/** What to do, in order. */
export function stepList(steps: readonly string[]): Html {
  return html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>`;
}

/** The causes after the first one, folded away. */
export function otherCauses(context: PageContext, others: readonly CauseCode[], values: CauseValues): Html | undefined {
  if (others.length === 0) return undefined;
  const sections = others.map((cause) => {
    const { title, explanation, steps } = causeTexts[context.locale][cause](values);
    return html`<h2>${title}</h2><p>${explanation}</p>${stepList(steps)}${helpLink(context, cause)}`;
  });
  return html`<details><summary>${context.text.result.otherCauses(others.length)}</summary>${sections}</details>`;
}

/** What support needs, folded away: the reference, the code, the certificate. */
export function technicalDetails({ text }: PageContext, { code, evidence, reference }: StoredFailure): Html {
  const { certificate } = evidence;
  return html`<details>
        <summary>${text.result.details}</summary>
        <ul>
          <li>${text.result.reference(reference)}</li>
          <li>${code}</li>
          ${certificate && html`<li>${text.result.certificate(certificate.issuer, certificate.serial)}</li>`}
        </ul>
      </details>`;
}
