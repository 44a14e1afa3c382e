/** The few assertions that element tests need; @web/test-runner has none. */
export const assert = {
  equal(actual: unknown, expected: unknown, message = ''): void {
    if (!Object.is(actual, expected)) throw new Error(`${message} expected ${show(expected)}, got ${show(actual)}`);
  },

  deepEqual(actual: unknown, expected: unknown, message = ''): void {
    assert.equal(show(actual), show(expected), message);
  },

  includes(text: string | undefined, part: string): void {
    if (text === undefined || !text.includes(part)) throw new Error(`expected ${show(text)} to include ${show(part)}`);
  },

  /** The text has to exist: a missing text is an error. */
  excludes(text: string | undefined, part: string): void {
    if (text === undefined || text.includes(part)) {
      throw new Error(`expected ${show(text)} not to include ${show(part)}`);
    }
  },
};

function show(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
