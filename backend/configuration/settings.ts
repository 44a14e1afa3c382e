import type { Application } from 'spv-authorize/contract';
import type { AnafSettings, Fetch } from '../anaf/anaf-settings.ts';
import type { MailOptions } from '../notifications/mail-options.ts';
import type { HostKey } from '../sessions/host-keys.ts';
import type { SessionKey } from '../sessions/session.ts';
import type { DatabaseOptions } from '../storage/open-database.ts';
import { type Clock, systemClock } from '../time/clock.ts';
import type { EncryptionKey } from '../vault/encryption.ts';
import { hashOf, Secret } from '../vault/secret.ts';
import type { WebhookReceiver } from '../webhooks/webhook-sender.ts';
import { ConfigurationError } from './configuration-error.ts';
import { defaultLogger } from './default-logger.ts';
import { optionProblems } from './option-problems.ts';
import type { AnafOptions, Logger, SpvBackendOptions } from './options.ts';

/** The options after validation, with defaults filled in and secrets wrapped. */
export interface Settings {
  readonly publicUrl: string;
  /** Origin of `publicUrl`. */
  readonly publicOrigin: string;
  /** Whether browsers reach the backend over https. Only then it sets `__Host-` cookies and HSTS. */
  readonly isHttps: boolean;
  readonly anaf: AnafSettings;
  readonly application: Application;
  readonly database: DatabaseOptions;
  readonly sessionKeys: readonly SessionKey[];
  readonly encryptionKeys: readonly EncryptionKey[];
  readonly hostKeys: readonly HostKey[];
  readonly mail: MailOptions | undefined;
  readonly webhooks: WebhookReceiver | undefined;
  /** SHA-256 in base64url. */
  readonly metricsTokenHash: string | undefined;
  readonly allowedOrigins: ReadonlySet<string>;
  readonly exposeAccessTokens: boolean;
  readonly trustProxy: boolean | number | string | undefined;
  /** Allowed requests per minute from one address to the JSON endpoints. */
  readonly apiPerMinute: number;
  readonly pagesPerMinute: number;
  readonly linkLimits: { readonly validDays: number; readonly maxOpenPerCompany: number };
  readonly clock: Clock;
  readonly fetch: Fetch;
  readonly logger: Logger;
}

/** Throws `ConfigurationError` with every problem of the options. */
export function resolveSettings(options: SpvBackendOptions): Settings {
  const problems = optionProblems(options);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const { origin, protocol } = new URL(options.publicUrl);
  return Object.freeze({
    publicUrl: options.publicUrl,
    publicOrigin: origin,
    isHttps: protocol === 'https:',
    anaf: anafSettings(options.anaf, options.publicUrl),
    application: { helpUrl: `${options.publicUrl}/help`, ...structuredClone(options.application) },
    database: options.database,
    sessionKeys: options.sessionKeys.map(({ id, secret }) => ({ id, secret: new Secret(secret) })),
    encryptionKeys: options.encryptionKeys.map(({ id, key }) => ({ id, key: Buffer.from(key, 'base64') })),
    hostKeys: (options.hostKeys ?? []).map((key) => ({
      id: key.id,
      hash: 'hash' in key ? key.hash : hashOf(key.secret),
    })),
    mail: options.mail,
    webhooks: options.webhooks && {
      url: options.webhooks.url,
      secrets: options.webhooks.secrets.map((secret) => new Secret(secret)),
    },
    metricsTokenHash: options.metricsToken === undefined ? undefined : hashOf(options.metricsToken),
    allowedOrigins: new Set([...(options.allowedOrigins ?? []), origin]),
    exposeAccessTokens: options.exposeAccessTokens ?? false,
    trustProxy: options.trustProxy,
    apiPerMinute: options.rateLimits?.apiPerMinute ?? 1200,
    pagesPerMinute: options.rateLimits?.pagesPerMinute ?? 120,
    linkLimits: { validDays: options.links?.validDays ?? 7, maxOpenPerCompany: options.links?.maxOpenPerCompany ?? 10 },
    clock: options.clock ?? systemClock,
    fetch: options.fetch ?? ((url, init) => fetch(url, init)),
    logger: options.logger ?? defaultLogger('info'),
  });
}

const anafLogin = 'https://logincert.anaf.ro';

function anafSettings(anaf: AnafOptions, publicUrl: string): AnafSettings {
  const loginUrl = anaf.loginUrl ?? anafLogin;
  return {
    loginUrl,
    loginOrigins: anaf.loginOrigins ?? (loginUrl === anafLogin ? ['https://login.anaf.ro'] : []),
    tokenUrl: anaf.tokenUrl ?? loginUrl,
    apiUrl: anaf.apiUrl ?? 'https://api.anaf.ro',
    environment: anaf.environment,
    clientId: anaf.clientId,
    clientSecret: new Secret(anaf.clientSecret),
    redirectUri: `${publicUrl}/callback`,
    answerWithinSeconds: anaf.answerWithinSeconds ?? 10,
  };
}
