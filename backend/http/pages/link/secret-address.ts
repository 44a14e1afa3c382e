import { guessLimiter } from '../../middleware/rate-limit.ts';
import type { Visit } from '../visit.ts';

/** Far above what a person who copies addresses wrongly needs. */
const unknownPerMinute = 20;

/** Handles addresses whose last part is a secret. */
export class SecretAddresses {
  readonly #guesses = guessLimiter('unknown-addresses', unknownPerMinute);

  /** Looks something up, unless this client has tried too many unknown addresses: then it is `rate-limited`. */
  async lookUp<Found>(
    { request }: Visit,
    find: () => Promise<Found>,
    isUnknown: (found: Found) => boolean,
  ): Promise<Found> {
    const client = request.ip ?? 'unknown';
    await this.#guesses.refuse(client);
    const found = await find();
    if (isUnknown(found)) await this.#guesses.count(client);
    return found;
  }
}

/** The secret at the end of an address. */
export function tokenOf({ request }: Visit): string {
  return String(request.params.token);
}
