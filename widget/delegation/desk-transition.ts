import type { SendLinkRequest } from '../contract/link.ts';
import type { FocusTarget } from '../core/screen-focus.ts';
import type { Desk, DeskCall, DeskInput, Draft } from './desk.ts';

/** The result of a transition of the desk. */
export interface DeskNext {
  readonly desk: Desk;
  /** The call to make now. */
  readonly call?: DeskCall;
  /** Where focus goes after rendering. `field`: what the desk shows newly and marks with `data-entry`. */
  readonly focus?: FocusTarget;
}

/** Returns the next state of the desk. Pure and total: an input without a meaning returns the same object. */
export function deskTransition(desk: Desk, input: DeskInput): DeskNext {
  switch (input.type) {
    case 'change':
      return { desk: { ...desk, draft: { ...desk.draft, ...input.part } } };
    case 'made':
    case 'sent':
    case 'cancelled':
    case 'failed':
      return desk.running ? answered(desk, desk.running, input) : { desk };
    default:
      return desk.running ? { desk } : acted(desk, input);
  }
}

type PersonInput = Exclude<DeskInput, { type: 'change' | 'made' | 'sent' | 'cancelled' | 'failed' }>;

function acted(desk: Desk, input: PersonInput): DeskNext {
  switch (input.type) {
    case 'create':
      return start(desk, { action: 'create' });
    case 'ask': {
      const { action, linkId } = input;
      return { desk: { ...quiet(desk), mailing: undefined, asking: { action, linkId } }, focus: 'field' };
    }
    case 'confirm':
      return desk.asking ? start(desk, desk.asking) : { desk };
    case 'write-mail': {
      const draft = { ...desk.draft, email: input.email ?? desk.draft.email };
      return { desk: { ...quiet(desk), asking: undefined, mailing: input.linkId, draft }, focus: 'field' };
    }
    case 'send-mail':
      return desk.mailing === undefined ? { desk } : sendMail(desk, desk.mailing);
    case 'dismiss':
      return { desk: { ...quiet(desk), asking: undefined, mailing: undefined } };
    default:
      return input satisfies never;
  }
}

function start(desk: Desk, call: DeskCall): DeskNext {
  return { desk: { ...quiet(desk), running: call }, call };
}

/** Without the outcome of an earlier call. */
function quiet(desk: Desk): Desk {
  return { ...desk, trouble: undefined, done: undefined };
}

function sendMail(desk: Desk, linkId: string): DeskNext {
  const call: DeskCall = { action: 'send', linkId, request: requestOf(desk.draft) };
  // The backend decides; this only catches what is certainly a slip.
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(call.request.email)) return start(desk, call);
  return { desk: { ...quiet(desk), trouble: { call, code: 'invalid-address' } }, focus: 'field' };
}

function requestOf({ email, message, language }: Draft): SendLinkRequest {
  const words = message.trim();
  return { email: email.trim(), language, ...(words !== '' && { message: words }) };
}

type BackendInput = Extract<DeskInput, { type: 'made' | 'sent' | 'cancelled' | 'failed' }>;

function answered(desk: Desk, call: DeskCall, input: BackendInput): DeskNext {
  const ended = { ...desk, running: undefined, asking: undefined };
  const succeeded = { ...ended, done: call };
  switch (input.type) {
    case 'made': {
      const { link, url } = input.answer;
      const created = { linkId: link.linkId, url };
      return { desk: { ...succeeded, mailing: undefined, created }, focus: 'field' };
    }
    case 'sent':
      return { desk: { ...succeeded, mailing: undefined, draft: { ...desk.draft, email: '', message: '' } } };
    case 'cancelled':
      return { desk: succeeded };
    case 'failed':
      return failed(ended, call, input.problem.code);
    default:
      return input satisfies never;
  }
}

function failed(desk: Desk, call: DeskCall, code: Extract<DeskInput, { type: 'failed' }>['problem']['code']): DeskNext {
  const isAddress = call.action === 'send' && (code === 'recipient-refused' || code === 'malformed-request');
  const shown = code === 'malformed-request' && isAddress ? 'invalid-address' : code;
  return { desk: { ...desk, trouble: { call, code: shown } }, ...(isAddress && { focus: 'field' }) };
}
