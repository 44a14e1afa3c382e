import * as v from 'valibot';
import { doneAnswer } from '../operation/fields.ts';
import type { Operations, Parameter } from '../operation/operation.ts';
import { brokenKind, count, door, factEntries, journal, journalExchange } from './journal-schemas.ts';

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
} as const;

const number = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999_999));
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60));

/** An entry must match all given parameters. */
const filterParameters = [
  query('door', 'The door that received the request.', door, 'picker'),
  query('method', 'The HTTP method.', v.string(), 'POST'),
  query('path', 'Text that the path contains.', v.string(), '/token'),
  query('status', 'HTTP status, or how the connection was broken.', v.union([number, brokenKind]), 400),
  query('reason', 'Text that the reason contains.', v.string(), 'grant_type'),
  query('after', 'Only entries after this number.', number, 0),
  query('about', 'A fact of `about`, given by its own name, e.g. `persona=accountant`.', v.strictObject(factEntries), {
    clientId: 'd1f5',
  }),
] as const satisfies readonly Parameter[];

/** Operations on the journal. */
export const journalOperations = {
  readJournal: {
    tag: 'journal',
    summary:
      'Lists exchanges, newest last, with secrets masked. With `atLeast` or `waitSeconds`, waits for exchanges first.',
    parameters: [
      ...filterParameters,
      query('atLeast', 'Number of entries to wait for. Default 1.', number, 1),
      query('waitSeconds', 'Longest wait; then the entries so far are returned. Default 10.', seconds, 0),
    ],
    answer: { schema: journal, example: { entries: [entry] } },
  },
  clearJournal: {
    tag: 'journal',
    summary: 'Deletes all exchanges.',
    answer: doneAnswer,
  },
  countJournal: {
    tag: 'journal',
    summary: 'Counts the matching exchanges.',
    parameters: filterParameters,
    answer: { schema: count, example: { count: 1 } },
  },
  followJournal: {
    tag: 'journal',
    summary:
      'Streams exchanges as server-sent events: the entry as JSON in `data`, its number as `id`. Starts after number `after` or ' +
      '`Last-Event-ID`; without them, with new entries. Ends when the mock stops.',
    parameters: filterParameters,
    answer: { mediaType: 'text/event-stream' },
  },
  readExchange: {
    tag: 'journal',
    summary: 'Returns one exchange with the bodies of request and answer, with secrets masked.',
    parameters: [
      { name: 'number', in: 'path', description: 'The number of the entry.', schema: number, example: entry.number },
    ],
    answer: {
      schema: journalExchange,
      example: {
        ...entry,
        requestBody: { text: 'grant_type=password&client_id=d1f5', bytes: 38, isCut: false },
        answerBody: { text: '{"error":"unsupported_grant_type"}', bytes: 34, isCut: false },
      },
    },
    errors: ['unknown-exchange'],
  },
} as const satisfies Operations;

function query(name: string, description: string, schema: Parameter['schema'], example: unknown) {
  return { name, in: 'query', description, schema, example } as const;
}
