import { defaultLifetimes } from '../../../engine/settings/lifetimes.ts';
import { defaultLimitAnswer, defaultLimits } from '../../../engine/settings/limits.ts';
import { lifetimesChange, limitAnswerChange, limitsChange, switchesChange } from '../../../engine/settings/settings.ts';
import { defaultSwitches } from '../../../engine/settings/switches.ts';
import { doneAnswer } from '../operation/fields.ts';
import type { Operations } from '../operation/operation.ts';
import { clock, clockChange, lifetimes, limitAnswer, limits, switches } from './setting-schemas.ts';

const clockAnswer = {
  schema: clock,
  example: { now: 1_798_761_600, iso: '2027-01-01T00:00:00.000Z', frozen: true },
} as const;
const lifetimesAnswer = { schema: lifetimes, example: defaultLifetimes } as const;
const limitsAnswer = { schema: limits, example: defaultLimits } as const;
const limitAnswerAnswer = { schema: limitAnswer, example: defaultLimitAnswer } as const;
const switchesAnswer = { schema: switches, example: defaultSwitches } as const;
const changes = 'Changes the given settings immediately. A reset restores them.';

/** Operations on the clock and the settings. */
export const settingOperations = {
  readClock: {
    tag: 'time',
    summary: "Returns the mock's time.",
    answer: clockAnswer,
  },
  changeClock: {
    tag: 'time',
    summary: 'Sets, moves, freezes or resets the clock.',
    body: {
      schema: clockChange,
      examples: {
        'a day later': { advanceSeconds: 86_400 },
        'at an instant': { now: '2027-01-01T00:00:00Z', frozen: true },
        'as at the start': { reset: true },
      },
    },
    answer: clockAnswer,
  },
  reset: {
    tag: 'time',
    summary:
      'Restores the state after the start, including clock, settings and ids. Keys, certificates and instances stay.',
    answer: doneAnswer,
  },
  readLifetimes: {
    tag: 'settings',
    summary: 'Returns the lifetimes of codes, tokens and sessions.',
    answer: lifetimesAnswer,
  },
  changeLifetimes: {
    tag: 'settings',
    summary: changes,
    body: { schema: lifetimesChange, examples: { 'an access token of a minute': { accessTokenSeconds: 60 } } },
    answer: lifetimesAnswer,
  },
  readLimits: { tag: 'settings', summary: 'Returns the limits on the number of calls.', answer: limitsAnswer },
  changeLimits: {
    tag: 'settings',
    summary: changes,
    body: { schema: limitsChange, examples: { 'one download a day': { downloadsPerDay: 1 } } },
    answer: limitsAnswer,
  },
  readLimitAnswer: {
    tag: 'settings',
    summary: 'Returns the answer to a call over the limit per minute.',
    answer: limitAnswerAnswer,
  },
  changeLimitAnswer: {
    tag: 'settings',
    summary: changes,
    body: {
      schema: limitAnswerChange,
      examples: { 'with Retry-After': { retryAfterSeconds: 30 }, 'without a body': { status: 204 } },
    },
    answer: limitAnswerAnswer,
  },
  readSwitches: {
    tag: 'settings',
    summary: 'Returns the switches: behaviours on which the sources about ANAF disagree.',
    answer: switchesAnswer,
  },
  changeSwitches: {
    tag: 'settings',
    summary: changes,
    body: { schema: switchesChange, examples: { 'PKCE is enforced': { pkce: 'enforced' } } },
    answer: switchesAnswer,
  },
} as const satisfies Operations;
