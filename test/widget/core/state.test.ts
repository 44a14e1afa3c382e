import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { home, isOpenable, type Status, statusOf, watched, watchesLinks } from 'spv-authorize/internal/core/state.ts';
import { authorized, inviting, notAuthorized, type StateLabel, states } from './samples.ts';

const attempt = { attemptId: 'own' };
const onRequest = { authorization: 'on-request' };
const checking: Status = {
  name: 'status',
  answer: { ...authorized, authorization: { ...exampleConnection, status: 'checking' } },
  verifying: false,
};

/** Nothing is watched in the states that are not listed. */
const watchedIn: Partial<Record<StateLabel, ReturnType<typeof watched> | object>> = {
  none: onRequest,
  'none, view only': onRequest,
  choose: onRequest,
  'choose, may invite': onRequest,
  'links from choose': onRequest,
  'links from a failure': onRequest,
  'links from none': onRequest,
  guide: onRequest,
  checklist: onRequest,
  'checklist, authorized before': onRequest,
  leaving: attempt,
  'at ANAF': attempt,
  'at ANAF, asked': attempt,
  'at ANAF, window gone': attempt,
  'at ANAF, backend silent': attempt,
  'at ANAF after a redirect': attempt,
  'at ANAF again': attempt,
  'at ANAF to renew': attempt,
  verifying: attempt,
  'verifying after a redirect': attempt,
  'verifying, backend silent': attempt,
  failure: attempt,
  'failure after a redirect': attempt,
  'failure, no redirect': attempt,
  'failure without attempt': onRequest,
  status: onRequest,
  'status, expired': onRequest,
  'status, verifying': onRequest,
  'status, view only': onRequest,
  'status, may not disconnect': onRequest,
  'status, cannot disconnect': onRequest,
};

describe('watched', () => {
  for (const [label, state] of Object.entries(states)) {
    // The labels are the keys of `states`.
    const expected = watchedIn[label as StateLabel];

    it(`the state "${label}" watches ${JSON.stringify(expected ?? 'nothing')}`, () => {
      assert.deepEqual(watched(state), expected);
    });
  }

  it('an authorization that is being checked is read often', () => {
    assert.deepEqual(watched(checking), { authorization: 'often' });
  });
});

describe('watchesLinks', () => {
  it('the links are read on the screens that show them, and for nobody who may not invite', () => {
    const watching = Object.values(states).filter((state) => watchesLinks(state));
    const asked = [states.none, states.status].map((state) => watchesLinks({ ...state, answer: inviting }));

    assert.deepEqual(
      watching.map(({ name }) => name),
      ['links', 'links', 'links'],
    );
    assert.deepEqual(asked, [true, true]);
  });
});

describe('home', () => {
  it('a company without an authorization is at "none", any other at "status"', () => {
    assert.deepEqual(home(notAuthorized), { name: 'none', answer: notAuthorized });
    assert.deepEqual(home(authorized), { name: 'status', answer: authorized, verifying: false });
  });
});

describe('statusOf', () => {
  it('the status is unknown until the backend has answered', () => {
    assert.deepEqual([states.loading, states.problem, states.none, states.status, checking].map(statusOf), [
      undefined,
      undefined,
      'none',
      'active',
      'checking',
    ]);
  });
});

describe('isOpenable', () => {
  it('an attempt can be opened while its address is known', () => {
    assert.equal(isOpenable({ attemptId: 'own' }), false);
    assert.equal(isOpenable({ attemptId: 'own', authorizeUrl: 'https://spv.example/authorize/t' }), true);
  });
});
