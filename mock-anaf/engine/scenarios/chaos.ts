import type { ScenarioName, ScenarioPoint } from './catalogue.ts';
import { seededRandom } from './seeded-random.ts';

export interface ChaosSettings {
  /** Whole number, 0 to 4294967295: the same one draws the same faults in the same order. Default 1. */
  readonly seed?: number;
  /** Share of the requests that a fault takes hold of, 0 to 1. Default 0.05. */
  readonly share?: number;
}

/**
 * What chaos may draw at a point. Light ones: nothing that was done is lost without the client seeing that it may be, and no
 * refresh token is ever lost; a client that tries again gets on.
 */
const lightFaults: Partial<Record<ScenarioPoint, readonly ScenarioName[]>> = {
  authorize: ['login-slow'],
  token: ['token-slow', 'token-unavailable'],
  api: ['api-unavailable', 'api-slow', 'api-reset', 'api-technical-error'],
};
const longestLagSeconds = 30;

/** Light faults by seeded chance, off until it is started. Each point draws from a sequence of its own. */
export class Chaos {
  #settings: Required<ChaosSettings> | undefined;
  #draws = new Map<ScenarioPoint | 'listing', () => number>();

  /** `undefined` while it is off. */
  get settings(): Required<ChaosSettings> | undefined {
    return this.#settings;
  }

  /**
   * Begins at the start of the seed's sequences, also when it runs already.
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

  /** The fault for one request, mostly none. */
  draw(point: ScenarioPoint): ScenarioName | undefined {
    const faults = lightFaults[point];
    if (!this.#settings || !faults) return undefined;
    const { share } = this.#settings;
    const drawn = this.#next(point, this.#settings.seed);
    return drawn < share ? faults[Math.floor((drawn / share) * faults.length)] : undefined;
  }

  /** How much later than otherwise the lists show an upload, 0 to 30 seconds. Observed: seconds to 15 minutes. */
  listingLagSeconds(): number {
    if (!this.#settings) return 0;
    return Math.floor(this.#next('listing', this.#settings.seed) * (longestLagSeconds + 1));
  }

  #next(sequence: ScenarioPoint | 'listing', seed: number): number {
    const known = this.#draws.get(sequence);
    // Each sequence has a seed of its own, made of the one that was given and its name.
    const draw =
      known ?? seededRandom(seed + [...sequence].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7));
    this.#draws.set(sequence, draw);
    return draw();
  }
}

/** What is wrong with given settings, one sentence each. */
export function chaosProblems({ seed = 1, share = 0.05 }: ChaosSettings): string[] {
  const isSeed = Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32;
  return [
    ...(isSeed ? [] : [`"seed" of chaos must be a whole number from 0 to 4294967295, got ${seed}`]),
    ...(share >= 0 && share <= 1 ? [] : [`"share" of chaos must be a number from 0 to 1, got ${share}`]),
  ];
}
