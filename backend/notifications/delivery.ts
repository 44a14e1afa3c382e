/**
 * Result of a try to send a mail.
 * - `refused`: the recipient's server will never take it.
 * - `failed`: another try may succeed. `isServerDown`: no mail can be sent at present, not only this one.
 */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string; readonly isServerDown: boolean };

/** Commands whose answers are about the recipient or the message, not about the connection or the sender. */
const aboutThisMail = ['RCPT TO', 'DATA'];
/** "Authentication required": some servers say so only for the recipient, but it is about the sender. */
const authenticationRequired = 530;

/**
 * Judges an error of nodemailer. The reason is for the log, so it contains codes only: servers repeat addresses in their
 * texts.
 */
export function judgeFailure(error: unknown): Delivery {
  const { code, command, responseCode, permanent } = fieldsOf(error);
  const reason = [code, command, responseCode].filter((part) => part !== undefined).join(' ') || 'unknown';
  if (code === 'EENVELOPE' && responseCode === undefined) return { kind: 'refused', reason };
  const isAboutThisMail = aboutThisMail.includes(command ?? '') && responseCode !== undefined;
  if (isAboutThisMail && permanent === true && responseCode !== authenticationRequired)
    return { kind: 'refused', reason };
  return { kind: 'failed', reason, isServerDown: !isAboutThisMail };
}

interface ErrorFields {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
  readonly permanent?: boolean;
}

function fieldsOf(error: unknown): ErrorFields {
  // Nodemailer's errors have these fields; any other error has none, or a code.
  return error instanceof Error ? (error as ErrorFields) : {};
}
