/** A client that uses the npm package efactura-sdk unmodified. The package has hard-coded ANAF addresses and sends no `state`. */
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:https';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { unzipSync } from 'fflate';

interface Tokens {
  readonly access_token: string;
  readonly token_type: string;
  readonly expires_in: number;
  readonly refresh_token: string;
}

/** The parts of the package that this client uses. */
interface Sdk {
  readonly AnafAuthenticator: new (config: {
    clientId: string;
    clientSecret: string;
    redirectUri: string;
  }) => {
    getAuthorizationUrl(): string;
    exchangeCodeForToken(code: string): Promise<Tokens>;
    refreshAccessToken(refreshToken: string): Promise<Tokens>;
  };
  readonly AnafEfacturaClient: new (
    config: { vatNumber: string; testMode: boolean; refreshToken: string; accessToken: string },
    authenticator: object,
  ) => {
    uploadDocument(xml: string, options: { standard: string }): Promise<{ indexIncarcare?: string }>;
    getUploadStatus(uploadId: string): Promise<{ stare?: string; idDescarcare?: string }>;
    getMessages(question: { zile: number }): Promise<{ mesaje?: readonly { id: string; tip: string }[] }>;
    downloadDocument(messageId: string): Promise<Buffer>;
  };
}

// The ES module build of the package does not load in Node, but its CommonJS build does.
const { AnafAuthenticator, AnafEfacturaClient }: Sdk = createRequire(import.meta.url)('efactura-sdk');

const { ANAF_CLIENT_ID = '', ANAF_CLIENT_SECRET = '', MOCK_ANAF_ADMIN_URL = '' } = process.env;
const [, , documentFile = ''] = process.argv;
const redirectUri = 'https://localhost/callback';

const authenticator = new AnafAuthenticator({
  clientId: ANAF_CLIENT_ID,
  clientSecret: ANAF_CLIENT_SECRET,
  redirectUri,
});
const code = await authorize(authenticator.getAuthorizationUrl());
console.log(`code of ${code.length} digits`);
const first = await authenticator.exchangeCodeForToken(code);
console.log(`tokens ${first.token_type} ${first.expires_in}`);
const tokens = await authenticator.refreshAccessToken(first.refresh_token);
const areNew = tokens.access_token !== first.access_token && tokens.refresh_token !== first.refresh_token;
console.log(`refreshed ${tokens.token_type} ${tokens.expires_in}, ${areNew ? 'both new' : 'the same'}`);
const client = new AnafEfacturaClient(
  { vatNumber: '90123459', testMode: true, refreshToken: tokens.refresh_token, accessToken: tokens.access_token },
  authenticator,
);

const { indexIncarcare: uploadId = '' } = await client.uploadDocument(readFileSync(documentFile, 'utf8'), {
  standard: 'UBL',
});
console.log(`uploaded ${uploadId}`);

let status = await client.getUploadStatus(uploadId);
for (let tries = 0; tries < 10 && status.stare === 'in prelucrare'; tries += 1) {
  await setTimeout(1000);
  status = await client.getUploadStatus(uploadId);
}
const messageId = status.idDescarcare ?? '';
console.log(`status ${status.stare}, message ${messageId}`);

const { mesaje = [] } = await client.getMessages({ zile: 1 });
console.log(`listed ${mesaje.find(({ id }) => id === messageId)?.tip}`);

const archive = await client.downloadDocument(messageId);
console.log(`downloaded ${Object.keys(unzipSync(archive)).join(' ')}`);

/** Logs in with a person's certificate, as their browser would. */
async function authorize(address: string): Promise<string> {
  const pem = await (await fetch(`${MOCK_ANAF_ADMIN_URL}/personas/administrator.pem`)).text();
  const agent = new Agent({ cert: pem, key: pem, proxyEnv: process.env });
  const cookies = new Map<string, string>();
  let url = new URL(address);
  while (!url.href.startsWith(redirectUri)) url = await visit(url, agent, cookies);
  agent.destroy();
  return url.searchParams.get('code') ?? '';
}

function visit(url: URL, agent: Agent, cookies: Map<string, string>): Promise<URL> {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { cookie } }, (response) => {
      for (const line of response.headers['set-cookie'] ?? []) {
        const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? [];
        cookies.set(name, value);
      }
      response.resume().on('end', () => resolve(new URL(response.headers.location ?? redirectUri, url)));
    }).on('error', reject);
  });
}
