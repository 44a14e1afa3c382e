import * as v from 'valibot';
import { defaultClient } from '../../../engine/state/seed.ts';
import type { Operations } from '../operation/operation.ts';
import {
  client,
  clientRegistration,
  clients,
  disconnection,
  ended,
  tokenInspection,
  tokenInspectionRequest,
  tokenRequest,
  tokens,
} from './application-schemas.ts';

/** Operations on applications, grants and tokens. */
export const applicationOperations = {
  readClients: {
    tag: 'applications',
    summary: 'The registered applications, with their secrets.',
    answer: { schema: clients, example: { clients: [defaultClient] } },
  },
  registerClient: {
    tag: 'applications',
    summary: 'Registers an application, or replaces the one with this identifier.',
    body: {
      schema: clientRegistration,
      examples: {
        'two redirect addresses': {
          clientId: 'second',
          clientSecret: 'secret',
          redirectUris: ['https://app.example/callback', 'https://app.example/other'],
        },
      },
    },
    answer: { schema: client, example: defaultClient },
    errors: ['bad-value'],
  },
  removeClient: {
    tag: 'applications',
    summary: 'Removes an application and ends its grants.',
    parameters: [
      {
        name: 'clientId',
        in: 'path',
        description: 'Identifier of an application.',
        schema: v.string(),
        example: defaultClient.clientId,
      },
    ],
    answer: { schema: ended, example: { ended: 2 } },
    errors: ['unknown-client'],
  },
  disconnect: {
    tag: 'applications',
    summary: 'Ends grants, as ANAF may do at any time: one grant, those of one application or person, or all.',
    body: {
      schema: disconnection,
      examples: { all: {}, 'of one person': { persona: 'accountant' }, 'this one': { grantId: '0d1c2b3a49586776' } },
    },
    answer: { schema: ended, example: { ended: 1 } },
  },
  issueTokens: {
    tag: 'people',
    summary: 'Issues a token pair of any age without a login.',
    body: {
      schema: tokenRequest,
      examples: { new: { persona: 'accountant' }, '89 days old': { persona: 'accountant', age: 7_689_600 } },
    },
    answer: {
      schema: tokens,
      example: {
        access_token: 'eyJ…',
        expires_in: 7_776_000,
        token_type: 'Bearer',
        refresh_token: 'eyJ…',
        scope: 'clientappid issuer role serial',
      },
    },
    errors: ['bad-value'],
  },
  inspectToken: {
    tag: 'people',
    summary:
      'Returns the content of a token, whether this mock signed it, and whether it is valid now; if not, the first check that fails.',
    body: {
      schema: tokenInspectionRequest,
      examples: {
        'an opaque token': { token: 'f7584c01843b44ef373abe83855c53b15357d3bd571a0d3f538e173c9ed3c02e' },
        'no token at all': { token: 'nonsense' },
      },
    },
    answer: {
      schema: tokenInspection,
      example: {
        form: 'opaque',
        header: null,
        claims: null,
        isSignedHere: null,
        use: 'unknown',
        isGood: false,
        refusal: 'this mock has no grant with the id at the beginning of this token',
        grant: null,
      },
    },
  },
} as const satisfies Operations;
