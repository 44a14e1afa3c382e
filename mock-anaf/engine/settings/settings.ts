import * as v from 'valibot';
import { problemsOf } from '../schema/problems.ts';
import { closedObject, described, entriesOf, optionalEntries, titled } from '../schema/schema.ts';
import { defaultLifetimes, type Lifetimes } from './lifetimes.ts';
import { defaultLimits, type LimitAnswer, type Limits } from './limits.ts';
import { type Switches, switchValues } from './switches.ts';

const seconds = described(v.pipe(v.number(), v.minValue(0), v.maxValue(1e11)), 'Seconds.');
const calls = described(v.pipe(v.number(), v.minValue(0)), 'Calls.');
const callsOrNull = described(v.nullable(calls), '`null`: no limit.');

/** Schemas of the lifetimes. */
export const lifetimeEntries = entriesOf(namesOf<Lifetimes>(defaultLifetimes), seconds);
/** Schemas of the limits as the admin port shows them. JSON has no `Infinity`, so `null` means no limit. */
export const limitEntries = entriesOf(namesOf<Limits>(defaultLimits), callsOrNull);

/** Schemas of the answer to a call over the limit per minute. */
export const limitAnswerEntries = {
  status: v.picklist([429, 204]),
  // Node refuses other characters in a header.
  contentType: v.pipe(v.string(), v.regex(/^[\x20-\x7e]+$/)),
  body: v.string(),
  retryAfterSeconds: v.nullable(described(v.pipe(v.number(), v.integer(), v.minValue(0)), 'Seconds.')),
} satisfies { readonly [Name in keyof LimitAnswer]: v.GenericSchema<LimitAnswer[Name]> };

/** Schemas of the switches. The cast is safe: there is one entry for each name of `switchValues`. */
export const switchEntries = Object.fromEntries(
  Object.entries(switchValues).map(([name, values]) => [name, switchSchema(values)]),
) as unknown as { readonly [Name in keyof Switches]: v.GenericSchema<Switches[Name]> };

/** A change of lifetimes: every field is optional, unknown fields are refused. So are the changes below. */
export const lifetimesChange = titled('LifetimesChange', closedObject(optionalEntries(lifetimeEntries)));
export const limitsChange = titled('LimitsChange', closedObject(optionalEntries(limitEntries)));
export const limitAnswerChange = titled('LimitAnswerChange', closedObject(optionalEntries(limitAnswerEntries)));
export const switchesChange = titled('SwitchesChange', closedObject(optionalEntries(switchEntries)));

/** Limits as the library accepts them: `Infinity` means no limit, and `null` is an error. */
const limitsOfLibrary = closedObject(optionalEntries(entriesOf(namesOf<Limits>(defaultLimits), calls)));

/** Converts limits from the admin port, where `null` means no limit, to those of the library, where it is `Infinity`. */
export function limitsFromHttp(limits: { readonly [Name in keyof Limits]?: number | null }): Partial<Limits> {
  // The cast is safe: the names are unchanged, and no value is `null` any more.
  return Object.fromEntries(
    Object.entries(limits).map(([name, value]) => [name, value ?? Number.POSITIVE_INFINITY]),
  ) as Partial<Limits>;
}

/** Checks lifetimes that were given to the library. Returns one sentence for each problem, as do the functions below. */
export function lifetimeProblems(lifetimes: object): readonly string[] {
  return problemsOf(lifetimesChange, lifetimes, 'lifetimes');
}

export function limitProblems(limits: object): readonly string[] {
  return problemsOf(limitsOfLibrary, limits, 'limits');
}

export function limitAnswerProblems(limitAnswer: object): readonly string[] {
  return problemsOf(limitAnswerChange, limitAnswer, 'limitAnswer');
}

export function switchProblems(switches: object): readonly string[] {
  return problemsOf(switchesChange, switches, 'switches');
}

function switchSchema(values: readonly (string | boolean)[]): v.GenericSchema<string | boolean> {
  const texts = values.filter((value) => typeof value === 'string');
  return texts.length > 0 ? v.picklist(texts) : v.boolean();
}

function namesOf<Settings extends object>(settings: Settings): readonly (keyof Settings & string)[] {
  // The cast is safe: settings have only the keys of their type.
  return Object.keys(settings) as (keyof Settings & string)[];
}
