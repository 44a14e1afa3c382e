import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { createSpvBackend, type Logger } from 'spv-authorize-backend';
import type { AnafConfiguration } from 'spv-authorize-conformance';
import { encryptionKey, hostSecret, sessionSecret } from '../../backend/support/keys.ts';
import { freePort } from '../../demo/support/free-port.ts';

/** The origin of the host's page. Nothing answers there. */
export const siteOrigin = 'http://localhost:4000';

const silent: Logger = { info: () => {}, warn: () => {}, error: () => {} };

/** The reference backend, which starts when the kit has said where its ANAF is. Its address is known before. */
export class ReferenceBackend implements AsyncDisposable {
  readonly baseUrl: string;
  readonly #port: number;
  readonly #cleanUp = new AsyncDisposableStack();

  private constructor(port: number) {
    this.#port = port;
    this.baseUrl = `http://localhost:${port}`;
  }

  static async create(): Promise<ReferenceBackend> {
    return new ReferenceBackend(await freePort());
  }

  /** @param how `publicUrl`: where browsers reach it, by default directly; `origin`: of the host's page */
  async start(
    anaf: AnafConfiguration,
    how: { readonly publicUrl?: string; readonly origin?: string } = {},
  ): Promise<void> {
    const { publicUrl = this.baseUrl, origin = siteOrigin } = how;
    const { loginUrl, tokenUrl, apiUrl, environment, clientId, clientSecret } = anaf;
    const backend = await createSpvBackend({
      publicUrl,
      anaf: { loginUrl, tokenUrl, apiUrl, environment, clientId, clientSecret },
      application: { name: 'FacturaApp', services: ['e-factura'] },
      sessionKeys: [{ id: 's1', secret: sessionSecret }],
      encryptionKeys: [{ id: 'e1', key: encryptionKey }],
      hostKeys: [{ id: 'h1', secret: hostSecret }],
      allowedOrigins: [origin],
      database: { memory: true },
      logger: silent,
      rateLimits: { apiPerMinute: 10_000, pagesPerMinute: 10_000 },
    });
    this.#cleanUp.defer(() => backend.stop());
    const server = createServer(express().use(backend.router)).listen(this.#port, '127.0.0.1');
    this.#cleanUp.defer(async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    });
    await once(server, 'listening');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#cleanUp.disposeAsync();
  }
}
