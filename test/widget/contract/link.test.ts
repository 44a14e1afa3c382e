import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  createdLink,
  emailAddress,
  link,
  linkAnswer,
  linkStates,
  linksAnswer,
  sendLinkRequest,
  withKnownValues,
} from 'spv-authorize/contract';
import * as v from 'valibot';
import { accepts, refuses, withoutEach } from './schema.ts';

const instants = { createdAt: 1_795_500_000, changedAt: 1_795_500_060, expiresAt: 1_796_104_800 };
const unopened = { linkId: 'link-1', state: 'new', ...instants };

describe('the link of the contract', () => {
  it('a link has an id, a state and three instants', () => {
    for (const state of linkStates) accepts(link, { ...unopened, state });
    refuses(link, ...withoutEach(unopened), { ...unopened, state: 'lost' }, { ...unopened, createdAt: 'today' });
  });

  it('a link may name its creator, its recipient and the failure of the last try', () => {
    const mailed = { email: 'ana@cabinet.example', sentAt: 1_795_500_030 };
    accepts(link, { ...unopened, ...mailed, createdBy: 'Maria Pop', failure: { code: 'no-right-for-company' } });
    refuses(link, { ...unopened, email: 'ana' }, { ...unopened, failure: { code: 'whatever' } });
  });

  it('only the answer to a creation contains the address of the link', () => {
    const created = { now: 1, link: unopened, url: 'https://spv.example/l/secret' };
    accepts(createdLink, created);
    refuses(createdLink, ...withoutEach(created), { ...created, url: '/l/secret' });
    assert.deepEqual(v.parse(linkAnswer, created), { now: 1, link: unopened });
    accepts(linksAnswer, { now: 1, links: [] }, { now: 1, links: [unopened] });
  });

  it('a link is sent to one address, with at most 500 characters of own text, in Romanian or English', () => {
    const email = 'ana@cabinet.example';
    accepts(sendLinkRequest, { email }, { email, message: 'a'.repeat(500), language: 'en' });
    refuses(sendLinkRequest, {}, { email, message: 'a'.repeat(501) }, { email, language: 'hu' });
    refuses(
      emailAddress,
      'ana@cabinet.example, ion@alt.example',
      `${'a'.repeat(250)}@b.example`,
      'a@b.example\r\nBcc: x@y.example',
    );
  });

  it('a state that this version does not know becomes "other"', () => {
    const newer = { now: 1, links: [{ ...unopened, state: 'forwarded' }] };

    assert.equal(v.parse(linksAnswer, withKnownValues(newer)).links[0]?.state, 'other');
  });
});
