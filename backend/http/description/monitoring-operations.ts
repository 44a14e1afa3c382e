import * as v from 'valibot';
import type { Operations } from './operation.ts';

const health = v.object({ status: v.literal('ok') });
const readiness = v.object({ status: v.picklist(['ok', 'database-unreachable']) });

/**
 * The operations for monitoring and for tools. They reveal nothing about companies. Only the metrics need a token, which
 * is not a host key, because a monitoring system must not be able to create sessions.
 */
export const monitoringOperations = {
  readHealth: {
    method: 'get',
    path: '/healthz',
    summary: 'Whether the process answers',
    answers: { 200: { description: 'It does.', content: { schema: health } } },
  },
  readReadiness: {
    method: 'get',
    path: '/readyz',
    summary: 'Whether the backend can serve requests',
    answers: {
      200: { description: 'It can.', content: { schema: readiness } },
      503: { description: 'The database does not answer.', content: { schema: readiness } },
    },
  },
  readMetrics: {
    method: 'get',
    path: '/metrics',
    summary: 'Requests, attempts by result and answers to "Did this help?", for Prometheus',
    description: 'Needs the setting `METRICS_TOKEN` as Bearer token.',
    answers: { 200: { description: 'The text format of Prometheus.', content: { mediaType: 'text/plain' } } },
    problems: ['metrics-disabled', 'metrics-token-refused', 'internal-error'],
  },
  readOpenApi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    answers: {
      200: { description: 'OpenAPI 3.1.', content: { schema: v.record(v.string(), v.unknown()) } },
    },
  },
} as const satisfies Operations;
