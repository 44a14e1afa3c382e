import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { defaultClient, defaultSwitches } from 'mock-anaf';
import { accessClaims, refreshClaims } from 'mock-anaf/internal/anaf/oauth/claims.ts';
import { newTokenId, TokenMaker } from 'mock-anaf/internal/anaf/oauth/token-maker.ts';
import { newKeyPair } from 'mock-anaf/internal/engine/pki/keys.ts';
import type { Grant } from 'mock-anaf/internal/engine/state/mock-state.ts';
import type { Addresses } from './subject.ts';

/**
 * The lower bound for mock-anaf: a POST is answered with the same two JWTs, signed in the same way, and a GET with the JSON of the
 * first argument. Nothing is checked, stored or recorded.
 */
const list: unknown = JSON.parse(process.argv[2] ?? 'null');
const tokens = new TokenMaker(await newKeyPair());
const grant: Grant = {
  id: '0123456789abcdef',
  mark: '01234567',
  clientId: defaultClient.clientId,
  persona: 'administrator',
  services: defaultClient.services,
  issuer: 'mock-anaf Testing CA',
  serial: Array(16).fill('3a').join(':'),
  createdAt: 0,
  refreshHash: '',
  refreshExpiresAt: 0,
  accessId: '',
  disconnectedAt: null,
};

const server = createServer((request, response) => {
  const answer = request.method === 'POST' ? refresh(request) : Promise.resolve(list);
  answer.then(
    (value) => send(response, value),
    (error: unknown) => response.destroy(error instanceof Error ? error : undefined),
  );
});
server.listen(0, '127.0.0.1', () => {
  // A server that listens on TCP has an address object.
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  console.log(JSON.stringify({ tokenUrl: url, listUrl: url } satisfies Addresses));
});
process.once('SIGINT', () => process.exit());

async function refresh(request: IncomingMessage): Promise<object> {
  for await (const _chunk of request);
  const now = Math.floor(Date.now() / 1000);
  const [access_token, refresh_token] = await Promise.all([
    tokens.sign(
      accessClaims(grant, { jti: newTokenId(grant), issuedAt: now, expiresAt: now + 7_776_000 }, defaultSwitches),
    ),
    tokens.sign(refreshClaims(grant, { jti: newTokenId(grant), issuedAt: now, expiresAt: now + 31_536_000 })),
  ]);
  const scope = 'clientappid issuer role serial';
  return { access_token, expires_in: 7_776_000, token_type: 'Bearer', refresh_token, scope };
}

function send(response: ServerResponse, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }).end(body);
}
