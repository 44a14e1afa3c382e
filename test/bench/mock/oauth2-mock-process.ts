import { OAuth2Server } from 'oauth2-mock-server';
import type { Addresses } from './subject.ts';

/** oauth2-mock-server alone in a process, signing with RS512 as ANAF does. It answers a refresh with two JWTs, too. */
const server = new OAuth2Server();
await server.issuer.keys.generate('RS512');
await server.start(0, '127.0.0.1');
const { port } = server.address();
console.log(JSON.stringify({ tokenUrl: `http://127.0.0.1:${port}/token` } satisfies Addresses));
process.once('SIGINT', () => process.exit());
