import { defaultClient } from '../../../engine/state/seed.ts';
import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import { instanceRequest } from './instance-schemas.ts';

const instance = {
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

export const startInstance = {
  id: 'startInstance',
  method: 'POST',
  path: '/instances',
  tag: 'instances',
  summary: 'Starts another whole mock with a state, a clock and ports of its own; keys and certificates are shared.',
  body: {
    schema: instanceRequest,
    examples: {
      'as this one': {},
      'with an application of its own, and a proxy': {
        clients: [{ clientId: 'worker-2', clientSecret: 'secret', redirectUris: ['https://app.example/callback'] }],
        proxy: 'refuse',
      },
      'with light faults': { chaos: { seed: 7 } },
    },
  },
  answer: { schema: answers.instance, example: instance },
  errors: ['bad-value', 'port-busy', 'too-many-instances', 'nested-instance'],
} as const satisfies Operation;

export const readInstances = {
  id: 'readInstances',
  method: 'GET',
  path: '/instances',
  tag: 'instances',
  summary: 'The instances that run. All end with the mock that started them.',
  answer: { schema: answers.instances, example: { instances: [instance] } },
} as const satisfies Operation;

export const stopInstance = {
  id: 'stopInstance',
  method: 'DELETE',
  path: '/instances/{id}',
  tag: 'instances',
  summary: 'Stops an instance.',
  parameters: [
    { name: 'id', in: 'path', description: 'As its start gave it.', schema: { type: 'string' }, example: '1' },
  ],
  answer: { schema: answers.done, example: { done: true } },
  errors: ['unknown-instance'],
} as const satisfies Operation;
