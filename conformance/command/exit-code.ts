import type { Report } from '../verdict/run-conformance.ts';

/**
 * The exit code of a run: 0 when every level up to the wanted one is met, and the face of the host's server if it was checked;
 * 3 when nothing failed, but something was not checked.
 */
export function exitCodeOf(
  { levels, announcedLevel }: Pick<Report, 'levels' | 'announcedLevel'>,
  wanted = announcedLevel,
): number {
  const counted = levels.filter(({ number, verdict }) =>
    number === undefined ? verdict !== 'not-checked' : number <= wanted,
  );
  const verdicts = counted.map(({ verdict }) => verdict);
  if (verdicts.some((one) => one === 'not-met' || one === 'not-announced')) return 1;
  return verdicts.includes('not-checked') ? 3 : 0;
}
