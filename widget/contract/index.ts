/**
 * The contract between the element and a backend, `spv-authorize/contract`. The element and the backend validate with the
 * same schemas.
 */
export * from './adapter.ts';
export * from './attempt.ts';
export * from './authorization.ts';
export * from './diagnose.ts';
export * from './diagnosis.ts';
export * from './failure.ts';
export * from './known-values.ts';
export * from './link.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './result-signal.ts';
