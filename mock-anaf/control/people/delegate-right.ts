import { ControlError } from '../../engine/settings/control-error.ts';
import type { Person, Right } from '../../engine/state/mock-state.ts';
import { propagationSeconds } from '../../engine/state/people.ts';
import type { MockParts } from '../../parts.ts';
import { knownPerson, replacePerson } from './known-person.ts';

export interface Delegation {
  readonly cui: string;
  /** Name of the person who has the right. */
  readonly from: string;
  /** Name of the person who gets it. */
  readonly to: string;
}

/**
 * Passes a right on (împuternicire): it counts for the other person after 24 hours, and stays when the first one loses theirs
 * (assumed). Whoever had the right already keeps it as it was.
 * @throws ControlError if a person is unknown, or has no right to pass on that counts already
 */
export function delegateRight({ state, clock }: MockParts, { cui, from, to }: Delegation): Person {
  const giver = knownPerson(state, from, 'from');
  const taker = knownPerson(state, to, 'to');
  const own = giver.rights.find((right) => right.cui === cui);
  if (!own) {
    const known = giver.rights.map((right) => right.cui).join(', ') || 'none';
    throw new ControlError(`"cui" must be a company that "${from}" has a right for (${known}); got "${cui}"`);
  }
  if (clock.now() - own.since < propagationSeconds) {
    throw new ControlError(`"from": the right of "${from}" for ${cui} counts only 24 hours after it was given`);
  }
  if (taker.rights.some((right) => right.cui === cui)) return taker;
  const right: Right = { cui, since: clock.now(), delegatedBy: from };
  const changed = { ...taker, rights: [...taker.rights, right] };
  replacePerson(state, taker, changed);
  return changed;
}
