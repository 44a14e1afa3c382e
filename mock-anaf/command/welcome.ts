import type { MockAnaf } from '../control/mock-anaf.ts';
import { readyObject } from '../control/ready-object.ts';
import type { ReadyFiles } from './ready-files.ts';

/** The text that the command prints when the mock is ready. */
export function welcome(mock: MockAnaf): string {
  const { urls } = mock;
  const [client] = mock.clients;
  const people = mock.personas.map(({ name, title }) => `    ${name.padEnd(18)} ${title}`);
  return [
    'mock-anaf is ready. For tests only: its keys are not secret, and its certificates must not be trusted.',
    '',
    `  login    ${urls.login}   certificate requested by TLS renegotiation, as at ANAF`,
    `           ${urls.loginAtHandshake}   certificate requested in the TLS handshake`,
    ...(urls.picker ? [`           ${urls.picker}    page with the certificate dialogs`] : []),
    `  api      ${urls.api}   ${urls.apiPlain}`,
    `           ${urls.apiCertificate}   with a client certificate instead of a token`,
    `           ${urls.apiPublic}   validare, transformare and validate/signature, without a token`,
    ...(urls.proxy ? [`  proxy    ${urls.proxy}   CONNECT to ANAF's host names`] : []),
    `  admin    ${urls.admin}    /console /clock /scenario /journal /reset /personas /ca.pem`,
    '',
    `  client   ${client?.clientId}`,
    `  secret   ${client?.clientSecret}`,
    `  callback ${client?.redirectUris.join(' ')}`,
    '',
    `  people (${urls.admin}/personas/{name}.p12, passphrase in /personas):`,
    ...people,
    '',
    'Press Ctrl-C to stop.',
  ].join('\n');
}

/** The line that `--json` prints for other programs. */
export function readyLine(mock: MockAnaf, { caFile, personas }: ReadyFiles): string {
  return JSON.stringify({ ...readyObject(mock), caFile, personas });
}
