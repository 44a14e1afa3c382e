import { format } from 'node:util';
import { type Stack, type StackOptions, startStack } from 'spv-authorize-demo/stack';
import { scriptsFolder } from './build-scripts.ts';

/** The stack options that a test may choose. A worker starts one stack for each combination. */
export type SharedStackOptions = Pick<StackOptions, 'backendInSite' | 'door'>;

/** The demo stacks of one Playwright worker, started when the first test needs them. The tests of a worker run one at a time. */
export class SharedStacks {
  readonly #stacks = new Map<string, Promise<Stack>>();
  #accounts = 0;
  #reports: string[] = [];

  /**
   * Returns a stack in its initial state: mock ANAF is reset, and the site has a new account. The database still contains the
   * companies of earlier tests, which no page of the new account can reach.
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
