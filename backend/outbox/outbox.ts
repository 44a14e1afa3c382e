import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { CertificateIdentity, WrittenLanguage } from 'spv-authorize/contract';
import type { Schema } from '../storage/schema.ts';

/** Who asks for the authorization, as far as the host has said. */
export interface Requester {
  readonly name?: string;
  /** Answers to the invitation go to this address. */
  readonly email?: string;
}

/**
 * What an entry needs to know when it is sent. Only ids and names: a secret is made at the moment of sending, so that
 * nobody who reads the database can use it.
 */
export interface OutboxDetails {
  /** To the person with the certificate. */
  readonly invitation: { readonly linkId: string; readonly requester: Requester; readonly message?: string };
  /** To the same person, when nobody has opened the link for three days. */
  readonly reminder: { readonly linkId: string; readonly requester: Requester };
  /** To the person with the certificate, who wants to keep the proof. */
  readonly receipt: { readonly receiptId: string };
  /** The notices go to the company's own people. */
  readonly 'link-completed': { readonly linkId: string; readonly certificate: CertificateIdentity };
  readonly 'link-declined': { readonly linkId: string };
  readonly 'wrong-certificate': { readonly linkId: string; readonly certificate: CertificateIdentity };
  /** `linkId`: the link by which the company was authorized. */
  readonly 'access-withdrawn': { readonly linkId?: string; readonly certificate: CertificateIdentity };
  readonly revoked: { readonly certificate: CertificateIdentity };
  /** The server of an invitation's recipient refused it for good. */
  readonly 'mail-undelivered': { readonly linkId: string; readonly email: string };
}

export type OutboxKind = keyof OutboxDetails;
/** Kinds that are sent to the company's own people, whoever they are at the time of sending. */
export type NoticeKind = Exclude<OutboxKind, 'invitation' | 'reminder' | 'receipt'>;

interface Addressee {
  readonly email: string;
  readonly language: WrittenLanguage;
}

interface Entry<Kind extends OutboxKind> {
  readonly companyId: string;
  readonly kind: Kind;
  readonly detail: OutboxDetails[Kind];
  /** One person. Without it, the entry is addressed to the company's people when it is due. */
  readonly to?: Addressee;
  /** Epoch seconds. Default: now. */
  readonly dueAt?: number;
  /** An entry with the key of an earlier one is dropped. */
  readonly onceKey?: string;
}

/** A mail to one person, or a notice that is still to be addressed. */
export type NewEntry = { [Kind in OutboxKind]: Entry<Kind> }[OutboxKind];

/** Adds an entry. Call it in the transaction of the change that it tells about: both happen, or neither. */
export async function enqueue(trx: Transaction<Schema>, entry: NewEntry, now: number): Promise<void> {
  await trx
    .insertInto('outbox')
    .values({
      id: randomUUID(),
      company_id: entry.companyId,
      kind: entry.kind,
      recipient: entry.to?.email ?? null,
      language: entry.to?.language ?? null,
      detail: JSON.stringify(entry.detail),
      once_key: entry.onceKey ?? null,
      created_at: now,
      next_action_at: entry.dueAt ?? now,
    })
    .onConflict((conflict) => conflict.column('once_key').doNothing())
    .execute();
}
