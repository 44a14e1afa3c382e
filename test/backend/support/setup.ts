import { after } from 'node:test';
import { atEndOfFile } from './at-end-of-file.ts';
import { type DatabaseKind, newDatabase } from './databases.ts';
import { type Stack, type StackOptions, startStack } from './stack.ts';

export interface SetupOptions extends StackOptions {
  /** Default: PostgreSQL, which starts and answers faster than PGlite. */
  readonly database?: DatabaseKind;
}

/**
 * Starts a backend with a new database and its own mock ANAF, and stops both after the test or suite that called it. A suite is
 * an `async` function, so that its tests can share one:
 *
 *     describe('a session', async () => {
 *       const { stack } = await setup();
 *       it('…', async () => …);
 *     });
 */
export async function setup({ database = 'PostgreSQL', ...options }: SetupOptions = {}): Promise<Stack> {
  const stack = await startStack({ storage: await newDatabase(database), ...options });
  after(() => stack.stop());
  atEndOfFile(() => stack.stop());
  return stack;
}
