import * as v from 'valibot';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { clientId, cui, persona, scenarioNames, text } from '../operation/fields.ts';

const points: readonly ScenarioPoint[] = [...new Set(Object.values(scenarioCatalogue).map(({ point }) => point))];

export const scenarioName = v.picklist(scenarioNames);

const scenarioEntries = {
  name: scenarioName,
  times: v.exactOptional(
    described(v.pipe(v.number(), v.integer(), v.minValue(1)), 'For how many requests. Absent: until it is cleared.'),
  ),
  clientId: v.exactOptional(clientId),
  cui: v.exactOptional(cui),
  endpoint: v.exactOptional(described(text, 'Last part of the path, e.g. "token" or "listaMesajeFactura".')),
  persona: v.exactOptional(persona),
};

export const scenarioRequest = titled(
  'ScenarioRequest',
  described(
    closedObject(scenarioEntries),
    'A field that is absent matches every request. A field that is unknown at the point of the scenario is refused.',
  ),
);
export type ScenarioRequest = InputOf<typeof scenarioRequest>;

const activeScenario = titled(
  'ActiveScenario',
  described(v.object(scenarioEntries), 'The strongest first; `times` is what is left.'),
);
export type ActiveScenario = OutputOf<typeof activeScenario>;

export const scenarios = titled('Scenarios', v.object({ active: v.array(activeScenario) }));

const scenarioDescription = v.object({
  point: v.picklist(points),
  sentence: v.string(),
  sentenceRo: v.string(),
  scopes: described(v.array(v.picklist(['clientId', 'cui', 'persona'])), 'What it can be limited to.'),
  endpoints: described(
    v.array(v.string()),
    'The endpoints that it can be limited to; none for the pages of the login.',
  ),
});
export type ScenarioDescription = OutputOf<typeof scenarioDescription>;

export const scenariosWithCatalogue = titled(
  'ScenariosWithCatalogue',
  v.object({
    active: v.array(activeScenario),
    catalogue: described(
      v.record(v.string(), scenarioDescription),
      'By name: the point where it acts, and what a client or a person sees.',
    ),
  }),
);
/** The scenarios that are on, and all that there are. */
export interface ScenarioList extends OutputOf<typeof scenariosWithCatalogue> {
  readonly catalogue: Readonly<Record<ScenarioName, ScenarioDescription>>;
}

export const chaosSettings = titled(
  'ChaosSettings',
  closedObject({
    seed: v.exactOptional(
      described(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)), 'Same seed, same faults.'),
      1,
    ),
    share: v.exactOptional(described(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 'Of the requests.'), 0.05),
  }),
);

export const chaos = titled(
  'Chaos',
  v.object({
    chaos: described(v.nullable(v.object({ seed: v.number(), share: v.number() })), '`null`: off.'),
  }),
);
export type ChaosReading = OutputOf<typeof chaos>['chaos'];
