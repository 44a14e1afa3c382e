import type { Application } from 'spv-authorize/contract';
import type { Fetch } from '../anaf/anaf-settings.ts';
import type { MailOptions } from '../notifications/mail-options.ts';
import type { DatabaseOptions } from '../storage/open-database.ts';
import type { Clock } from '../time/clock.ts';
import type { WebhookOptions } from '../webhooks/webhook-options.ts';

/** The logger, in pino's form. Messages contain no secrets and no raw addresses. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * ANAF's addresses and the application's registration there. The addresses are origins, without a path or a trailing
 * slash.
 */
export interface AnafOptions {
  /** The login that browsers are sent to. Default `https://logincert.anaf.ro`. */
  readonly loginUrl?: string;
  /**
   * Other origins that the login redirects to. Default `https://login.anaf.ro` with ANAF's own `loginUrl`, otherwise
   * none.
   */
  readonly loginOrigins?: readonly string[];
  /** The server with `/token`. Default: `loginUrl`. */
  readonly tokenUrl?: string;
  /** The server of the e-Factura API. Default `https://api.anaf.ro`. */
  readonly apiUrl?: string;
  /**
   * Path of the e-Factura API: `prod` for real invoices, `test` for ANAF's test environment. Both use the same login.
   */
  readonly environment: 'test' | 'prod';
  /** From ANAF's page "Profil Oauth", like `clientSecret`. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Time limit of a call to ANAF that a person waits for; 1–30 seconds, default 10. */
  readonly answerWithinSeconds?: number;
}

/** Options of `createSpvBackend`. Every problem with them is reported at once, in a `ConfigurationError`. */
export interface SpvBackendOptions {
  /**
   * Address of the router for browsers, with the path prefix, without a slash at the end; https, or http on localhost.
   * Register `{publicUrl}/callback` at ANAF.
   */
  readonly publicUrl: string;
  readonly anaf: AnafOptions;
  /** How the pages and the element present the application. */
  readonly application: Application;
  /** Where the data is stored: an embedded database in a folder, or a PostgreSQL server. */
  readonly database: DatabaseOptions;
  /**
   * Keys that sign sessions; each secret has at least 32 characters. The first key signs, and all are accepted, so that
   * keys can be replaced one after the other.
   */
  readonly sessionKeys: readonly { readonly id: string; readonly secret: string }[];
  /** Keys that encrypt stored tokens; `key` is 32 bytes in base64. The first key encrypts, and all decrypt. */
  readonly encryptionKeys: readonly { readonly id: string; readonly key: string }[];
  /**
   * Keys of the host's server for `/host/v1`: a secret of at least 32 characters, or its SHA-256 in base64url. Default:
   * none, so `/host/v1` refuses every request.
   */
  readonly hostKeys?: readonly (
    | { readonly id: string; readonly secret: string }
    | { readonly id: string; readonly hash: string }
  )[];
  /** Default: none, so nobody is told anything by e-mail. */
  readonly mail?: MailOptions;
  /** Default: none, so the host's server is told nothing. */
  readonly webhooks?: WebhookOptions;
  /**
   * The Bearer token for `/metrics`, at least 32 characters. Give it to your monitoring system only. Default: none, so
   * `/metrics` answers 404.
   */
  readonly metricsToken?: string;
  /** Origins of the pages that contain the element. The origin of `publicUrl` is always allowed. */
  readonly allowedOrigins?: readonly string[];
  /**
   * Whether `/host/v1/access-tokens` returns access tokens. ANAF accepts them for every CUI of their certificate.
   * Default false.
   */
  readonly exposeAccessTokens?: boolean;
  /**
   * Express's `trust proxy`: the number of proxies, or their addresses. Default: the setting of the app that mounts the
   * router.
   */
  readonly trustProxy?: boolean | number | string;
  /** Links for people who have the company's certificate, usually the accountant. */
  readonly links?: {
    /** Days until a link expires; 1–90, default 7. */
    readonly validDays?: number;
    /** Links of one company that may be open at once; 1–100, default 10. */
    readonly maxOpenPerCompany?: number;
  };
  /** Allowed requests per minute from one address. Default 1200 for the JSON endpoints, 120 for the pages. */
  readonly rateLimits?: { readonly apiPerMinute?: number; readonly pagesPerMinute?: number };
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** For calls to ANAF. Default: the global `fetch`. */
  readonly fetch?: Fetch;
  /** Default: pino, as JSON lines on standard output. */
  readonly logger?: Logger;
}
