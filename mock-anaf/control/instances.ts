import type { MockAnafOptions } from '../configuration/options.ts';
import type { MockAnaf } from './mock-anaf.ts';

/** Options of an instance. Those not given are inherited from its parent, except ports: by default it uses any free ports. */
export type InstanceOptions = Pick<
  MockAnafOptions,
  'clients' | 'ports' | 'picker' | 'proxy' | 'lifetimes' | 'limits' | 'limitAnswer' | 'switches' | 'chaos' | 'idSeed'
>;

/** A running instance. */
export interface Instance {
  /** `1` for the first instance of a mock, `2` for the next … */
  readonly id: string;
  readonly mock: MockAnaf;
}

const maxInstances = 64;

/** The maximum number of instances is running. */
export class TooManyInstancesError extends Error {
  override readonly name = 'TooManyInstancesError';

  constructor() {
    super(`${maxInstances} instances are running, which is the limit; stop one first`);
  }
}

/** Complete mocks in the process of a parent mock, for test workers that run in parallel. They share only the keys of the parent. */
export class Instances {
  readonly #start: (options: InstanceOptions) => Promise<MockAnaf>;
  readonly #running = new Map<string, MockAnaf>();
  readonly #starting = new Set<Promise<MockAnaf>>();
  #started = 0;
  #isClosed = false;

  constructor(start: (options: InstanceOptions) => Promise<MockAnaf>) {
    this.#start = start;
  }

  /** Starts an instance. @throws TooManyInstancesError, or an error of `startMockAnaf` */
  async start(options: InstanceOptions = {}): Promise<Instance> {
    if (this.#running.size + this.#starting.size >= maxInstances) throw new TooManyInstancesError();
    this.#started += 1;
    const id = String(this.#started);
    const starting = this.#start(options);
    this.#starting.add(starting);
    try {
      const mock = await starting;
      if (this.#isClosed) await mock.stop();
      else this.#running.set(id, mock);
      return { id, mock };
    } finally {
      this.#starting.delete(starting);
    }
  }

  running(): ReadonlyMap<string, MockAnaf> {
    return this.#running;
  }

  /** Stops an instance. Resolves with `false` if there is none with this id. */
  async stop(id: string): Promise<boolean> {
    const mock = this.#running.get(id);
    this.#running.delete(id);
    await mock?.stop();
    return mock !== undefined;
  }

  /** Stops all instances, including those that are still starting. */
  async stopAll(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#starting);
    await Promise.all([...this.#running.keys()].map((id) => this.stop(id)));
  }
}
