import * as v from 'valibot';
import { described, type OutputOf, titled } from '../../../engine/schema/schema.ts';

export const health = titled(
  'Health',
  v.object({
    status: v.literal('ok'),
    urls: described(v.record(v.string(), v.string()), 'Address of each door that is open, by its name.'),
  }),
);
export type Health = OutputOf<typeof health>;

export const openApiDocument = titled('OpenApi', described(v.record(v.string(), v.unknown()), 'OpenAPI 3.1.'));
export type OpenApiDocument = OutputOf<typeof openApiDocument>;
