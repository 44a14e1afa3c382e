/**
 * Seconds until the backend is asked again: 2 while something is about to happen, 5 after a minute, 30 after five. A
 * `Retry-After` is obeyed when it is longer. `sinceSeconds` counts from the beginning of the wait.
 */
export function nextPollSeconds(sinceSeconds: number, retryAfterSeconds = 0): number {
  const usual = sinceSeconds < 60 ? 2 : sinceSeconds < 300 ? 5 : 30;
  return Math.max(usual, Math.min(retryAfterSeconds, 3600));
}
