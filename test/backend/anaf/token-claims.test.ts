import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnsecuredJWT } from 'jose';
import { readTokenClaims, readTokenEnd } from 'spv-authorize-backend/internal/anaf/token-claims.ts';

const token = (claims: Record<string, unknown>) => new UnsecuredJWT(claims).encode();
/** What is read of a token that says nothing else. */
const read = { issuer: 'certSIGN', serial: '34', clientId: undefined, expiresAt: undefined };
const certificate = { issuer: 'certSIGN', serial: '34:00:00' };

describe('readTokenClaims', () => {
  it('the roles of tokens from 2024 are read from a list with commas', () => {
    const claims = readTokenClaims(
      token({ ...certificate, role: 'HELLO,EFACTURA,ETRANSPORT', clientappid: 'app', exp: 10 }),
    );

    assert.deepEqual(claims, {
      ...certificate,
      roles: ['HELLO', 'EFACTURA', 'ETRANSPORT'],
      clientId: 'app',
      expiresAt: 10,
    });
  });

  it('the roles of tokens from 2026 are read from a list with @', () => {
    const claims = readTokenClaims(token({ ...certificate, roles: 'HELLO@EFACTURA@SRV_EFACTURA' }));

    assert.deepEqual(claims?.roles, ['HELLO', 'EFACTURA', 'SRV_EFACTURA']);
  });

  it('claims that are only in scope_data are found there', () => {
    const scope_data = [
      { id: 'issuer', value: 'certSIGN' },
      { id: 'serial', value: '34' },
      { id: 'role', value: 'EFACTURA' },
      { id: 'clientappid', value: 'app' },
    ];

    const claims = readTokenClaims(token({ scope_data }));

    assert.deepEqual(claims, { ...read, roles: ['EFACTURA'], clientId: 'app' });
  });

  it('entries of scope_data that have another form are skipped', () => {
    const scope_data = [
      ...[null, 'issuer', 7, { id: 'issuer' }, { value: 'certSIGN' }],
      { id: 'issuer', value: 'certSIGN' },
      { id: 'serial', value: '34' },
      { id: 'role', value: 12 },
    ];

    const claims = readTokenClaims(token({ scope_data }));

    assert.deepEqual(claims, { ...read, roles: [] });
  });

  it('claims that are empty or no text are looked up in scope_data', () => {
    const scope_data = [
      { id: 'issuer', value: 'certSIGN' },
      { id: 'serial', value: '34' },
      { id: 'role', value: 'EFACTURA' },
    ];

    const claims = readTokenClaims(token({ issuer: '', serial: 34, role: '', roles: ['HELLO'], scope_data }));

    assert.deepEqual(claims, { ...read, roles: ['EFACTURA'] });
  });

  it('a token without roles, or with gaps in their list, has only the roles that it names', () => {
    assert.deepEqual(readTokenClaims(token(certificate))?.roles, []);
    assert.deepEqual(readTokenClaims(token({ ...certificate, roles: '@EFACTURA@@HELLO,' }))?.roles, [
      'EFACTURA',
      'HELLO',
    ]);
  });

  it('a token that names only the issuer or only the serial of a certificate has no claims', () => {
    assert.equal(readTokenClaims(token({ issuer: 'certSIGN', scope_data: 'x' })), undefined);
    assert.equal(readTokenClaims(token({ serial: '34', scope_data: { id: 'issuer', value: 'x' } })), undefined);
  });

  it('an opaque token, a damaged token and a token without a certificate have no claims', () => {
    for (const text of ['f7584c01843b44ef373abe83855c53b1', 'a.b.c', '', token({ role: 'EFACTURA' })]) {
      assert.equal(readTokenClaims(text), undefined);
    }
  });
});

describe('readTokenEnd', () => {
  it('the end of a refresh token is its exp claim, if it has one', () => {
    assert.equal(readTokenEnd(token({ exp: 42 })), 42);
    assert.equal(readTokenEnd('opaque'), undefined);
  });
});
