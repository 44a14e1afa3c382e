import * as v from 'valibot';
import { described, entriesOf, type OutputOf, optionalEntries, titled } from '../../../engine/schema/schema.ts';
import { brokenKinds, factNames } from '../../../wire/http/answer.ts';
import { doorNames } from '../../../wire/http/mock-request.ts';

const texts = v.record(v.string(), v.string());
const whole = v.pipe(v.number(), v.integer());

/** Name of a door. */
export const door = v.picklist(doorNames);
/** How a connection was broken. */
export const brokenKind = v.picklist(brokenKinds);
/** The facts of an exchange, all optional. */
export const factEntries = optionalEntries(entriesOf(factNames, v.string()));

const entryFields = {
  number: described(whole, 'Sequential number, which a reset does not restart.'),
  at: described(v.number(), "Time of the answer, in epoch seconds of the mock's clock."),
  door,
  method: v.string(),
  path: v.string(),
  query: texts,
  headers: texts,
  form: texts,
  bodyBytes: whole,
  status: described(v.union([whole, brokenKind]), 'HTTP status, or how the connection was broken.'),
  location: v.exactOptional(described(v.string(), '`Location` of a redirect, masked.')),
  reason: described(v.string(), 'The check or rule that determined the answer.'),
  about: described(
    v.object(factEntries),
    'Facts about the exchange, including who sent or received a token (`tokenSeenBy`).',
  ),
  expected: v.exactOptional(
    described(v.array(v.string()), 'For a request that matched nothing: what would have matched.'),
  ),
};

const journalEntry = titled('JournalEntry', v.object(entryFields));
/** One exchange of the journal: the request, the answer, and the reason for it. Contains no secrets. */
export type JournalEntry = OutputOf<typeof journalEntry>;

const body = titled(
  'JournalBody',
  v.object({
    text: described(v.nullable(v.string()), 'Secrets masked. `null`: not text, or a page that shows a PIN.'),
    bytes: described(whole, 'Length of the complete body.'),
    isCut: described(v.boolean(), 'Whether `text` contains only the first 16 KB.'),
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
