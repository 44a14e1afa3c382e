import type { Operations } from '../operation/operation.ts';
import { health, openApiDocument } from './description-schemas.ts';

/** The health check, and the OpenAPI document of all operations. */
export const descriptionOperations = {
  readHealth: {
    tag: 'health',
    summary: 'Health check: returns the address of each door. Requires no token.',
    answer: {
      schema: health,
      example: { status: 'ok', urls: { login: 'https://127.0.0.1:8443', api: 'https://127.0.0.1:8445' } },
    },
    isOpen: true,
  },
  readOpenApi: {
    tag: 'health',
    summary: 'Returns this OpenAPI document.',
    answer: { schema: openApiDocument, example: { openapi: '3.1.0', info: {}, paths: {} } },
  },
} as const satisfies Operations;
