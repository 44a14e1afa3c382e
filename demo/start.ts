import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartError } from './start-error.ts';
import { personaNamed, type Stack, startStack } from './start-stack.ts';

// The command behind `npm start`.
const usage = `Starts the demo: an invoicing site, its backend, and a mock of ANAF.

  npm start -- [options]

  --port <port>           port of the demo site      (default 4000)
  --backend-port <port>   port of the backend        (default 4001)
  --data <folder>         where all data is kept     (default .data/demo)
  --https                 serve site and backend over HTTPS with a self-signed certificate
  --help                  show this text`;

const options = readOptions();
if (options.help) {
  console.log(usage);
  process.exit(0);
}

try {
  const stack = await startStack({
    dataFolder: resolve(options.data),
    sitePort: port('--port', options.port),
    backendPort: port('--backend-port', options['backend-port']),
    https: options.https,
  });
  console.log(`
  Site            ${stack.siteUrl}
  Backend         ${stack.backendUrl}
  ANAF (mock)     login ${stack.mock.urls.picker}
                  with a real certificate ${stack.mock.urls.login}
                  control ${stack.mock.urls.admin}
  Data            ${resolve(options.data)}
${certificateNotice(stack)}
  1. Open ${stack.siteUrl}, choose an invoice and press "Trimite e-Factura".
  2. At ANAF choose "${personaNamed('administrator', stack.mock).fullName}" and enter the PIN that the page shows.
  3. The invoice is sent. Find it under "Facturi primite" of the other company.
     Then try the other identities, a wrong PIN, or no token: each failure is explained.
  4. A second person: under "Contul meu" press "Obține accesul prin contabil", open the link in a private window, and
     choose "${personaNamed('accountant', stack.mock).fullName}" at ANAF.

  Ctrl-C stops everything.
`);
  stopOnSignal(stack.stop);
} catch (error) {
  const known = error instanceof Error && (error instanceof StartError || 'code' in error);
  console.error(known ? error.message : error);
  process.exitCode = 1;
}

function certificateNotice({ siteUrl, backendUrl, certificate }: Stack): string {
  if (!certificate) return '';
  return `  Certificate     ${certificate.file}
                  SHA-256 ${certificate.fingerprint}

  Your browser will warn that the connection is not private: the certificate is self-signed, so no authority vouches for it.
  Compare the fingerprint above with the one that the browser shows, then continue. Firefox asks for each port separately:
  open ${siteUrl} and ${backendUrl} once, and accept both.
`;
}

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      console.log('Stopping…');
      void stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error('The demo did not stop cleanly.', error);
          process.exit(1);
        },
      );
    });
  }
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string', default: '4000' },
        'backend-port': { type: 'string', default: '4001' },
        data: { type: 'string', default: '.data/demo' },
        https: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

function port(option: string, value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number < 65_536) return number;
  throw new StartError(`${option} must be a port number from 1 to 65535, got "${value}". Example: ${option} 4100`);
}
