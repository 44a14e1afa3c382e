import type { RequestHandler } from 'express';
import { faces } from '../description/faces.ts';
import { openApiOf } from '../description/openapi.ts';

export interface MonitoringDependencies {
  readonly isReady: () => Promise<boolean>;
  readonly publicUrl: string;
}

/** Handlers for monitoring and for tools. */
export function monitoringHandlers({ isReady, publicUrl }: MonitoringDependencies) {
  let document: object | undefined;

  return {
    readHealth: (_request, response) => void response.json({ status: 'ok' }),

    readReadiness: async (_request, response) => {
      const ready = await isReady();
      response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'database-unreachable' });
    },

    readOpenApi: (_request, response) => {
      document ??= openApiOf(faces, publicUrl);
      response.json(document);
    },
  } satisfies Record<string, RequestHandler>;
}
