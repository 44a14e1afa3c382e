import { resolveConfig } from './configuration/config.ts';
import { ConfigurationError } from './configuration/configuration-error.ts';
import { defaultLogger } from './configuration/default-logger.ts';
import { ListenError, listen } from './http/listen.ts';
import { createSpvBackend } from './server.ts';
import { DataFolderInUseError } from './storage/data-folder-lock.ts';
import { DatabaseOpenError } from './storage/open-database.ts';

// Runs the backend as a program: reads the environment variables, listens, and stops on SIGINT or SIGTERM.
try {
  await run();
} catch (error) {
  const explained = [ConfigurationError, DataFolderInUseError, DatabaseOpenError, ListenError];
  const isExplained = explained.some((kind) => error instanceof kind);
  console.error(isExplained && error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { options, host, port, logLevel } = resolveConfig(process.env);
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
