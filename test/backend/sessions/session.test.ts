import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { type SessionKey, Sessions } from 'spv-authorize-backend/internal/sessions/session.ts';
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

function setup() {
  const clock = new ManualClock();
  return { clock, sessions: new Sessions([key('k')], clock, 'issuer') };
}
