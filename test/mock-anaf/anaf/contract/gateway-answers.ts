import { json } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import type { Exchange } from './exchange.ts';
import { example, type Stage } from './stage.ts';

const list = `listaMesajeFactura?zile=1&cif=${example}`;
const empty: Exchange = { status: 429, type: 'text/plain;charset=UTF-8', body: '' };

function overLimit(from: string, limitAnswer: object, expected: Exchange): ContractAnswer {
  return {
    from,
    quote: 'codul de eroare care apare în momentul în care se depășește limita maximă de apeluri',
    source: 'documented',
    ask: async (stage) => {
      await stage.set('/limits', { callsPerMinute: 0 });
      await stage.set('/limit-answer', limitAnswer);
      return stage.get(list);
    },
    expected,
  };
}

/** The answer of the test service, with the values that change between runs replaced. */
async function hello(stage: Stage): Promise<Exchange> {
  const { access_token } = await stage.mock.issueTokens({ persona: 'ana' });
  const { grants } = stage.mock.state;
  for (const grant of Object.values(grants)) grants[grant.id] = { ...grant, issuer: 'Anaf', serial: '34:00' };
  const answer = await stage.send(`${stage.mock.urls.apiPlain}/TestOauth/jaxrs/hello?name=Test Hello App!`, {
    headers: { authorization: `Bearer ${access_token}`, accept: '*/*', 'user-agent': 'PostmanRuntime/7.29.2' },
  });
  const body = answer.body
    .replace(access_token, '97…3')
    .replace(/Host \nval=\[[^\]]*\]/, 'Host \nval=[api.anaf.ro]')
    .replaceAll(/val=\[[0-9a-f]{16}\]/g, 'val=[…]');
  return { ...answer, body };
}

/** Answers of the gateway in front of the API, and of the test service. */
export const gatewayAnswers: readonly ContractAnswer[] = [
  {
    from: 'the gateway',
    quote: '{"message":"Unauthorized","status":"401"}',
    source: 'observed',
    ask: (stage) => stage.send(`${stage.mock.urls.apiPlain}/test/FCTEL/rest/${list}`),
    expected: {
      ...json(401, '{"message":"Unauthorized","status":"401"}'),
      headers: { 'www-authenticate': 'Bearer realm="api.anaf.ro", error="invalid_token"' },
    },
  },
  {
    from: 'the gateway',
    quote: 'request neautorizat la URL-urile aferente',
    source: 'documented',
    ask: (stage) => stage.get('/FCTEL/rest/listaMesajeFactura'),
    expected: json(403, '{"message":"Forbidden","status":"403"}'),
  },
  overLimit(
    'the gateway over its limit',
    {},
    { ...empty, headers: { 'retry-after': undefined, 'content-length': '0' } },
  ),
  overLimit(
    'the gateway over its limit, with the setting limitAnswer 429,',
    { body: '{"message":"API rate limit exceeded"}', contentType: 'application/json', retryAfterSeconds: 30 },
    { ...json(429, '{"message":"API rate limit exceeded"}'), headers: { 'retry-after': '30' } },
  ),
  overLimit(
    'the gateway over its limit, with the setting limitAnswer 204,',
    { status: 204, body: 'never sent' },
    {
      status: 204,
      type: '',
      body: '',
      headers: { 'content-length': undefined },
    },
  ),
  {
    from: 'TestOauth',
    quote: 'Hello, "Test Hello App!" headers=key=Accept val=[*/*] key=Authorization val=[Bearer 97…3] …',
    source: 'documented',
    ask: hello,
    expected: {
      status: 200,
      type: 'text/plain;charset=UTF-8',
      body: [
        'Hello, "Test Hello App!" ',
        'headers=key=Accept ',
        'val=[*/*] ',
        'key=Authorization ',
        'val=[Bearer 97…3] ',
        'key=Host ',
        'val=[api.anaf.ro] ',
        'key=issuer ',
        'val=[Anaf] ',
        'key=serial_certificate ',
        'val=[3400] ',
        'key=session-id ',
        'val=[…] ',
        'key=session-key ',
        'val=[…] ',
        'key=User-Agent ',
        'val=[PostmanRuntime/7.29.2] ',
      ].join('\n'),
    },
  },
];
