import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Link, type LinkState, linkStates } from 'spv-authorize/contract';
import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { LinkWatch } from 'spv-authorize/internal/controllers/link-watch.ts';

const { now } = exampleAnswer;

function link(linkId: string, state: LinkState = 'new'): Link {
  return { linkId, state, createdAt: now, changedAt: now, expiresAt: now + 86_400 };
}

function watching(...links: Link[]): LinkWatch {
  const watch = new LinkWatch();
  watch.read({ now, links });
  return watch;
}

describe('LinkWatch', () => {
  it('a link is open in every state but the final ones', () => {
    const open = linkStates.filter((state) => watching(link('a', state)).open === 1);

    assert.deepEqual(open, ['new', 'opened', 'in-progress', 'no-rights', 'other']);
  });

  it('links are polled until they have been read for the first time, and after they are out of date', () => {
    const watch = new LinkWatch();
    const before = watch.isLive(false);
    watch.read({ now, links: [] });
    const read = watch.isLive(false);
    watch.expire();

    assert.deepEqual([before, read, watch.isLive(false)], [true, false, true]);
  });

  it('an open link is polled on its own screen, and elsewhere only when this page created it', () => {
    const others = watching(link('a'));
    const own = watching();
    own.put(link('b'), now);

    assert.deepEqual([others.isLive(true), others.isLive(false)], [true, false]);
    assert.deepEqual([own.isLive(true), own.isLive(false)], [true, true]);
    own.put(link('b', 'cancelled'), now);
    assert.deepEqual([own.isLive(true), own.isLive(false)], [false, false]);
  });

  it('links that could not be read are read again only on their own screen', () => {
    const watch = new LinkWatch();
    watch.fail({ code: 'unreachable' });

    assert.deepEqual([watch.isLive(true), watch.isLive(false)], [true, false]);
  });

  it('a changed or missing link is news, a new one is not', () => {
    const watch = watching(link('a'));

    assert.equal(watch.read({ now, links: [link('a'), link('b')] }), false);
    assert.equal(watch.read({ now, links: [link('a', 'opened'), link('b')] }), true);
    assert.equal(watch.read({ now, links: [link('b')] }), true);
    assert.equal(watch.read({ now, links: [link('b')] }), false);
  });

  it('a link that the person changed replaces the known one, a new one comes first, and reads that began before are out of date', () => {
    const watch = watching(link('a'));
    const { version } = watch;

    watch.put(link('a', 'cancelled'), now);
    watch.put(link('b'), now);

    assert.deepEqual(watch.answer, { now, links: [link('b'), link('a', 'cancelled')] });
    assert.notEqual(watch.version, version);
  });

  it('a successful read removes the problem of an earlier one', () => {
    const watch = new LinkWatch();
    watch.fail({ code: 'unreachable' });
    const problem = watch.problem;
    watch.read({ now, links: [] });

    assert.deepEqual([problem, watch.problem], [{ code: 'unreachable' }, undefined]);
  });
});
