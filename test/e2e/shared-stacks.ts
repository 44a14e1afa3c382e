import { format } from 'node:util';
import { type Stack, type StackOptions, startStack } from 'spv-authorize-demo/stack';
import { scriptsFolder } from './build-scripts.ts';

/** What `StackOptions` a test may choose; each combination is one stack of the worker. */
export type SharedStackOptions = Pick<StackOptions, 'backendInSite' | 'door'>;

/** The demo stacks of one Playwright worker, started when the first test needs them. The tests of a worker run one at a time. */
export class SharedStacks {
  readonly #stacks = new Map<string, Promise<Stack>>();
  #accounts = 0;
  #reports: string[] = [];

  /**
   * A stack as if it had just been started: mock ANAF as at its start, and a new account on the site. The database still has
   * the companies of earlier tests, which no page of the new account can reach.
   */
  async renewed(options: SharedStackOptions): Promise<Stack> {
    const key = JSON.stringify(options);
    const starting = this.#stacks.get(key) ?? this.#start(options);
    this.#stacks.set(key, starting);
    const stack = await starting;
    stack.mock.reset();
    this.#accounts += 1;
    stack.openAccount(`account-${this.#accounts}`);
    return stack;
  }

  /** What site and backend reported since the last call. */
  takeReports(): string {
    return this.#reports.splice(0).join('\n');
  }

  async stop(): Promise<void> {
    for (const starting of this.#stacks.values()) await (await starting).stop();
  }

  #start(options: SharedStackOptions): Promise<Stack> {
    const reportError = (...details: unknown[]): void => void this.#reports.push(format(...details));
    return startStack({ scriptsFolder, reportError, ...options });
  }
}
