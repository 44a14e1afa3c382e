import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MovableClock } from 'mock-anaf';
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

describe('issueCode', () => {
  it('only the newest 2000 codes are kept while the clock is frozen', async () => {
    const clock = new MovableClock(() => 1_800_000_000);
    const state = newState({ companies: [], people: [], clients: [], idSeed: 'any' }, await newKeyRing());
    const events = new MockEvents();
    const codes = Array.from({ length: 2100 }, (_, index) => `code ${index}`);

    for (const code of codes)
      issueCode({ clock, state, events }, request, { persona: 'administrator', serial: '34' }, code);

    assert.deepEqual(Object.keys(state.codes), codes.slice(-2000));
  });
});
