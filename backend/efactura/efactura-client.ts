import { AnafError } from '../anaf/anaf-error.ts';
import {
  bodyOf,
  type Message,
  readDownload,
  readMessages,
  readUpload,
  readUploadState,
  type UploadState,
} from '../anaf/efactura-answers.ts';
import type { ApiRequest, ApiResponse, EFacturaApi, InvoiceStandard, MessageFilter } from '../anaf/efactura-api.ts';
import { deniedScopeOf } from '../anaf/rights.ts';
import type { AccessTokens, CompanyAccess } from '../authorizations/access-tokens.ts';
import type { InFlightWork } from '../grants/in-flight-work.ts';
import type { Secret } from '../vault/secret.ts';
import type { ListedMessages } from './listed-messages.ts';
import type { Uploads } from './uploads.ts';

/** Which messages to list. */
export interface MessageQuery {
  /** Days back from now, 1–60. */
  readonly days: number;
  readonly filter?: MessageFilter;
}

/** What kind of document is uploaded. ANAF checks it against the document. */
export interface UploadOptions {
  /** Default `UBL`. */
  readonly standard?: InvoiceStandard;
  /** The buyer is not registered in Romania. Default false. */
  readonly extern?: boolean;
  /** The buyer issues the invoice in the name of the seller. Default false. */
  readonly selfBilled?: boolean;
  /** The buyer is a private person, so ANAF wants the invoice at another address. Default false. */
  readonly consumer?: boolean;
}

export interface EFacturaClientDependencies {
  readonly api: EFacturaApi;
  readonly accessTokens: AccessTokens;
  readonly listed: ListedMessages;
  readonly uploads: Uploads;
  readonly inFlight: InFlightWork;
  /** Time limit of one call to ANAF. */
  readonly timeoutSeconds: number;
}

/** Types of messages about the company's own uploads. A received invoice has the upload id of its sender. */
const uploadedTypes: readonly Message['type'][] = ['sent', 'errors'];

/** ANAF lists a message, and lets it be downloaded, for 60 days. */
const maxDays = 60;

/**
 * e-Factura for one company. The access token behind it opens every CUI of its certificate, so each call names the
 * company's own CUI, only messages that ANAF listed for the company are downloaded, and only the state of the company's
 * own uploads is read. Methods reject with `AnafError`, or with a `TypeError` for an invalid argument.
 */
export class EFacturaClient {
  readonly #companyId: string;
  readonly #dependencies: EFacturaClientDependencies;

  constructor(companyId: string, dependencies: EFacturaClientDependencies) {
    this.#companyId = companyId;
    this.#dependencies = dependencies;
  }

  /**
   * Uploads an invoice: XML as text, or as bytes in the encoding that it declares. ANAF validates it later: read the
   * result with `uploadStatus`.
   */
  async upload(xml: string | Uint8Array, options: UploadOptions = {}): Promise<{ readonly uploadId: string }> {
    const { standard = 'UBL', extern = false, selfBilled = false, consumer = false } = options;
    return this.#dependencies.inFlight.run(async () => {
      const access = await this.#dependencies.accessTokens.open(this.#companyId);
      const { taxId } = access;
      const document = { standard, extern, selfBilled, consumer, xml };
      const body = await this.#send(access, { operation: 'upload', taxId, ...document });
      const uploaded = await this.#readAnswer(access, () => readUpload(body));
      await this.#dependencies.uploads.remember(access, uploaded.uploadId);
      return uploaded;
    });
  }

  /**
   * State of an invoice that this company uploaded, with this backend or another program. Rejects with `message-unknown`
   * for an upload of another company.
   */
  async uploadStatus(uploadId: string): Promise<UploadState> {
    const access = await this.#dependencies.accessTokens.open(this.#companyId);
    if (!(await this.#isOwnUpload(access, uploadId))) {
      throw new AnafError('message-unknown', `this company has no upload "${uploadId}"`);
    }
    const body = await this.#send(access, { operation: 'read-upload-state', uploadId });
    return this.#readAnswer(access, () => readUploadState(body));
  }

  /** The company's messages, in ANAF's order. */
  async listMessages(query: MessageQuery): Promise<readonly Message[]> {
    return this.#list(await this.#dependencies.accessTokens.open(this.#companyId), query);
  }

  /** The ZIP with the document and ANAF's signature. */
  async download(messageId: string): Promise<Uint8Array> {
    const access = await this.#dependencies.accessTokens.open(this.#companyId);
    if (!this.#dependencies.listed.has(access, messageId)) await this.#list(access, { days: maxDays });
    if (!this.#dependencies.listed.has(access, messageId)) {
      throw new AnafError('message-unknown', `ANAF lists no message "${messageId}" for this company`);
    }
    const body = await this.#send(access, { operation: 'download', messageId });
    return this.#readAnswer(access, () => readDownload(body));
  }

  async #isOwnUpload(access: CompanyAccess, uploadId: string): Promise<boolean> {
    // ANAF's ids are digits. Callers may pass on text from an address, and PostgreSQL cannot store a NUL.
    if (!/^\w{1,64}$/.test(uploadId)) return false;
    if (await this.#dependencies.uploads.has(access, uploadId)) return true;
    const messages = await this.#list(access, { days: maxDays });
    const isOwn = messages.some((message) => message.uploadId === uploadId && uploadedTypes.includes(message.type));
    if (isOwn) await this.#dependencies.uploads.remember(access, uploadId);
    return isOwn;
  }

  async #list(access: CompanyAccess, { days, filter }: MessageQuery): Promise<readonly Message[]> {
    if (!Number.isInteger(days) || days < 1 || days > maxDays)
      throw new TypeError('"days" must be a whole number, 1–60');
    const { taxId } = access;
    const body = await this.#send(access, { operation: 'list-messages', taxId, days, ...(filter && { filter }) });
    const messages = await this.#readAnswer(access, () => readMessages(body, taxId));
    this.#dependencies.listed.add(access, messages);
    return messages;
  }

  async #send(access: CompanyAccess, request: ApiRequest): Promise<Uint8Array> {
    return bodyOf(
      await this.#dependencies.accessTokens.call(access, (accessToken) => this.#answerTo(request, accessToken)),
    );
  }

  async #answerTo(request: ApiRequest, accessToken: Secret): Promise<ApiResponse> {
    const signal = AbortSignal.timeout(this.#dependencies.timeoutSeconds * 1000);
    const answer = await this.#dependencies.api.send(request, accessToken, signal);
    if (answer.kind === 'silent') throw new AnafError('unavailable', `ANAF did not answer: ${answer.reason}`);
    return answer;
  }

  /** Reads an answer, and records when ANAF denies the right in it. */
  async #readAnswer<Result>(access: CompanyAccess, read: () => Result): Promise<Result> {
    try {
      return read();
    } catch (error) {
      const scope = error instanceof AnafError ? deniedScopeOf(error.message) : undefined;
      if (scope) await this.#dependencies.accessTokens.reportDenied(access, scope);
      throw error;
    }
  }
}
