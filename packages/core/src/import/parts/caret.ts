import { InputError, type InputErrorCode } from '../../model/errors.ts';
import { visible } from '../../model/unseen.ts';

const WINDOW = 76;

/** The line around a place in a text, cut to what fits on a terminal, with the place in it. */
function caretAt(text: string, at: number, length: number): { text: string; at: number; length: number } {
  const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 ? text.length : newline;
  const start = at - lineStart > WINDOW - 20 ? at - 20 : lineStart;
  const end = Math.min(lineEnd, start + WINDOW);
  const cut = text.slice(start, end);
  const place = Math.min(at - start, cut.length);
  return { text: cut, at: place, length: Math.max(1, Math.min(length, cut.length - place)) };
}

/** An error with the spot in the user's own text. */
export function errorAt(
  code: InputErrorCode,
  message: string,
  place: { readonly text: string; readonly at: number; readonly length: number },
  hint?: string,
): InputError {
  return new InputError(code, message, {
    ...(hint === undefined ? {} : { hint }),
    caret: caretAt(place.text, place.at, place.length),
  });
}

/** Text from outside, made short and safe to show in a message. */
export function quoteShort(text: string, most = 60): string {
  const plain = visible(text);
  return plain.length > most ? `${plain.slice(0, most - 1)}…` : plain;
}
