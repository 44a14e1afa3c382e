import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { optionProblems } from 'spv-authorize-backend/internal/configuration/option-problems.ts';
import type { SpvBackendOptions } from 'spv-authorize-backend/internal/configuration/options.ts';

const secret = 'x'.repeat(32);
const key = Buffer.alloc(32, 7).toString('base64');
const good: SpvBackendOptions = {
  publicUrl: 'https://app.example/spv',
  anaf: { environment: 'test', clientId: 'client', clientSecret: 'anaf secret' },
  application: { name: 'FacturaApp', services: ['e-factura'] },
  database: { memory: true },
  sessionKeys: [{ id: 's1', secret }],
  encryptionKeys: [{ id: 'e1', key }],
};

const goodMail = {
  transport: 'smtp://mail.example.ro',
  from: { name: 'FacturaApp', address: 'no-reply@example.ro' },
  manageUrl: 'https://app.example/anaf',
};

const webhookSecret = `whsec_${Buffer.alloc(24).toString('base64')}`;
const goodWebhooks = { url: 'https://app.example/events', secrets: [webhookSecret] };

/** Values that are accepted, by option. */
const accepted: Readonly<Record<string, readonly unknown[]>> = {
  publicUrl: ['http://localhost:4001', 'http://127.0.0.1:4001/a/b'],
  'anaf.loginUrl': [undefined, 'https://logincert.anaf.ro', 'http://localhost:1'],
  'anaf.loginOrigins': [undefined, [], ['https://login.anaf.ro', 'http://127.0.0.1:1']],
  'anaf.tokenUrl': [undefined, 'https://logincert.anaf.ro'],
  'anaf.apiUrl': [undefined, 'https://api.anaf.ro'],
  'anaf.environment': ['test', 'prod'],
  'anaf.answerWithinSeconds': [undefined, 1, 2.5, 30],
  'application.services': [['e-factura', 'e-transport']],
  'application.supportEmail': [undefined, 'ajutor@example.ro'],
  metricsToken: [undefined, 'x'.repeat(32)],
  'application.helpUrl': [undefined, 'https://ajutor.example/spv'],
  database: [{ memory: true }, { dataFolder: 'data' }, { url: 'postgres://db/x' }, { url: 'postgresql://db/x' }],
  sessionKeys: [
    [
      { id: 's1', secret },
      { id: 's2', secret },
    ],
  ],
  encryptionKeys: [[{ id: 'e1', key }]],
  hostKeys: [
    undefined,
    [],
    [
      { id: 'h1', secret },
      { id: 'h2', hash: `${'A'.repeat(41)}-_` },
    ],
  ],
  mail: [undefined, goodMail],
  'mail.transport': ['smtps://user:password@mail.example.ro:465', { host: 'mail' }],
  'mail.from': [{ name: '', address: 'a@example.ro' }],
  'mail.manageUrl': ['http://localhost:4000', 'https://app.example/firme/{companyId}'],
  'mail.recipients': [undefined, async () => []],
  webhooks: [undefined, goodWebhooks],
  'webhooks.url': ['http://localhost:4003/events'],
  'webhooks.secrets': [[webhookSecret, webhookSecret]],
  trustProxy: [
    ...[undefined, false, 0, 1, 3],
    ...['loopback', 'linklocal', 'uniquelocal', '10.0.0.1', '10.0.0.0/8', '::1', '10.0.0.1, loopback,fc00::/7'],
  ],
  allowedOrigins: [undefined, [], ['https://app.example', 'https://www.example']],
};

const notBase = 'must have no query, no fragment and no slash at the end';
const notOrigin = 'must be an origin: scheme, host and port, no slash at the end';
const notSecure = 'must be https, or http on localhost';
const notKeys = 'must contain at least one key, as "id:secret"';
const noId = 'every key must have an id';
const shortSecret = (id: string) => `the secret of "${id}" has fewer than 32 characters`;
const notHash = 'the hash of "h1" is not a SHA-256 as base64url';
const notProxies = 'must be the number of proxies, or their addresses';
const { PI } = Math;

/** Values that are refused, by option, with the problem that is reported. */
const refused: readonly (readonly [name: string, value: unknown, problem: string | RegExp])[] = [
  ['publicUrl', undefined, 'must be a URL'],
  ['publicUrl', 5, 'must be a URL'],
  ['publicUrl', new URL('https://app.example/spv'), 'must be a URL'],
  ['publicUrl', 'app.example', 'must be a URL'],
  ['publicUrl', 'http://app.example', notSecure],
  ['publicUrl', 'https://app.example/spv?x=1', notBase],
  ['publicUrl', 'https://app.example/spv#x', notBase],
  ['publicUrl', 'https://app.example/', notBase],
  ['anaf.loginUrl', 'https://logincert.anaf.ro/anaf', notOrigin],
  ['anaf.loginUrl', 'nonsense', notOrigin],
  ['anaf.loginOrigins', 'https://login.anaf.ro', 'must be a list'],
  ['anaf.loginOrigins', ['https://login.anaf.ro', 'https://login.anaf.ro/'], notOrigin],
  ['anaf.tokenUrl', 'http://logincert.anaf.ro', notSecure],
  ['anaf.apiUrl', 'http://api.anaf.ro', notSecure],
  ['anaf.environment', 'production', 'must be "test" or "prod"'],
  ['anaf.clientId', ' ', 'must be given'],
  ['anaf.clientId', ['client'], 'must be given'],
  ['anaf.clientSecret', '', 'must be given'],
  ['anaf.answerWithinSeconds', 0.9, 'must be 1–30'],
  ['anaf.answerWithinSeconds', 30.1, 'must be 1–30'],
  ['anaf.answerWithinSeconds', '10', 'must be 1–30'],
  ['application.name', '', 'must be given'],
  ['application.services', [], /length/],
  ['application.supportEmail', 'nobody', /email/],
  ['application.privacyUrl', 'privacy', /URL/],
  ['application.logoUrl', 'logo', /URL/],
  ['metricsToken', 'x'.repeat(31), 'must have at least 32 characters'],
  ['metricsToken', '', 'must have at least 32 characters'],
  ['application.helpUrl', 'http://ajutor.example', 'must be https, or http on localhost'],
  ['application.helpUrl', 'https://ajutor.example/', 'must have no query, no fragment and no slash at the end'],
  ['database', undefined, 'must be given'],
  ['database', null, 'must be given'],
  ['database', 'postgres://db/x', 'must be given'],
  ['database', {}, 'must name a data folder or a server'],
  ['database', { dataFolder: '' }, 'must be given'],
  ['database', { url: 'mysql://db/x' }, 'the address must begin with postgres://'],
  ['database', { url: 'x postgres://db/x' }, 'the address must begin with postgres://'],
  ['sessionKeys', undefined, notKeys],
  ['sessionKeys', 's1:secret', notKeys],
  ['sessionKeys', [], notKeys],
  ['sessionKeys', [{ id: 's1', secret }, { secret }], noId],
  ['sessionKeys', [{ id: '', secret }], noId],
  ['sessionKeys', [{ id: 1, secret }], noId],
  ['sessionKeys', [null], noId],
  ['sessionKeys', ['a key'], noId],
  [
    'sessionKeys',
    [
      { id: 's1', secret },
      { id: 's2', secret },
      { id: 's1', secret },
    ],
    'two keys have the same id',
  ],
  [
    'sessionKeys',
    [
      { id: 's1', secret },
      { id: 's2', secret: 'x'.repeat(31) },
    ],
    shortSecret('s2'),
  ],
  ['sessionKeys', [{ id: 's1', secret: Array(32) }], shortSecret('s1')],
  ['encryptionKeys', [{ id: 'e1', key: 'c2hvcnQ=' }], 'the key "e1" is not 32 bytes as base64'],
  ['encryptionKeys', [{ id: 'e1', key: Buffer.alloc(32) }], 'the key "e1" is not 32 bytes as base64'],
  ['hostKeys', 3, notKeys],
  ['hostKeys', [{ id: 'h1', secret: 'short' }], shortSecret('h1')],
  ['hostKeys', [{ id: 'h1', hash: 'A'.repeat(42) }], notHash],
  ['hostKeys', [{ id: 'h1', hash: 'A'.repeat(44) }], notHash],
  ['hostKeys', [{ id: 'h1', hash: `!${'A'.repeat(43)}` }], notHash],
  ['mail.transport', 'http://mail.example.ro', 'must begin with smtp:// or smtps:// and name a server'],
  ['mail.transport', '', 'must begin with smtp:// or smtps:// and name a server'],
  ['mail.from', 'no-reply@example.ro', 'must be a name and an e-mail address'],
  ['mail.from', { name: 'a', address: 'nobody' }, 'must be a name and an e-mail address'],
  ['mail.from', { name: 'a\nBcc: b', address: 'a@example.ro' }, 'the name must be one line of text'],
  ['mail.from', { address: 'a@example.ro' }, 'the name must be one line of text'],
  ['mail.manageUrl', 'app', 'must be a URL'],
  ['mail.manageUrl', 'http://app.example', notSecure],
  ['mail.recipients', [], 'must be a function'],
  ['webhooks.url', 'http://app.example', notSecure],
  ['webhooks.url', undefined, 'must be a URL'],
  ['webhooks.secrets', undefined, 'must be one secret, or two while it is replaced'],
  ['webhooks.secrets', [], 'must be one secret, or two while it is replaced'],
  ['webhooks.secrets', Array(3).fill(webhookSecret), 'must be one secret, or two while it is replaced'],
  ['webhooks.secrets', ['x'.repeat(40)], 'a secret must be "whsec_" and at least 24 bytes in base64'],
  ['webhooks.secrets', [webhookSecret, 'whsec_c2hvcnQ='], 'a secret must be "whsec_" and at least 24 bytes in base64'],
  ['trustProxy', true, notProxies],
  ['trustProxy', -1, notProxies],
  ['trustProxy', PI, notProxies],
  ['trustProxy', '', notProxies],
  ['trustProxy', '1', notProxies],
  ['trustProxy', ['loopback'], notProxies],
  ['trustProxy', 'loopback,proxy.example', notProxies],
  ['trustProxy', null, notProxies],
  ['allowedOrigins', ['https://app.example/page'], notOrigin],
  ['allowedOrigins', ['http://app.example'], notSecure],
];

describe('optionProblems', () => {
  it('options with the necessary values alone have no problem', () => {
    assert.deepEqual(optionProblems(good), []);
  });

  for (const [name, values] of Object.entries(accepted)) {
    for (const value of values) {
      it(`the option ${name} accepts ${JSON.stringify(value)}`, () => {
        assert.deepEqual(optionProblems(withOption(name, value)), []);
      });
    }
  }

  for (const [name, value, problem] of refused) {
    it(`the option ${name} refuses ${JSON.stringify(value)}`, () => {
      const [found, ...others] = optionProblems(withOption(name, value));

      assert.ok(found);
      assert.deepEqual(others, []);
      assert.equal(found.name, name);
      if (problem instanceof RegExp) assert.match(found.problem, problem);
      else assert.equal(found.problem, problem);
    });
  }

  for (const options of [undefined, null, {}, { anaf: null, application: 'x' }, { anaf: 'x', application: null }]) {
    it(`the options ${JSON.stringify(options)} have a problem for each necessary value`, () => {
      // JavaScript callers can pass anything.
      const names = optionProblems(options as unknown as SpvBackendOptions).map(({ name }) => name);

      assert.deepEqual(names, [
        ...['publicUrl', 'anaf.environment', 'anaf.clientId', 'anaf.clientSecret'],
        ...['application.name', 'application.services', 'database', 'sessionKeys', 'encryptionKeys'],
      ]);
    });
  }

  it('a problem shows the given value as it was written', () => {
    assert.equal(givenOf('publicUrl', 'nonsense'), 'nonsense');
    assert.equal(givenOf('anaf.answerWithinSeconds', 99), '99');
    assert.equal(givenOf('allowedOrigins', ['x']), '["x"]');
    assert.equal(givenOf('anaf.loginOrigins', { length: 0 }), '{"length":0}');
  });

  it('a problem shows a missing or empty value as not set', () => {
    assert.equal(givenOf('publicUrl', undefined), '(not set)');
    assert.equal(givenOf('publicUrl', ''), '(not set)');
    assert.equal(givenOf('sessionKeys', []), '(not set)');
  });

  it('a problem never shows the value of a secret', () => {
    for (const name of ['anaf.clientSecret', 'database', 'sessionKeys', 'encryptionKeys', 'hostKeys']) {
      assert.equal(givenOf(name, 5), '[secret]', name);
    }
  });

  /** What an example means: the text of an environment variable is a list, a number or keys for some options. */
  const meaning: Readonly<Record<string, (example: string) => unknown>> = {
    'anaf.loginOrigins': (example) => [example],
    'anaf.answerWithinSeconds': Number,
    'application.services': (example) => [example],
    allowedOrigins: (example) => [example],
    trustProxy: Number,
  };
  for (const name of [
    ...['publicUrl', 'anaf.loginUrl', 'anaf.loginOrigins', 'anaf.tokenUrl', 'anaf.apiUrl', 'anaf.environment'],
    ...['anaf.clientId', 'anaf.clientSecret', 'anaf.answerWithinSeconds', 'application.name', 'application.services'],
    ...[
      'application.supportEmail',
      'application.privacyUrl',
      'application.logoUrl',
      'application.helpUrl',
      'trustProxy',
      'allowedOrigins',
    ],
  ]) {
    it(`the example of the option ${name} is a value that it accepts`, () => {
      const [problem] = optionProblems(withOption(name, ['not', 'valid']));
      assert.ok(problem);

      const { [name]: read = String } = meaning;

      assert.notEqual(problem.example, '');
      assert.deepEqual(optionProblems(withOption(name, read(problem.example))), []);
    });
  }

  it('the example of a database or of keys shows their form', () => {
    const examples = ['database', 'sessionKeys', 'encryptionKeys', 'hostKeys'].map(
      (name) => optionProblems(withOption(name, 5))[0]?.example,
    );

    assert.deepEqual(examples, [
      '{ "dataFolder": "./data" } or { "url": "postgres://…" }',
      's1:<32 or more random characters>',
      'e1:<output of: openssl rand -base64 32>',
      'h1:<32 or more random characters>',
    ]);
  });
});

/** The good options with another value for `group.field` or `field`. */
function withOption(name: string, value: unknown): SpvBackendOptions {
  const [group = '', field] = name.split('.');
  const complete = { ...good, mail: goodMail, webhooks: goodWebhooks };
  const changed = field === undefined ? value : { ...Object(Object(complete)[group]), [field]: value };
  // Wrong values are the subject of these tests.
  return { ...good, [group]: changed } as SpvBackendOptions;
}

function givenOf(name: string, value: unknown): string {
  const [problem] = optionProblems(withOption(name, value));
  assert.ok(problem);
  return problem.given;
}
