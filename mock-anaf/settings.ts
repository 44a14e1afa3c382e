import { defaultLifetimes, defaultLimitAnswer, defaultLimits, switchValues } from './config.ts';

type Given = Readonly<Record<string, unknown>>;

/** What is wrong with given lifetimes, one sentence each. */
export function lifetimeProblems(lifetimes: object): string[] {
  return problems('lifetimes', lifetimes, defaultLifetimes, (seconds) =>
    typeof seconds === 'number' && Number.isFinite(seconds) && seconds >= 0 ? undefined : 'must be seconds, 0 or more',
  );
}

export function limitProblems(limits: object): string[] {
  return problems('limits', limits, defaultLimits, (calls) =>
    typeof calls === 'number' && calls >= 0 ? undefined : 'must be a number of calls, 0 or more',
  );
}

export function limitAnswerProblems(limitAnswer: object): string[] {
  return problems('limitAnswer', limitAnswer, defaultLimitAnswer, (value, name) => {
    if (name === 'status') return value === 429 || value === 204 ? undefined : 'must be 429 or 204';
    if (name === 'retryAfterSeconds') {
      const isSeconds = Number.isInteger(value) && Number(value) >= 0;
      return value === null || isSeconds ? undefined : 'must be whole seconds, 0 or more, or null';
    }
    // What Node would refuse to write into a header.
    if (name === 'contentType' && !/^[\x20-\x7e]+$/.test(String(value))) return 'must be a media type';
    return typeof value === 'string' ? undefined : 'must be a text';
  });
}

export function switchProblems(switches: object): string[] {
  const values: Readonly<Record<string, readonly unknown[]>> = switchValues;
  return problems('switches', switches, switchValues, (value, name) =>
    values[name]?.includes(value) ? undefined : `must be one of ${values[name]?.join(', ')}`,
  );
}

function problems(
  group: string,
  given: object,
  known: object,
  complaintAbout: (value: unknown, name: string) => string | undefined,
): string[] {
  return Object.entries(given as Given).flatMap(([name, value]) => {
    if (!Object.hasOwn(known, name))
      return [`"${group}.${name}" is unknown; there are: ${Object.keys(known).join(', ')}`];
    const complaint = complaintAbout(value, name);
    return complaint === undefined ? [] : [`"${group}.${name}" ${complaint}, got ${String(value)}`];
  });
}
