import type { Transaction } from 'kysely';
import type { Application, Service, WrittenLanguage } from 'spv-authorize/contract';
import { findCompany } from '../companies/companies.ts';
import type { TopicCode } from '../help/topics.ts';
import { oneLine, withoutLinks } from '../markup/shown-text.ts';
import type { OutboxDetails, OutboxKind } from '../outbox/outbox.ts';
import type { OutboxRow } from '../outbox/outbox-claims.ts';
import type { Schema } from '../storage/schema.ts';
import { composeInvitation, composeReminder } from './compose-invitation.ts';
import { composeNotice, composeReceipt } from './compose-notice.ts';
import type { Compose, Composed, Composing } from './composing.ts';
import { en } from './en.ts';
import { mailHtml } from './mail-html.ts';
import type { MailText } from './mail-text.ts';
import type { OutgoingMail } from './mail-transport.ts';
import type { MailedAddresses } from './mailed-addresses.ts';
import { plainMail } from './plain-mail.ts';
import { ro } from './ro.ts';

export interface ComposerDependencies {
  readonly application: Application;
  readonly publicUrl: string;
  readonly manageUrl: string;
  readonly addresses: MailedAddresses;
}

const composers: { readonly [Kind in OutboxKind]: Compose<Kind> } = {
  invitation: composeInvitation,
  reminder: composeReminder,
  receipt: composeReceipt,
  ...composeNotice,
};

/** What the recipient of a mail most likely wants to read up. */
const helpTopics: Readonly<Record<OutboxKind, TopicCode>> = {
  invitation: 'accountant-link',
  reminder: 'accountant-link',
  receipt: 'validity',
  'link-completed': 'validity',
  'link-declined': 'accountant-link',
  'wrong-certificate': 'another-companys-certificate',
  'access-withdrawn': 'validity',
  revoked: 'validity',
  'mail-undelivered': 'accountant-link',
};

const texts: Readonly<Record<WrittenLanguage, MailText>> = { ro, en };
const serviceNames: Readonly<Record<Service, string>> = { 'e-factura': 'e-Factura', 'e-transport': 'e-Transport' };

/** Of whom and of what a mail is. */
interface About {
  readonly id: string;
  readonly kind: string;
  readonly to: string;
  readonly language: WrittenLanguage;
  readonly company: string;
}

/** Turns an outbox entry into a mail at the moment at which it is sent. */
export class MailComposer {
  readonly #dependencies: ComposerDependencies;

  constructor(dependencies: ComposerDependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Undefined when there is nothing left to tell: the link has ended, the company is gone. Stores the hashes of the
   * secrets in the mail.
   */
  async compose(trx: Transaction<Schema>, row: OutboxRow, now: number): Promise<OutgoingMail | undefined> {
    const { application, publicUrl, manageUrl, addresses } = this.#dependencies;
    const { recipient, company_id: companyId } = row;
    const company = await findCompany(trx, companyId);
    if (!company || recipient === null) return undefined;
    const language = row.language ?? 'ro';
    const text = texts[language];
    const name = withoutLinks(oneLine(company.name));
    const composed = await compose(row, {
      ...{ trx, now, companyId, recipient, language, text, addresses, publicUrl },
      manageUrl: manageUrl.replaceAll('{companyId}', encodeURIComponent(companyId)),
      values: {
        application: oneLine(application.name),
        company: name,
        taxId: company.taxId,
        services: application.services.map((service) => serviceNames[service]).join(text.and),
      },
    });
    if (!composed) return undefined;
    return this.#finish(composed, { id: row.id, kind: row.kind, to: recipient, language, company: name });
  }

  #finish(composed: Composed, about: About) {
    const { content, url, reason, replyTo, unsubscribeUrl } = composed;
    const { language, company, id, to, kind } = about;
    const { application } = this.#dependencies;
    const { footer } = texts[language];
    const help = helpOf(application, language, kind);
    const shown = {
      ...{ language, application: { ...application, name: oneLine(application.name) }, company, content, url },
      footer: {
        reason,
        address: footer.address,
        support: footer.support,
        ...(help !== undefined && { help: { label: footer.help, url: help } }),
        ...(unsubscribeUrl !== undefined && { unsubscribe: { label: footer.unsubscribe, url: unsubscribeUrl } }),
      },
    };
    return {
      ...{ id, to, text: plainMail(shown), html: mailHtml(shown) },
      // Mail programs make no links of a subject, so the marks that prevent them are removed again.
      subject: oneLine(content.subject),
      ...(replyTo && { replyTo }),
      ...(unsubscribeUrl !== undefined && { unsubscribeUrl }),
    };
  }
}

function helpOf({ helpUrl }: Application, language: WrittenLanguage, kind: string): string | undefined {
  return helpUrl !== undefined && isKnown(kind) ? `${helpUrl}/${language}#${helpTopics[kind]}` : undefined;
}

/** Throws for a kind that this version does not know, and the entry is parked. */
function compose(row: OutboxRow, composing: Omit<Composing<OutboxKind>, 'detail'>): Promise<Composed | undefined> {
  if (!isKnown(row.kind)) throw new TypeError(`an outbox entry has the unknown kind "${row.kind}"`);
  // `enqueue` is the only writer, and it stores the detail of the kind.
  const detail = row.detail as OutboxDetails[OutboxKind];
  const composer = composers[row.kind] as Compose<OutboxKind>;
  return composer({ ...composing, detail });
}

function isKnown(kind: string): kind is OutboxKind {
  return kind in composers;
}
