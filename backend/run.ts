import { type Environment, resolveConfig } from './configuration/config.ts';
import { ConfigurationError } from './configuration/configuration-error.ts';
import { defaultLogger } from './configuration/default-logger.ts';
import { ListenError, listen } from './http/listen.ts';
import { createSpvBackend } from './server.ts';
import { DataFolderInUseError } from './storage/data-folder-lock.ts';
import { DatabaseOpenError } from './storage/open-database.ts';

/**
 * Runs the backend until a signal stops it, configured by environment variables. Returns the exit code; a problem that
 * has an explanation is printed without a stack.
 */
export async function run(environment: Environment): Promise<number> {
  try {
    await serveUntilSignal(environment);
    return 0;
  } catch (error) {
    console.error(explanationOf(error) ?? error);
    return 1;
  }
}

function explanationOf(error: unknown): string | undefined {
  if (error instanceof ConfigurationError)
    return `${error.message}\nEvery variable is explained by: spv-authorize-backend --help`;
  const explained = [DataFolderInUseError, DatabaseOpenError, ListenError];
  return explained.some((kind) => error instanceof kind) && error instanceof Error ? error.message : undefined;
}

async function serveUntilSignal(environment: Environment): Promise<void> {
  const { options, host, port, logLevel } = resolveConfig(environment);
  const logger = defaultLogger(logLevel);
  const backend = await createSpvBackend({ ...options, logger });
  try {
    const listening = await listen(backend.router, { host, port, publicUrl: options.publicUrl, logger });
    await backend.start();
    logger.info({ port: listening.port, host, publicUrl: options.publicUrl }, 'ready');
    const signal = await firstSignal();
    logger.info({ signal }, 'stopping');
    await listening.stop();
  } finally {
    await backend.stop();
  }
}

/** The first SIGINT or SIGTERM. A second one ends the process at once, as it does without a handler. */
function firstSignal(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
  });
}
