import type { Engine } from '../../engine/engine.ts';
import { ControlError } from '../../engine/settings/control-error.ts';
import type { Person, Right } from '../../engine/state/mock-state.ts';
import { propagationSeconds } from '../../engine/state/people.ts';
import { knownPerson, replacePerson } from './known-person.ts';

/** A right to delegate. */
export interface Delegation {
  /** The company. */
  readonly cui: string;
  /** Name of the person who has the right. */
  readonly from: string;
  /** Name of the person who receives it. */
  readonly to: string;
}

/**
 * Delegates a right to another person (împuternicire). It comes into force after 24 hours. Assumed: it stays when the giver loses their
 * right. A person who already has the right keeps it unchanged.
 * @throws ControlError if a person is unknown, or if the giver's right is missing or not in force yet
 */
export function delegateRight(
  { state, clock }: Pick<Engine, 'state' | 'clock'>,
  { cui, from, to }: Delegation,
): Person {
  const giver = knownPerson(state, from, 'from');
  const receiver = knownPerson(state, to, 'to');
  const own = giver.rights.find((right) => right.cui === cui);
  if (!own) {
    const known = giver.rights.map((right) => right.cui).join(', ') || 'none';
    throw new ControlError(`"cui" must be a company that "${from}" has a right for (${known}); got "${cui}"`);
  }
  if (clock.now() - own.since < propagationSeconds) {
    throw new ControlError(`"from": the right of "${from}" for ${cui} is effective only 24 hours after it was given`);
  }
  if (receiver.rights.some((right) => right.cui === cui)) return receiver;
  const right: Right = { cui, since: clock.now(), delegatedBy: from };
  const changed = { ...receiver, rights: [...receiver.rights, right] };
  replacePerson(state, receiver, changed);
  return changed;
}
