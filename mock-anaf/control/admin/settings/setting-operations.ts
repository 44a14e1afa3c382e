import type { Schema } from '../../../engine/schema/schema.ts';
import { defaultLifetimes } from '../../../engine/settings/lifetimes.ts';
import { defaultLimitAnswer, defaultLimits } from '../../../engine/settings/limits.ts';
import { defaultSwitches } from '../../../engine/settings/switches.ts';
import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import * as requests from '../description/request-schemas.ts';

const lifetimes = { schema: answers.lifetimes, example: defaultLifetimes };
const limits = { schema: answers.limits, example: defaultLimits };
const limitAnswer = { schema: answers.limitAnswer, example: defaultLimitAnswer };
const switches = { schema: answers.switches, example: defaultSwitches };

export const readLifetimes = reading('readLifetimes', '/lifetimes', 'How long things last.', lifetimes);
export const readLimits = reading('readLimits', '/limits', 'How often may be called.', limits);
export const readLimitAnswer = reading(
  'readLimitAnswer',
  '/limit-answer',
  'How a call too many is answered.',
  limitAnswer,
);
export const readSwitches = reading('readSwitches', '/switches', 'Behaviours on which the sources disagree.', switches);

export const changeLifetimes = changing('changeLifetimes', '/lifetimes', lifetimes, requests.lifetimesChange, {
  'an access token of a minute': { accessTokenSeconds: 60 },
});
export const changeLimits = changing('changeLimits', '/limits', limits, requests.limitsChange, {
  'one download a day': { downloadsPerDay: 1 },
});
export const changeLimitAnswer = changing(
  'changeLimitAnswer',
  '/limit-answer',
  limitAnswer,
  requests.limitAnswerChange,
  {
    'with a time to wait': { retryAfterSeconds: 30 },
    'without a body': { status: 204 },
  },
);
export const changeSwitches = changing('changeSwitches', '/switches', switches, requests.switchesChange, {
  'PKCE counts': { pkce: 'enforced' },
});

type Answer = Operation['answer'];

function reading(id: string, path: string, summary: string, answer: Answer) {
  return { id, method: 'GET', path, tag: 'settings', summary, answer } as const satisfies Operation;
}

function changing<const Change extends Schema>(
  id: string,
  path: string,
  answer: Answer,
  schema: Change,
  examples: Readonly<Record<string, unknown>>,
) {
  const summary = 'Changes those that are given, at once; a reset puts them back.';
  return { id, method: 'PUT', path, tag: 'settings', summary, body: { schema, examples }, answer } as const;
}
