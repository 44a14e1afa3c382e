/** Source of `spv-authorize.min.js`, for pages without a build step. Importing it registers `<spv-authorize>`. */
import { define } from './define-element.ts';

define();

export { HttpAdapter } from './adapters/http-adapter.ts';
export { SpvProblem } from './contract/problem.ts';
export { define } from './define-element.ts';
export { SpvAuthorize } from './spv-authorize.ts';
