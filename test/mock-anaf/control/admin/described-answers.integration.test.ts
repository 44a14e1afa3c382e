import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AdminErrorCode } from 'mock-anaf/internal/control/admin/operation/admin-error.ts';
import type { AdminRoute } from 'mock-anaf/internal/control/admin/operation/operation-routes.ts';
import { type Description, DescriptionCheck } from '../../../support/description-check.ts';
import { authorizeUrl, clientId, codeOf, exchange, startMock } from '../../support/login.ts';
import { routes } from '../../support/openapi.ts';

const adminToken = 'a-token-of-the-admin-port';

type Mock = Awaited<ReturnType<typeof startMock>>;

interface Call {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request according to the description of an operation, with its examples where no other values are given. */
function send(url: string, { method, path, parameters = [] }: AdminRoute, call: Call = {}): Promise<Response> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const filled = inPath.reduce(
    (text, { name, example }) => text.replace(`{${name}}`, encodeURIComponent(call.path?.[name] ?? String(example))),
    path,
  );
  const body = typeof call.body === 'string' ? call.body : JSON.stringify(call.body);
  return fetch(`${url}${filled}${call.query ?? ''}`, {
    method,
    headers: { authorization: `Bearer ${adminToken}`, ...call.headers },
    ...(body !== undefined && { body }),
  });
}

/** Creates the data that an operation needs, and returns the values that its examples cannot contain. */
async function prepare(mock: Mock, { id }: AdminRoute): Promise<Call> {
  if (id === 'stopInstance' || id === 'readInstances') {
    const response = await fetch(`${mock.urls.admin}/instances`, {
      method: 'POST',
      body: '{}',
      headers: { authorization: `Bearer ${adminToken}` },
    });
    return { path: { id: String((await response.json()).id) } };
  }
  if (id === 'readJournal') await fetch(`${mock.urls.apiPlain}/nowhere`);
  if (id === 'readExchange') {
    await fetch(`${mock.urls.apiPlain}/nowhere`, { method: 'POST', body: 'x' });
    return { path: { number: String(mock.journal.entries().at(-1)?.number) } };
  }
  if (id === 'removeClient') await exchange(mock, await codeOf(mock, 'accountant'));
  return { path: { clientId } };
}

describe('every described operation', () => {
  let mock: Mock;
  let plain: Mock;
  let check: DescriptionCheck;

  before(async () => {
    mock = await startMock({ adminToken });
    plain = await startMock();
    // The unit test of the description shows that it is valid OpenAPI.
    check = new DescriptionCheck((await (await fetch(`${plain.urls.admin}/openapi.json`)).json()) as Description);
  });
  after(() => Promise.all([mock.stop(), plain.stop()]));

  for (const operation of routes) {
    for (const [name, body] of Object.entries(operation.body?.examples ?? { 'no body': undefined })) {
      it(`${operation.id} with the example "${name}" is answered as described`, async () => {
        mock.reset();

        const response = await send(mock.urls.admin, operation, { ...(await prepare(mock, operation)), body });

        await check.isDescribed(operation, response);
        assert.equal(response.status, 200);
      });
    }

    const inQuery = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query');
    if (inQuery.length > 0) {
      it(`${operation.id} accepts all its parameters at once`, async () => {
        const query = new URLSearchParams();
        for (const { name, example } of inQuery) {
          const fields = typeof example === 'object' && example !== null ? example : { [name]: example };
          for (const [field, value] of Object.entries(fields)) query.set(field, String(value));
        }

        const response = await send(mock.urls.admin, operation, { query: `?${query}` });

        await check.isDescribed(operation, response);
        assert.equal(response.status, 200);
      });
    }

    for (const code of codesOf(operation)) {
      it(`${operation.id} answers ${code} as described`, async () => {
        const { url, call } = await provoke(code, operation, mock, plain);

        const response = await send(url, operation, call);

        const body = await check.isDescribed(operation, response);
        assert.equal((body as { code: string }).code, code);
      });
    }
  }

  it('authorize and readJournal answer as described when all their optional fields are present', async () => {
    const url = authorizeUrl(mock.urls.picker);
    const authorize = routes.find(({ id }) => id === 'authorize') as AdminRoute;
    const readJournal = routes.find(({ id }) => id === 'readJournal') as AdminRoute;

    const walk = await send(mock.urls.admin, authorize, { body: { url, persona: 'accountant' } });
    await fetch(`${mock.urls.picker}/nowhere`, { redirect: 'manual' });
    const journal = await send(mock.urls.admin, readJournal, { query: '?path=nowhere' });

    const walked = (await check.isDescribed(authorize, walk)) as { location: string };
    const { entries } = (await check.isDescribed(readJournal, journal)) as { entries: readonly object[] };
    assert.match(walked.location, /code=/);
    assert.ok(entries[0] && 'location' in entries[0] && 'expected' in entries[0]);
  });
});

/** The error codes of an operation; `too-many-instances` has its own test. */
function codesOf({ body, errors = [], isOpen }: AdminRoute): readonly AdminErrorCode[] {
  const common = [
    ...(isOpen ? [] : (['unauthorized'] as const)),
    'foreign-origin',
    ...(isOpen ? [] : (['bad-query'] as const)),
  ] as const;
  const ofBody = body ? (['bad-body', 'body-too-long'] as const) : [];
  return [...common, ...ofBody, ...errors].filter((code) => code !== 'too-many-instances');
}

const badPaths: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  changePerson: { name: 'nobody' },
  removePerson: { name: 'nobody' },
  renewCertificate: { name: 'nobody' },
  putCompany: { cui: 'abc' },
  removeCompany: { cui: '1' },
};

const badValues: Readonly<Record<string, unknown>> = {
  addScenario: { name: 'api-slow', endpoint: 'token' },
  addPerson: { name: 'accountant' },
  changePerson: {},
  renewCertificate: {},
  delegateRight: { from: 'nobody', to: 'accountant' },
  putCompany: { name: 'Zeta SRL' },
  issueTokens: { persona: 'nobody' },
  authorize: { url: 'https://logincert.anaf.ro/', persona: 'nobody' },
  addMessages: { other: '1' },
  registerClient: { clientId: 'x', clientSecret: 'y', redirectUris: ['http://app.example/'] },
  startInstance: { clients: [{ clientId: 'x', clientSecret: 'y', redirectUris: ['http://app.example/'] }] },
};

/** A request that an operation answers with this code, and the admin port to send it to. */
async function provoke(
  code: AdminErrorCode,
  { id }: AdminRoute,
  mock: Mock,
  plain: Mock,
): Promise<{ url: string; call: Call }> {
  const url = mock.urls.admin;
  switch (code) {
    case 'unauthorized':
      return { url, call: { headers: { authorization: 'Bearer another-token-of-another-port' } } };
    case 'foreign-origin':
      return { url, call: { headers: { origin: 'https://app.example' } } };
    case 'bad-body':
      return { url, call: { path: { id: '1' }, body: { nonsense: 1 } } };
    case 'body-too-long':
      return { url, call: { body: `"${'x'.repeat(100_000)}"` } };
    case 'bad-query':
      return { url, call: { query: '?status=many&name=many' } };
    case 'bad-value':
      return { url, call: { path: badPaths[id] ?? {}, body: badValues[id] } };
    case 'port-busy':
      return { url, call: { body: { ports: { admin: Number(new URL(url).port) } } } };
    case 'nested-instance': {
      const start = { method: 'POST', body: '{}' };
      const { adminUrl } = await (await fetch(`${plain.urls.admin}/instances`, start)).json();
      return { url: adminUrl, call: { body: {} } };
    }
    default:
      return { url, call: { path: { name: 'nobody', clientId: 'nobody', id: 'nobody', number: '0' } } };
  }
}
