import type { CreatedLink, LinkAnswer, SendLinkRequest, WrittenLanguage } from '../contract/link.ts';
import type { Problem } from '../core/state.ts';

/** What the person typed into the form for an e-mail. Kept when the form closes, so that it is never lost. */
export interface Draft {
  readonly email: string;
  readonly message: string;
  readonly language: WrittenLanguage;
}

/** An action that changes a link for good, and is confirmed first. */
export type ConfirmedAction = 'replace' | 'cancel';

/** A call of the backend. */
export type DeskCall =
  | { readonly action: 'create' }
  | { readonly action: ConfirmedAction; readonly linkId: string }
  | { readonly action: 'send'; readonly linkId: string; readonly request: SendLinkRequest };

/** Why something did not work: the backend's problem, or an address that cannot be an e-mail address. */
export type TroubleCode = Problem['code'] | 'invalid-address';

/** What the screen of the links shows besides the links themselves. */
export interface Desk {
  /** The address of a link that was created or replaced on this page. It is known nowhere else. */
  readonly created: { readonly linkId: string; readonly url: string } | undefined;
  /** The link for which the form for an e-mail is open. */
  readonly mailing: string | undefined;
  readonly draft: Draft;
  /** The action that waits for a confirmation. */
  readonly asking: { readonly action: ConfirmedAction; readonly linkId: string } | undefined;
  /** The call that the backend has not answered yet. There is at most one. */
  readonly running: DeskCall | undefined;
  readonly trouble: { readonly call: DeskCall; readonly code: TroubleCode } | undefined;
  /** The call that succeeded last. */
  readonly done: DeskCall | undefined;
}

/** What a person can do on the screen, and the backend's answers. */
export type DeskInput =
  | { readonly type: 'create' }
  | { readonly type: 'ask'; readonly action: ConfirmedAction; readonly linkId: string }
  | { readonly type: 'confirm' }
  | { readonly type: 'write-mail'; readonly linkId: string; readonly email: string | undefined }
  | { readonly type: 'change'; readonly part: Partial<Draft> }
  | { readonly type: 'send-mail' }
  /** Closes the question or the form. */
  | { readonly type: 'dismiss' }
  | { readonly type: 'made'; readonly answer: CreatedLink }
  | { readonly type: 'sent'; readonly answer: LinkAnswer }
  | { readonly type: 'cancelled' }
  | { readonly type: 'failed'; readonly problem: Problem };

/** The desk before the person has done anything. `language`: that of the element, in which mails are written by default. */
export function emptyDesk(language: string): Desk {
  return {
    created: undefined,
    mailing: undefined,
    draft: { email: '', message: '', language: language === 'en' ? 'en' : 'ro' },
    asking: undefined,
    running: undefined,
    trouble: undefined,
    done: undefined,
  };
}
