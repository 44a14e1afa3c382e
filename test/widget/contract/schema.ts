import assert from 'node:assert/strict';
import { type GenericSchema, safeParse } from 'valibot';

/** The schema accepts each value and returns it unchanged. */
export function accepts(schema: GenericSchema, ...values: readonly unknown[]): void {
  for (const value of values) {
    const { success, output } = safeParse(schema, value);
    assert.ok(success, `${JSON.stringify(value)} is accepted`);
    assert.deepEqual(output, value);
  }
}

/** The schema refuses each value. */
export function refuses(schema: GenericSchema, ...values: readonly unknown[]): void {
  for (const value of values) assert.ok(!safeParse(schema, value).success, `${JSON.stringify(value)} is refused`);
}

/** Copies of an object, each without one of its properties. */
export function withoutEach(object: object): readonly object[] {
  return Object.keys(object).map((missing) =>
    Object.fromEntries(Object.entries(object).filter(([name]) => name !== missing)),
  );
}
