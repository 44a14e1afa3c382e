import { startMockAnaf } from 'mock-anaf';

/** Prints how many seconds a fresh process waits for `startMockAnaf()`: its first call, keys and all. */
const started = performance.now();
const mock = await startMockAnaf();
console.log((performance.now() - started) / 1000);
process.once('SIGINT', () => void mock.stop());
