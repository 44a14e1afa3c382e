import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MockAnaf, Persona } from 'mock-anaf';

export interface RawAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly connection: string | undefined;
  readonly body: string;
}

export interface Identity {
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** Certificate and key of a persona. */
export function identityOf(mock: MockAnaf, name: string): Identity {
  const persona = knownPersona(mock, name);
  return { certificatePem: persona.certificatePem(), privateKeyPem: persona.privateKeyPem() };
}

/** Serial of a persona's certificate, with colons. */
export function serialOf(mock: MockAnaf, name: string): string {
  return knownPersona(mock, name).serial;
}

/** The persona with this name. Fails the test if there is none. */
export function knownPersona({ personas }: MockAnaf, name: string): Persona {
  const persona = personas.find((one) => one.name === name);
  assert.ok(persona, `there is no persona "${name}"`);
  return persona;
}

export interface Visit {
  /** Address of the page. */
  readonly url: URL;
  readonly cookie: string;
  readonly caPem: string;
  readonly identity: Identity | undefined;
}

/** A program that requests a page over TLS, and presents its certificate, if it has one, when the server requests it. */
export type TlsClient = (visit: Visit) => Promise<RawAnswer>;

export const tlsClients: Readonly<Record<string, TlsClient>> = {
  'Node https': visitByNode,
  'Python ssl': (visit) =>
    visitByProgram(visit, ({ ca, pem }) => ['python3', '-c', pythonProgram, visit.url.host, ca, pem ?? '']),
  'openssl s_client': (visit) =>
    visitByProgram(visit, ({ ca, pem }) => [
      ...['openssl', 's_client', '-quiet', '-ign_eof', '-verify_return_error'],
      ...['-connect', visit.url.host, '-CAfile', ca],
      ...(pem === undefined ? [] : ['-cert', pem, '-key', pem]),
    ]),
  curl: (visit) =>
    visitByProgram(visit, ({ ca, pem }) => [
      ...['curl', '--silent', '--show-error', '--include', '--cacert', ca],
      ...(pem === undefined ? [] : ['--cert', pem]),
      ...['--header', `Cookie: ${visit.cookie}`, visit.url.href],
    ]),
};

/** Reads the request from standard input, as openssl does. */
const pythonProgram = `
import socket, ssl, sys
host, ca, pem = sys.argv[1:4]
context = ssl.create_default_context(cafile=ca)
context.verify_flags |= ssl.VERIFY_X509_STRICT
if pem: context.load_cert_chain(pem)
name, port = host.split(':')
with context.wrap_socket(socket.create_connection((name, int(port))), server_hostname=name) as connection:
    connection.sendall(sys.stdin.buffer.read())
    while True:
        data = connection.recv(65536)
        if not data: break
        sys.stdout.buffer.write(data)
`;

export function visitByNode({ url, cookie, caPem, identity }: Visit): Promise<RawAnswer> {
  const credentials = identity ? { cert: identity.certificatePem, key: identity.privateKeyPem } : {};
  return send(url, { ca: caPem, ...credentials, headers: { cookie } });
}

export function postByNode(url: URL, form: string, caPem: string): Promise<RawAnswer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(form) };
  return send(url, { ca: caPem, method: 'POST', headers }, form);
}

function send(url: URL, options: RequestOptions, body = ''): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(url, { ...options, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          cookies: response.headers['set-cookie'] ?? [],
          connection: response.headers.connection,
          body: text,
        }),
      );
    });
    outgoing.on('error', reject).end(body);
  });
}

async function visitByProgram(
  visit: Visit,
  command: (files: { ca: string; pem?: string }) => string[],
): Promise<RawAnswer> {
  const folder = mkdtempSync(join(tmpdir(), 'mock-anaf-tls-'));
  try {
    const ca = join(folder, 'ca.pem');
    writeFileSync(ca, visit.caPem);
    const pem = join(folder, 'identity.pem');
    if (visit.identity) writeFileSync(pem, visit.identity.certificatePem + visit.identity.privateKeyPem);
    const [program = '', ...args] = command(visit.identity ? { ca, pem } : { ca });
    const { host, pathname, search } = visit.url;
    const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${visit.cookie}\r\n\r\n`;
    return parseAnswer(await run(program, args, request));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(program: string, args: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      output += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      complaint += chunk;
    });
    child.on('error', reject);
    child.on('close', () =>
      output === '' ? reject(new Error(`${program} got no answer: ${complaint}`)) : resolve(output),
    );
    child.stdin.on('error', () => undefined).end(input);
  });
}

function parseAnswer(raw: string): RawAnswer {
  const [head = '', ...body] = raw.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':')[0]?.toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
  const find = (name: string) => headers.find(([key]) => key === name)?.[1];
  return {
    status: Number(statusLine.split(' ')[1]),
    location: find('location'),
    cookies: headers.filter(([key]) => key === 'set-cookie').map(([, value]) => value ?? ''),
    connection: find('connection'),
    body: body.join('\r\n\r\n'),
  };
}

/** Logs in at a TLS door. Only `/my.policy` is requested by `client`, with the certificate; the other pages are fetched without. */
export async function walkTlsDoor(
  mock: MockAnaf,
  authorizeAddress: string,
  client: TlsClient,
  identity: Identity | undefined,
): Promise<{ readonly answers: readonly RawAnswer[]; readonly end: URL }> {
  const answers: RawAnswer[] = [];
  let url = new URL(authorizeAddress);
  const { origin } = url;
  let cookie = '';
  while (url.origin === origin && answers.length < 6) {
    const isCertificateStep = url.pathname === '/my.policy';
    const visit = { url, cookie, caPem: mock.caPem, identity: isCertificateStep ? identity : undefined };
    const answer = await (isCertificateStep ? client : visitByNode)(visit);
    answers.push(answer);
    if (answer.cookies.length > 0) cookie = answer.cookies.map((line) => line.split(';')[0]).join('; ');
    if (answer.location === undefined) break;
    url = new URL(answer.location, origin);
  }
  return { answers, end: url };
}
