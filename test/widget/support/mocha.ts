interface Mocha {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void | Promise<void>): void;
  beforeEach(body: () => void | Promise<void>): void;
  afterEach(body: () => void | Promise<void>): void;
}

/** Mocha's globals, which @web/test-runner defines without types. */
export const { describe, it, beforeEach, afterEach } = globalThis as unknown as Mocha;
