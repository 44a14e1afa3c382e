/** Invalid argument to a control call. The message names the argument in quotes and says what it may be. */
export class ControlError extends TypeError {
  override readonly name = 'ControlError';
}
