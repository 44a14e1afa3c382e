import * as v from 'valibot';
import type { Operations } from './operation.ts';

const health = v.object({ status: v.literal('ok') });
const readiness = v.object({ status: v.picklist(['ok', 'database-unreachable']) });

/** The operations for monitoring and for tools. They need no key and reveal nothing about companies. */
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
  readOpenApi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    answers: {
      200: { description: 'OpenAPI 3.1.', content: { schema: v.record(v.string(), v.unknown()) } },
    },
  },
} as const satisfies Operations;
