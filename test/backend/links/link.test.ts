import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { link } from 'spv-authorize/contract';
import { endOf, type LastTry, type LinkRow, toLink } from 'spv-authorize-backend/internal/links/link.ts';
import * as v from 'valibot';

const created = 1_795_500_000;
const expires = created + 7 * 24 * 3600;
const row: LinkRow = {
  id: 'link-1',
  company_id: 'company-1',
  created_at: created,
  created_by_id: 'u1',
  created_by_name: null,
  email: null,
  sent_at: null,
  expires_at: expires,
  opened_at: null,
  used_at: null,
  declined_at: null,
  cancelled_at: null,
};
const running: LastTry = {
  state: 'at-anaf',
  created_at: created + 100,
  expires_at: created + 1000,
  ended_at: null,
  failure_code: null,
  returned_at: null,
};
const failed: LastTry = { ...running, state: 'failed', returned_at: created + 160, failure_code: 'access-denied' };

function stateOf(changes: Partial<LinkRow>, last?: LastTry, now = created + 200) {
  const { state, changedAt } = v.parse(link, toLink({ ...row, ...changes }, last, now));
  return { state, changedAt: changedAt - created };
}

describe('the state of a link', () => {
  it('a link is new until its page was opened', () => {
    assert.deepEqual(stateOf({}), { state: 'new', changedAt: 0 });
    assert.deepEqual(stateOf({ opened_at: created + 50 }), { state: 'opened', changedAt: 50 });
  });

  it('a link is in progress while a try runs', () => {
    for (const state of ['created', 'shown', 'at-anaf', 'verifying'] as const) {
      assert.deepEqual(stateOf({}, { ...running, state }), { state: 'in-progress', changedAt: 100 });
    }
    const verifying: LastTry = { ...running, state: 'verifying', returned_at: created + 160 };
    assert.deepEqual(stateOf({}, verifying), { state: 'in-progress', changedAt: 160 });
  });

  it('a link whose last try expired without an answer is opened', () => {
    assert.deepEqual(stateOf({}, running, created + 1000), { state: 'opened', changedAt: 100 });
    const lapsed: LastTry = { ...running, state: 'lapsed', ended_at: created + 1003 };
    assert.deepEqual(stateOf({}, lapsed, created + 2000), { state: 'opened', changedAt: 1003 });
  });

  it('a failed try leaves the link opened, with the code of the failure', () => {
    assert.deepEqual(stateOf({ opened_at: created + 50 }, failed), { state: 'opened', changedAt: 160 });
    assert.deepEqual(toLink(row, failed, created + 200).failure, { code: 'access-denied' });
    assert.equal(toLink(row, running, created + 200).failure, undefined);
  });

  it('a certificate without the right leaves the link open with the state "no-rights"', () => {
    for (const failure_code of ['no-right-for-company', 'no-right-for-any-company'] as const) {
      assert.deepEqual(stateOf({}, { ...failed, failure_code }), { state: 'no-rights', changedAt: 160 });
    }
    assert.equal(endOf(row, created + 200), undefined);
  });

  it('a link ends by use, refusal, cancellation or expiry', () => {
    const ends = [
      [{ used_at: created + 170 }, 'completed', 'used'],
      [{ declined_at: created + 170 }, 'declined', 'declined'],
      [{ cancelled_at: created + 170 }, 'cancelled', 'cancelled'],
    ] as const;
    for (const [changes, state, end] of ends) {
      assert.deepEqual(stateOf(changes, failed), { state, changedAt: 170 });
      assert.equal(endOf({ ...row, ...changes }, created + 200), end);
    }
    assert.deepEqual(stateOf({}, failed, expires), { state: 'expired', changedAt: expires - created });
    assert.equal(endOf(row, expires), 'expired');
    assert.equal(endOf(row, expires - 1), undefined);
  });

  it('a try that began before the link expired is still in progress after it', () => {
    const late: LastTry = { ...running, created_at: expires - 10, expires_at: expires + 890 };
    assert.equal(stateOf({}, late, expires + 10).state, 'in-progress');
    assert.equal(stateOf({}, late, expires + 890).state, 'expired');
  });

  it('a link names its creator, its recipient and the time of the last e-mail', () => {
    const { createdBy, email, sentAt } = toLink(
      { ...row, created_by_name: 'Maria Pop', email: 'ana@cabinet.example', sent_at: created + 5 },
      undefined,
      created + 10,
    );
    assert.deepEqual([createdBy, email, sentAt], ['Maria Pop', 'ana@cabinet.example', created + 5]);
    assert.deepEqual(Object.keys(toLink(row, undefined, created)).sort(), [
      'changedAt',
      'createdAt',
      'expiresAt',
      'linkId',
      'state',
    ]);
  });
});
