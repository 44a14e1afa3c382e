import * as v from 'valibot';
import { type ScenarioName, type ScenarioPoint, scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { closedObject, described, type InputOf, type OutputOf, titled } from '../../../engine/schema/schema.ts';
import { clientId, cui, persona, scenarioNames, text } from '../operation/fields.ts';

const points: readonly ScenarioPoint[] = [...new Set(Object.values(scenarioCatalogue).map(({ point }) => point))];

/** Name of a scenario. */
export const scenarioName = v.picklist(scenarioNames);

const scenarioEntries = {
  name: scenarioName,
  times: v.exactOptional(
    described(
      v.pipe(v.number(), v.integer(), v.minValue(1)),
      'Number of requests to affect. Absent: all, until the scenario is cleared.',
    ),
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
  described(v.object(scenarioEntries), 'In order of precedence; `times` is the number of requests that are left.'),
);
export type ActiveScenario = OutputOf<typeof activeScenario>;

export const scenarios = titled('Scenarios', v.object({ active: v.array(activeScenario) }));

const scenarioDescription = v.object({
  point: v.picklist(points),
  sentence: v.string(),
  sentenceRo: v.string(),
  scopes: described(v.array(v.picklist(['clientId', 'cui', 'persona'])), 'What the scenario can be limited to.'),
  endpoints: described(
    v.array(v.string()),
    'The endpoints that the scenario can be limited to; none for pages of the login.',
  ),
});
export type ScenarioDescription = OutputOf<typeof scenarioDescription>;

export const scenariosWithCatalogue = titled(
  'ScenariosWithCatalogue',
  v.object({
    active: v.array(activeScenario),
    catalogue: described(
      v.record(v.string(), scenarioDescription),
      'By name: the step that the scenario affects, and what a client or a person observes.',
    ),
  }),
);
/** The active scenarios, and the catalogue of all scenarios. */
export interface ScenarioList extends OutputOf<typeof scenariosWithCatalogue> {
  readonly catalogue: Readonly<Record<ScenarioName, ScenarioDescription>>;
}

export const chaosSettings = titled(
  'ChaosSettings',
  closedObject({
    seed: v.exactOptional(
      described(
        v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 32 - 1)),
        'The same seed gives the same faults.',
      ),
      1,
    ),
    share: v.exactOptional(
      described(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 'Share of the requests that get a fault.'),
      0.05,
    ),
  }),
);

export const chaos = titled(
  'Chaos',
  v.object({
    chaos: described(v.nullable(v.object({ seed: v.number(), share: v.number() })), '`null`: off.'),
  }),
);
export type ChaosReading = OutputOf<typeof chaos>['chaos'];
