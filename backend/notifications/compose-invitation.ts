import { shownDate } from '../markup/shown-date.ts';
import { oneLine, paragraphsOf, withoutLinks } from '../markup/shown-text.ts';
import type { Compose, Composing } from './composing.ts';
import type { InvitationValues } from './mail-text.ts';
import type { MailedLink } from './mailed-addresses.ts';
import { isSuppressed, newUnsubscribeToken } from './suppressions.ts';

/** The first mail with a link. */
export const composeInvitation: Compose<'invitation'> = async (composing) => {
  const link = await openLink(composing);
  if (!link) return undefined;
  const message = paragraphsOf(composing.detail.message ?? '').map(withoutLinks);
  return compose(composing, link, composing.text.invitation({ ...valuesOf(composing, link), message }));
};

/** The only reminder, for a link that nobody has opened. */
export const composeReminder: Compose<'reminder'> = async (composing) => {
  const link = await openLink(composing);
  if (!link?.isNew) return undefined;
  return compose(composing, link, composing.text.reminder(valuesOf(composing, link)));
};

type ComposingLink = Composing<'invitation'> | Composing<'reminder'>;

/** Undefined as well when the recipient has asked for no more invitations since the entry was made. */
async function openLink({ trx, recipient, addresses, detail, now }: ComposingLink): Promise<MailedLink | undefined> {
  if (await isSuppressed(trx, recipient)) return undefined;
  return addresses.link(trx, detail.linkId, now);
}

function valuesOf({ detail, values, language }: ComposingLink, { expiresAt }: MailedLink): InvitationValues {
  const { name } = detail.requester;
  return {
    ...values,
    requester: name === undefined ? values.application : withoutLinks(oneLine(name)),
    message: [],
    validUntil: shownDate(language, expiresAt),
  };
}

async function compose(
  composing: ComposingLink,
  link: MailedLink,
  content: ReturnType<typeof composing.text.reminder>,
) {
  const { trx, recipient, now, publicUrl, text, values, detail } = composing;
  const { name, email } = detail.requester;
  const token = await newUnsubscribeToken(trx, recipient, now);
  return {
    content,
    url: link.url,
    reason: text.footer.invited(valuesOf(composing, link).requester, values.application),
    ...(email !== undefined && { replyTo: { name: oneLine(name ?? ''), address: email } }),
    unsubscribeUrl: `${publicUrl}/unsubscribe/${token.reveal()}`,
  };
}
