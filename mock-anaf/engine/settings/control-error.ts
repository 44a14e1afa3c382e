/** A wish that cannot be fulfilled. The message names the argument in quotes and says what it may be. */
export class ControlError extends TypeError {}
