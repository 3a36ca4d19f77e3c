export type InputErrorCode =
  | 'EMPTY_INPUT'
  | 'NOT_HTTP'
  | 'UNKNOWN_OPTION'
  | 'UNSUPPORTED_OPTION'
  | 'MISSING_VALUE'
  | 'BAD_VALUE'
  | 'UNREADABLE_FILE'
  | 'MALFORMED'
  | 'NO_URL';

/**
 * Input that cannot be read. `message` is one sentence: what, and where. `hint` says what to do.
 * `caret` points into the user's own text, so that a report can show the spot.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly code: InputErrorCode;
  readonly hint: string | undefined;
  readonly caret: { readonly text: string; readonly at: number; readonly length: number } | undefined;

  constructor(
    code: InputErrorCode,
    message: string,
    more: { hint?: string; caret?: { text: string; at: number; length: number } } = {},
  ) {
    super(message);
    this.code = code;
    this.hint = more.hint;
    this.caret = more.caret;
  }
}
