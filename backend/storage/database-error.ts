/** SQLSTATE of an error that the database itself gave; undefined when it did not even answer. */
function stateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/** The database undid the transaction so that another could go on: doing it again is right (deadlock, serialization). */
export function wasUndoneForAnother(error: unknown): boolean {
  return ['40P01', '40001'].includes(stateOf(error) ?? '');
}

/** The same again may succeed: no answer, a broken connection, no room, a shutdown. Anything else is the statement's own fault. */
export function isPassing(error: unknown): boolean {
  const state = stateOf(error);
  if (state === undefined) return !(error instanceof TypeError);
  return wasUndoneForAnother(error) || /^(08|53|57)/.test(state);
}
