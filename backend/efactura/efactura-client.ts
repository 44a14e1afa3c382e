import { AnafError } from '../anaf/anaf-error.ts';
import type { ApiAnswer, ApiRequest, EFacturaApi } from '../anaf/efactura-api.ts';
import type { GrantAccess, UsableAccess } from '../authorizations/access-tokens.ts';
import type { InFlightWork } from '../grants/in-flight-work.ts';
import {
  type Message,
  readDownload,
  readMessages,
  readUpload,
  readUploadState,
  type UploadState,
} from './efactura-answers.ts';
import type { ListedMessages } from './listed-messages.ts';
import type { Uploads } from './uploads.ts';

/** ANAF's types of documents. */
export type InvoiceStandard = 'UBL' | 'CN' | 'CII' | 'RASP';

export interface MessageQuery {
  /** Days back from now, 1–60. */
  readonly days: number;
  readonly filter?: 'sent' | 'received' | 'errors' | 'buyer-messages';
}

export interface EFacturaClientDependencies {
  readonly api: EFacturaApi;
  readonly access: GrantAccess;
  readonly listed: ListedMessages;
  readonly uploads: Uploads;
  readonly inFlight: InFlightWork;
  /** Seconds that ANAF has to answer one call. */
  readonly timeoutSeconds: number;
}

type Answered = Extract<ApiAnswer, { kind: 'answered' }>;

const filters = { errors: 'E', sent: 'T', received: 'P', 'buyer-messages': 'R' } as const;

/** What a company's list says about its own invoices; a received one has the upload id of whoever sent it. */
const handedIn: readonly Message['type'][] = ['sent', 'errors'];

/** Everything that ANAF keeps: a message can be downloaded for 60 days. */
const allDays = 60;

/**
 * e-Factura for one company. It names the company's own CUI in every call, downloads only messages that were listed for it
 * and tells the state only of what it handed in, although the token behind it opens every CUI of its certificate. Rejects with `AnafError`.
 */
export class EFacturaClient {
  readonly #companyId: string;
  readonly #with: EFacturaClientDependencies;

  constructor(companyId: string, dependencies: EFacturaClientDependencies) {
    this.#companyId = companyId;
    this.#with = dependencies;
  }

  /** Hands an invoice in. ANAF checks it later: ask `uploadStatus`. `standard` is `UBL` unless said otherwise. */
  async upload(
    xml: string,
    options: { readonly standard?: InvoiceStandard } = {},
  ): Promise<{ readonly uploadId: string }> {
    return this.#with.inFlight.run(async () => {
      const access = await this.#with.access.open(this.#companyId);
      const query = { standard: options.standard ?? 'UBL', cif: access.taxId };
      const body = await this.#send(access, { method: 'POST', operation: 'upload', query, body: xml });
      const uploaded = await this.#judged(access, () => readUpload(textOf(body)));
      await this.#with.uploads.remember(access, uploaded.uploadId);
      return uploaded;
    });
  }

  /** Of an invoice that this company handed in, here or with another program; `message-unknown` for any other. */
  async uploadStatus(uploadId: string): Promise<UploadState> {
    const access = await this.#with.access.open(this.#companyId);
    if (!(await this.#isOwnUpload(access, uploadId))) {
      throw new AnafError('message-unknown', `this company has handed in no "${uploadId}"`);
    }
    const query = { id_incarcare: uploadId };
    const body = await this.#send(access, { method: 'GET', operation: 'stareMesaj', query });
    return this.#judged(access, () => readUploadState(textOf(body)));
  }

  /** The company's messages, in ANAF's order. */
  async listMessages(query: MessageQuery): Promise<readonly Message[]> {
    return this.#list(await this.#with.access.open(this.#companyId), query);
  }

  /** The ZIP with the document and ANAF's signature on it. */
  async download(messageId: string): Promise<Uint8Array> {
    const access = await this.#with.access.open(this.#companyId);
    if (!this.#with.listed.has(access, messageId)) await this.#list(access, { days: allDays });
    if (!this.#with.listed.has(access, messageId)) {
      throw new AnafError('message-unknown', `ANAF lists no message "${messageId}" for this company`);
    }
    const body = await this.#send(access, { method: 'GET', operation: 'descarcare', query: { id: messageId } });
    return this.#judged(access, () => readDownload(body));
  }

  async #isOwnUpload(access: UsableAccess, uploadId: string): Promise<boolean> {
    // ANAF's ids are digits. Others come from addresses that somebody typed, and no database column takes a NUL.
    if (!/^\w{1,64}$/.test(uploadId)) return false;
    if (await this.#with.uploads.has(access, uploadId)) return true;
    const messages = await this.#list(access, { days: allDays });
    const isOwn = messages.some((message) => message.uploadId === uploadId && handedIn.includes(message.type));
    if (isOwn) await this.#with.uploads.remember(access, uploadId);
    return isOwn;
  }

  async #list(access: UsableAccess, { days, filter }: MessageQuery): Promise<readonly Message[]> {
    if (!Number.isInteger(days) || days < 1 || days > allDays)
      throw new TypeError('"days" must be a whole number, 1–60');
    const query = { zile: String(days), cif: access.taxId, ...(filter && { filtru: filters[filter] }) };
    const body = await this.#send(access, { method: 'GET', operation: 'listaMesajeFactura', query });
    const messages = await this.#judged(access, () => readMessages(textOf(body), access.taxId));
    this.#with.listed.add(access, messages);
    return messages;
  }

  /** A refused token is replaced once: only when the new one is refused too, or there is none, ANAF has cut it off. */
  async #send(access: UsableAccess, request: Omit<ApiRequest, 'accessToken'>): Promise<Uint8Array> {
    const answer = await this.#answerTo(access, request);
    if (answer.status !== 401) return bodyOf(answer);
    const renewed = await this.#with.access.afterRefusal(access);
    const second = renewed && (await this.#answerTo(renewed, request));
    if (second && second.status !== 401) return bodyOf(second);
    await this.#with.access.report(renewed ?? access, { kind: 'token-refused' });
    throw new AnafError('not-authorized', 'ANAF refused the access token');
  }

  async #answerTo({ accessToken }: UsableAccess, request: Omit<ApiRequest, 'accessToken'>): Promise<Answered> {
    const signal = AbortSignal.timeout(this.#with.timeoutSeconds * 1000);
    const answer = await this.#with.api.send({ ...request, accessToken }, signal);
    if (answer.kind === 'silent') throw new AnafError('unavailable', `ANAF did not answer: ${answer.reason}`);
    return answer;
  }

  async #judged<Result>(access: UsableAccess, read: () => Result): Promise<Result> {
    try {
      return read();
    } catch (error) {
      if (error instanceof AnafError && error.code === 'no-right') await this.#reportDenied(access, error.message);
      throw error;
    }
  }

  async #reportDenied(access: UsableAccess, text: string): Promise<void> {
    const scope = /^Nu exista niciun CIF/i.test(text) ? 'any-company' : 'company';
    await this.#with.access.report(access, { kind: 'denied', scope });
  }
}

function bodyOf({ status, body }: Answered): Uint8Array {
  if (status === 200) return body;
  if (status === 429) throw new AnafError('quota-exceeded', 'ANAF takes no more calls for now');
  if (status === 400 || status === 403) throw new AnafError('refused', `ANAF answered HTTP ${status}`);
  throw new AnafError('unavailable', `ANAF answered HTTP ${status}`);
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body).toString('utf8');
}
