import type { Capability } from 'spv-authorize/contract';
import { type Check, type Level, levels } from '../checks/check.ts';

/** `not-checked`: the kit lacks what the check needs. */
export type Outcome = 'met' | 'not-met' | 'not-checked';

/** What a check found. */
export interface CheckResult {
  readonly id: string;
  readonly level: Level;
  readonly fact: string;
  readonly outcome: Outcome;
  readonly isOptional: boolean;
  /** What the backend did instead, or what the check would need. Absent for `met`. */
  readonly reason?: string;
}

/** `not-announced`: the backend does not offer the level. */
export type LevelVerdict = Outcome | 'not-announced';

export interface LevelResult {
  readonly level: Level;
  /** 1–4; absent for the face of the host. */
  readonly number?: number;
  readonly verdict: LevelVerdict;
  /** Sentences about what is missing for the verdict `met`. */
  readonly missing: readonly string[];
}

/** What a backend has to announce for a level. */
const capabilitiesOf: Readonly<Partial<Record<Level, readonly Capability[]>>> = {
  keep: ['verify', 'disconnect'],
  delegate: ['links'],
};

/** The number of a level of the contract; undefined for the face of the host. */
function numberOf(level: Level): number | undefined {
  return level === 'host' ? undefined : levels.indexOf(level) + 1;
}

/** One verdict for each level. */
export function judge(results: readonly CheckResult[], announced: ReadonlySet<string>): readonly LevelResult[] {
  return levels.map((level) => {
    const number = numberOf(level);
    const own = results.filter((result) => result.level === level);
    return { level, ...(number !== undefined && { number }), ...judgeLevel(level, own, announced) };
  });
}

/** The highest level that the capabilities announce. */
export function announcedLevel(announced: ReadonlySet<string>): number {
  const offered = levels.filter((level) => capabilitiesOf[level]?.some((one) => announced.has(one)));
  return Math.max(1, ...offered.map((level) => numberOf(level) ?? 1));
}

/** Whether a check applies to a backend with these capabilities. */
export function applies({ capability }: Check, announced: ReadonlySet<string>): boolean {
  return capability === undefined || announced.has(capability);
}

function judgeLevel(
  level: Level,
  results: readonly CheckResult[],
  announced: ReadonlySet<string>,
): Pick<LevelResult, 'verdict' | 'missing'> {
  if (level === 'live')
    return { verdict: 'not-announced', missing: ['The contract has no capability for it yet; polling is equal.'] };
  const lacking = (capabilitiesOf[level] ?? []).filter((one) => !announced.has(one));
  const missing = [
    ...lacking.map((one) => `It does not announce the capability ${one}.`),
    ...results.filter(({ outcome }) => outcome === 'not-met').map(sentenceOf),
  ];
  const unchecked = results.filter(({ outcome, isOptional }) => outcome === 'not-checked' && !isOptional);
  if (results.length === 0) return { verdict: level === 'host' ? 'not-checked' : 'not-announced', missing };
  if (missing.length > 0) return { verdict: 'not-met', missing: [...missing, ...unchecked.map(sentenceOf)] };
  return { verdict: unchecked.length > 0 ? 'not-checked' : 'met', missing: unchecked.map(sentenceOf) };
}

function sentenceOf({ fact, reason }: CheckResult): string {
  return `${fact} — ${reason}`;
}
