import type { Application } from 'spv-authorize/contract';
import type { Fetch } from '../anaf/anaf-settings.ts';
import type { DatabaseOptions } from '../storage/open-database.ts';
import type { Clock } from '../time/clock.ts';

/** What the backend logs with: pino's shape. Messages carry no secrets and no raw addresses. */
export interface Logger {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface AnafOptions {
  /** Where browsers go. Default `https://logincert.anaf.ro`. */
  readonly loginUrl?: string;
  /** Further origins that the login passes through. Default `https://login.anaf.ro` when `loginUrl` is ANAF's own. */
  readonly loginOrigins?: readonly string[];
  /** Where the server calls `/token`. Default: `loginUrl`. */
  readonly tokenUrl?: string;
  /** Default `https://api.anaf.ro`. */
  readonly apiUrl?: string;
  /** The API's path: real invoices or ANAF's test environment. One login serves both. */
  readonly environment: 'test' | 'prod';
  readonly clientId: string;
  readonly clientSecret: string;
  /** Seconds that a page waits for ANAF before it says so; 1–30, default 10. */
  readonly answerWithinSeconds?: number;
}

export interface SpvBackendOptions {
  /** Where browsers reach the router, with path prefix, without slash at the end. The callback is `{publicUrl}/callback`. */
  readonly publicUrl: string;
  readonly anaf: AnafOptions;
  readonly application: Application;
  readonly database: DatabaseOptions;
  /** Sign sessions; each secret at least 32 characters. The first signs, all are accepted. */
  readonly sessionKeys: readonly { readonly id: string; readonly secret: string }[];
  /** Encrypt tokens at rest; `key` is 32 bytes as base64. The first encrypts, all decrypt. */
  readonly encryptionKeys: readonly { readonly id: string; readonly key: string }[];
  /** For the host's server: the secret (at least 32 characters) or its SHA-256 as base64url. Default: none, no `/host`. */
  readonly hostKeys?: readonly (
    | { readonly id: string; readonly secret: string }
    | { readonly id: string; readonly hash: string }
  )[];
  /** Origins of the pages that hold the element. The one of `publicUrl` is always allowed. */
  readonly allowedOrigins?: readonly string[];
  /** Lets `/host/v1/access-tokens` give out raw tokens, which open every CUI of their certificate. Default false. */
  readonly exposeAccessTokens?: boolean;
  /** Express's `trust proxy`: number of proxies, or their addresses. Default: that of the app that mounts the router; else none. */
  readonly trustProxy?: boolean | number | string;
  /** Requests a minute from one address. Default 1200 for the JSON faces, 120 for the pages. */
  readonly rateLimits?: { readonly apiPerMinute?: number; readonly pagesPerMinute?: number };
  readonly clock?: Clock;
  readonly fetch?: Fetch;
  readonly logger?: Logger;
}
