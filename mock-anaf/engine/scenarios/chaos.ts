import type { ScenarioName, ScenarioPoint } from './catalogue.ts';
import { seededRandom } from './seeded-random.ts';

/** Settings of random faults. */
export interface ChaosSettings {
  /** Whole number from 0 to 4294967295. The same seed gives the same faults in the same order. Default: 1. */
  readonly seed?: number;
  /** Share of the requests that get a fault, from 0 to 1. Default: 0.05. */
  readonly share?: number;
}

/**
 * The faults that chaos can cause at each point. They are transient: a client that retries recovers, nothing is lost without an error
 * that the client sees, and no refresh token is ever lost.
 */
const transientFaults: Partial<Record<ScenarioPoint, readonly ScenarioName[]>> = {
  authorize: ['login-slow'],
  token: ['token-slow', 'token-unavailable'],
  api: ['api-unavailable', 'api-slow', 'api-reset', 'api-technical-error'],
};
const longestLagSeconds = 30;

/** Causes random transient faults, drawn from one seeded random sequence for each point. Off until started. */
export class Chaos {
  #settings: Required<ChaosSettings> | undefined;
  #draws = new Map<ScenarioPoint | 'listing', () => number>();

  /** The current settings; `undefined` while chaos is off. */
  get settings(): Required<ChaosSettings> | undefined {
    return this.#settings;
  }

  /**
   * Starts the random sequences of the seed from the beginning, even if chaos is already on.
   * @throws TypeError if seed or share is out of range
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

  /** The fault for one request; usually none. */
  draw(point: ScenarioPoint): ScenarioName | undefined {
    const faults = transientFaults[point];
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
    // Derive the seed of each sequence from the given seed and the name of the sequence.
    const draw =
      known ?? seededRandom(seed + [...sequence].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
    this.#draws.set(sequence, draw);
    return draw();
  }
}

/** Checks the settings. Returns one sentence for each invalid setting. */
export function chaosProblems({ seed = 1, share = 0.05 }: ChaosSettings): string[] {
  const isSeed = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
  return [
    ...(isSeed ? [] : [`"seed" of chaos must be a whole number from 0 to 4294967295, got ${seed}`]),
    ...(share >= 0 && share <= 1 ? [] : [`"share" of chaos must be a number from 0 to 1, got ${share}`]),
  ];
}
