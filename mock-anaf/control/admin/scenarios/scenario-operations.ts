import type { Operations } from '../operation/operation.ts';
import {
  chaos,
  chaosSettings,
  scenarioName,
  scenarioRequest,
  scenarios,
  scenariosWithCatalogue,
} from './scenario-schemas.ts';

const limited = { active: [{ name: 'api-limit', times: 3 }] } as const;
const chaosAnswer = { schema: chaos, example: { chaos: { seed: 7, share: 0.05 } } } as const;

export const scenarioOperations = {
  readScenarios: {
    tag: 'scenarios',
    summary: 'The scenarios that are on, and the catalogue of all.',
    answer: {
      schema: scenariosWithCatalogue,
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
  },
  addScenario: {
    tag: 'scenarios',
    summary: 'Switches a scenario on, in front of those that are on already.',
    body: {
      schema: scenarioRequest,
      examples: {
        'three calls too many': { name: 'api-limit', times: 3 },
        'one person is refused': { name: 'login-denied', persona: 'accountant' },
        'one endpoint is down': { name: 'api-unavailable', endpoint: 'listaMesajeFactura' },
      },
    },
    answer: { schema: scenarios, example: limited },
    errors: ['bad-value'],
  },
  clearScenarios: {
    tag: 'scenarios',
    summary: 'Switches scenarios off.',
    parameters: [
      { name: 'name', in: 'query', description: 'Only this one.', schema: scenarioName, example: 'api-limit' },
    ],
    answer: { schema: scenarios, example: { active: [] } },
  },
  readChaos: {
    tag: 'scenarios',
    summary: 'Whether transient faults occur at random, and with which seed.',
    answer: chaosAnswer,
  },
  startChaos: {
    tag: 'scenarios',
    summary: 'Switches transient faults on, from the start of the sequence of the seed.',
    body: { schema: chaosSettings, examples: { 'one request in twenty': {}, 'another sequence': { seed: 7 } } },
    answer: chaosAnswer,
  },
  stopChaos: {
    tag: 'scenarios',
    summary: 'Switches transient faults off.',
    answer: { schema: chaos, example: { chaos: null } },
  },
} as const satisfies Operations;
