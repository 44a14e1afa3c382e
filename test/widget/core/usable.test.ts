import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Authorization } from 'spv-authorize/contract';
import { exampleAnswer, exampleConnection } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { hasGained, isUsable } from 'spv-authorize/internal/core/usable.ts';

const none = { status: 'none' } as const;
const active = { ...exampleConnection, status: 'active' } as const;
const expiring = { ...exampleConnection, status: 'expiring' } as const;
const expired = { ...exampleConnection, status: 'expired' } as const;
const later = { ...active, authorizedAt: active.authorizedAt + 1 };

describe('isUsable', () => {
  it('only an active or expiring authorization can be used', () => {
    const statuses = ['none', 'checking', 'active', 'expiring', 'expired', 'revoked', 'no-rights'] as const;

    assert.deepEqual(statuses.filter(isUsable), ['active', 'expiring']);
  });
});

describe('hasGained', () => {
  const cases: readonly (readonly [string, Authorization, Authorization, boolean])[] = [
    ['none becomes active', none, active, true],
    ['expired becomes active', expired, active, true],
    ['expired becomes expiring', expired, expiring, true],
    ['active becomes a later authorization', active, later, true],
    ['active stays', active, active, false],
    ['active becomes expiring', active, expiring, false],
    ['a later authorization becomes an earlier one', later, active, false],
    ['none stays', none, none, false],
    ['active becomes none', active, none, false],
    ['none becomes expired', none, expired, false],
    ['active becomes expired', active, expired, false],
  ];
  for (const [what, before, after, expected] of cases) {
    it(`${what}: the company has ${expected ? '' : 'not '}gained an authorization`, () => {
      const answers = [before, after].map((authorization) => ({ ...exampleAnswer, authorization }));
      const [earlier = exampleAnswer, newer = exampleAnswer] = answers;

      assert.equal(hasGained(earlier, newer), expected);
    });
  }
});
