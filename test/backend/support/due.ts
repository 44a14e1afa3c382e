import type { Stack } from './stack.ts';

/**
 * Runs the due tasks for a while: at each moment at which the right of a candidate or authorization is due to be checked, and
 * one second before, when nothing may happen. It moves the clock by exactly `seconds`.
 */
export async function runDueFor({ backend, clock, database }: Stack, seconds: number): Promise<void> {
  const end = Math.floor(clock.now()) + seconds;
  for (;;) {
    await backend.runDue();
    const now = Math.floor(clock.now());
    const due = (await nextDue()) ?? end;
    if (now >= end) return;
    const next = Math.min(due, end);
    clock.advance(next - 1 - now);
    await backend.runDue();
    clock.advance(1);
  }

  async function nextDue(): Promise<number | undefined> {
    const times = [];
    for (const table of ['candidates', 'authorizations'] as const) {
      const rows = await database.queries.selectFrom(table).select('next_action_at').execute();
      times.push(...rows.flatMap(({ next_action_at: at }) => (at === null ? [] : [at])));
    }
    return times.sort((a, b) => a - b)[0];
  }
}
