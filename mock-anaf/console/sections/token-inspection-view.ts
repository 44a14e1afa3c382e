import { html, type TemplateResult } from 'lit';
import type { TokenInspection } from '../api/answers.ts';
import type { Language } from '../locales/language.ts';

/** Claims that are instants in epoch seconds. */
const instants = ['iat', 'nbf', 'exp'];

/** Renders the result of an inspection. @param now epoch seconds of the mock's clock */
export function inspectionView(language: Language, inspection: TokenInspection, now: number): TemplateResult {
  const { token: texts } = language.texts;
  const { isGood, refusal, use, header, claims } = inspection;
  return html`<div class="panel padded verdict ${isGood ? 'good' : ''}">
      <h2>${isGood ? texts.good : texts.notGood}</h2>
      ${isGood ? html`<p>${texts.goodMeans[use]}</p>` : html`<p>${texts.failing}: <span lang="en">${refusal}</span></p>`}
    </div>
    <div class="grid">
      <div class="stack">
        <div class="panel padded">${summary(language, inspection)}</div>
        ${header ? html`<div class="panel padded"><h2>${texts.header}</h2><pre>${JSON.stringify(header, null, 2)}</pre></div>` : ''}
      </div>
      ${inspection.grant ? html`<div class="panel padded">${grantFacts(language, inspection.grant)}</div>` : ''}
      ${claims ? html`<div class="panel padded claims"><h2>${texts.claims}</h2>${claimFacts(language, claims, now)}</div>` : ''}
    </div>`;
}

function summary({ texts }: Language, { form, use, isSignedHere }: TokenInspection): TemplateResult {
  const { token } = texts;
  const signature = isSignedHere === null ? token.unsigned : isSignedHere ? token.signedHere : token.signedElsewhere;
  const tone = isSignedHere === null ? '' : isSignedHere ? 'good' : 'bad';
  return html`<h2>${token.token}</h2>
    <dl>
      <dt>${token.form}</dt><dd>${token.forms[form]}</dd>
      <dt>${token.use}</dt><dd>${token.uses[use]}</dd>
      <dt>${token.signature}</dt><dd><span class="tag ${tone}">${signature}</span></dd>
    </dl>`;
}

function grantFacts({ texts, formats }: Language, grant: NonNullable<TokenInspection['grant']>): TemplateResult {
  const { token } = texts;
  const { id, persona, clientId, services, createdAt, refreshExpiresAt, disconnectedAt, companies } = grant;
  return html`<h2>${token.grant}</h2>
    <dl>
      <dt>${token.persona}</dt><dd class="mono">${persona}</dd>
      <dt>${token.companies}</dt><dd class="mono numbers">${companies.join(', ') || token.none}</dd>
      <dt>${token.services}</dt><dd class="mono">${services.join(', ') || token.none}</dd>
      <dt>${token.createdAt}</dt><dd class="numbers">${formats.dateAndTime(createdAt)}</dd>
      <dt>${token.refreshUntil}</dt><dd class="numbers">${formats.dateAndTime(refreshExpiresAt)}</dd>
      ${disconnectedAt === null ? '' : html`<dt>${token.disconnected}</dt><dd class="numbers">${formats.dateAndTime(disconnectedAt)}</dd>`}
      <dt>${token.client}</dt><dd class="mono">${clientId}</dd>
      <dt>${token.grantId}</dt><dd class="mono">${id}</dd>
    </dl>`;
}

function claimFacts(language: Language, claims: Readonly<Record<string, unknown>>, now: number): TemplateResult {
  return html`<dl>
    ${Object.entries(claims).map(([name, value]) => {
      const written = typeof value === 'string' ? value : JSON.stringify(value);
      return html`<dt>${name}</dt><dd>${written} ${instants.includes(name) ? instantOf(language, Number(value), now) : ''}</dd>`;
    })}
  </dl>`;
}

function instantOf({ texts, formats }: Language, instant: number, now: number): TemplateResult | '' {
  if (!(Math.abs(instant) < 1e11)) return '';
  const span = formats.span(instant - now);
  const relative = instant > now ? texts.token.ahead(span) : texts.token.ago(span);
  return html`<span class="soft">${formats.dateAndTime(instant)} (${relative})</span>`;
}
