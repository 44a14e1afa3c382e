import { brokenKinds, factNames } from '../../../wire/http/answer.ts';
import { doorNames } from '../../../wire/http/mock-request.ts';
import * as answers from '../description/answer-schemas.ts';
import type { Operation, Parameter } from '../description/operation.ts';

const entry = {
  number: 7,
  at: 1_798_761_600.5,
  door: 'picker',
  method: 'POST',
  path: '/anaf-oauth2/v1/token',
  query: {},
  headers: { host: '127.0.0.1:8080' },
  form: { grant_type: 'password', client_id: 'd1f5' },
  bodyBytes: 38,
  status: 400,
  reason: 'grant_type is neither authorization_code nor refresh_token',
  about: { clientId: 'd1f5' },
  expected: ['grant_type=authorization_code', 'grant_type=refresh_token'],
};

const text = { type: 'string' } as const;
const number = { type: 'integer', minimum: 0, maximum: 999_999_999 } as const;

const facts = Object.fromEntries(factNames.map((name) => [name, text]));

/** Every one that is given must match. */
export const journalFilterParameters = [
  query('door', 'The door it came to.', { enum: doorNames }, 'picker'),
  query('method', 'The HTTP method.', text, 'POST'),
  query('path', 'Contained in the path.', text, '/token'),
  query('status', 'HTTP status, or how it was broken.', { anyOf: [number, { enum: brokenKinds }] }, 400),
  query('reason', 'Contained in the reason.', text, 'grant_type'),
  query('after', 'Only entries after this number.', number, 0),
  query(
    'about',
    'A fact in `about` by its name, e.g. `persona=accountant`.',
    { type: 'object', properties: facts, additionalProperties: false },
    { clientId: 'd1f5' },
  ),
] as const satisfies readonly Parameter[];

export const readJournal = {
  id: 'readJournal',
  method: 'GET',
  path: '/journal',
  tag: 'journal',
  summary: 'Exchanges, newest last, secrets masked. With `atLeast` or `waitSeconds` it waits for so many.',
  parameters: [
    ...journalFilterParameters,
    query('atLeast', 'Waits for so many entries. Default 1.', number, 1),
    query('waitSeconds', 'And answers with what there is after so long. Default 10.', { ...number, maximum: 60 }, 0),
  ],
  answer: { schema: answers.journal, example: { entries: [entry] } },
} as const satisfies Operation;

export const readExchange = {
  id: 'readExchange',
  method: 'GET',
  path: '/journal/{number}',
  tag: 'journal',
  summary: 'One exchange with the bodies that were sent and answered, secrets masked.',
  parameters: [
    { name: 'number', in: 'path', description: 'As it stands in the entry.', schema: number, example: entry.number },
  ],
  answer: {
    schema: answers.journalExchange,
    example: {
      ...entry,
      requestBody: { text: 'grant_type=password&client_id=d1f5', bytes: 38, isCut: false },
      answerBody: { text: '{"error":"unsupported_grant_type"}', bytes: 34, isCut: false },
    },
  },
  errors: ['unknown-exchange'],
} as const satisfies Operation;

export const countJournal = {
  id: 'countJournal',
  method: 'GET',
  path: '/journal/count',
  tag: 'journal',
  summary: 'How many exchanges match.',
  parameters: journalFilterParameters,
  answer: { schema: answers.count, example: { count: 1 } },
} as const satisfies Operation;

export const clearJournal = {
  id: 'clearJournal',
  method: 'DELETE',
  path: '/journal',
  tag: 'journal',
  summary: 'Forgets all exchanges.',
  answer: { schema: answers.done, example: { done: true } },
} as const satisfies Operation;

function query(name: string, description: string, schema: Parameter['schema'], example: unknown) {
  return { name, in: 'query', description, schema, example } as const;
}
