import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveConfig } from 'spv-authorize-backend/internal/configuration/config.ts';
import { ConfigurationError } from 'spv-authorize-backend/internal/configuration/configuration-error.ts';

const webhookSecret = `whsec_${Buffer.alloc(24, 1).toString('base64')}`;
const good = {
  PUBLIC_URL: 'https://app.example/spv',
  ANAF_ENVIRONMENT: 'prod',
  ANAF_CLIENT_ID: 'client',
  ANAF_CLIENT_SECRET: 'anaf-secret-value',
  APPLICATION_NAME: 'FacturaApp',
  SESSION_KEYS: 's2:session-secret-0123456789-0123456789,s1:another:secret-0123456789-0123456789',
  ENCRYPTION_KEYS: `e1:${Buffer.alloc(32, 7).toString('base64')}`,
  HOST_KEYS: `h1:host-secret-0123456789-0123456789,h2:sha256:${'A'.repeat(43)}`,
  ALLOWED_ORIGINS: 'https://app.example, https://www.example',
  MAIL_URL: 'smtp://user:password@mail.example.ro:587',
  MAIL_FROM: 'FacturaApp <no-reply@example.ro>',
  MANAGE_URL: 'https://app.example/firme/{companyId}',
  WEBHOOK_URL: 'https://app.example/events',
  WEBHOOK_SECRETS: `${webhookSecret},${webhookSecret}`,
};

const bad: readonly { variable: string; value: string; problem: RegExp }[] = [
  { variable: 'PUBLIC_URL', value: 'http://app.example', problem: /must be https, or http on localhost/ },
  { variable: 'PUBLIC_URL', value: 'https://app.example/', problem: /no slash at the end/ },
  { variable: 'PUBLIC_URL', value: 'app.example', problem: /must be a URL/ },
  { variable: 'ANAF_LOGIN_URL', value: 'https://logincert.anaf.ro/x', problem: /must be an origin/ },
  { variable: 'ANAF_API_URL', value: 'http://api.example', problem: /must be https/ },
  { variable: 'ANAF_ENVIRONMENT', value: 'production', problem: /"test" or "prod"/ },
  { variable: 'ANAF_CLIENT_SECRET', value: '', problem: /must be given/ },
  { variable: 'APPLICATION_NAME', value: '', problem: /must be given/ },
  { variable: 'APPLICATION_SERVICES', value: 'e-factura,e-mail', problem: /must be e-factura, e-transport or both/ },
  { variable: 'APPLICATION_HELP_URL', value: 'https://ajutor.example/', problem: /no slash at the end/ },
  { variable: 'SESSION_KEYS', value: 's1:short', problem: /fewer than 32/ },
  { variable: 'SESSION_KEYS', value: `s1:${'x'.repeat(32)},s1:${'y'.repeat(32)}`, problem: /same id/ },
  { variable: 'ENCRYPTION_KEYS', value: 'e1:c2hvcnQ=', problem: /not 32 bytes as base64/ },
  { variable: 'HOST_KEYS', value: 'h1:sha256:short', problem: /not a SHA-256/ },
  { variable: 'WEBHOOK_URL', value: 'http://app.example', problem: /must be https/ },
  { variable: 'WEBHOOK_SECRETS', value: 'short', problem: /"whsec_"/ },
  { variable: 'METRICS_TOKEN', value: 'short', problem: /at least 32/ },
  { variable: 'MAIL_URL', value: 'mail.example.ro', problem: /must begin with smtp/ },
  { variable: 'ALLOWED_ORIGINS', value: 'https://app.example/page', problem: /must be an origin/ },
  { variable: 'TRUST_PROXY', value: 'true', problem: /number of proxies, or their addresses/ },
  { variable: 'DATABASE_URL', value: 'mysql://x', problem: /must begin with postgres/ },
  { variable: 'PORT', value: '70000', problem: /0–65535/ },
  { variable: 'LOG_LEVEL', value: 'loud', problem: /must be one of/ },
  { variable: 'EXPOSE_ACCESS_TOKENS', value: 'yes', problem: /"true" or "false"/ },
];

describe('resolveConfig', () => {
  it('a complete environment becomes options, host and port', () => {
    const { options, host, port } = resolveConfig({ ...good, TRUST_PROXY: '1', PORT: '8080' });

    assert.deepEqual([host, port], ['127.0.0.1', 8080]);
    assert.deepEqual(
      options.sessionKeys.map(({ id }) => id),
      ['s2', 's1'],
    );
    assert.equal(options.sessionKeys[1]?.secret, 'another:secret-0123456789-0123456789');
    assert.deepEqual(options.hostKeys?.[1], { id: 'h2', hash: 'A'.repeat(43) });
    assert.deepEqual(options.allowedOrigins, ['https://app.example', 'https://www.example']);
    assert.deepEqual(options.database, { dataFolder: '.data' });
    assert.equal(options.trustProxy, 1);
    assert.equal(options.exposeAccessTokens, false);
    assert.deepEqual(options.webhooks, {
      url: 'https://app.example/events',
      secrets: [webhookSecret, webhookSecret],
    });
    assert.deepEqual(options.mail, {
      transport: 'smtp://user:password@mail.example.ro:587',
      from: { name: 'FacturaApp', address: 'no-reply@example.ro' },
      manageUrl: 'https://app.example/firme/{companyId}',
    });
  });

  it('e-mail is configured by all of its variables or by none', () => {
    const { MAIL_URL, MAIL_FROM, MANAGE_URL, ...withoutMail } = good;

    assert.equal(resolveConfig(withoutMail).options.mail, undefined);
    assert.throws(
      () => resolveConfig({ ...withoutMail, MAIL_URL }),
      (error) => {
        assert.ok(error instanceof ConfigurationError);
        assert.deepEqual(
          error.problems.map(({ name }) => name),
          ['MAIL_FROM', 'MANAGE_URL'],
        );
        return true;
      },
    );
    const { options } = resolveConfig({ ...withoutMail, MAIL_URL, MANAGE_URL, MAIL_FROM: 'no-reply@example.ro' });
    assert.deepEqual(options.mail?.from, { name: '', address: 'no-reply@example.ro' });
  });

  for (const { variable, value, problem } of bad) {
    it(`the configuration ${variable}=${value} is refused`, () => {
      assert.throws(
        () => resolveConfig({ ...good, [variable]: value }),
        (error: Error) => {
          assert.ok(error instanceof ConfigurationError);
          assert.deepEqual(
            error.problems.map(({ name }) => name),
            [variable],
          );
          assert.match(error.message, problem);
          assert.match(error.message, /Example: \S/);
          return true;
        },
      );
    });
  }

  it('all problems of an environment are reported at once, without secrets', () => {
    const wrong = { ...good, SESSION_KEYS: 's1:short-session', ENCRYPTION_KEYS: 'e1:shortkey', ANAF_ENVIRONMENT: '' };

    assert.throws(
      () => resolveConfig(wrong),
      ({ message }: Error) => {
        assert.match(message, /^The configuration has 3 problems:/);
        assert.ok(!message.includes('short-session') && !message.includes('shortkey'));
        return true;
      },
    );
  });

  it('a data folder together with a database URL is refused', () => {
    const both = { ...good, DATA_FOLDER: 'x', DATABASE_URL: 'postgres://localhost/x' };

    assert.throws(() => resolveConfig(both), /DATA_FOLDER = x\n.*not be set together/);
  });
});
