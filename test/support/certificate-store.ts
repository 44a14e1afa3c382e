import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { chromiumArguments } from './browsers.ts';
import { thisMachine } from './machine.ts';
import { chromiumPath } from './requirements.ts';

const policyFolder = '/etc/chromium/policies/managed';

/** A certificate with its key, and where the browser presents it. */
export interface StoredIdentity {
  readonly pkcs12: Uint8Array;
  readonly passphrase: string;
  /** The origins that get the certificate without a chooser, by the browser's own policy. */
  readonly origins: readonly string[];
}

/**
 * A Chromium whose certificate store (NSS) holds one identity, as on a person's computer with a token. A policy file chooses
 * the certificate, and is deleted on disposal. Needs root, because Chromium reads policies from /etc.
 */
export class CertificateStoreBrowser implements AsyncDisposable {
  readonly context: BrowserContext;
  readonly #cleanUp: () => void;

  private constructor(context: BrowserContext, cleanUp: () => void) {
    this.context = context;
    this.#cleanUp = cleanUp;
  }

  /**
   * @param authorityPem the authority that signs the servers' certificates; only this store trusts it
   * @param identity absent: a store without any certificate, as on a computer without its token
   */
  static async open(authorityPem: string, identity?: StoredIdentity): Promise<CertificateStoreBrowser> {
    checkMachine();
    const home = mkdtempSync(join(tmpdir(), 'spv-certificate-store-'));
    const policyFile = join(policyFolder, `spv-authorize-test-${process.pid}.json`);
    const cleanUp = (): void => {
      rmSync(policyFile, { force: true });
      rmSync(home, { recursive: true, force: true });
    };
    try {
      fillStore(home, authorityPem, identity);
      writePolicy(policyFile, identity?.origins ?? []);
      return new CertificateStoreBrowser(await launch(home), cleanUp);
    } catch (error) {
      cleanUp();
      throw error;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
    this.#cleanUp();
  }
}

function checkMachine(): void {
  if (thisMachine.isRoot && thisMachine.isDebian) return;
  throw new Error('The certificate-store suite needs root on Debian: Chromium reads its policies from /etc/chromium.');
}

function fillStore(home: string, authorityPem: string, identity: StoredIdentity | undefined): void {
  const database = join(home, '.pki', 'nssdb');
  mkdirSync(database, { recursive: true });
  nss(home, 'certutil', ['-d', `sql:${database}`, '-N', '--empty-password']);
  const authorityFile = join(home, 'authority.pem');
  writeFileSync(authorityFile, authorityPem);
  nss(home, 'certutil', ['-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'mock-anaf', '-i', authorityFile]);
  if (!identity) return;
  const identityFile = join(home, 'identity.p12');
  writeFileSync(identityFile, identity.pkcs12, { mode: 0o600 });
  nss(home, 'pk12util', ['-d', `sql:${database}`, '-i', identityFile, '-W', identity.passphrase]);
}

function nss(home: string, program: string, args: readonly string[]): void {
  execFileSync(program, args, { env: { ...process.env, HOME: home }, stdio: ['ignore', 'ignore', 'pipe'] });
}

function writePolicy(file: string, origins: readonly string[]): void {
  mkdirSync(policyFolder, { recursive: true });
  const rules = origins.map((origin) => JSON.stringify({ pattern: origin, filter: {} }));
  writeFileSync(file, JSON.stringify({ AutoSelectCertificateForUrls: rules }));
}

async function launch(home: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(join(home, 'profile'), {
    executablePath: chromiumPath(),
    args: [...chromiumArguments],
    env: { ...process.env, HOME: home },
    locale: 'ro-RO',
    timezoneId: 'Europe/Bucharest',
  });
}
