import * as v from 'valibot';
import { described, entriesOf, type OutputOf, optionalEntries, titled } from '../../../engine/schema/schema.ts';
import { brokenKinds, factNames } from '../../../wire/http/answer.ts';
import { doorNames } from '../../../wire/http/mock-request.ts';

const texts = v.record(v.string(), v.string());
const whole = v.pipe(v.number(), v.integer());

export const door = v.picklist(doorNames);
export const brokenKind = v.picklist(brokenKinds);
export const factEntries = optionalEntries(entriesOf(factNames, v.string()));

const entryFields = {
  number: described(whole, 'Goes up by one; also over a reset.'),
  at: described(v.number(), "Epoch seconds by the mock's clock."),
  door,
  method: v.string(),
  path: v.string(),
  query: texts,
  headers: texts,
  form: texts,
  bodyBytes: whole,
  status: described(v.union([whole, brokenKind]), 'HTTP status, or how the connection was broken.'),
  location: v.exactOptional(described(v.string(), '`Location` of a redirect, masked.')),
  reason: described(v.string(), 'Which check or rule decided.'),
  about: described(v.object(factEntries), 'Facts, and who sent or got a token (`tokenSeenBy`).'),
  expected: v.exactOptional(
    described(v.array(v.string()), 'For a request that matched nothing: what would have been right.'),
  ),
};

const journalEntry = titled('JournalEntry', v.object(entryFields));
/** One exchange of the journal: what was sent, what was answered, and why. Holds no secrets. */
export type JournalEntry = OutputOf<typeof journalEntry>;

const body = titled(
  'JournalBody',
  v.object({
    text: described(v.nullable(v.string()), 'Secrets masked. `null`: not text, or a page that shows a PIN.'),
    bytes: described(whole, 'Of the whole body.'),
    isCut: described(v.boolean(), '`text` is only the first 16 KB.'),
  }),
);
export type JournalBody = OutputOf<typeof body>;

export const journalExchange = titled(
  'JournalExchange',
  v.object({
    ...entryFields,
    requestBody: described(v.nullable(body), '`null`: no longer kept; only the last 500 exchanges have bodies.'),
    answerBody: v.nullable(body),
  }),
);
export type JournalExchange = OutputOf<typeof journalExchange>;

export const journal = titled('Journal', v.object({ entries: v.array(journalEntry) }));
export const count = titled('Count', v.object({ count: whole }));
