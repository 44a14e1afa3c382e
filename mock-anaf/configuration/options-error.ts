/** The options cannot be used. The message lists every problem. */
export class OptionsError extends TypeError {
  override readonly name = 'OptionsError';
  readonly code = 'options';
}
