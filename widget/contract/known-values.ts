import { attemptStates } from './attempt.ts';
import { authorizationStatuses, capabilities, permissions, services } from './authorization.ts';
import { causeCodes, groundCodes } from './diagnosis.ts';
import { failureCodes } from './failure.ts';
import { linkStates } from './link.ts';

type KnownValues = Readonly<Record<string, readonly string[] | undefined>>;

/** Members that are lists: values that this version does not know are dropped. */
const lists: KnownValues = { capabilities, permissions, services, grounds: groundCodes };
/** Members that are one value: a value that this version does not know becomes `other`, which has general words. */
const codes: KnownValues = {
  status: authorizationStatuses,
  state: [...attemptStates, ...linkStates],
  code: failureCodes,
  cause: causeCodes,
};

/**
 * Reduces an answer to the values that this version of the contract knows, so that a page which was deployed long ago survives a
 * newer backend. Values of a wrong type are left as they are; the validation that follows reports them. Pure; returns a copy.
 *
 * @param name the member of the answer that the value is
 */
export function withKnownValues(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const known = lists[name];
    return value.filter((one) => !isUnknown(one, known)).map((one) => withKnownValues(one));
  }
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withKnownValues(member, key)]));
  }
  return isUnknown(value, codes[name]) ? 'other' : value;
}

function isUnknown(value: unknown, known: readonly string[] | undefined): boolean {
  return typeof value === 'string' && known !== undefined && !known.includes(value);
}
