import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { hasSessionCookie, LoginSessions } from 'mock-anaf/internal/anaf/login/login-sessions.ts';

const target = { clientId: 'any', authorizeAddress: '/authorize', refusedAddress: 'https://app.example/callback' };

describe('LoginSessions', () => {
  it('only the newest 2000 login sessions are kept while the clock is frozen', () => {
    const sessions = new LoginSessions(new MovableClock(() => 1_800_000_000), () => 600);
    const ids = Array.from({ length: 2100 }, () => sessions.open(target).id);

    const found = ids.filter((id) => sessions.find({ headers: {} }, id));

    assert.deepEqual(found, ids.slice(-2000));
  });

  it('a login session is found by its cookie among the other cookies of the host', () => {
    const sessions = new LoginSessions(new MovableClock(), () => 600);
    const { id } = sessions.open(target);

    const found = sessions.find({ headers: { cookie: `theme=a=b; MRHSession=${id}; F5_ST=1z1z1z` } });

    assert.equal(found?.id, id);
  });

  it('a session cookie that the logout page deleted does not count as a session cookie', () => {
    const headers = (cookie: string) => ({ headers: { cookie } });

    const counted = ['MRHSession=deleted', 'LastMRH_Session=1', 'MRHSession=0123'].map((cookie) =>
      hasSessionCookie(headers(cookie)),
    );

    assert.deepEqual(counted, [false, false, true]);
  });
});
