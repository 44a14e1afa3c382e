import type { ScenarioName, ScenarioPoint } from './catalogue.ts';
import { seededRandom } from './seeded-random.ts';

export interface ChaosSettings {
  /** Whole number, 0 to 4294967295. The same seed draws the same faults in the same order. Default: 1. */
  readonly seed?: number;
  /** Share of the requests that get a fault, 0 to 1. Default: 0.05. */
  readonly share?: number;
}

/**
 * The faults that chaos may draw at a point. They are light: a client that retries recovers, no work is lost without the client
 * seeing an error, and no refresh token is ever lost.
 */
const lightFaults: Partial<Record<ScenarioPoint, readonly ScenarioName[]>> = {
  authorize: ['login-slow'],
  token: ['token-slow', 'token-unavailable'],
  api: ['api-unavailable', 'api-slow', 'api-reset', 'api-technical-error'],
};
const longestLagSeconds = 30;

/** Draws light faults from seeded random sequences, one for each point. Off until started. */
export class Chaos {
  #settings: Required<ChaosSettings> | undefined;
  #draws = new Map<ScenarioPoint | 'listing', () => number>();

  /** `undefined` while it is off. */
  get settings(): Required<ChaosSettings> | undefined {
    return this.#settings;
  }

  /**
   * Starts the seed's sequences from the beginning, also if chaos is already on.
   * @throws TypeError if seed or share is out of its range
   */
  start({ seed = 1, share = 0.05 }: ChaosSettings = {}): void {
    const [problem] = chaosProblems({ seed, share });
    if (problem !== undefined) throw new TypeError(problem);
    this.#settings = Object.freeze({ seed, share });
    this.#draws = new Map();
  }

  stop(): void {
    this.#settings = undefined;
  }

  /** The fault for one request; mostly none. */
  draw(point: ScenarioPoint): ScenarioName | undefined {
    const faults = lightFaults[point];
    if (!this.#settings || !faults) return undefined;
    const { share } = this.#settings;
    const drawn = this.#next(point, this.#settings.seed);
    return drawn < share ? faults[Math.floor((drawn / share) * faults.length)] : undefined;
  }

  /** Additional delay before the lists show an upload, 0 to 30 seconds. Observed at ANAF: seconds to 15 minutes. */
  listingLagSeconds(): number {
    if (!this.#settings) return 0;
    return Math.floor(this.#next('listing', this.#settings.seed) * (longestLagSeconds + 1));
  }

  #next(sequence: ScenarioPoint | 'listing', seed: number): number {
    const known = this.#draws.get(sequence);
    // The seed of each sequence is derived from the given seed and the sequence's name.
    const draw =
      known ?? seededRandom(seed + [...sequence].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
    this.#draws.set(sequence, draw);
    return draw();
  }
}

/** One sentence for each invalid setting. */
export function chaosProblems({ seed = 1, share = 0.05 }: ChaosSettings): string[] {
  const isSeed = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
  return [
    ...(isSeed ? [] : [`"seed" of chaos must be a whole number from 0 to 4294967295, got ${seed}`]),
    ...(share >= 0 && share <= 1 ? [] : [`"share" of chaos must be a number from 0 to 1, got ${share}`]),
  ];
}
