import { text } from 'node:stream/consumers';
import { after } from 'node:test';
import { atEndOfFile } from './at-end-of-file.ts';
import { serve } from './serve.ts';

export interface ReceivedEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A receiver of webhooks on loopback, which keeps what it gets. */
export class WebhookServer {
  readonly received: ReceivedEvent[] = [];
  readonly url: string;
  /** The answer to every request. A status of 300–399 redirects to `/elsewhere`. */
  status = 204;

  private constructor(url: string) {
    this.url = url;
  }

  static async start(): Promise<WebhookServer> {
    const { port, stop } = await serve(async (request, response) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      server.received.push({ headers: { ...headers, path: request.url ?? '' }, body: await text(request) });
      response.writeHead(server.status, { location: '/elsewhere' }).end();
    });
    const server = new WebhookServer(`http://127.0.0.1:${port}/events`);
    let stopped: Promise<void> | undefined;
    const stopOnce = () => {
      stopped ??= stop();
      return stopped;
    };
    after(stopOnce);
    atEndOfFile(stopOnce);
    return server;
  }
}
