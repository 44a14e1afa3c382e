import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { clientSecret, startMock } from '../../support/login.ts';

/** Ways to embed a secret in a text. */
const written: Readonly<Record<string, (secret: string) => string>> = {
  'as it is': (secret) => secret,
  'between other words': (secret) => `word ${secret}, word`,
  'in an address': (secret) => `https://app.example/x?code=${secret}&y=1`,
  'in an address in an address': (secret) => `https://a/?u=${encodeURIComponent(`https://b/?token=${secret}`)}`,
  'in JSON': (secret) => JSON.stringify({ a: [{ b: secret }], c: 1 }),
  'in JSON in JSON': (secret) => JSON.stringify({ a: JSON.stringify({ b: secret }) }),
  'in XML': (secret) => `<a b="${secret}"><c>${secret}</c></a>`,
  'in a form': (secret) => new URLSearchParams({ a: secret, refresh_token: secret }).toString(),
  'as a name in a form': (secret) => `${secret}=1&${secret}`,
  'in multipart': (secret) => `--x\r\nContent-Disposition: form-data; name="${secret}"\r\n\r\n${secret}\r\n--x--`,
  'behind many others': (secret) => `${'x'.repeat(300)} ${secret}`,
  'where it is cut': (secret) => `${' '.repeat(16 * 1024 - 20)}${secret}${' '.repeat(600)}`,
};

describe('the journal', () => {
  let mock: Awaited<ReturnType<typeof startMock>>;
  let secrets: Readonly<Record<string, string>>;

  before(async () => {
    mock = await startMock({ limits: { callsPerMinute: Number.POSITIVE_INFINITY } });
    const { access_token, refresh_token } = await mock.issueTokens({ persona: 'accountant' });
    secrets = { clientSecret, access_token, refresh_token, code: 'f7584c01803b44ef373abe83855c53b1'.repeat(2) };
  });
  after(() => mock.stop());

  it('the journal never shows a secret, wherever it is sent and however it is written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          which: fc.constantFrom('clientSecret', 'access_token', 'refresh_token', 'code'),
          how: fc.constantFrom(...Object.keys(written)),
          where: fc.constantFrom('path', 'query', 'name', 'header', 'body'),
          path: fc.constantFrom(
            ...['/anaf-oauth2/v1/authorize', '/anaf-oauth2/v1/token', '/my.policy', '/vdesk/hangup.php3'],
            ...['/test/FCTEL/rest/upload', '/prod/FCTEL/rest/listaMesajeFactura', '/api/validate/signature', '/x'],
          ),
          type: fc.constantFrom(
            ...['application/x-www-form-urlencoded', 'application/json', 'text/plain', 'multipart/form-data'],
          ),
          parameter: fc.constantFrom(
            ...['cif', 'zile', 'client_id', 'redirect_uri', 'name', 'scope', 'state', 'other'],
          ),
          header: fc.constantFrom('user-agent', 'accept', 'origin', 'referer', 'x-any', 'cookie'),
        }),
        async ({ which, how, where, path, type, parameter, header }) => {
          const secret = secrets[which] ?? '';
          const text = written[how]?.(secret) ?? '';
          const encoded = encodeURIComponent(text).slice(0, 20_000);
          const address = {
            path: `${path}/${encoded}`,
            query: `${path}?${parameter}=${encoded}`,
            name: `${path}?${encoded}`,
          }[where as 'path'];
          mock.journal.clear();

          await send(
            `${path.startsWith('/anaf') || path.startsWith('/my') ? mock.urls.picker : mock.urls.apiPlain}${address ?? path}`,
            {
              'content-type': type,
              ...(where === 'header' && { [header]: text.replaceAll(/[\r\n]/g, ' ') }),
            },
            where === 'body' ? text : '',
          );

          const [entry] = mock.journal.entries();
          assert.ok(entry, 'the request is in the journal');
          const shown = JSON.stringify(mock.journal.exchange(entry.number));
          // The first part of a JWT is not a secret.
          const telling = which.endsWith('token') ? secret.split('.').slice(1) : [secret];
          for (const part of telling) {
            for (const piece of [part.slice(0, 24), part.slice(-24)])
              assert.equal(shown.includes(piece), false, shown.slice(0, 3000));
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

function send(address: string, headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    request(address, { method: 'POST', headers, agent: false }, (response) => response.resume().on('end', resolve))
      .on('error', reject)
      .end(body);
  });
}
