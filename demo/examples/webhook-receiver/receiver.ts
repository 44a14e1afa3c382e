import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

// Receives the events of spv-authorize-backend: WEBHOOK_SECRET=whsec_… PORT=4003 node receiver.ts
const webhook = new Webhook(process.env.WEBHOOK_SECRET ?? '');
/** An event may arrive twice, so remember its id. A real receiver does so in its database, with what the event changed. */
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  const body = await text(request);
  try {
    // Throws unless the signature is right and at most five minutes old.
    const event = webhook.verify(body, headers) as { type: string; companyId: string; sequence: number };
    const id = headers['webhook-id'] ?? '';
    if (!seen.has(id)) console.log(`${event.companyId} ${event.sequence} ${event.type}`);
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookVerificationError)) throw error;
    response.writeHead(401).end();
  }
});
server.listen(Number(process.env.PORT ?? 4003), '127.0.0.1', () => console.log('ready', server.address()));
