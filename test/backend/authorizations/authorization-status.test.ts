import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { authorization } from 'spv-authorize/contract';
import {
  type AuthorizationFacts,
  type CandidateFacts,
  connectedAuthorization,
  unprovenAuthorization,
} from 'spv-authorize-backend/internal/authorizations/authorization-status.ts';
import * as v from 'valibot';

const accessExpiresAt = 10_000;
const now = 5000;
const company = { taxId: '90123459' };
const grant = {
  issuer: 'certSIGN',
  serial: '34:00',
  access_expires_at: accessExpiresAt,
  reauthorize_by: 30_000,
  revoked_at: null,
  renewal_result: null,
  renewal_attempt_at: null,
  next_action_at: null,
} as const;
const facts: AuthorizationFacts = {
  ...grant,
  tax_id: company.taxId,
  verdict: 'granted',
  verdict_at: 4000,
  authorized_at: 3000,
  authorized_by_name: 'Maria Pop',
  via: 'certificate',
};

describe('the status of an authorization', () => {
  const otherTaxId = { tax_id: '80123459' };
  const revoked = { revoked_at: 4500 };
  const denied = { verdict: 'denied' } as const;
  for (const { title, changed = {}, at = now, status } of [
    { title: 'an authorization with the right for its CUI is active', status: 'active' },
    {
      title: 'an authorization is active until the second before its access token expires',
      at: accessExpiresAt - 1,
      status: 'active',
    },
    {
      title: 'an authorization is expired from the second on in which its access token expires',
      at: accessExpiresAt,
      status: 'expired',
    },
    { title: 'an authorization is expired after its access token expired', at: accessExpiresAt + 1, status: 'expired' },
    { title: 'an authorization whose right ANAF denied has no rights', changed: denied, status: 'no-rights' },
    {
      title: 'an authorization whose right is not known is active',
      changed: { verdict: 'unknown' } as const,
      status: 'active',
    },
    { title: 'an authorization for another CUI is being checked', changed: otherTaxId, status: 'checking' },
    {
      title: 'an authorization that was denied for another CUI is being checked',
      changed: { ...denied, ...otherTaxId },
      status: 'checking',
    },
    {
      title: 'an authorization for another CUI is expired after its end',
      changed: otherTaxId,
      at: accessExpiresAt,
      status: 'expired',
    },
    { title: 'an authorization that ANAF revoked is revoked', changed: revoked, status: 'revoked' },
    {
      title: 'an authorization that ANAF revoked stays revoked after its end',
      changed: revoked,
      at: accessExpiresAt,
      status: 'revoked',
    },
    {
      title: 'an authorization that ANAF revoked in the second 0 is revoked',
      changed: { revoked_at: 0 },
      status: 'revoked',
    },
  ]) {
    it(title, () => {
      assert.equal(connectedAuthorization({ ...facts, ...changed }, company, at).status, status);
    });
  }
});

describe('the description of an authorization', () => {
  it('an authorization is described with all stored facts in the form of the contract', () => {
    const renewal = { renewal_result: 'transient', renewal_attempt_at: 4200, next_action_at: 4300 } as const;

    const described = connectedAuthorization({ ...facts, ...renewal }, company, now);

    assert.deepEqual(described, {
      status: 'active',
      accessExpiresAt,
      reauthorizeBy: 30_000,
      authorizedAt: 3000,
      authorizedBy: 'Maria Pop',
      via: 'certificate',
      certificate: { issuer: 'certSIGN', serial: '34:00' },
      rights: { verdict: 'granted', checkedAt: 4000 },
      renewal: { lastResult: 'transient', lastAttemptAt: 4200, nextAttemptAt: 4300 },
    });
    assert.deepEqual(v.parse(authorization, described), described);
  });

  it('an authorization is described without the facts that are not known', () => {
    const { rights, renewal, ...described } = connectedAuthorization(
      { ...facts, authorized_by_name: null, verdict_at: null },
      company,
      now,
    );

    assert.deepEqual([rights, renewal], [{ verdict: 'granted' }, {}]);
    assert.ok(!('authorizedBy' in described));
  });

  it('a verdict about another CUI than the one of the company is not shown', () => {
    assert.deepEqual(connectedAuthorization({ ...facts, tax_id: '80123459' }, company, now).rights, {
      verdict: 'unknown',
    });
  });

  it('a candidate is described as being checked, with an unknown right and the person who authorized', () => {
    const candidate: CandidateFacts = { ...grant, tax_id: company.taxId, created_at: 4800, user_name: 'Maria Pop' };

    const described = unprovenAuthorization(candidate, company);

    assert.deepEqual(described, {
      status: 'checking',
      accessExpiresAt,
      reauthorizeBy: 30_000,
      authorizedAt: 4800,
      authorizedBy: 'Maria Pop',
      via: 'certificate',
      certificate: { issuer: 'certSIGN', serial: '34:00' },
      rights: { verdict: 'unknown' },
      renewal: {},
    });
    assert.deepEqual(v.parse(authorization, described), described);
  });
});
