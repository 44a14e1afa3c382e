import type { NoticeKind } from '../outbox/outbox.ts';
import type { Queries } from '../storage/database.ts';
import type { MailRecipient } from './mail-options.ts';

/** What a notice is about. */
export interface NoticeSubject {
  readonly companyId: string;
  readonly notice: NoticeKind;
  /** The link that the notice is about. */
  readonly linkId: string | undefined;
}

/**
 * The people of a company as the host gave them: the person who authorized, the person who created the link, and the
 * contacts.
 */
export async function companyRecipients(
  queries: Queries,
  { companyId, linkId }: Omit<NoticeSubject, 'notice'>,
): Promise<MailRecipient[]> {
  const users = await queries
    .selectFrom('company_users')
    .select(['email', 'language'])
    .where('company_id', '=', companyId)
    .where((column) =>
      column.or([
        column(
          'user_id',
          'in',
          column.selectFrom('authorizations').select('authorized_by_id').where('company_id', '=', companyId),
        ),
        column(
          'user_id',
          'in',
          column
            .selectFrom('links')
            .select('created_by_id')
            .where('id', '=', linkId ?? ''),
        ),
      ]),
    )
    .orderBy('user_id')
    .execute();
  const contacts = await queries
    .selectFrom('contacts')
    .select(['email', 'language'])
    .where('company_id', '=', companyId)
    .orderBy('email')
    .execute();
  return [...users, ...contacts];
}
