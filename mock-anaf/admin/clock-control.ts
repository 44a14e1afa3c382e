import type { MovableClock } from '../clock/clock.ts';
import { AdminError } from './admin-error.ts';

export function describeClock(clock: MovableClock): object {
  const now = clock.now();
  return { now, iso: new Date(now * 1000).toISOString(), frozen: clock.isFrozen };
}

/** `{ now }` (epoch seconds or ISO 8601), `{ advanceSeconds }`, `{ frozen }`, or several; `{ reset: true }` first of all. */
export function changeClock(clock: MovableClock, body: Readonly<Record<string, unknown>>): void {
  const { now, advanceSeconds, frozen, reset, ...others } = body;
  const instant = now === undefined ? undefined : readInstant(now);
  if (Object.keys(others).length > 0) throw wrong(`unknown: ${Object.keys(others).join(', ')}`);
  if (advanceSeconds !== undefined && !isReasonable(advanceSeconds))
    throw wrong('"advanceSeconds" must be a number of seconds');
  if (frozen !== undefined && typeof frozen !== 'boolean') throw wrong('"frozen" must be true or false');

  if (reset === true) clock.reset();
  if (instant !== undefined) clock.set(instant);
  if (isReasonable(advanceSeconds)) clock.advance(advanceSeconds);
  if (frozen === true) clock.freeze();
  if (frozen === false) clock.unfreeze();
}

function readInstant(value: unknown): number {
  const instant = typeof value === 'string' ? Date.parse(value) / 1000 : value;
  if (isReasonable(instant) && instant >= 0) return instant;
  throw wrong('"now" must be epoch seconds or an ISO 8601 instant, before the year 5138');
}

/** Instants that a Date can hold, with room to spare. */
function isReasonable(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e11;
}

function wrong(complaint: string): AdminError {
  const example = '{"advanceSeconds": 86400}, {"now": "2027-01-01T00:00:00Z"}, {"frozen": true}, {"reset": true}';
  return new AdminError(400, 'bad-body', `${complaint}; examples: ${example}`);
}
