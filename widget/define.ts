/** The entry `spv-authorize/define`: everything of `spv-authorize`. Importing it registers `<spv-authorize>`. */
import { define } from './define-element.ts';

define();

export * from './index.ts';
