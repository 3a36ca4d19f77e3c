/** A guard that was set up wrongly. Thrown while the server starts, never because of what a caller sent. */
export class GuardError extends Error {
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly hint: string;

  constructor(code: string, message: string, hint: string) {
    super(message);
    this.name = 'GuardError';
    this.code = code;
    this.hint = hint;
  }
}
