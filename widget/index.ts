/** The public API, `spv-authorize`. Importing it registers nothing: call `define()`, or import `spv-authorize/define`. */
export { HttpAdapter, type HttpAdapterOptions } from './adapters/http-adapter.ts';
export { MemoryAdapter, type MemoryAdapterOptions, type MemoryStep } from './adapters/memory-adapter.ts';
export { exampleAnswer, exampleConnection } from './adapters/memory-examples.ts';
export type { SpvAdapter } from './contract/adapter.ts';
export { SpvProblem } from './contract/problem.ts';
export type { EnsuredOutcome } from './controllers/ensured-callers.ts';
export type { MessagesByLanguage } from './controllers/localize.ts';
export { define } from './define-element.ts';
export type * from './events.ts';
export type { Dictionary, Messages } from './locales/dictionary.ts';
export { SpvAuthorize } from './spv-authorize.ts';
