import { startMockAnaf } from 'mock-anaf';

/** Prints the seconds that `startMockAnaf()` takes in a fresh process, with the generation of keys. */
const started = performance.now();
const mock = await startMockAnaf();
console.log((performance.now() - started) / 1000);
process.once('SIGINT', () => void mock.stop());
