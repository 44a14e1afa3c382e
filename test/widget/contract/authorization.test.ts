import { describe, it } from 'node:test';
import { application, authorization, authorizationAnswer, rightsVerdict } from 'spv-authorize/contract';
import { exampleAnswer, exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { accepts, refuses, withoutEach } from './schema.ts';

const app = { name: 'FacturaApp', services: ['e-factura', 'e-transport'] };

describe('the authorization of the contract', () => {
  it('an application has a name and at least one known service', () => {
    accepts(application, app, {
      ...app,
      logoUrl: 'https://app.example/logo.svg',
      supportEmail: 'help@app.example',
      privacyUrl: 'https://app.example/privacy',
      helpUrl: 'https://app.example/spv/help',
    });
    refuses(application, ...withoutEach(app), { ...app, services: [] }, { ...app, services: ['e-sigiliu'] });
    refuses(
      application,
      { ...app, supportEmail: 'nobody' },
      { ...app, privacyUrl: '/p' },
      { ...app, logoUrl: '/l' },
      { ...app, helpUrl: '/h' },
    );
  });

  it('ANAF’s verdict on the rights is granted, denied or unknown', () => {
    accepts(rightsVerdict, 'granted', 'denied', 'unknown');
    refuses(rightsVerdict, 'maybe', '');
  });

  it('a company without an authorization has nothing but its status', () => {
    accepts(authorization, { status: 'none' });
  });

  const statuses = ['checking', 'active', 'expiring', 'expired', 'revoked', 'no-rights'] as const;
  for (const status of statuses) {
    it(`an authorization that is ${status} has its dates, certificate, rights and renewal`, () => {
      const { authorizedBy: _, ...required } = { ...exampleConnection, status };

      accepts(authorization, { ...exampleConnection, status }, required);
      refuses(authorization, ...withoutEach(required));
    });
  }

  it('an authorization with an unknown status, origin or verdict is refused', () => {
    refuses(authorization, { ...exampleConnection, status: 'maybe' }, { ...exampleConnection, via: 'letter' });
    refuses(authorization, { ...exampleConnection, rights: { verdict: 'maybe' } });
    for (const via of ['certificate', 'link', 'import']) accepts(authorization, { ...exampleConnection, via });
  });

  it('a renewal may have a last result, and the times of the last and the next attempt', () => {
    for (const lastResult of ['renewed', 'transient', 'rejected']) {
      accepts(authorization, { ...exampleConnection, renewal: { lastResult, lastAttemptAt: 1, nextAttemptAt: 2 } });
    }
    refuses(authorization, { ...exampleConnection, renewal: { lastResult: 'whatever' } });
    refuses(authorization, { ...exampleConnection, renewal: { lastAttemptAt: -1 } });
  });

  it('the answer has clock, company, application, capabilities, permissions and authorization', () => {
    const { now, company } = exampleAnswer;

    accepts(authorizationAnswer, exampleAnswer);
    refuses(authorizationAnswer, ...withoutEach(exampleAnswer), { ...exampleAnswer, now: now + 0.5 });
    for (const part of withoutEach(company)) refuses(authorizationAnswer, { ...exampleAnswer, company: part });
  });

  it('the capabilities are verify, disconnect and redirect; the permissions view, authorize, invite and disconnect', () => {
    const capabilities = ['verify', 'disconnect', 'redirect'];
    const permissions = ['view', 'authorize', 'invite', 'disconnect'];

    accepts(authorizationAnswer, { ...exampleAnswer, capabilities, permissions });
    refuses(authorizationAnswer, { ...exampleAnswer, permissions: [''] });
  });
});
