import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
import { LoginSessions } from 'mock-anaf/internal/anaf/login/login-sessions.ts';
import type { AuthorizeRequest } from 'mock-anaf/internal/anaf/oauth/authorize-request.ts';
import { issueCode } from 'mock-anaf/internal/anaf/oauth/codes.ts';
import { MockEvents } from 'mock-anaf/internal/engine/events/mock-events.ts';
import { newKeyRing } from 'mock-anaf/internal/engine/pki/authority.ts';
import { newState } from 'mock-anaf/internal/engine/state/new-state.ts';

const request: AuthorizeRequest = {
  clientId: 'any',
  redirectUri: 'https://app.example/callback',
  state: undefined,
  wantsJwt: true,
  codeChallenge: undefined,
};

/** A clock that stands still: nothing ever gets old by itself. */
function frozenClock(): MovableClock {
  return new MovableClock(() => 1_800_000_000);
}

describe('while the clock stands still', () => {
  it('the newest 2000 codes are remembered, and no more', async () => {
    const clock = frozenClock();
    const state = newState({ companies: [], people: [], clients: [], idSeed: 'any' }, await newKeyRing());
    const events = new MockEvents();
    const codes = Array.from({ length: 2100 }, (_, index) => `code ${index}`);

    for (const code of codes)
      issueCode({ clock, state, events }, request, { persona: 'administrator', serial: '34' }, code);

    assert.deepEqual(Object.keys(state.codes), codes.slice(-2000));
  });

  it('the newest 2000 login sessions are remembered, and no more', () => {
    const sessions = new LoginSessions(frozenClock(), () => 600);
    const ids = Array.from({ length: 2100 }, () => sessions.open(request, '/authorize').id);

    const found = ids.filter((id) => sessions.find({ headers: {} }, id));

    assert.deepEqual(found, ids.slice(-2000));
  });
});
