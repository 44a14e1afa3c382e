import * as answers from '../description/answer-schemas.ts';
import type { Operation } from '../description/operation.ts';
import * as requests from '../description/request-schemas.ts';

const day = 86_400;
const clock = { now: 1_798_761_600, iso: '2027-01-01T00:00:00.000Z', frozen: true };
const limited = { active: [{ name: 'api-limit', times: 3 }] };
const done = { schema: answers.done, example: { done: true } } as const;

export const readHealth = {
  id: 'readHealth',
  method: 'GET',
  path: '/healthz',
  tag: 'health',
  summary: 'Says that the mock is well, and where its doors are. Asks for no token.',
  answer: {
    schema: answers.health,
    example: { status: 'ok', urls: { login: 'https://127.0.0.1:8443', api: 'https://127.0.0.1:8445' } },
  },
  isOpen: true,
} as const satisfies Operation;

export const readOpenApi = {
  id: 'readOpenApi',
  method: 'GET',
  path: '/openapi.json',
  tag: 'health',
  summary: 'This description.',
  answer: { schema: answers.openApiDocument, example: { openapi: '3.1.0', info: {}, paths: {} } },
} as const satisfies Operation;

export const readClock = {
  id: 'readClock',
  method: 'GET',
  path: '/clock',
  tag: 'time',
  summary: 'The time that everything of the mock follows.',
  answer: { schema: answers.clock, example: clock },
} as const satisfies Operation;

export const changeClock = {
  id: 'changeClock',
  method: 'PUT',
  path: '/clock',
  tag: 'time',
  summary: 'Sets, moves, freezes or resets the time.',
  body: {
    schema: requests.clockChange,
    examples: {
      'a day later': { advanceSeconds: day },
      'at an instant': { now: '2027-01-01T00:00:00Z', frozen: true },
      'as at the start': { reset: true },
    },
  },
  answer: { schema: answers.clock, example: clock },
} as const satisfies Operation;

export const readScenarios = {
  id: 'readScenarios',
  method: 'GET',
  path: '/scenario',
  tag: 'scenarios',
  summary: 'What is made to go wrong now, and what can be.',
  answer: {
    schema: answers.scenariosWithCatalogue,
    example: {
      ...limited,
      catalogue: {
        'token-slow': {
          point: 'token',
          sentence: 'The token address answers after three seconds.',
          sentenceRo: 'Adresa de tokenuri răspunde după trei secunde.',
          scopes: ['clientId', 'persona'],
          endpoints: ['token'],
        },
      },
    },
  },
} as const satisfies Operation;

export const addScenario = {
  id: 'addScenario',
  method: 'POST',
  path: '/scenario',
  tag: 'scenarios',
  summary: 'Switches a scenario on, in front of those that are on already.',
  body: {
    schema: requests.scenarioRequest,
    examples: {
      'three calls too many': { name: 'api-limit', times: 3 },
      'one person is refused': { name: 'login-denied', persona: 'accountant' },
      'one endpoint is down': { name: 'api-unavailable', endpoint: 'listaMesajeFactura' },
    },
  },
  answer: { schema: answers.scenarios, example: limited },
  errors: ['bad-value'],
} as const satisfies Operation;

export const clearScenarios = {
  id: 'clearScenarios',
  method: 'DELETE',
  path: '/scenario',
  tag: 'scenarios',
  summary: 'Switches scenarios off.',
  parameters: [
    { name: 'name', in: 'query', description: 'Only this one.', schema: requests.scenarioName, example: 'api-limit' },
  ],
  answer: { schema: answers.scenarios, example: { active: [] } },
} as const satisfies Operation;

export const reset = {
  id: 'reset',
  method: 'POST',
  path: '/reset',
  tag: 'time',
  summary: 'All as at the start, clock, settings and ids included; keys, certificates and instances stay.',
  answer: done,
} as const satisfies Operation;
