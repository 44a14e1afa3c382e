import * as v from 'valibot';
import { defaultClient } from '../../../engine/state/seed.ts';
import { doneAnswer } from '../operation/fields.ts';
import type { Operations } from '../operation/operation.ts';
import { instance, instanceRequest, instances } from './instance-schemas.ts';

const first = {
  id: '1',
  loginUrl: 'https://127.0.0.1:41001',
  loginAtHandshakeUrl: 'https://127.0.0.1:41002',
  pickerUrl: 'http://127.0.0.1:41003',
  apiUrl: 'https://127.0.0.1:41004',
  apiPlainUrl: 'http://127.0.0.1:41005',
  apiCertificateUrl: 'https://127.0.0.1:41007',
  apiPublicUrl: 'https://127.0.0.1:41008',
  adminUrl: 'http://127.0.0.1:41006',
  proxyUrl: null,
  clients: [defaultClient],
};

/** Operations on instances: further mocks in the same process. */
export const instanceOperations = {
  startInstance: {
    tag: 'instances',
    summary: 'Starts another complete mock with its own state, clock and ports; keys and certificates are shared.',
    body: {
      schema: instanceRequest,
      examples: {
        'as this one': {},
        'with an application of its own, and a proxy': {
          clients: [{ clientId: 'worker-2', clientSecret: 'secret', redirectUris: ['https://app.example/callback'] }],
          proxy: 'refuse',
        },
        'with transient faults': { chaos: { seed: 7 } },
      },
    },
    answer: { schema: instance, example: first },
    errors: ['bad-value', 'port-busy', 'too-many-instances', 'nested-instance'],
  },
  readInstances: {
    tag: 'instances',
    summary: 'Lists the running instances. They stop when the mock that started them stops.',
    answer: { schema: instances, example: { instances: [first] } },
  },
  stopInstance: {
    tag: 'instances',
    summary: 'Stops an instance.',
    parameters: [
      {
        name: 'id',
        in: 'path',
        description: 'Id of the instance, as returned when it was started.',
        schema: v.string(),
        example: '1',
      },
    ],
    answer: doneAnswer,
    errors: ['unknown-instance'],
  },
} as const satisfies Operations;
