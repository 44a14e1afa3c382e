import { type Service, service } from 'spv-authorize/contract';
import * as v from 'valibot';
import { ConfigurationError, type ConfigurationProblem } from './configuration-error.ts';
import { optionProblems } from './option-problems.ts';
import type { SpvBackendOptions } from './options.ts';

/** Environment variables, like `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Configuration of the backend as a standalone program. */
export interface Config {
  readonly options: SpvBackendOptions;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'];

/** Reads the environment variables. Throws `ConfigurationError` with every problem, named by its variable. */
export function resolveConfig(environment: Environment): Config {
  const options = optionsOf(environment);
  const problems = [...variableProblems(environment), ...optionProblems(options).map(byVariable)];
  if (problems.length > 0) throw new ConfigurationError(problems);
  return {
    options,
    host: environment.HOST || '127.0.0.1',
    port: Number(environment.PORT || 4001),
    logLevel: environment.LOG_LEVEL || 'info',
  };
}

function optionsOf(environment: Environment): SpvBackendOptions {
  const given = (name: string) => environment[name] || undefined;
  const loginUrl = given('ANAF_LOGIN_URL');
  const loginOrigins = listOf(given('ANAF_LOGIN_ORIGINS'));
  const tokenUrl = given('ANAF_TOKEN_URL');
  const apiUrl = given('ANAF_API_URL');
  const databaseUrl = given('DATABASE_URL');
  const metricsToken = given('METRICS_TOKEN');
  const allowedOrigins = listOf(given('ALLOWED_ORIGINS'));
  return {
    publicUrl: given('PUBLIC_URL') ?? '',
    anaf: {
      ...(loginUrl && { loginUrl }),
      ...(loginOrigins && { loginOrigins }),
      ...(tokenUrl && { tokenUrl }),
      ...(apiUrl && { apiUrl }),
      // Checked by `optionProblems`, like every other value.
      environment: (given('ANAF_ENVIRONMENT') ?? '') as 'test' | 'prod',
      clientId: given('ANAF_CLIENT_ID') ?? '',
      clientSecret: given('ANAF_CLIENT_SECRET') ?? '',
    },
    application: applicationOf(environment),
    database: databaseUrl ? { url: databaseUrl } : { dataFolder: given('DATA_FOLDER') ?? '.data' },
    sessionKeys: pairsOf(given('SESSION_KEYS')).map(([id, secret]) => ({ id, secret })),
    encryptionKeys: pairsOf(given('ENCRYPTION_KEYS')).map(([id, key]) => ({ id, key })),
    hostKeys: pairsOf(given('HOST_KEYS')).map(([id, secret]) =>
      secret.startsWith('sha256:') ? { id, hash: secret.slice('sha256:'.length) } : { id, secret },
    ),
    ...mailOf(environment),
    ...webhooksOf(environment),
    ...(allowedOrigins && { allowedOrigins }),
    ...(metricsToken && { metricsToken }),
    links: {
      ...(given('LINK_VALID_DAYS') && { validDays: Number(given('LINK_VALID_DAYS')) }),
      ...(given('LINKS_PER_COMPANY') && { maxOpenPerCompany: Number(given('LINKS_PER_COMPANY')) }),
    },
    exposeAccessTokens: given('EXPOSE_ACCESS_TOKENS') === 'true',
    // A standalone program is not mounted in an app, so it has no setting to inherit.
    trustProxy: trustProxyOf(given('TRUST_PROXY')),
  };
}

function applicationOf(environment: Environment): SpvBackendOptions['application'] {
  const supportEmail = environment.APPLICATION_SUPPORT_EMAIL;
  const privacyUrl = environment.APPLICATION_PRIVACY_URL;
  const logoUrl = environment.APPLICATION_LOGO_URL;
  const helpUrl = environment.APPLICATION_HELP_URL;
  return {
    name: environment.APPLICATION_NAME ?? '',
    services: (listOf(environment.APPLICATION_SERVICES || undefined) ?? ['e-factura']).filter(isService),
    ...(supportEmail && { supportEmail }),
    ...(privacyUrl && { privacyUrl }),
    ...(logoUrl && { logoUrl }),
    ...(helpUrl && { helpUrl }),
  };
}

/** E-mail is configured by any of its variables, so that a forgotten one is reported. */
function mailOf({ MAIL_URL, MAIL_FROM, MANAGE_URL }: Environment): Pick<SpvBackendOptions, 'mail'> {
  if (!MAIL_URL && !MAIL_FROM && !MANAGE_URL) return {};
  const [, name = '', address = MAIL_FROM ?? ''] = /^\s*(.*?)\s*<([^<>]+)>\s*$/.exec(MAIL_FROM ?? '') ?? [];
  return { mail: { transport: MAIL_URL ?? '', from: { name, address }, manageUrl: MANAGE_URL ?? '' } };
}

function webhooksOf({ WEBHOOK_URL, WEBHOOK_SECRETS }: Environment): Pick<SpvBackendOptions, 'webhooks'> {
  if (!WEBHOOK_URL && !WEBHOOK_SECRETS) return {};
  return { webhooks: { url: WEBHOOK_URL ?? '', secrets: listOf(WEBHOOK_SECRETS || undefined) ?? [] } };
}

function variableProblems(environment: Environment): ConfigurationProblem[] {
  const { PORT, LOG_LEVEL, EXPOSE_ACCESS_TOKENS, APPLICATION_SERVICES, DATA_FOLDER, DATABASE_URL } = environment;
  const wrong = (name: string, problem: string, example: string) => ({
    name,
    given: environment[name] ?? '(not set)',
    problem,
    example,
  });
  const isPort = !PORT || (/^\d+$/.test(PORT) && Number(PORT) <= 65_535);
  const unknownServices = (listOf(APPLICATION_SERVICES || undefined) ?? []).filter((name) => !isService(name));
  return [
    ...(isPort ? [] : [wrong('PORT', 'must be a port, 0–65535', '4001')]),
    ...(!LOG_LEVEL || logLevels.includes(LOG_LEVEL)
      ? []
      : [wrong('LOG_LEVEL', `must be one of ${logLevels.join(', ')}`, 'info')]),
    ...(!EXPOSE_ACCESS_TOKENS || ['true', 'false'].includes(EXPOSE_ACCESS_TOKENS)
      ? []
      : [wrong('EXPOSE_ACCESS_TOKENS', 'must be "true" or "false"', 'false')]),
    ...(unknownServices.length === 0
      ? []
      : [wrong('APPLICATION_SERVICES', `must be e-factura, e-transport or both`, 'e-factura')]),
    ...(DATA_FOLDER && DATABASE_URL
      ? [wrong('DATA_FOLDER', 'must not be set together with DATABASE_URL, because there is one database', '.data')]
      : []),
  ];
}

const variableByOption: Readonly<Record<string, string>> = {
  publicUrl: 'PUBLIC_URL',
  'anaf.loginUrl': 'ANAF_LOGIN_URL',
  'anaf.loginOrigins': 'ANAF_LOGIN_ORIGINS',
  'anaf.tokenUrl': 'ANAF_TOKEN_URL',
  'anaf.apiUrl': 'ANAF_API_URL',
  'anaf.environment': 'ANAF_ENVIRONMENT',
  'anaf.clientId': 'ANAF_CLIENT_ID',
  'anaf.clientSecret': 'ANAF_CLIENT_SECRET',
  'application.name': 'APPLICATION_NAME',
  'application.services': 'APPLICATION_SERVICES',
  'application.supportEmail': 'APPLICATION_SUPPORT_EMAIL',
  'application.privacyUrl': 'APPLICATION_PRIVACY_URL',
  'application.logoUrl': 'APPLICATION_LOGO_URL',
  'application.helpUrl': 'APPLICATION_HELP_URL',
  database: 'DATABASE_URL',
  sessionKeys: 'SESSION_KEYS',
  encryptionKeys: 'ENCRYPTION_KEYS',
  hostKeys: 'HOST_KEYS',
  'webhooks.url': 'WEBHOOK_URL',
  'webhooks.secrets': 'WEBHOOK_SECRETS',
  metricsToken: 'METRICS_TOKEN',
  'mail.transport': 'MAIL_URL',
  'mail.from': 'MAIL_FROM',
  'mail.manageUrl': 'MANAGE_URL',
  allowedOrigins: 'ALLOWED_ORIGINS',
  'links.validDays': 'LINK_VALID_DAYS',
  'links.maxOpenPerCompany': 'LINKS_PER_COMPANY',
  trustProxy: 'TRUST_PROXY',
};

function byVariable(problem: ConfigurationProblem): ConfigurationProblem {
  return { ...problem, name: variableByOption[problem.name] ?? problem.name };
}

function listOf(text: string | undefined): string[] | undefined {
  return text?.split(',').map((entry) => entry.trim());
}

/** Parses `id:secret,id:secret`. A secret may contain colons, but no commas. */
function pairsOf(text: string | undefined): [id: string, secret: string][] {
  return (listOf(text) ?? []).map((entry) => {
    const colon = entry.indexOf(':');
    return colon < 0 ? ['', entry] : [entry.slice(0, colon), entry.slice(colon + 1)];
  });
}

function trustProxyOf(text: string | undefined): boolean | number | string {
  if (text === undefined || text === 'false') return false;
  return /^\d+$/.test(text) ? Number(text) : text;
}

function isService(name: string): name is Service {
  return v.is(service, name);
}
