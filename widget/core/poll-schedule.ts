/**
 * Seconds until the next poll: 2 during the first minute, then 5, and 30 after five minutes. A longer `Retry-After` is obeyed
 * up to one hour. `sinceSeconds` is the time since polling began.
 */
export function nextPollSeconds(sinceSeconds: number, retryAfterSeconds = 0): number {
  const usual = sinceSeconds < 60 ? 2 : sinceSeconds < 300 ? 5 : 30;
  return Math.max(usual, Math.min(retryAfterSeconds, 3600));
}
