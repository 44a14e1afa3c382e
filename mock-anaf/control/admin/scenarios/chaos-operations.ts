import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import { chaosSettings } from '../people/register-schemas.ts';

const on = { schema: answers.chaos, example: { chaos: { seed: 7, share: 0.05 } } } as const;

export const readChaos = {
  id: 'readChaos',
  method: 'GET',
  path: '/chaos',
  tag: 'scenarios',
  summary: 'Whether light faults come by chance, and by which seed.',
  answer: on,
} as const satisfies Operation;

export const startChaos = {
  id: 'startChaos',
  method: 'POST',
  path: '/chaos',
  tag: 'scenarios',
  summary: 'Turns light faults on, from the start of the sequence of the seed.',
  body: { schema: chaosSettings, examples: { 'one request in twenty': {}, 'another sequence': { seed: 7 } } },
  answer: on,
} as const satisfies Operation;

export const stopChaos = {
  id: 'stopChaos',
  method: 'DELETE',
  path: '/chaos',
  tag: 'scenarios',
  summary: 'Turns them off.',
  answer: { schema: answers.chaos, example: { chaos: null } },
} as const satisfies Operation;
