import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { defaultLifetimes, defaultLimits, defaultSwitches, scenarioCatalogue } from 'mock-anaf';
import { apiWithToken } from '../../support/api.ts';
import { beta, exemplu, invoice } from '../../support/invoice.ts';
import { authorizeUrl, clientId, clientSecret, startMock } from '../../support/login.ts';
import { assertAnswerOfApi } from './answer-of-anaf.ts';

const routes = [
  ...['GET /healthz', 'GET /clock', 'PUT /clock', 'GET /scenario', 'POST /scenario', 'DELETE /scenario'],
  ...['GET /journal', 'DELETE /journal', 'POST /reset', 'GET /ca.pem', 'GET /personas', 'GET /personas/accountant.p12'],
  ...['GET /personas/__proto__.pem', 'POST /tokens', 'POST /authorize', `POST /companies/${exemplu.cui}/messages`],
  ...['POST /companies/__proto__/messages', 'GET /clients', 'POST /clients', 'PUT /personas/accountant'],
  ...[
    'PUT /personas/nobody',
    'POST /disconnect',
    'PUT /lifetimes',
    'PUT /limits',
    'PUT /limit-answer',
    'PUT /switches',
  ],
  ...['GET /companies', 'POST /tokens/inspect', 'GET /console/modules/..%2f..%2fpackage.json'],
  ...['GET /nothing', 'PATCH /clock'],
];

const names = [
  ...['advanceSeconds', 'now', 'frozen', 'reset', 'name', 'times', 'clientId', 'cui', 'persona', 'age', 'url'],
  ...['act', 'kind', 'count', 'other', 'xml', 'environment', 'clientSecret', 'redirectUris', 'services', 'rights'],
  ...['token', 'enrolledAt', 'pin', 'status', 'contentType', 'body', 'retryAfterSeconds', '__proto__'],
  ...Object.keys({ ...defaultLifetimes, ...defaultLimits, ...defaultSwitches }),
];

const numbers = fc.oneof(fc.constantFrom(0, 1, -1, 0.5, 1e9, -1e9, 1e12, 1e300, -1e300, 204, 429), fc.double());
const value = fc.oneof(
  numbers,
  fc.constantFrom(
    true,
    false,
    null,
    'accountant',
    'no-company',
    exemplu.cui,
    beta.cui,
    clientId,
    'ok',
    'cancel',
    'test',
  ),
  fc.constantFrom('EFACTURA', '2027-01-01T00:00:00Z', '+275760-09-13T00:00:00Z', invoice(), '<A/>', '', 'enforced'),
  fc.constantFrom('FACTURA PRIMITA', 'https://app.example/callback', authorizeUrl('https://logincert.anaf.ro')),
  fc.constantFrom(...Object.keys(scenarioCatalogue)),
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(fc.string(), fc.constant({ cui: exemplu.cui, since: -1e300 })), { maxLength: 3 }),
);
const body = fc.oneof(
  fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }).map((fields) => JSON.stringify(fields)),
  fc.json(),
  fc.string({ unit: 'binary' }),
);

describe('arbitrary requests to the admin port', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;

  before(async () => {
    mock = await startMock();
  });
  after(() => mock.stop());

  it('any request to the admin port is executed or refused with a message, and all other doors keep answering', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom(...routes), body), { maxLength: 4 }), async (steps) => {
        for (const [route, text] of steps) await step(route, text);
        mock.scenarios.clear();
        await visitEveryDoor();
        mock.reset();
      }),
      { numRuns: 250 },
    );
  });

  async function step(route: string, text: string): Promise<void> {
    const [method = '', path = ''] = route.split(' ');
    const response = await fetch(mock.urls.admin + path, { method, ...(method !== 'GET' && { body: text }) });
    const answer = await response.text();

    assert.ok([200, 400, 404].includes(response.status), `${route} ${text} ${response.status} ${answer}`);
    if (response.status === 200) return;
    const { code, message } = JSON.parse(answer);
    assert.ok(code && message, answer);
  }

  /** A login, a token, and every method of the API, with the current clock, limits, people and switches. */
  async function visitEveryDoor(): Promise<void> {
    const login = await fetch(authorizeUrl(mock.urls.picker), { redirect: 'manual' });
    assert.ok([302, 400].includes(login.status), `${login.status}`);
    const token = await fetch(`${mock.urls.picker}/anaf-oauth2/v1/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret, grant_type: 'refresh_token' }),
    });
    assert.ok([200, 400].includes(token.status));
    const { access_token } = await mock.issueTokens({ persona: 'accountant' });
    const api = apiWithToken(mock, access_token);
    for (const path of [
      `listaMesajeFactura?zile=1&cif=${exemplu.cui}`,
      `listaMesajePaginatieFactura?startTime=1&endTime=2&pagina=1&cif=${exemplu.cui}`,
      'stareMesaj?id_incarcare=5001130147',
      'descarcare?id=3001293434',
      'descarcare',
      '/TestOauth/jaxrs/hello?name=x',
    ]) {
      await assertKnown(await api.get(path));
    }
    await assertKnown(await api.post(`upload?standard=UBL&cif=${exemplu.cui}`, invoice()));
    await assertKnown(await api.post('/prod/FCTEL/rest/validare/', invoice()));
  }

  /** The answer to a call over the limit is defined by a setting, so it may be anything. */
  async function assertKnown(answer: { status: number; type: string; text: string }): Promise<void> {
    if (answer.status === 429 || answer.status === 204) return;
    assertAnswerOfApi(answer);
  }
});
