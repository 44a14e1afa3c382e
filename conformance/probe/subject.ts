import { randomUUID } from 'node:crypto';
import { defaultCompanies } from 'mock-anaf';
import type { Permission } from 'spv-authorize/contract';
import type { Anaf } from './anaf.ts';
import { Browser } from './browser.ts';
import { NotCheckedError } from './expectation.ts';
import type { SessionRequest, SessionSource } from './session-source.ts';
import { Site } from './site.ts';
import { Transcript } from './transcript.ts';

/** The company for which mock-anaf's `administrator` and `accountant` have the right. */
export const exempluTaxId = defaultCompanies[0].cui;

export interface SubjectOptions {
  readonly baseUrl: string;
  readonly origin: string;
  readonly sessions: SessionSource;
  readonly hostKey?: string;
  readonly expiredSession?: string;
  /** Absent: the backend does not use the kit's ANAF. */
  readonly anaf?: Anaf;
}

/** The backend under test. */
export class Subject {
  readonly transcript = new Transcript();
  readonly #options: SubjectOptions;

  constructor(options: SubjectOptions) {
    this.#options = options;
  }

  get baseUrl(): string {
    return this.#options.baseUrl;
  }

  /** Of the host's pages. */
  get origin(): string {
    return this.#options.origin;
  }

  get anaf(): Anaf {
    if (this.#options.anaf) return this.#options.anaf;
    throw new NotCheckedError('it needs mock-anaf behind the backend');
  }

  get hostKey(): string {
    if (this.#options.hostKey !== undefined) return this.#options.hostKey;
    throw new NotCheckedError('it needs a host key (--host-key)');
  }

  get expiredSession(): string {
    if (this.#options.expiredSession !== undefined) return this.#options.expiredSession;
    throw new NotCheckedError('it needs a session that has ended (--expired-session)');
  }

  /** A company that no other check uses. */
  newCompany(taxId: string = exempluTaxId): SessionRequest {
    return {
      companyId: `conformance-${randomUUID()}`,
      taxId,
      companyName: 'Exemplu SRL',
      userId: 'conformance',
      userName: 'Maria Pop',
      permissions: ['view', 'authorize', 'disconnect'],
      origin: this.origin,
    };
  }

  /** The page of a company. Default: a new company. */
  async open(request: SessionRequest = this.newCompany()): Promise<Site> {
    const session = await this.#options.sessions(request);
    const { baseUrl, origin } = this.#options;
    return new Site({ baseUrl, origin, session, transcript: this.transcript });
  }

  /** The page of a new company whose person may do only this. */
  openWith(permissions: readonly Permission[]): Promise<Site> {
    return this.open({ ...this.newCompany(), permissions });
  }

  newBrowser(): Browser {
    return new Browser(new URL(this.baseUrl).origin, this.transcript);
  }
}
