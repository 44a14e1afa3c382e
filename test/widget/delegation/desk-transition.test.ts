import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CreatedLink, Link } from 'spv-authorize/contract';
import { exampleAnswer } from 'spv-authorize/internal/adapters/memory-examples.ts';
import { type Desk, type DeskCall, type DeskInput, emptyDesk } from 'spv-authorize/internal/delegation/desk.ts';
import { deskTransition } from 'spv-authorize/internal/delegation/desk-transition.ts';

const { now } = exampleAnswer;
const link: Link = { linkId: 'a', state: 'new', createdAt: now, changedAt: now, expiresAt: now + 86_400 };
const made: CreatedLink = { now, link, url: 'https://spv.example/l/secret' };
const empty = emptyDesk('ro');
const draft = { email: ' ana@cabinet.example ', message: 'Bună ziua', language: 'ro' } as const;
const request = { email: 'ana@cabinet.example', message: 'Bună ziua', language: 'ro' } as const;
const sending: DeskCall = { action: 'send', linkId: 'a', request };

const desks = {
  empty,
  created: { ...empty, created: { linkId: 'a', url: made.url } },
  'asking to cancel': { ...empty, asking: { action: 'cancel', linkId: 'a' } },
  'asking to replace': { ...empty, asking: { action: 'replace', linkId: 'a' } },
  'writing a mail': { ...empty, mailing: 'a', draft },
  'writing a mail without an address': { ...empty, mailing: 'a', draft: { ...draft, email: 'ana@' } },
  creating: { ...empty, running: { action: 'create' } },
  cancelling: { ...empty, asking: { action: 'cancel', linkId: 'a' }, running: { action: 'cancel', linkId: 'a' } },
  sending: { ...empty, mailing: 'a', draft, running: sending },
} as const satisfies Record<string, Desk>;
type DeskLabel = keyof typeof desks;

const inputs = {
  create: { type: 'create' },
  'ask to cancel': { type: 'ask', action: 'cancel', linkId: 'b' },
  confirm: { type: 'confirm' },
  'write mail': { type: 'write-mail', linkId: 'b', email: 'ion@alt.example' },
  'write first mail': { type: 'write-mail', linkId: 'b', email: undefined },
  type: { type: 'change', part: { message: 'Salut' } },
  'send mail': { type: 'send-mail' },
  dismiss: { type: 'dismiss' },
  made: { type: 'made', answer: made },
  sent: { type: 'sent', answer: { now, link } },
  cancelled: { type: 'cancelled' },
  limit: { type: 'failed', problem: { code: 'link-limit-reached' } },
  malformed: { type: 'failed', problem: { code: 'malformed-request' } },
  refused: { type: 'failed', problem: { code: 'recipient-refused' } },
} as const satisfies Record<string, DeskInput>;
type InputLabel = keyof typeof inputs;

/** What changes in the desk, the call that is made, and where focus goes. */
interface Outcome extends Partial<Desk> {
  readonly call?: DeskCall;
  readonly focus?: 'field';
}

const typed = { ...draft, message: 'Salut' };
const creates: Outcome = { running: { action: 'create' }, call: { action: 'create' } };
const asks: Outcome = { asking: { action: 'cancel', linkId: 'b' }, focus: 'field' };
const idle: Partial<Record<InputLabel, Outcome>> = {
  create: creates,
  'ask to cancel': asks,
  'write mail': { mailing: 'b', draft: { ...empty.draft, email: 'ion@alt.example' }, focus: 'field' },
  'write first mail': { mailing: 'b', draft: empty.draft, focus: 'field' },
  type: { draft: { ...empty.draft, message: 'Salut' } },
  dismiss: {},
};
const asking: Partial<Record<InputLabel, Outcome>> = {
  ...idle,
  'write mail': { ...idle['write mail'], asking: undefined },
  'write first mail': { ...idle['write first mail'], asking: undefined },
  dismiss: { asking: undefined },
};
const writing: Partial<Record<InputLabel, Outcome>> = {
  ...idle,
  'ask to cancel': { ...asks, mailing: undefined },
  'write mail': { mailing: 'b', draft: { ...draft, email: 'ion@alt.example' }, focus: 'field' },
  'write first mail': { mailing: 'b', focus: 'field' },
  type: { draft: typed },
  dismiss: { mailing: undefined },
};
const create: DeskCall = { action: 'create' };
const cancel: DeskCall = { action: 'cancel', linkId: 'a' };
const replace: DeskCall = { action: 'replace', linkId: 'a' };
const created = { linkId: 'a', url: made.url };

/** The outcome of every input that has a meaning. All others leave the desk unchanged. */
const table: Record<DeskLabel, Partial<Record<InputLabel, Outcome>>> = {
  empty: idle,
  created: idle,
  'asking to cancel': { ...asking, confirm: { running: cancel, call: cancel } },
  'asking to replace': { ...asking, confirm: { running: replace, call: replace } },
  'writing a mail': { ...writing, 'send mail': { running: sending, call: sending } },
  'writing a mail without an address': {
    ...writing,
    'write first mail': { mailing: 'b', focus: 'field' },
    type: { draft: { ...typed, email: 'ana@' } },
    'send mail': {
      trouble: { call: { ...sending, request: { ...request, email: 'ana@' } }, code: 'invalid-address' },
      focus: 'field',
    },
  },
  creating: {
    type: { draft: { ...empty.draft, message: 'Salut' } },
    made: { running: undefined, done: create, created, focus: 'field' },
    sent: { running: undefined, done: create, draft: empty.draft },
    cancelled: { running: undefined, done: create },
    limit: { running: undefined, trouble: { call: create, code: 'link-limit-reached' } },
    malformed: { running: undefined, trouble: { call: create, code: 'malformed-request' } },
    refused: { running: undefined, trouble: { call: create, code: 'recipient-refused' } },
  },
  cancelling: {
    type: { draft: { ...empty.draft, message: 'Salut' } },
    made: { running: undefined, asking: undefined, done: cancel, created, focus: 'field' },
    sent: { running: undefined, asking: undefined, done: cancel, draft: empty.draft },
    cancelled: { running: undefined, asking: undefined, done: cancel },
    limit: { running: undefined, asking: undefined, trouble: { call: cancel, code: 'link-limit-reached' } },
    malformed: { running: undefined, asking: undefined, trouble: { call: cancel, code: 'malformed-request' } },
    refused: { running: undefined, asking: undefined, trouble: { call: cancel, code: 'recipient-refused' } },
  },
  sending: {
    type: { draft: typed },
    made: { running: undefined, mailing: undefined, done: sending, created, focus: 'field' },
    sent: { running: undefined, mailing: undefined, done: sending, draft: empty.draft },
    cancelled: { running: undefined, done: sending },
    limit: { running: undefined, trouble: { call: sending, code: 'link-limit-reached' } },
    malformed: { running: undefined, trouble: { call: sending, code: 'invalid-address' }, focus: 'field' },
    refused: { running: undefined, trouble: { call: sending, code: 'recipient-refused' }, focus: 'field' },
  },
};

describe('deskTransition', () => {
  for (const [deskLabel, outcomes] of Object.entries(table)) {
    it(`every input leads from the desk "${deskLabel}" to the outcome of the table`, () => {
      // The keys of `table` are those of `desks`, and the keys of `inputs` are its own.
      const before: Desk = desks[deskLabel as DeskLabel];
      for (const inputLabel of Object.keys(inputs) as InputLabel[]) {
        const next = deskTransition(before, inputs[inputLabel]);
        const { call, focus, ...changes } = outcomes[inputLabel] ?? {};

        assert.deepEqual(next.desk, { ...before, ...changes }, inputLabel);
        assert.deepEqual([next.call, next.focus], [call, focus], inputLabel);
        if (!outcomes[inputLabel]) assert.equal(next.desk, before, `${inputLabel} made a new object`);
      }
    });
  }

  it('the outcome of an earlier call is removed by the next action', () => {
    const done: Desk = { ...empty, done: create, trouble: { call: create, code: 'unreachable' } };

    const { desk } = deskTransition(done, inputs.create);

    assert.deepEqual([desk.done, desk.trouble], [undefined, undefined]);
  });

  it('what was typed stays when the form is closed, when the backend refuses and when another form is opened', () => {
    const closed = deskTransition(desks['writing a mail'], inputs.dismiss).desk;
    const refused = deskTransition(desks.sending, inputs.refused).desk;
    const reopened = deskTransition(closed, inputs['write first mail']).desk;

    assert.deepEqual([closed.draft, refused.draft, reopened.draft], [draft, draft, draft]);
  });

  it('a mail without own words has no message', () => {
    const desk: Desk = { ...empty, mailing: 'a', draft: { ...draft, message: ' ' } };

    assert.deepEqual(deskTransition(desk, inputs['send mail']).call, {
      action: 'send',
      linkId: 'a',
      request: { email: 'ana@cabinet.example', language: 'ro' },
    });
  });

  it('mails are written in English for an English page, and in Romanian for all others', () => {
    assert.deepEqual(
      ['en', 'ro', 'hu'].map((language) => emptyDesk(language).draft.language),
      ['en', 'ro', 'ro'],
    );
  });
});
