import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { describe, it } from 'node:test';
import { admin } from '../../support/admin.ts';
import { apiOf, apiWithToken } from '../../support/api.ts';
import { beta, exemplu, gama, invoice } from '../../support/invoice.ts';
import { authorizeUrl, claimsOf, outcomeOf, refresh, startMock } from '../../support/login.ts';
import { identityOf, serialOf, visitByNode, walkTlsDoor } from '../../support/tls-clients.ts';

const list = (cui: string) => `listaMesajeFactura?zile=1&cif=${cui}`;
const day = 86_400;

describe('companies at run time', () => {
  it('a company added at run time is in the register, and replaces the one with the same CUI', async () => {
    await using mock = await startMock();
    const company = { name: 'Zeta SRL', isEnforcementAuthority: true };

    const added = await admin(mock, 'PUT', '/companies/90678423', { name: 'Before' });
    await admin(mock, 'PUT', '/companies/90678423', company);

    assert.equal(added.status, 200);
    assert.deepEqual(
      mock.state.companies.filter(({ cui }) => cui === '90678423'),
      [{ cui: '90678423', ...company }],
    );
  });

  it('an invoice of a company is accepted while the company is in the register, and refused after its removal', async () => {
    await using mock = await startMock({ lifetimes: { processingSeconds: 0 } });
    mock.putCompany({ cui: '90678423', name: 'Zeta SRL' });
    mock.addPerson({ name: 'zeta', rights: ['90678423'] });
    const api = await apiOf(mock, 'zeta');
    const upload = `upload?standard=UBL&cif=90678423`;
    const document = invoice({ seller: '90678423', buyer: beta.cui });

    const before = await api.post(upload, document);
    const { body } = await admin(mock, 'DELETE', '/companies/90678423');
    const after = await api.post(upload, document);

    assert.match(before.text, /ExecutionStatus="0"/);
    assert.deepEqual(body, { done: true });
    assert.match(after.text, /Nu exista niciun CIF pentru care sa aveti drept in SPV/);
  });
});

describe('a person added at run time', () => {
  it('an added person has a PKCS#12 to download and a certificate that the login accepts', async () => {
    await using mock = await startMock();
    const request = { name: 'new-one', fullName: 'Ileana Cosânzeana', rights: [exemplu.cui] };

    const { status, body } = await admin(mock, 'POST', '/personas', request);

    const p12 = await fetch(mock.urls.admin + String(body.p12));
    const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, identityOf(mock, 'new-one'));
    assert.equal(status, 200);
    assert.equal(p12.headers.get('content-type'), 'application/x-pkcs12');
    assert.match(new X509Certificate(identityOf(mock, 'new-one').certificatePem).subject, /CN=Ileana Cosânzeana/);
    assert.ok(end.searchParams.get('code'));
    assert.match((await (await apiOf(mock, 'new-one')).get(list(exemplu.cui))).text, /Nu exista mesaje/);
  });

  for (const [what, change, reason] of [
    ['an unknown authority', { authority: 'unknown' }, /not issued by an accepted authority/],
    ['an expired certificate', { validity: 'expired' }, /not valid at this time/],
    ['a revoked certificate', { isRevoked: true }, /revoked by its issuer/],
    ['no enrolment', { enrolledAt: null }, /not enrolled in SPV/],
  ] as const) {
    it(`the login refuses an added person with ${what}`, async () => {
      await using mock = await startMock();
      await admin(mock, 'POST', '/personas', { name: 'new-one', ...change });

      assert.equal((await outcomeOf(mock, { persona: 'new-one' })).error, 'access_denied');
      assert.match(mock.journal.entries({ path: '/my.policy' }).at(-1)?.reason ?? '', reason);
    });
  }

  it('the login refuses an added person until 24 hours after their enrolment', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    mock.addPerson({ name: 'new-one', enrolledAt: mock.clock.now() });

    const early = await outcomeOf(mock, { persona: 'new-one' });
    mock.clock.advance(day);
    const late = await outcomeOf(mock, { persona: 'new-one' });

    assert.equal(early.error, 'access_denied');
    assert.ok(late.code);
  });

  it('a removed person loses rights and certificate, and a reset removes added people', async () => {
    await using mock = await startMock();
    mock.addPerson({ name: 'new-one', rights: [exemplu.cui] });
    mock.addPerson({ name: 'second' });
    const identity = identityOf(mock, 'new-one');
    const api = await apiOf(mock, 'new-one');

    await admin(mock, 'DELETE', '/personas/new-one');

    const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, identity);
    assert.equal(end.searchParams.get('error'), 'access_denied');
    assert.match((await api.get(list(exemplu.cui))).text, /Nu exista niciun CIF/);
    mock.reset();
    assert.equal(
      mock.personas.some(({ name }) => name === 'second'),
      false,
    );
  });
});

describe('a renewed certificate', () => {
  it('a renewed certificate has a new key and serial, and is refused until 24 hours after its enrolment', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const old = identityOf(mock, 'administrator');
    const oldSerial = serialOf(mock, 'administrator');

    const { body } = await admin(mock, 'POST', '/personas/administrator/renew-certificate', {});
    const renewed = identityOf(mock, 'administrator');
    const unenrolled = await outcomeOf(mock, { persona: 'administrator' });
    mock.changePerson('administrator', { enrolledAt: mock.clock.now() });
    const sameDay = await outcomeOf(mock, { persona: 'administrator' });
    mock.clock.advance(day);
    const nextDay = await outcomeOf(mock, { persona: 'administrator' });

    assert.notEqual(body.serial, oldSerial);
    assert.notEqual(renewed.privateKeyPem, old.privateKeyPem);
    assert.deepEqual(body.earlierCertificates, [{ serial: oldSerial, enrolledAt: null }]);
    assert.deepEqual([unenrolled.error, sameDay.error], ['access_denied', 'access_denied']);
    assert.ok(nextDay.code);
  });

  it('after a renewal the old certificate is refused, and its tokens have no rights, even after a refresh', async () => {
    await using mock = await startMock();
    const old = identityOf(mock, 'administrator');
    const oldSerial = serialOf(mock, 'administrator');
    const tokens = await mock.issueTokens({ persona: 'administrator' });

    mock.renewCertificate('administrator', { enrolledAt: 0 });

    const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, old);
    const refreshed = await refresh(mock, tokens.refresh_token);
    const call = await apiWithToken(mock, tokens.access_token).get(list(exemplu.cui));
    const again = await apiWithToken(mock, String(refreshed.body.access_token)).get(list(exemplu.cui));
    assert.equal(end.searchParams.get('error'), 'access_denied');
    assert.equal(mock.journal.entries({ path: '/my.policy' }).at(-1)?.about.persona, 'administrator');
    assert.equal(claimsOf(refreshed.body.access_token).serial, oldSerial);
    for (const { status, text } of [call, again]) {
      assert.equal(status, 200);
      assert.match(text, /Nu exista niciun CIF pentru care sa aveti drept in SPV/);
    }
    assert.match((await (await apiOf(mock, 'administrator')).get(list(exemplu.cui))).text, /Nu exista mesaje/);
  });

  it('with keepsOldEnrolled both certificates are accepted, and each token has the serial of its certificate', async () => {
    await using mock = await startMock();
    const old = identityOf(mock, 'administrator');
    const oldSerial = serialOf(mock, 'administrator');
    mock.renewCertificate('administrator', { enrolledAt: 0, keepsOldEnrolled: true });

    const { end } = await walkTlsDoor(mock, authorizeUrl(mock.urls.login), visitByNode, old);

    const code = end.searchParams.get('code') ?? '';
    assert.equal(mock.state.codes[code]?.serial, oldSerial.replaceAll(':', ''));
    assert.notEqual(claimsOf((await mock.issueTokens({ persona: 'administrator' })).access_token).serial, oldSerial);
  });

  it('with the switch renewalEndsGrants a renewal ends the grants of the old certificate and no others', async () => {
    await using mock = await startMock({ switches: { renewalEndsGrants: true } });
    const own = await mock.issueTokens({ persona: 'administrator' });
    const other = await mock.issueTokens({ persona: 'accountant' });

    mock.renewCertificate('administrator', { enrolledAt: 0 });

    const statuses = [
      (await refresh(mock, own.refresh_token)).status,
      (await refresh(mock, other.refresh_token)).status,
    ];
    assert.deepEqual(statuses, [400, 200]);
  });

  it('a reset restores the key and serial from before a renewal', async () => {
    await using mock = await startMock();
    const old = identityOf(mock, 'administrator');
    mock.renewCertificate('administrator');
    identityOf(mock, 'administrator');

    mock.reset();

    assert.deepEqual(identityOf(mock, 'administrator'), old);
  });
});

describe('a revoked certificate', () => {
  it('a revoked certificate is refused until the revocation is undone', async () => {
    await using mock = await startMock();
    await admin(mock, 'PUT', '/personas/administrator', { isRevoked: true });
    const revoked = await outcomeOf(mock, { persona: 'administrator' });
    await admin(mock, 'PUT', '/personas/administrator', { isRevoked: false });

    const good = await outcomeOf(mock, { persona: 'administrator' });

    assert.equal(revoked.error, 'access_denied');
    assert.ok(good.code);
  });
});

describe('a delegation', () => {
  it('a delegated right comes into force after 24 hours, and stays when the giver loses their right', async () => {
    await using mock = await startMock();
    mock.clock.freeze();
    const api = await apiOf(mock, 'no-company');

    const { body } = await admin(mock, 'POST', `/companies/${gama.cui}/delegations`, {
      from: 'accountant',
      to: 'no-company',
    });
    const sameDay = await api.get(list(gama.cui));
    mock.clock.advance(day);
    const nextDay = await api.get(list(gama.cui));
    mock.changePerson('accountant', { rights: [] });
    const giverGone = await api.get(list(gama.cui));

    assert.deepEqual(body.rights, [{ cui: gama.cui, since: mock.clock.now() - day, delegatedBy: 'accountant' }]);
    assert.match(sameDay.text, /Nu exista niciun CIF/);
    assert.match(nextDay.text, /Nu exista mesaje/);
    assert.match(giverGone.text, /Nu exista mesaje/);
  });

  it('a person cannot delegate a right that is not in force yet', async () => {
    await using mock = await startMock();
    mock.delegateRight({ cui: gama.cui, from: 'accountant', to: 'no-company' });
    const passOn = { from: 'no-company', to: 'other-company' };

    const early = await admin(mock, 'POST', `/companies/${gama.cui}/delegations`, passOn);
    mock.clock.advance(day);
    const later = await admin(mock, 'POST', `/companies/${gama.cui}/delegations`, passOn);

    assert.deepEqual([early.status, early.body.code], [400, 'bad-value']);
    assert.match(
      String(early.body.message),
      /"from": the right of "no-company" for 90345285 is effective only 24 hours after/,
    );
    assert.equal(later.status, 200);
  });

  it('a delegation to a person who already has the right changes nothing', async () => {
    await using mock = await startMock();
    const before = structuredClone(mock.state.people);

    mock.delegateRight({ cui: exemplu.cui, from: 'accountant', to: 'administrator' });

    assert.deepEqual(mock.state.people, before);
  });
});

describe('invalid requests about people and companies', () => {
  for (const [method, path, body, code] of [
    ['POST', '/personas', {}, 'bad-body'],
    ['POST', '/personas', { name: 'Has Spaces' }, 'bad-value'],
    ['POST', '/personas', { name: 'accountant' }, 'bad-value'],
    ['POST', '/personas', { name: 'x', authority: 'mine' }, 'bad-body'],
    ['POST', '/personas', { name: 'x', validity: 'short' }, 'bad-body'],
    ['POST', '/personas', { name: 'x', isRevoked: 'yes' }, 'bad-body'],
    ['POST', '/personas', { name: 'x', scenario: 'login-slow' }, 'bad-body'],
    ['POST', '/personas', { name: 'x', rights: 'all' }, 'bad-body'],
    ['PUT', '/personas/accountant', { scenario: 1 }, 'bad-body'],
    ['PUT', '/personas/accountant', { scenario: 'page-down' }, 'bad-body'],
    ['DELETE', '/personas/nobody', undefined, 'bad-value'],
    ['POST', '/personas/nobody/renew-certificate', {}, 'bad-value'],
    ['POST', '/personas/accountant/renew-certificate', { enrolledAt: 'now' }, 'bad-body'],
    ['POST', '/personas/accountant/renew-certificate', { keepsOldEnrolled: 1 }, 'bad-body'],
    ['PUT', '/companies/abc', { name: 'X' }, 'bad-value'],
    ['PUT', '/companies/90678423', {}, 'bad-body'],
    ['DELETE', '/companies/90678423', undefined, 'bad-value'],
    ['POST', `/companies/${exemplu.cui}/delegations`, { from: 'accountant' }, 'bad-body'],
    ['POST', `/companies/${exemplu.cui}/delegations`, { from: 'no-company', to: 'accountant' }, 'bad-value'],
    ['POST', `/companies/${exemplu.cui}/delegations`, { from: 'nobody', to: 'accountant' }, 'bad-value'],
    ['POST', '/scenario', { name: 'api-slow', endpoint: 'token' }, 'bad-value'],
    ['POST', '/chaos', { seed: -1 }, 'bad-body'],
    ['POST', '/chaos', { share: 2 }, 'bad-body'],
    ['POST', '/chaos', { sheed: 1 }, 'bad-body'],
  ] as const) {
    it(`${method} ${path} ${JSON.stringify(body) ?? ''} is refused with ${code}, and nothing changes`, async () => {
      await using mock = await startMock();
      const before = JSON.stringify(mock.state);

      const answer = await admin(mock, method, path, body);

      assert.deepEqual([answer.status, answer.body.code], [400, code]);
      assert.equal(JSON.stringify(mock.state), before);
      assert.equal(mock.chaos.settings, undefined);
    });
  }
});
