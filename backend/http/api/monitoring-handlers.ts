import type { RequestHandler } from 'express';
import { hashOf, isSameHash } from '../../vault/secret.ts';
import { faces } from '../description/faces.ts';
import { openApiOf } from '../description/openapi.ts';
import { bearerToken } from '../middleware/bearer-token.ts';
import type { Metrics } from '../middleware/metrics.ts';
import { HttpProblem } from '../middleware/problem.ts';

export interface MonitoringDependencies {
  readonly metrics: Metrics;
  /** SHA-256 in base64url. Without it the metrics are disabled. */
  readonly metricsTokenHash: string | undefined;
  readonly isReady: () => Promise<boolean>;
  readonly publicUrl: string;
}

/** Handlers for monitoring and for tools. */
export function monitoringHandlers({ isReady, publicUrl, metrics, metricsTokenHash }: MonitoringDependencies) {
  let document: object | undefined;

  return {
    readHealth: (_request, response) => void response.json({ status: 'ok' }),

    readReadiness: async (_request, response) => {
      const ready = await isReady();
      response.status(ready ? 200 : 503).json({ status: ready ? 'ok' : 'database-unreachable' });
    },

    readMetrics: async (request, response) => {
      if (metricsTokenHash === undefined) throw new HttpProblem('metrics-disabled');
      const presented = bearerToken(request.get('authorization'));
      if (presented === undefined || !isSameHash(metricsTokenHash, hashOf(presented))) {
        throw new HttpProblem('metrics-token-refused', { headers: { 'WWW-Authenticate': 'Bearer' } });
      }
      const text = await metrics.text();
      response.set('Cache-Control', 'no-store').type(metrics.contentType).send(text);
    },

    readOpenApi: (_request, response) => {
      document ??= openApiOf(faces, publicUrl);
      response.json(document);
    },
  } satisfies Record<string, RequestHandler>;
}
