/** What was wrong with an option. */
export interface BadOption {
  readonly name: string;
  /** What was given, in a few words; never a secret. */
  readonly got: string;
}

/** A guard that was set up wrongly. Thrown while the server starts, never because of what a caller sent. */
export class GuardError extends Error {
  readonly code: string;
  /** What to do about it, one sentence. */
  readonly hint: string;
  /** The option that cannot be used, where it was one. */
  readonly option: BadOption | undefined;

  constructor(code: string, message: string, hint: string, option?: BadOption) {
    super(message);
    this.name = 'GuardError';
    this.code = code;
    this.hint = hint;
    this.option = option;
  }
}
