interface Mocha {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void | Promise<void>): void;
  beforeEach(body: () => void | Promise<void>): void;
  afterEach(body: () => void | Promise<void>): void;
}

/** @web/test-runner puts mocha's functions into the page before it loads a test; it has no types for them. */
export const { describe, it, beforeEach, afterEach } = globalThis as unknown as Mocha;
