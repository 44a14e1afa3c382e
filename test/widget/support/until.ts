/** Less than the limit of one test in `web-test-runner.config.ts`, so that the message names what did not happen. */
const limitMs = 25_000;

/** Waits for an observable condition. `what` completes the error message "timed out waiting until …". */
export async function until(condition: () => boolean, what: string | (() => string)): Promise<void> {
  const end = performance.now() + limitMs;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`timed out waiting until ${typeof what === 'string' ? what : what()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
