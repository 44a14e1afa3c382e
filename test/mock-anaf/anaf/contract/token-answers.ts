import { codeOf, redirectUri } from '../../support/login.ts';
import { json } from './bodies.ts';
import type { ContractAnswer } from './contract-answer.ts';
import type { Stage } from './stage.ts';

const noStore = { 'cache-control': 'no-store' };

/** Exchanges a new code of the login, with changed fields. */
async function exchange(stage: Stage, changes: Readonly<Record<string, string>> = {}, code?: string) {
  const fields = {
    grant_type: 'authorization_code',
    code: code ?? (await codeOf(stage.mock, 'ana')),
    redirect_uri: redirectUri,
    token_content_type: 'jwt',
  };
  return stage.token({ ...fields, ...changes });
}

function invalidRequest(name: string, ask: ContractAnswer['ask']): ContractAnswer {
  const quote = `400 invalid_request for ${name}`;
  return { from: 'token', quote, source: 'observed', ask, expected: json(400, '{"error":"invalid_request"}') };
}

function deadRefreshToken(error: string): ContractAnswer {
  const quote = `{"error":"${error}","error_description":"Refresh Token status is expired"}`;
  return {
    from: 'token, with the switch deadRefreshTokenError',
    quote,
    source: 'observed',
    ask: async (stage) => {
      await stage.set('/switches', { deadRefreshTokenError: error });
      const { refresh_token } = await stage.mock.issueTokens({ persona: 'ana' });
      const fields = { grant_type: 'refresh_token', refresh_token };
      await stage.token(fields);
      return stage.token(fields);
    },
    expected: { ...json(400, quote), headers: noStore },
  };
}

/** `/anaf-oauth2/v1/token`. */
export const tokenAnswers: readonly ContractAnswer[] = [
  {
    from: 'token',
    quote:
      '{"access_token":"<RS512 JWT>","expires_in":7776000,"token_type":"Bearer","refresh_token":"<JWT>","scope":"clientappid issuer role serial"}',
    source: 'observed',
    ask: async (stage) => {
      const answer = await exchange(stage);
      const { access_token, refresh_token } = JSON.parse(answer.body);
      return { ...answer, body: answer.body.replace(access_token, '<RS512 JWT>').replace(refresh_token, '<JWT>') };
    },
    expected: {
      ...json(
        200,
        '{"access_token":"<RS512 JWT>","expires_in":7776000,"token_type":"Bearer","refresh_token":"<JWT>","scope":"clientappid issuer role serial"}',
      ),
      headers: noStore,
    },
  },
  ...[
    ['an unknown client', { client_id: 'f'.repeat(48) }],
    ['a wrong secret', { client_secret: 'wrong' }],
  ].map(
    ([name, changes]): ContractAnswer => ({
      from: 'token',
      quote: `{"error":"invalid_client", …} for ${name}`,
      source: 'observed',
      // The cast is safe: every entry of this list is a name and fields.
      ask: (stage) => exchange(stage, changes as Record<string, string>),
      expected: json(400, '{"error":"invalid_client","error_description":"Client authentication failed"}'),
    }),
  ),
  invalidRequest('a code that was never issued', (stage) => exchange(stage, {}, 'f'.repeat(64))),
  invalidRequest('an expired code', async (stage) => {
    const code = await codeOf(stage.mock, 'ana');
    stage.mock.clock.advance(61);
    return exchange(stage, {}, code);
  }),
  invalidRequest('a code that was used before', async (stage) => {
    const code = await codeOf(stage.mock, 'ana');
    await exchange(stage, {}, code);
    return exchange(stage, {}, code);
  }),
  invalidRequest('a junk grant', (stage) => exchange(stage, { grant_type: 'junk' })),
  deadRefreshToken('invalid_grant'),
  deadRefreshToken('access_denied'),
  deadRefreshToken('invalid_request'),
];
