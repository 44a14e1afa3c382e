import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { decodeJwt, SignJWT } from 'jose';
import { InvalidInputError, parseInput } from 'spv-authorize-backend/internal/companies/input.ts';
import { type SessionKey, Sessions, sessionRequest } from 'spv-authorize-backend/internal/sessions/session.ts';
import { Secret } from 'spv-authorize-backend/internal/vault/secret.ts';
import { ManualClock } from '../../support/manual-clock.ts';

const key = (id: string): SessionKey => ({ id, secret: new Secret(`${id}-secret-0123456789-0123456789`) });
const session = {
  companyId: 'c1',
  userId: 'u1',
  userName: 'Maria Pop',
  permissions: ['view', 'authorize'] as const,
  origin: 'http://localhost:4000',
};

describe('Sessions', () => {
  it('a signed session is read back unchanged', async () => {
    const { sessions } = setup();

    const { session: token } = await sessions.sign(session);

    assert.deepEqual(await sessions.read(token), session);
  });

  it("a session ends after 15 minutes of the backend's clock", async () => {
    const { sessions, clock } = setup();
    const { session: token, expiresAt } = await sessions.sign(session);

    clock.advance(15 * 60 - 1);
    await sessions.read(token);
    clock.advance(1);

    assert.equal(expiresAt, clock.now());
    await assert.rejects(sessions.read(token), { name: 'SessionError', code: 'expired' });
  });

  it('a session signed with an older key is accepted, with a removed key refused', async () => {
    const clock = new ManualClock();
    const { session: token } = await new Sessions([key('old')], clock, 'issuer').sign(session);

    assert.equal((await new Sessions([key('new'), key('old')], clock, 'issuer').read(token)).companyId, 'c1');
    await assert.rejects(new Sessions([key('new')], clock, 'issuer').read(token), {
      name: 'SessionError',
      code: 'invalid',
    });
  });

  it('a session cannot be signed without a key', async () => {
    await assert.rejects(new Sessions([], new ManualClock(), 'issuer').sign(session), {
      name: 'TypeError',
      message: '"sessionKeys" must contain at least one key',
    });
  });

  it('a session without a name of the person is read back without one', async () => {
    const { sessions } = setup();

    const { session: token } = await sessions.sign({ ...session, userName: undefined });

    assert.deepEqual(await sessions.read(token), { ...session, userName: undefined });
    assert.ok(!('name' in decodeJwt(token)));
  });

  it('the error of a refused session says why and keeps its cause', async () => {
    const { sessions } = setup();

    await assert.rejects(sessions.read('nonsense'), (error: Error) => {
      assert.equal(error.message, 'the session is invalid');
      assert.ok(error.cause instanceof Error);
      return true;
    });
  });

  it('a session of another backend with the same key is refused', async () => {
    const clock = new ManualClock();
    const { session: token } = await new Sessions([key('k')], clock, 'https://one.example').sign(session);

    await assert.rejects(new Sessions([key('k')], clock, 'https://two.example').read(token), {
      name: 'SessionError',
      code: 'invalid',
    });
  });

  it('a session without an end, a company or a signature is refused', async () => {
    const { sessions, clock } = setup();
    const secret = new TextEncoder().encode(key('k').secret.reveal());
    const sign = (claims: Record<string, unknown>) =>
      new SignJWT({ iss: 'issuer', sub: 'u1', ...claims }).setProtectedHeader({ alg: 'HS256', kid: 'k' }).sign(secret);
    const whole = { company: 'c1', permissions: ['view'], origin: 'x', exp: clock.now() + 60 };
    const unsigned = Buffer.from('{"alg":"none","kid":"k"}').toString('base64url');

    const tokens = [
      await sign({ ...whole, exp: undefined }),
      await sign({ ...whole, company: undefined }),
      await sign({ ...whole, permissions: ['everything'] }),
      `${unsigned}.${(await sign(whole)).split('.')[1]}.`,
    ];

    assert.equal((await sessions.read(await sign(whole))).companyId, 'c1');
    for (const token of tokens) await assert.rejects(sessions.read(token), { name: 'SessionError', code: 'invalid' });
  });
});

describe('sessionRequest', () => {
  const request = {
    companyId: 'c1',
    taxId: '90123459',
    companyName: 'Exemplu SRL',
    userId: 'u1',
    permissions: ['view'],
    origin: 'https://app.example',
  };

  it('a request for a session is accepted with and without the name of the person', () => {
    for (const accepted of [request, { ...request, userName: 'Maria Pop' }, { ...request, userId: 'x'.repeat(128) }]) {
      assert.deepEqual(parseInput(sessionRequest, accepted), accepted);
    }
  });

  for (const [field, value] of [
    ['companyId', ''],
    ['taxId', 'x'],
    ['companyName', ''],
    ['userId', ''],
    ['userId', 'x'.repeat(129)],
    ['userId', 'u\0'],
    ['userName', 'Maria\0'],
    ['permissions', ['everything']],
    ['permissions', undefined],
    ['origin', 'app.example'],
  ] as const) {
    it(`a request for a session with the ${field} ${JSON.stringify(value)?.slice(0, 20)} is refused`, () => {
      assert.throws(
        () => parseInput(sessionRequest, { ...request, [field]: value }),
        (error: Error) => {
          assert.ok(error instanceof InvalidInputError);
          assert.deepEqual(
            error.fields.map((wrong) => wrong.field.split('.')[0]),
            [field],
          );
          return true;
        },
      );
    });
  }
});

function setup() {
  const clock = new ManualClock();
  return { clock, sessions: new Sessions([key('k')], clock, 'issuer') };
}
