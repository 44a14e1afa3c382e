import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort } from './free-port.ts';
import { startProgram } from './program.ts';

const file = resolve('demo/examples/php-backend/spv.php');

/** The addresses of ANAF and the registration there. */
export interface Anaf {
  readonly loginUrl: string;
  readonly tokenUrl: string;
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Where the PHP file is served, before it is started: its callback address is registered at ANAF first. */
export async function newPhpSite(): Promise<PhpSite> {
  return new PhpSite(await freePort());
}

/** The one-file PHP backend with a data folder of its own. */
export class PhpSite {
  readonly baseUrl: string;
  readonly dataFolder = mkdtempSync(join(tmpdir(), 'spv-php-'));
  readonly hostKey = 'host-key-of-the-php-backend-0123456789';
  readonly origin = 'http://localhost:4000';
  readonly #port: number;
  #env: Record<string, string> = { HOST_KEY: this.hostKey };

  constructor(port: number) {
    this.#port = port;
    this.baseUrl = `http://localhost:${port}`;
  }

  /** A session, signed as a PHP application does. */
  sign(claims: object): string {
    return this.run(`echo Spv\\sign(json_decode('${JSON.stringify(claims)}', true));`);
  }

  /** A command that signs a session for the request on its standard input. */
  get sessionCommand(): string {
    const script = `require '${file}'; $request = json_decode(stream_get_contents(STDIN), true);
      echo Spv\\sign($request + ['exp' => time() + 900]);`;
    return `HOST_KEY=${this.hostKey} php -r "${script.replaceAll('$', '\\$')}"`;
  }

  /** Starts it with PHP's own server. `changes` replaces settings; an empty text leaves one out. */
  async start(anaf: Anaf, changes: Readonly<Record<string, string>> = {}) {
    this.#env = {
      ...{ PUBLIC_URL: this.baseUrl, DATA_FOLDER: this.dataFolder, HOST_KEY: this.hostKey },
      ...{ ALLOWED_ORIGINS: this.origin, APPLICATION_NAME: 'FacturaApp', ANAF_ENVIRONMENT: 'test' },
      ENCRYPTION_KEY: Buffer.alloc(32, 9).toString('base64'),
      ...{ ANAF_LOGIN_URL: anaf.loginUrl, ANAF_TOKEN_URL: anaf.tokenUrl, ANAF_API_URL: anaf.apiUrl },
      ...{ ANAF_CLIENT_ID: anaf.clientId, ANAF_CLIENT_SECRET: anaf.clientSecret },
      // Two requests at a time, because the person's page asks for the result while the callback waits for ANAF.
      PHP_CLI_SERVER_WORKERS: '2',
      ...changes,
    };
    const args = ['-S', `localhost:${this.#port}`, file];
    return startProgram({ command: 'php', args, env: this.#env, ready: /Development Server .* started/ });
  }

  /** What a PHP application prints that requires the file. */
  run(code: string): string {
    const script = `require $argv[1]; ${code}`;
    return execFileSync('php', ['-r', script, file], { encoding: 'utf8', env: { ...process.env, ...this.#env } });
  }

  remove(): void {
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}
