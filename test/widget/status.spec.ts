import { exampleConnection, SpvProblem } from 'spv-authorize';
import { assert } from './support/assert.ts';
import { afterEach, describe, it } from './support/mocha.ts';
import { removePanels, setup } from './support/panel.ts';

const active = { answer: { authorization: exampleConnection } };

describe('<spv-authorize>, status', () => {
  afterEach(removePanels);

  it('an active authorization has no filled button, and shows the next date and the rights', async () => {
    const panel = await setup(active);

    assert.equal(panel.has('.primary'), false);
    assert.includes(panel.text, 'Se reînnoiește automat. Certificatul va fi necesar din nou până la 24.11.2027.');
    assert.includes(panel.text, 'Drepturi pentru CUI 12345674: da, azi, 09:12');
  });

  it('the status names the person, the certificate and both dates', async () => {
    const panel = await setup(active);

    for (const part of ['Maria Popescu', 'certSIGN, seria 5A3F 09C1 77E2', '22.02.2027', '24.11.2027']) {
      assert.includes(panel.text, part);
    }
  });

  it('an expiring authorization asks for reauthorization, with the days that are left', async () => {
    const expiring = {
      ...exampleConnection,
      status: 'expiring',
      accessExpiresAt: exampleConnection.authorizedAt + 345_600,
    } as const;
    const panel = await setup({ answer: { authorization: expiring } });

    assert.equal(panel.primary, 'Reautorizează');
    assert.includes(panel.text, 'Expiră în 4 zile, la 28.11.2026');
    assert.equal(panel.line, 'gap');
  });

  it('a revoked authorization says that ANAF ended it, and asks for reauthorization', async () => {
    const panel = await setup({ answer: { authorization: { ...exampleConnection, status: 'revoked' } } });

    assert.includes(panel.text, 'ANAF a întrerupt legătura');
    assert.equal(panel.primary, 'Reautorizează');
  });

  it('a failed verification says that the authorization is unchanged', async () => {
    const panel = await setup(active);
    panel.adapter.failNext(new SpvProblem('unreachable', 'scripted'));

    await panel.press('Verifică acum');

    assert.equal(panel.calls('verifyAuthorization'), 1);
    assert.includes(panel.text, 'autorizarea existentă rămâne neschimbată');
    assert.includes(panel.text, 'Activă');
  });

  it('the status promises no e-mail when nobody would be told', async () => {
    const panel = await setup({ answer: { ...active.answer, warnsByEmail: false } });

    assert.includes(panel.text, 'Nu anunțăm pe nimeni prin e-mail dacă reînnoirea nu reușește.');
    assert.excludes(panel.text, 'primești un e-mail');
  });

  it('the company is disconnected only after a confirmation', async () => {
    const panel = await setup(active);

    await panel.press('Deconectează');
    assert.equal(panel.calls('disconnect'), 0);
    assert.includes(panel.text, 'la ANAF se stinge singură, la expirare');
    await panel.press('Deconectează');

    assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    assert.equal(panel.calls('disconnect'), 1);
  });

  it('the status has no button for what the backend or the session lacks', async () => {
    const panel = await setup({ answer: { ...active.answer, capabilities: [], permissions: ['view'] } });

    for (const name of ['Verifică acum', 'Reautorizează', 'Deconectează']) assert.excludes(panel.text, name);
  });

  it('refresh() reads the authorization again', async () => {
    const panel = await setup();
    panel.adapter.authorize();

    await panel.element.refresh();
    await panel.settled();

    assert.includes(panel.text, 'Activă');
  });

  const problems = [
    ['unreachable', 'Nu putem afla starea autorizării'],
    ['session-expired', 'Sesiunea ta s-a încheiat'],
    ['permission-missing', 'Nu ai dreptul să vezi autorizarea'],
    ['rate-limited', 'Prea multe încercări'],
    ['unreadable', 'Autorizarea nu este pregătită pe acest site'],
  ] as const;
  for (const [code, heading] of problems) {
    it(`the problem ${code} shows "${heading}", and the person can try again`, async () => {
      const panel = await setup();
      panel.adapter.failNext(new SpvProblem(code, 'scripted', { reference: '7F3K' }));
      panel.element.adapter = undefined;
      await panel.settled();
      panel.element.adapter = panel.adapter;
      await panel.settled();
      assert.equal(panel.heading, heading);
      assert.includes(panel.text, '7F3K');

      await panel.press('Încearcă din nou');

      assert.equal(panel.heading, 'Autorizare pentru e-Factura în SPV');
    });
  }
});
