import * as v from 'valibot';
import { scenarioCatalogue } from '../../../engine/scenarios/catalogue.ts';
import { described, titled } from '../../../engine/schema/schema.ts';
import type { Parameter } from './operation.ts';

/** Schemas of fields that several bodies and answers have. */

/** Text of at least one character. */
export const text = v.pipe(v.string(), v.minLength(1));

/** An instant or a time span in seconds, within the range of `Date` and with room for sums. */
export const seconds = v.pipe(v.number(), v.minValue(-1e11), v.maxValue(1e11));

export const persona = described(text, 'Name of a person, e.g. "accountant".');
export const clientId = described(text, 'Identifier of an application.');
export const cui = described(text, 'CUI of a company, without "RO".');

/** Names of all scenarios. The cast is safe: the keys of the catalogue are its names. */
export const scenarioNames = Object.keys(scenarioCatalogue) as readonly (keyof typeof scenarioCatalogue)[];

const done = titled('Done', v.object({ done: v.literal(true) }));
/** The answer of operations that return no data. */
export const doneAnswer = { schema: done, example: { done: true } } as const;

/** The path parameter with the CUI of a company. */
export const cuiInPath = {
  name: 'cui',
  in: 'path',
  description: 'CUI, without "RO".',
  schema: v.string(),
  example: '90123459',
} as const satisfies Parameter;
