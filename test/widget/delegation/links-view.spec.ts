import { exampleAnswer, exampleConnection, MemoryAdapter, SpvProblem } from 'spv-authorize';
import { assert } from '../support/assert.ts';
import { failure } from '../support/failure.ts';
import { exampleLink, openLinks, openRows, setupWithLinks } from '../support/links.ts';
import { afterEach, beforeEach, describe, it } from '../support/mocha.ts';
import { removePanels } from '../support/panel.ts';

describe('<spv-authorize>, the accountant’s link', () => {
  let copied: string[] = [];

  beforeEach(() => {
    copied = [];
    const writeText = async (text: string) => {
      copied.push(text);
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
  });

  afterEach(() => {
    removePanels();
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('the page turns to "active" by itself when the accountant has authorized with the link that was copied', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    assert.equal(panel.calls('createLink'), 0);

    await panel.press('Creează linkul');
    await panel.press('Copiază linkul');
    panel.adapter.changeLink('link-1', { state: 'opened' });
    panel.waits.end(2000);
    await panel.settled();
    const opened = openRows(panel);
    panel.adapter.changeLink('link-1', { state: 'completed' });
    panel.waits.end(2000);
    await panel.settled();

    assert.deepEqual(copied, ['https://spv.example/l/secret-1']);
    assert.deepEqual(opened, ['Link creat azi, 09:12 Deschis, 09:12']);
    assert.includes(panel.text, 'e-Factura în SPV Activă');
    assert.equal(panel.count('spv-authorized'), 1);
  });

  it('focus goes to the address of the new link, which is then selected', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    assert.equal(panel.focused, 'Link pentru contabil');

    await panel.press('Creează linkul');

    const { activeElement } = panel.root;
    assert.equal(activeElement instanceof HTMLInputElement && activeElement.value, 'https://spv.example/l/secret-1');
    assert.equal(activeElement instanceof HTMLInputElement && activeElement.selectionEnd, 30);
  });

  it('the QR code of the new link is drawn in black on white, with a name', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    await panel.press('Creează linkul');
    await panel.press('Cod QR, pentru telefonul tău');

    const code = panel.one('.qr');
    assert.equal(code.getAttribute('aria-label'), 'Cod QR cu adresa linkului');
    assert.equal(getComputedStyle(code).backgroundColor, 'rgb(255, 255, 255)');
    assert.equal(code.getBoundingClientRect().width > 100, true);
  });

  it('a session that has ended is named as the reason why the links cannot be read', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });
    await panel.press('Linkuri pentru contabil');
    panel.adapter.failNext(new SpvProblem('session-expired', 'scripted'));
    panel.waits.end(2000);
    await panel.settled();

    assert.includes(panel.text, 'Reîncarcă pagina sau intră din nou în cont');
  });

  it('the address is in no event, and not on the screen after going back', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    await panel.press('Creează linkul');

    await panel.press('Înapoi');

    assert.excludes(JSON.stringify(panel.events.map(({ detail }) => detail ?? null)), 'secret');
    assert.excludes(panel.text, 'secret');
    assert.equal(panel.heading, 'Cine are certificatul digital pentru firmă?');
  });

  it('the screen that already has open links lists them and creates another one only when asked', async () => {
    const links = [
      exampleLink('a', { email: 'ana@cabinet.example', state: 'in-progress' }),
      exampleLink('b', {
        email: 'ion@alt.example',
        state: 'no-rights',
        changedAt: exampleLink('b').createdAt - 172_800,
      }),
      exampleLink('c', { state: 'expired' }),
    ];
    const panel = await setupWithLinks({ links });
    await openLinks(panel);

    assert.equal(panel.has('.copy-text'), false);
    assert.deepEqual(openRows(panel), ['ana@cabinet.example În curs, 09:11', 'ion@alt.example Fără drepturi, 22.11']);
    assert.includes(panel.text, 'Încheiate (1)');
    assert.equal(panel.calls('createLink'), 0);
    await panel.press('Creează alt link');

    assert.equal(panel.calls('createLink'), 1);
    assert.equal(panel.has('.copy-text'), true);
  });

  it('a link is cancelled only after a confirmation', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a', { email: 'ana@cabinet.example' })] });
    await openLinks(panel);

    await panel.press('Anulează');
    assert.equal(panel.focused, 'Anulezi linkul? Nu va mai putea fi folosit.');
    assert.equal(panel.calls('cancelLink'), 0);
    await panel.press('Anulează linkul');

    assert.equal(panel.calls('cancelLink a'), 1);
    assert.includes(panel.text, 'Linkul este anulat.');
    assert.deepEqual(openRows(panel), []);
  });

  it('a replaced link shows its new address', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });
    await openLinks(panel);

    await panel.press('Înlocuiește');
    await panel.press('Înlocuiește linkul');

    assert.equal(panel.calls('replaceLink a'), 1);
    assert.includes(panel.text, 'Cele vechi nu mai funcționează.');
    assert.equal(panel.has('.copy-text'), true);
  });

  it('a failed try of the accountant is explained, and the link stays in the list', async () => {
    const panel = await setupWithLinks({
      links: [exampleLink('a', { state: 'opened', failure: { code: 'access-denied' } })],
    });
    await openLinks(panel);

    assert.includes(panel.text, 'Ultima încercare: ANAF nu a primit un certificat valabil. Linkul rămâne bun.');
  });

  it('the limit of open links is explained at the button, and nothing else changes', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });
    await openLinks(panel);
    panel.adapter.failNext(new SpvProblem('link-limit-reached', 'scripted'));

    await panel.press('Creează alt link');

    assert.includes(panel.text, 'Ai deja prea multe linkuri în așteptare.');
    assert.equal(openRows(panel).length, 1);
  });

  it('links that cannot be read are read again when the backend allows it, and nothing is lost meanwhile', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a', { email: 'ana@cabinet.example' })] });
    await panel.press('Linkuri pentru contabil');
    panel.adapter.failNext(new SpvProblem('unreachable', 'scripted', { retryAfterSeconds: 7 }));
    panel.waits.end(2000);
    await panel.settled();
    const rows = openRows(panel);
    assert.includes(panel.text, 'Nu putem citi linkurile acum; încercăm în continuare.');

    panel.waits.end(7000);
    await panel.settled();

    assert.deepEqual(rows, ['ana@cabinet.example Nedeschis, 09:11']);
    assert.excludes(panel.text, 'Nu putem citi linkurile acum');
  });

  it('polling is fast again after a change, and ends when no link is open', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });
    await panel.press('Linkuri pentru contabil');
    for (let seconds = 0; seconds < 60; seconds += 2) {
      panel.waits.end(2000);
      await panel.settled();
    }
    const slow = panel.waits.pending;
    panel.adapter.changeLink('a', { state: 'opened' });
    panel.waits.end(5000);
    await panel.settled();
    const fast = panel.waits.pending;
    panel.adapter.changeLink('a', { state: 'declined' });
    panel.waits.end(2000);
    await panel.settled();

    assert.deepEqual([slow, fast, panel.waits.pending], [[5000], [2000], []]);
  });

  it('a link created on this page is followed on the first screen as well', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    await panel.press('Creează linkul');
    await panel.press('Înapoi');
    await panel.press('Înapoi');
    panel.adapter.changeLink('link-1', { state: 'completed' });
    panel.waits.end(2000);
    await panel.settled();

    assert.includes(panel.text, 'e-Factura în SPV Activă');
  });

  it('a change of a link is announced, without the heading again', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a', { email: 'ana@cabinet.example' })] });
    await openLinks(panel);
    panel.adapter.changeLink('a', { state: 'in-progress' });

    panel.waits.end(2000);

    await panel.announces('ana@cabinet.example: În curs, 09:12');
  });

  it('a link that has ended in the meantime is explained, and the list is read again', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });
    await openLinks(panel);
    const reads = panel.calls('readLinks');
    panel.adapter.changeLink('a', { state: 'expired' });
    panel.adapter.failNext(new SpvProblem('link-ended', 'scripted'));
    await panel.press('Înlocuiește');

    await panel.press('Înlocuiește linkul');

    assert.includes(panel.text, 'Linkul s-a încheiat între timp. Creează altul.');
    assert.equal(panel.calls('readLinks') > reads, true);
    assert.deepEqual(openRows(panel), []);
  });

  it('another adapter forgets the address of the link', async () => {
    const panel = await setupWithLinks();
    await openLinks(panel);
    await panel.press('Creează linkul');
    assert.equal(panel.has('.copy-text'), true);

    panel.element.adapter = new MemoryAdapter({
      answer: { capabilities: [...exampleAnswer.capabilities, 'links'] },
      links: [exampleLink('link-1')],
    });
    await panel.settled();
    await openLinks(panel);

    assert.equal(openRows(panel).length, 1);
    assert.equal(panel.has('.copy-text'), false);
  });

  it('a phone asks the accountant first, and says where the own certificate can be used', async () => {
    const { matchMedia } = window;
    window.matchMedia = () => ({ matches: true }) as MediaQueryList;
    const panel = await setupWithLinks();
    await panel.press('Autorizează');
    window.matchMedia = matchMedia;

    assert.includes(panel.focused, 'Obține accesul prin contabil');
    assert.includes(panel.text, 'de pe un PC cu Windows');
  });

  it('the host’s own wording replaces texts that are loaded on demand', async () => {
    const messages = { ro: { links: { create: 'Fă un link' } } };
    const panel = await setupWithLinks({ properties: { messages } });
    await openLinks(panel);

    assert.equal(panel.primary, 'Fă un link');
  });

  it('a device with a list of applications shares the link, and a person who closes that list sees no failure', async () => {
    const shared: ShareData[] = [];
    const share = async (data: ShareData) => {
      shared.push(data);
      throw new DOMException('closed', 'AbortError');
    };
    Object.defineProperty(navigator, 'share', { value: share, configurable: true });
    const panel = await setupWithLinks();
    await openLinks(panel);
    await panel.press('Creează linkul');

    await panel.press('Distribuie');
    Reflect.deleteProperty(navigator, 'share');

    assert.deepEqual(shared, [
      { title: 'Autorizare e-Factura pentru Exemplu SRL', url: 'https://spv.example/l/secret-1' },
    ]);
    assert.deepEqual(copied, []);
  });

  it('the first screen says that somebody was asked, and leads to the links', async () => {
    const panel = await setupWithLinks({ links: [exampleLink('a')] });

    assert.includes(panel.text, 'Așteptăm persoana care a primit linkul.');
    await panel.press('Linkuri pentru contabil (1 în așteptare)');

    assert.equal(panel.heading, 'Link pentru contabil');
  });

  it('the status leads to the links', async () => {
    const panel = await setupWithLinks({ answer: { authorization: exampleConnection } });

    await panel.press('Linkuri pentru contabil');
    await panel.press('Înapoi');

    assert.equal(panel.heading, 'e-Factura în SPV');
  });

  it('the checklist and a failure of a certificate offer the link in short form, and going back returns to them', async () => {
    const panel = await setupWithLinks({ steps: [failure('no-right-for-company')] });
    await panel.press('Autorizează');
    await panel.press('Am acces cu certificat digital');
    await panel.press('Trimite contabilului');
    await panel.press('Înapoi');
    const checklist = panel.heading;
    await panel.press('Continuă la ANAF');
    const failed = panel.heading;
    await panel.press('Trimite contabilului');
    await panel.press('Înapoi');

    assert.equal(checklist, 'Înainte să începi');
    assert.equal(panel.heading, failed);
  });

  it('the dialog of ensureAuthorized() goes on when the accountant has authorized, and resolves with proceed', async () => {
    const panel = await setupWithLinks({ properties: { presentation: 'dialog', continueLabel: 'Trimite factura' } });
    const ensured = panel.element.ensureAuthorized();
    await panel.settled();
    await panel.press('Obține accesul prin contabil');
    await panel.press('Creează linkul');
    assert.equal(panel.isModal, true);
    panel.adapter.changeLink('link-1', { state: 'completed' });
    panel.waits.end(2000);
    await panel.settled();

    await panel.press('Trimite factura');

    assert.deepEqual(await ensured, { authorized: true, proceed: true });
  });

  it('a person who may only invite has the link as the filled button of the first screen', async () => {
    const panel = await setupWithLinks({ answer: { permissions: ['view', 'invite'] } });

    assert.equal(panel.primary, 'Obține accesul prin contabil');
  });

  for (const [lacks, answer] of [
    ['the backend', { capabilities: ['verify'] }],
    ['the session', { permissions: ['view', 'authorize'] }],
  ] as const) {
    it(`no link is offered and none is read when ${lacks} does not allow it`, async () => {
      const panel = await setupWithLinks({ answer: structuredClone(answer) as object });
      await panel.press('Autorizează');

      assert.equal(panel.root.querySelectorAll('.row').length, 2);
      assert.equal(panel.calls('readLinks'), 0);
    });
  }
});
