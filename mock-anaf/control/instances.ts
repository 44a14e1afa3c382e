import type { MockAnafOptions } from '../configuration/options.ts';
import type { MockAnaf } from './mock-anaf.ts';

/** What an instance may have of its own. The rest is as with its parent, except the ports, which are any free ones. */
export type InstanceOptions = Pick<
  MockAnafOptions,
  'clients' | 'ports' | 'picker' | 'proxy' | 'lifetimes' | 'limits' | 'limitAnswer' | 'switches' | 'chaos' | 'idSeed'
>;

export interface Instance {
  readonly id: string;
  readonly mock: MockAnaf;
}

const allowed = 64;

/** As many instances run already as may. */
export class TooManyInstancesError extends Error {
  constructor() {
    super(`${allowed} instances run already, which is the limit; stop one first`);
  }
}

/** Other whole mocks in the same process, for workers that run side by side. */
export class Instances {
  readonly #start: (options: InstanceOptions) => Promise<MockAnaf>;
  readonly #running = new Map<string, MockAnaf>();
  readonly #starting = new Set<Promise<MockAnaf>>();
  #started = 0;
  #isOver = false;

  constructor(start: (options: InstanceOptions) => Promise<MockAnaf>) {
    this.#start = start;
  }

  /** @throws TooManyInstancesError, or what the start of a mock throws */
  async start(options: InstanceOptions = {}): Promise<Instance> {
    if (this.#running.size + this.#starting.size >= allowed) throw new TooManyInstancesError();
    this.#started += 1;
    const id = String(this.#started);
    const starting = this.#start(options);
    this.#starting.add(starting);
    try {
      const mock = await starting;
      if (this.#isOver) await mock.stop();
      else this.#running.set(id, mock);
      return { id, mock };
    } finally {
      this.#starting.delete(starting);
    }
  }

  running(): ReadonlyMap<string, MockAnaf> {
    return this.#running;
  }

  /** Resolves when it is stopped; `false` if there is none with this id. */
  async stop(id: string): Promise<boolean> {
    const mock = this.#running.get(id);
    this.#running.delete(id);
    await mock?.stop();
    return mock !== undefined;
  }

  /** Stops all, also those that are just starting. */
  async stopAll(): Promise<void> {
    this.#isOver = true;
    await Promise.allSettled(this.#starting);
    await Promise.all([...this.#running.keys()].map((id) => this.stop(id)));
  }
}
