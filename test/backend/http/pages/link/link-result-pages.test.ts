import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueLocales } from 'spv-authorize/catalogue';
import { type Evidence, type FailureCode, failureCodes } from 'spv-authorize/contract';
import {
  alreadyDonePage,
  endedPage,
  keptPage,
  linkFailurePage,
} from 'spv-authorize-backend/internal/http/pages/link/link-result-pages.ts';
import { pageContext } from 'spv-authorize-backend/internal/http/pages/page.ts';
import { headingOf } from '../../../support/authorize.ts';
import { application, certificate, company, resultPlace } from './examples.ts';

const inRomanian = pageContext('ro', application);
const attempt = {
  id: 'a1',
  openingId: resultPlace.openingId,
  mode: 'window' as const,
  returnUrl: null,
  origin: 'https://app.example',
  company: { id: 'c1', ...company },
};
const again = `<form method="post" action="${resultPlace.againUrl}">`;

function failed(code: FailureCode, evidence: Evidence = {}) {
  return { kind: 'failed' as const, attempt, failure: { code, evidence, reference: '7F3K9Z' } };
}

/** The heading of the cause that the page explains first. */
function firstCauseIn(page: string): string {
  const [, title] = /<section id="cause">[\s\S]*?<h2>(.*?)<\/h2>/.exec(page) ?? [];
  assert.ok(title, page);
  return title;
}

describe('the result page of a link', () => {
  for (const locale of catalogueLocales) {
    const context = pageContext(locale, application);

    for (const code of failureCodes) {
      it(`the failure ${code} has a heading, a cause, steps, a way on and the code for support (${locale})`, () => {
        const page = linkFailurePage(context, failed(code), {}, resultPlace);

        assert.ok(headingOf(page));
        assert.ok(firstCauseIn(page));
        assert.match(page, /<ol><li>/);
        assert.match(page, /7F3K9Z/);
        assert.ok(page.includes(again));
      });
    }
  }

  it('a refusal without a reason asks the two questions by a form without JavaScript', () => {
    const page = linkFailurePage(inRomanian, failed('access-denied'), {}, resultPlace);

    assert.ok(page.includes(`action="${resultPlace.resultUrl}#cause"`));
    assert.ok(page.includes('<input type="hidden" name="result" value="0123456789abcdef" />'));
    assert.equal(page.match(/<input type="radio"/g)?.length, 6);
    assert.doesNotMatch(page, / checked/);
  });

  it('the answers change which cause is explained first, and stay selected', () => {
    const failure = failed('access-denied', { answeredAfterSeconds: 0.4 });

    const before = linkFailurePage(inRomanian, failure, {}, resultPlace);
    const after = linkFailurePage(inRomanian, failure, { chooserSeen: 'yes', pinAsked: 'yes' }, resultPlace);

    assert.equal(firstCauseIn(before), 'Browserul nu vede tokenul cu certificatul');
    assert.equal(firstCauseIn(after), 'PIN-ul a fost greșit sau anulat');
    assert.match(after, /name="chooserSeen" value="yes" checked/);
    assert.match(after, /name="pinAsked" value="yes" checked/);
  });

  it('a failure whose reason ANAF told asks no questions', () => {
    assert.doesNotMatch(linkFailurePage(inRomanian, failed('anaf-unavailable'), {}, resultPlace), /type="radio"/);
  });

  it("another company's certificate is named, and the received link is the address for a private window", () => {
    const page = linkFailurePage(inRomanian, failed('no-right-for-company', { certificate }), {}, resultPlace);

    assert.match(page, /Certificatul certSIGN cu seria 20061A nu are drepturi/);
    assert.match(page, /Copiază din nou adresa pe care ai primit-o și deschide-o într-o fereastră privată/);
    assert.doesNotMatch(page, /Întoarce-te în FacturaApp/);
  });

  it("a wrong registration of the application leads to the application's team first", () => {
    const page = linkFailurePage(inRomanian, failed('application-refused'), {}, resultPlace);

    assert.match(page, /<a class="button" href="mailto:ajutor@example\.ro\?subject=/);
    assert.match(page, /<button class="secondary">Reia<\/button>/);
  });

  it('while ANAF is silent the page says that it may be closed, and can look again', () => {
    const page = keptPage(inRomanian, company, resultPlace);

    assert.match(page, /Poți închide pagina: Exemplu SRL află rezultatul/);
    assert.ok(page.includes(`<form action="${resultPlace.resultUrl}">`));
  });

  it('an attempt that has ended can be started over with the same link', () => {
    assert.ok(endedPage(inRomanian, company, resultPlace).includes(again));
  });

  it('after the success of another window there is nothing to press', () => {
    const page = alreadyDonePage(inRomanian, company, resultPlace);

    assert.equal(headingOf(page), 'Exemplu SRL a fost deja autorizată');
    assert.doesNotMatch(page, /<form|<button/);
  });
});
