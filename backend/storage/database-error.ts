/** SQLSTATE of an error that the database returned. Undefined when the database did not answer. */
function stateOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}

/**
 * Whether the database rolled the transaction back in favour of another one (deadlock or serialization failure), so
 * that it can be repeated.
 */
export function isTransactionConflict(error: unknown): boolean {
  return ['40P01', '40001'].includes(stateOf(error) ?? '');
}

/**
 * Whether the same statement may succeed later: no answer, a broken connection, a full disk, a shutdown. Any other
 * error is caused by the statement itself.
 */
export function isTemporary(error: unknown): boolean {
  const state = stateOf(error);
  if (state === undefined) return !(error instanceof TypeError);
  return isTransactionConflict(error) || /^(08|53|57)/.test(state);
}

/** Whether a row could not be stored because its company was deleted a moment ago. */
export function isCompanyGone(error: unknown): boolean {
  if (stateOf(error) !== '23503' || !(error instanceof Error && 'constraint' in error)) return false;
  return String(error.constraint).endsWith('company_id_fkey');
}
