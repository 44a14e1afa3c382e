/**
 * Calls ANAF with an access token. When ANAF refuses the token, replaces it once and calls again: another process may
 * have refreshed it a moment ago, so the first refusal is not final.
 *
 * @param replace returns another token, `rejected` when there is none, or `transient` when ANAF did not answer the
 * renewal
 * @returns the last answer and the token it belongs to; undefined when ANAF did not answer the renewal
 */
export async function callWithRenewal<Token extends object, Answer>(
  token: Token,
  call: (token: Token) => Promise<Answer>,
  isRefused: (answer: Answer) => boolean,
  replace: (refused: Token) => Promise<Token | 'rejected' | 'transient'>,
): Promise<{ readonly token: Token; readonly answer: Answer } | undefined> {
  const answer = await call(token);
  if (!isRefused(answer)) return { token, answer };
  const replacement = await replace(token);
  if (replacement === 'transient') return undefined;
  if (replacement === 'rejected') return { token, answer };
  return { token: replacement, answer: await call(replacement) };
}
