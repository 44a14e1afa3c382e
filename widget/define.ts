import { define } from './define-element.ts';

define();

export * from './index.ts';
