import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import * as requests from '../description/request-schemas.ts';
import { journalFilterParameters } from '../journal/journal-operations.ts';

const accountantSince2022 = { name: 'accountant', since: 1_654_041_600, isInForce: true };

export const readCompanies = {
  id: 'readCompanies',
  method: 'GET',
  path: '/companies',
  tag: 'people',
  summary: 'The companies, each with who has rights for it and how many messages stand in its lists.',
  answer: {
    schema: answers.companies,
    example: {
      companies: [
        {
          cui: '90123459',
          name: 'Exemplu SRL',
          people: [accountantSince2022],
          messages: { test: 2, prod: 0 },
        },
      ],
    },
  },
} as const satisfies Operation;

export const followJournal = {
  id: 'followJournal',
  method: 'GET',
  path: '/journal/stream',
  tag: 'journal',
  summary:
    'Exchanges as they come, as server-sent events: JSON of an entry in `data`, its number as `id`. Begins after `after` or ' +
    '`Last-Event-ID`, without them with what is new. Does not end before the mock.',
  parameters: journalFilterParameters,
  answer: { mediaType: 'text/event-stream' },
} as const satisfies Operation;

export const inspectToken = {
  id: 'inspectToken',
  method: 'POST',
  path: '/tokens/inspect',
  tag: 'people',
  summary: 'What a token says, whether this mock signed it, whether it is good now, else the first check that fails.',
  body: {
    schema: requests.tokenInspection,
    examples: {
      'an opaque token': { token: 'f7584c01843b44ef373abe83855c53b15357d3bd571a0d3f538e173c9ed3c02e' },
      'no token at all': { token: 'nonsense' },
    },
  },
  answer: {
    schema: answers.tokenInspection,
    example: {
      form: 'opaque',
      header: null,
      claims: null,
      isSignedHere: null,
      use: 'unknown',
      isGood: false,
      refusal: 'this mock has no grant that this token begins with',
      grant: null,
    },
  },
} as const satisfies Operation;
