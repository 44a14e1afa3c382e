import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { connectMockAnaf, MockAnafError } from 'mock-anaf/client';

describe('the client of mock-anaf', () => {
  it('the client imports only types from outside its folder', () => {
    const sources = globSync('mock-anaf/control/client/*.ts').map((file) => readFileSync(file, 'utf8'));
    const statements = sources.flatMap((source) => source.match(/^(import|export) [^;]*? from '[^']+';$/gms) ?? []);

    assert.ok(statements.length > 15);
    assert.deepEqual(
      statements.filter((line) => !line.includes(" from './") && !/^(import|export) type /.test(line)),
      [],
    );
  });

  for (const address of ['', 'nowhere', '127.0.0.1:8079', 'ftp://127.0.0.1', 'http://']) {
    it(`the address "${address}" is refused with an example of a valid one`, () => {
      assert.throws(() => connectMockAnaf(address), /"adminUrl" must be an http address such as http/);
    });
  }

  it('a request has the token, and an address without a double slash', async () => {
    const seen: [string, unknown][] = [];
    const fetch = async (address: unknown, init: unknown) => {
      seen.push([String(address), init]);
      return Response.json({ count: 3 });
    };

    const count = await connectMockAnaf('http://mock:1/', { token: 't', fetch }).journal.count({
      path: '/token',
      about: { persona: 'accountant' },
    });

    assert.equal(count, 3);
    assert.deepEqual(seen, [
      [
        'http://mock:1/journal/count?persona=accountant&path=%2Ftoken',
        { method: 'GET', headers: { authorization: 'Bearer t' } },
      ],
    ]);
  });

  it('a long wait is split into requests of at most 25 seconds', async () => {
    const waits: unknown[] = [];
    const fetch = async (address: unknown) => {
      waits.push(new URL(String(address)).searchParams.get('waitSeconds'));
      return Response.json({ entries: [] });
    };

    const entries = await connectMockAnaf('http://mock:1', { fetch }).journal.waitFor({}, { waitSeconds: 60 });

    assert.deepEqual([entries, waits], [[], ['25', '25', '10']]);
  });

  for (const [name, answer, status, code] of [
    ['a refusal', Response.json({ code: 'bad-value', message: 'm' }, { status: 400 }), 400, 'bad-value'],
    ['a page of another server', new Response('<html>', { status: 502 }), 502, 'unexpected'],
    ['JSON of another server', Response.json(['x'], { status: 500 }), 500, 'unexpected'],
  ] as const) {
    it(`${name} becomes an error with status ${status} and code ${code}`, async () => {
      const mock = connectMockAnaf('http://mock:1', { fetch: async () => answer });

      await assert.rejects(mock.reset(), (error) => {
        assert.ok(error instanceof MockAnafError);
        assert.deepEqual([error.status, error.code], [status, code]);
        return true;
      });
    });
  }
});
