import assert from 'node:assert/strict';
import type { MockAnaf } from 'mock-anaf';

/**
 * Sends a request to the picker's door, and asserts that it is still unanswered after the journal has recorded it as `hang` and a later
 * request at the same door has been answered. Then aborts it.
 */
export async function staysUnanswered(mock: MockAnaf, send: (signal: AbortSignal) => Promise<unknown>): Promise<void> {
  const giveUp = new AbortController();
  let end = 'none';
  const request = send(giveUp.signal).then(
    () => {
      end = 'answered';
    },
    () => {
      end = 'broken';
    },
  );

  const hanging = await mock.journal.waitFor({ door: 'picker', status: 'hang' });
  await (await fetch(`${mock.urls.picker}/my.logout.php3`)).text();

  assert.equal(hanging.length, 1, 'the journal has one hanging request');
  assert.equal(end, 'none');
  giveUp.abort();
  await request;
}
