import { problemsOf } from '../schema/problems.ts';
import type { Schema } from '../schema/schema.ts';
import { defaultLifetimes, type Lifetimes } from './lifetimes.ts';
import { defaultLimits, type LimitAnswer, type Limits } from './limits.ts';
import { type Switches, switchValues } from './switches.ts';

const seconds = { type: 'number', minimum: 0, maximum: 1e11, description: 'Seconds.' } as const;
const calls = { type: 'number', minimum: 0, description: 'Calls.' } as const;

const callsOrNull = { anyOf: [calls, { type: 'null' }], description: '`null`: no limit.' } as const;

type Choices = { readonly [Name in keyof Switches]: { readonly enum: (typeof switchValues)[Name] } };

export const lifetimesSchema = settings<Record<keyof Lifetimes, typeof seconds>>(defaultLifetimes, () => seconds);
const limitsSchema = settings<Record<keyof Limits, typeof calls>>(defaultLimits, () => calls);
/** Over HTTP, where `null` stands for no limit: JSON has no `Infinity`. */
export const limitsOverHttp = settings<Record<keyof Limits, typeof callsOrNull>>(defaultLimits, () => callsOrNull);
export const limitAnswerSchema = {
  type: 'object',
  properties: {
    status: { enum: [429, 204] },
    // What Node would refuse to write into a header.
    contentType: { type: 'string', pattern: '^[\\x20-\\x7e]+$' },
    body: { type: 'string' },
    retryAfterSeconds: { anyOf: [{ type: 'integer', minimum: 0, description: 'Seconds.' }, { type: 'null' }] },
  } as const satisfies Record<keyof LimitAnswer, Schema>,
  additionalProperties: false,
} as const;
export const switchesSchema = settings<Choices>(switchValues, (values) => ({ enum: values }));

/** Limits that came over HTTP as the mock has them. */
export function limitsFromHttp(limits: { readonly [Name in keyof Limits]?: number | null }): Partial<Limits> {
  // The names stay, and no value is `null` any more.
  return Object.fromEntries(
    Object.entries(limits).map(([name, value]) => [name, value ?? Number.POSITIVE_INFINITY]),
  ) as Partial<Limits>;
}

/** What is wrong with given lifetimes, one sentence each. */
export function lifetimeProblems(lifetimes: object): readonly string[] {
  return problemsOf(lifetimesSchema, lifetimes, 'lifetimes');
}

export function limitProblems(limits: object): readonly string[] {
  return problemsOf(limitsSchema, limits, 'limits');
}

export function limitAnswerProblems(limitAnswer: object): readonly string[] {
  return problemsOf(limitAnswerSchema, limitAnswer, 'limitAnswer');
}

export function switchProblems(switches: object): readonly string[] {
  return problemsOf(switchesSchema, switches, 'switches');
}

function settings<Properties extends Readonly<Record<string, Schema>>>(
  known: { readonly [Name in keyof Properties]: unknown },
  schemaOf: (value: unknown) => unknown,
) {
  const properties = Object.fromEntries(Object.entries(known).map(([name, value]) => [name, schemaOf(value)]));
  // One schema for each name of `known`; the three calls above say which.
  return { type: 'object', properties: properties as Properties, additionalProperties: false } as const;
}
