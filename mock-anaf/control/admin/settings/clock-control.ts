import type { MovableClock } from '../../../engine/clock/clock.ts';
import type { Described } from '../../../engine/schema/described.ts';
import { AdminError } from '../admin-error.ts';
import type { clockChange } from '../description/request-schemas.ts';

export function describeClock(clock: MovableClock): object {
  const now = clock.now();
  return { now, iso: new Date(now * 1000).toISOString(), frozen: clock.isFrozen };
}

/** `{ now }` (epoch seconds or ISO 8601), `{ advanceSeconds }`, `{ frozen }`, or several; `{ reset: true }` first of all. */
export function changeClock(clock: MovableClock, change: Described<typeof clockChange>): void {
  const { now, advanceSeconds, frozen, reset } = change;
  const instant = now === undefined ? undefined : readInstant(now);
  if (reset === true) clock.reset();
  // First, so that an instant that is given with it stands exactly.
  if (frozen === true) clock.freeze();
  if (instant !== undefined) clock.set(instant);
  if (advanceSeconds !== undefined) clock.advance(advanceSeconds);
  if (frozen === false) clock.unfreeze();
}

/** The year 5138: a Date goes further, sums of dates and lifetimes must not. */
const latest = 1e11;

function readInstant(value: string | number): number {
  const instant = typeof value === 'string' ? readText(value) : value;
  if (instant >= 0 && instant <= latest) return instant;
  throw new AdminError(400, 'bad-body', '"now" must be from 1970-01-01T00:00:00Z to 5138-11-16T09:46:40Z');
}

function readText(text: string): number {
  const instant = Date.parse(text) / 1000;
  const [, day] = /^\d{4}-\d{2}-(\d{2})/.exec(text) ?? [];
  // Date takes 30 February for 2 March.
  const isDay =
    day === undefined || new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)).getUTCDate() === Number(day);
  if (Number.isFinite(instant) && isDay) return instant;
  throw new AdminError(
    400,
    'bad-body',
    '"now" must be epoch seconds or an ISO 8601 instant, e.g. "2027-01-01T00:00:00Z"',
  );
}
