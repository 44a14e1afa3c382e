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

/** Operations on scenarios and chaos. */
export const scenarioOperations = {
  readScenarios: {
    tag: 'scenarios',
    summary: 'Lists the active scenarios, and the catalogue of all scenarios.',
    answer: {
      schema: scenariosWithCatalogue,
      example: {
        ...limited,
        catalogue: {
          'token-slow': {
            point: 'token',
            sentence: 'The token endpoint answers after three seconds.',
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
    summary: 'Switches a scenario on. It takes precedence over those that are already on.',
    body: {
      schema: scenarioRequest,
      examples: {
        'three calls over the limit': { name: 'api-limit', times: 3 },
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
      {
        name: 'name',
        in: 'query',
        description: 'Only the scenario with this name.',
        schema: scenarioName,
        example: 'api-limit',
      },
    ],
    answer: { schema: scenarios, example: { active: [] } },
  },
  readChaos: {
    tag: 'scenarios',
    summary: 'Returns the settings of random transient faults; `null` if they are off.',
    answer: chaosAnswer,
  },
  startChaos: {
    tag: 'scenarios',
    summary: 'Switches random transient faults on. The sequence of the seed starts from the beginning.',
    body: { schema: chaosSettings, examples: { 'one request in twenty': {}, 'another sequence': { seed: 7 } } },
    answer: chaosAnswer,
  },
  stopChaos: {
    tag: 'scenarios',
    summary: 'Switches random transient faults off.',
    answer: { schema: chaos, example: { chaos: null } },
  },
} as const satisfies Operations;
