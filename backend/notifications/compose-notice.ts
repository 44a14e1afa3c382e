import type { CertificateIdentity } from 'spv-authorize/contract';
import { shownDate } from '../markup/shown-date.ts';
import { oneLine } from '../markup/shown-text.ts';
import type { NoticeKind } from '../outbox/outbox.ts';
import type { Compose, Composed, Composing } from './composing.ts';
import type { MailContent } from './mail-content.ts';

/** The notices to a company's own people. One that is outdated when it is sent says nothing. */
export const composeNotice: { readonly [Kind in NoticeKind]: Compose<Kind> } = {
  'link-completed': async (composing) => {
    const current = await authorizationOf(composing);
    if (!current || current.revokedAt !== null) return undefined;
    return toOwner(
      composing,
      composing.text['link-completed']({
        ...composing.values,
        email: await emailOf(composing),
        certificate: shown(composing.detail.certificate),
        reauthorizeBy: shownDate(composing.language, current.reauthorizeBy),
      }),
    );
  },

  'link-declined': async (composing) =>
    toOwner(composing, composing.text['link-declined']({ ...composing.values, email: await emailOf(composing) })),

  'wrong-certificate': async (composing) =>
    toOwner(
      composing,
      composing.text['wrong-certificate']({
        ...composing.values,
        email: await emailOf(composing),
        certificate: shown(composing.detail.certificate),
      }),
    ),

  'access-withdrawn': async (composing) => {
    if (await authorizationOf(composing)) return undefined;
    const certificate = shown(composing.detail.certificate);
    return toOwner(composing, composing.text['access-withdrawn']({ ...composing.values, certificate }));
  },

  revoked: async (composing) => {
    const current = await authorizationOf(composing);
    if (!current || current.revokedAt === null) return undefined;
    const certificate = shown(composing.detail.certificate);
    return toOwner(composing, composing.text.revoked({ ...composing.values, certificate }));
  },

  'mail-undelivered': async (composing) =>
    toOwner(
      composing,
      composing.text['mail-undelivered']({ ...composing.values, email: oneLine(composing.detail.email) }),
    ),
};

/** The proof for the person with the certificate, who asked for it. */
export const composeReceipt: Compose<'receipt'> = async (composing) => {
  const { trx, addresses, detail, now, text, values, language } = composing;
  const receipt = await addresses.receipt(trx, detail.receiptId, now);
  if (!receipt) return undefined;
  const content = text.receipt({
    ...values,
    certificate: shown(receipt.certificate),
    authorizedOn: shownDate(language, receipt.authorizedAt),
    reauthorizeBy: shownDate(language, receipt.reauthorizeBy),
  });
  return { content, url: receipt.url, reason: text.footer.asked(values.application) };
};

function toOwner({ text, values, manageUrl }: Composing<NoticeKind>, content: MailContent): Composed {
  return { content, url: manageUrl, reason: text.footer.told(values.company, values.application) };
}

/** Issuer and serial come from ANAF's token, whose text we do not control. */
function shown({ issuer, serial }: CertificateIdentity): CertificateIdentity {
  return { issuer: oneLine(issuer), serial: oneLine(serial) };
}

/** The address that the invitation went to. */
async function emailOf({
  trx,
  detail,
}: Composing<'link-completed' | 'link-declined' | 'wrong-certificate'>): Promise<string | undefined> {
  const row = await trx.selectFrom('links').select('email').where('id', '=', detail.linkId).executeTakeFirst();
  return row?.email ?? undefined;
}

async function authorizationOf({ trx, companyId }: Composing<NoticeKind>) {
  return trx
    .selectFrom('authorizations')
    .innerJoin('grants', 'grants.id', 'authorizations.grant_id')
    .select(['grants.reauthorize_by as reauthorizeBy', 'grants.revoked_at as revokedAt'])
    .where('company_id', '=', companyId)
    .executeTakeFirst();
}
