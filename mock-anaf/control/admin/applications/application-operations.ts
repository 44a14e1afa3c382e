import { defaultClient } from '../../../engine/state/seed.ts';
import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import * as requests from '../description/request-schemas.ts';

export const readClients = {
  id: 'readClients',
  method: 'GET',
  path: '/clients',
  tag: 'applications',
  summary: 'The applications that are registered, secrets included.',
  answer: { schema: answers.clients, example: { clients: [defaultClient] } },
} as const satisfies Operation;

export const registerClient = {
  id: 'registerClient',
  method: 'POST',
  path: '/clients',
  tag: 'applications',
  summary: 'Registers an application, in place of the one with this identifier if there is one.',
  body: {
    schema: requests.clientRegistration,
    examples: {
      'two redirect addresses': {
        clientId: 'second',
        clientSecret: 'secret',
        redirectUris: ['https://app.example/callback', 'https://app.example/other'],
      },
    },
  },
  answer: { schema: answers.client, example: defaultClient },
  errors: ['bad-value'],
} as const satisfies Operation;

export const removeClient = {
  id: 'removeClient',
  method: 'DELETE',
  path: '/clients/{clientId}',
  tag: 'applications',
  summary: 'Takes an application out of the register and cuts its grants off.',
  parameters: [
    {
      name: 'clientId',
      in: 'path',
      description: 'Identifier of an application.',
      schema: { type: 'string' },
      example: defaultClient.clientId,
    },
  ],
  answer: { schema: answers.ended, example: { ended: 2 } },
  errors: ['unknown-client'],
} as const satisfies Operation;

export const disconnect = {
  id: 'disconnect',
  method: 'POST',
  path: '/disconnect',
  tag: 'applications',
  summary: 'Cuts grants off, as ANAF may: one of them, those of one application or person, or all.',
  body: {
    schema: requests.disconnection,
    examples: { all: {}, 'of one person': { persona: 'accountant' }, 'this one': { grantId: '0d1c2b3a49586776' } },
  },
  answer: { schema: answers.ended, example: { ended: 1 } },
} as const satisfies Operation;
