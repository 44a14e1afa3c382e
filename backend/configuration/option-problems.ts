import { isIP } from 'node:net';
import { application, emailAddress } from 'spv-authorize/contract';
import * as v from 'valibot';
import type { ConfigurationProblem } from './configuration-error.ts';
import type { SpvBackendOptions } from './options.ts';
import { isSecureUrl } from './secure-url.ts';

/** The rule of one option. `problem` returns undefined for a valid value. */
interface Rule {
  readonly name: string;
  readonly value: (options: SpvBackendOptions) => unknown;
  readonly problem: (value: unknown, options: SpvBackendOptions) => string | undefined;
  readonly example: string;
  readonly isSecret?: true;
}

const applicationExample = {
  name: 'FacturaApp',
  services: 'e-factura',
  supportEmail: 'ajutor@example.ro',
  privacyUrl: 'https://example.ro/confidentialitate',
  logoUrl: 'https://example.ro/logo.svg',
};

const rules: readonly Rule[] = [
  { name: 'publicUrl', value: (o) => o.publicUrl, problem: baseUrl, example: 'https://spv.example.ro' },
  {
    name: 'anaf.loginUrl',
    value: (o) => o.anaf.loginUrl,
    problem: optional(origin),
    example: 'https://logincert.anaf.ro',
  },
  {
    name: 'anaf.loginOrigins',
    value: (o) => o.anaf.loginOrigins,
    problem: optional(each(origin)),
    example: 'https://login.anaf.ro',
  },
  {
    name: 'anaf.tokenUrl',
    value: (o) => o.anaf.tokenUrl,
    problem: optional(origin),
    example: 'https://logincert.anaf.ro',
  },
  { name: 'anaf.apiUrl', value: (o) => o.anaf.apiUrl, problem: optional(origin), example: 'https://api.anaf.ro' },
  {
    name: 'anaf.environment',
    value: (o) => o.anaf.environment,
    problem: (value) => (value === 'test' || value === 'prod' ? undefined : 'must be "test" or "prod"'),
    example: 'test',
  },
  {
    name: 'anaf.clientId',
    value: (o) => o.anaf.clientId,
    problem: nonEmptyText,
    example: 'fccf3c32c4a9e1094a878afd7fae0023e996dd820d408762',
  },
  {
    name: 'anaf.clientSecret',
    value: (o) => o.anaf.clientSecret,
    problem: nonEmptyText,
    example: 'the 64 characters that ANAF shows in "Profil Oauth"',
    isSecret: true,
  },
  {
    name: 'anaf.answerWithinSeconds',
    value: (o) => o.anaf.answerWithinSeconds,
    problem: optional((value) => (typeof value === 'number' && value >= 1 && value <= 30 ? undefined : 'must be 1–30')),
    example: '10',
  },
  ...(['name', 'services', 'supportEmail', 'privacyUrl', 'logoUrl'] as const).map(
    (field): Rule => ({
      name: `application.${field}`,
      value: (o) => o.application[field],
      problem: (value) => {
        if (value === '') return 'must be given';
        const result = v.safeParse(application.entries[field], value);
        return result.success ? undefined : result.issues[0].message;
      },
      example: applicationExample[field],
    }),
  ),
  {
    name: 'application.helpUrl',
    value: (o) => o.application.helpUrl,
    problem: optional(baseUrl),
    example: 'https://ajutor.example.ro/spv',
  },
  {
    name: 'database',
    value: (o) => o.database,
    problem: database,
    example: '{ "dataFolder": "./data" } or { "url": "postgres://…" }',
    isSecret: true,
  },
  {
    name: 'sessionKeys',
    value: (o) => o.sessionKeys,
    problem: keys(longSecret),
    example: 's1:<32 or more random characters>',
    isSecret: true,
  },
  {
    name: 'encryptionKeys',
    value: (o) => o.encryptionKeys,
    problem: keys(base64Of32),
    example: 'e1:<output of: openssl rand -base64 32>',
    isSecret: true,
  },
  {
    name: 'hostKeys',
    value: (o) => o.hostKeys,
    problem: optional(keys(hostSecret, 0)),
    example: 'h1:<32 or more random characters>',
    isSecret: true,
  },
  {
    name: 'mail.transport',
    value: (o) => o.mail?.transport,
    problem: (value, { mail }) => (mail === undefined ? undefined : mailServer(value)),
    example: 'smtp://user:password@mail.example.ro:587',
    isSecret: true,
  },
  {
    name: 'mail.from',
    value: (o) => o.mail?.from,
    problem: (value, { mail }) => (mail === undefined ? undefined : sender(value)),
    example: 'FacturaApp <no-reply@example.ro>',
  },
  {
    name: 'mail.manageUrl',
    value: (o) => o.mail?.manageUrl,
    problem: (value, { mail }) => (mail === undefined ? undefined : secureUrl(value)),
    example: 'https://app.example.ro/firme/{companyId}/anaf',
  },
  {
    name: 'mail.recipients',
    value: (o) => o.mail?.recipients,
    problem: (value) => (value === undefined || typeof value === 'function' ? undefined : 'must be a function'),
    example: 'async (companyId, notice) => [{ email, language: "ro" }]',
  },
  {
    name: 'webhooks.url',
    value: (o) => o.webhooks?.url,
    problem: (value, { webhooks }) => (webhooks === undefined ? undefined : secureUrl(value)),
    example: 'https://app.example.ro/spv-events',
  },
  {
    name: 'webhooks.secrets',
    value: (o) => o.webhooks?.secrets,
    problem: (value, { webhooks }) => (webhooks === undefined ? undefined : webhookSecrets(value)),
    example: 'whsec_<output of: openssl rand -base64 32>',
    isSecret: true,
  },
  {
    name: 'metricsToken',
    value: (o) => o.metricsToken,
    problem: optional((value) =>
      typeof value === 'string' && value.length >= 32 ? undefined : 'must have at least 32 characters',
    ),
    example: '<32 or more random characters>',
    isSecret: true,
  },
  {
    name: 'links.validDays',
    value: (o) => o.links?.validDays,
    problem: optional(wholeNumber(1, 90)),
    example: '7',
  },
  {
    name: 'links.maxOpenPerCompany',
    value: (o) => o.links?.maxOpenPerCompany,
    problem: optional(wholeNumber(1, 100)),
    example: '10',
  },
  { name: 'trustProxy', value: (o) => o.trustProxy, problem: optional(proxies), example: '1' },
  {
    name: 'allowedOrigins',
    value: (o) => o.allowedOrigins,
    problem: optional(each(origin)),
    example: 'https://app.example.ro',
  },
];

/**
 * Every problem of the options, named by its option. Options may come from JavaScript, so any part may be missing or
 * have another type.
 */
export function optionProblems(given: SpvBackendOptions): ConfigurationProblem[] {
  // The rules accept values of any type.
  const options = {
    ...given,
    anaf: partOf(given?.anaf),
    application: partOf(given?.application),
    ...(given?.mail !== undefined && { mail: partOf(given.mail) }),
    ...(given?.webhooks !== undefined && { webhooks: partOf(given.webhooks) }),
  } as SpvBackendOptions;
  return rules.flatMap(({ name, value, problem, example, isSecret }) => {
    const optionValue = value(options);
    const found = problem(optionValue, options);
    return found ? [{ name, given: shown(optionValue, isSecret), problem: found, example }] : [];
  });
}

function partOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function shown(value: unknown, isSecret: true | undefined): string {
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return '(not set)';
  if (isSecret) return '[secret]';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

type Check = (value: unknown) => string | undefined;

function optional(check: Check): Check {
  return (value) => (value === undefined ? undefined : check(value));
}

function each(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    const entries: unknown[] = value;
    return entries.map(check).find((problem) => problem !== undefined);
  };
}

function wholeNumber(minimum: number, maximum: number): Check {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= minimum && value <= maximum
      ? undefined
      : `must be a whole number, ${minimum}–${maximum}`;
}

function nonEmptyText(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? undefined : 'must be given';
}

function baseUrl(value: unknown): string | undefined {
  const url = parsed(value);
  if (!url) return 'must be a URL';
  if (!isSecureUrl(url)) return 'must be https, or http on localhost';
  if (url.search || url.hash || String(value).endsWith('/'))
    return 'must have no query, no fragment and no slash at the end';
  return undefined;
}

function origin(value: unknown): string | undefined {
  const url = parsed(value);
  if (!url || url.origin !== value) return 'must be an origin: scheme, host and port, no slash at the end';
  return isSecureUrl(url) ? undefined : 'must be https, or http on localhost';
}

function parsed(value: unknown): URL | undefined {
  return typeof value === 'string' && URL.canParse(value) ? new URL(value) : undefined;
}

function keys(check: (entry: Readonly<Record<string, unknown>>) => string | undefined, minimum = 1): Check {
  return (value) => {
    if (!Array.isArray(value) || value.length < minimum) return 'must contain at least one key, as "id:secret"';
    const entries = value.map((entry): Readonly<Record<string, unknown>> => ({ ...partOf(entry) }));
    const ids = entries.map(({ id }) => id);
    if (ids.some((id) => typeof id !== 'string' || id === '')) return 'every key must have an id';
    if (new Set(ids).size < ids.length) return 'two keys have the same id';
    return entries.map(check).find((problem) => problem !== undefined);
  };
}

function longSecret({ id, secret }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof secret === 'string' && secret.length >= 32
    ? undefined
    : `the secret of "${id}" has fewer than 32 characters`;
}

function hostSecret(entry: Readonly<Record<string, unknown>>): string | undefined {
  if (!('hash' in entry)) return longSecret(entry);
  return /^[\w-]{43}$/.test(String(entry.hash)) ? undefined : `the hash of "${entry.id}" is not a SHA-256 as base64url`;
}

function base64Of32({ id, key }: Readonly<Record<string, unknown>>): string | undefined {
  const bytes = typeof key === 'string' ? Buffer.from(key, 'base64').length : 0;
  return bytes === 32 ? undefined : `the key "${id}" is not 32 bytes as base64`;
}

function database(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return 'must be given';
  if ('memory' in value) return undefined;
  if ('url' in value)
    return /^postgres(ql)?:\/\//.test(String(value.url)) ? undefined : 'the address must begin with postgres://';
  return 'dataFolder' in value ? nonEmptyText(value.dataFolder) : 'must name a data folder or a server';
}

function mailServer(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null) return undefined;
  const url = parsed(value);
  const isSmtp = url !== undefined && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname !== '';
  return isSmtp ? undefined : 'must begin with smtp:// or smtps:// and name a server';
}

function sender(value: unknown): string | undefined {
  const { name, address }: Readonly<Record<string, unknown>> = { ...partOf(value) };
  if (!v.is(emailAddress, address)) return 'must be a name and an e-mail address';
  return typeof name === 'string' && !/\p{Cc}/u.test(name) ? undefined : 'the name must be one line of text';
}

function webhookSecrets(value: unknown): string | undefined {
  if (!Array.isArray(value) || value.length < 1 || value.length > 2)
    return 'must be one secret, or two while it is replaced';
  const isStrong = (secret: unknown) =>
    typeof secret === 'string' && secret.startsWith('whsec_') && Buffer.from(secret.slice(6), 'base64').length >= 24;
  return value.every(isStrong) ? undefined : 'a secret must be "whsec_" and at least 24 bytes in base64';
}

function secureUrl(value: unknown): string | undefined {
  const url = parsed(value);
  if (!url) return 'must be a URL';
  return isSecureUrl(url) ? undefined : 'must be https, or http on localhost';
}

/** `true` is not accepted: Express would then trust any address that a client writes into `X-Forwarded-For`. */
function proxies(value: unknown): string | undefined {
  if (value === false || (Number.isInteger(value) && Number(value) >= 0)) return undefined;
  const named = ['loopback', 'linklocal', 'uniquelocal'];
  const isAddress = (entry: string) => named.includes(entry) || isIP(entry.split('/')[0] ?? '') !== 0;
  const isGood = typeof value === 'string' && value.split(',').every((entry) => isAddress(entry.trim()));
  return isGood ? undefined : 'must be the number of proxies, or their addresses';
}
