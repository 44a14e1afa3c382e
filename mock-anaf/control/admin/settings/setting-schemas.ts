import * as v from 'valibot';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { lifetimeEntries, limitAnswerEntries, limitEntries, switchEntries } from '../../../engine/settings/settings.ts';
import { seconds } from '../operation/fields.ts';
import { instantOf } from './instant.ts';

const instant = v.pipe(
  v.string(),
  v.check(
    (text) => instantOf(text) !== undefined,
    'an ISO 8601 instant from 1970 to 5138, e.g. "2027-01-01T00:00:00Z"',
  ),
);

export const clockChange = titled(
  'ClockChange',
  described(
    closedObject({
      now: v.exactOptional(
        described(
          v.union([v.pipe(seconds, v.minValue(0, 'epoch seconds from 0 to 100000000000')), instant]),
          'Epoch seconds, or an ISO 8601 instant.',
        ),
      ),
      advanceSeconds: v.exactOptional(described(seconds, 'A negative number moves the clock back.')),
      frozen: v.exactOptional(v.boolean()),
      reset: v.exactOptional(described(v.boolean(), '`true`: returns to the system time, running.')),
    }),
    'Applied in this order: `reset`, `now`, `advanceSeconds`, `frozen`.',
  ),
);
export type ClockChange = InputOf<typeof clockChange>;

export const clock = titled(
  'Clock',
  v.object({
    now: described(v.number(), 'Epoch seconds.'),
    iso: v.pipe(v.string(), v.isoTimestamp()),
    frozen: v.boolean(),
  }),
);
export type ClockReading = OutputOf<typeof clock>;

export const lifetimes = titled('Lifetimes', v.object(lifetimeEntries));
export type LifetimesReading = OutputOf<typeof lifetimes>;

export const limits = titled('Limits', v.object(limitEntries));
/** The limits as the admin port shows them; `null`: no limit. */
export type LimitReading = OutputOf<typeof limits>;

export const limitAnswer = titled('LimitAnswer', v.object(limitAnswerEntries));
export const switches = titled('Switches', v.object(switchEntries));
