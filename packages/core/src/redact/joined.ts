// A text without what parts its letters and digits: a password stays one where spaces, signs or line ends break it into pieces.

const QUOTE = 34;
const LESS = 60;

/** The letters and digits of a text, and its quotation marks, and where each of them stands in it. */
export interface Joined {
  readonly text: string;
  readonly at: Uint32Array;
}

/** Whether a unit is a letter or digit, or part of one; signs and spaces of other scripts are not. */
function isLetter(code: number): boolean {
  if (code < 128) return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
  return !(code < 0xc0 || (code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || code === 0xfeff);
}

/** The last character of a tag that begins at a place; the place itself where there is none. */
function tagEnd(text: string, start: number): number {
  if (!/[A-Za-z/!]/.test(text.charAt(start + 1))) return start;
  const end = text.slice(start, start + LONGEST_TAG).indexOf('>');
  return end < 0 ? start : start + end;
}

const LONGEST_TAG = 300;

/** Undefined where nothing parts them. */
export function joined(text: string): Joined | undefined {
  const at = new Uint32Array(text.length);
  const parts: string[] = [];
  let count = 0;
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && isLetter(text.charCodeAt(i))) {
      if (start < 0) start = i;
      at[count++] = i;
    } else {
      if (start >= 0) parts.push(text.slice(start, i));
      start = -1;
      const code = text.charCodeAt(i);
      // what stands in two strings of a document is not one value
      if (code === QUOTE) {
        parts.push('"');
        at[count++] = i;
      }
      if (code === LESS) i = tagEnd(text, i);
    }
  }
  return parts.length > 1 ? { text: parts.join(''), at: at.subarray(0, count) } : undefined;
}

/** A run of a text made longer until it begins and ends with whole words. */
export function wholeWords(text: string, start: number, end: number): string {
  let from = start;
  let to = end;
  while (from > 0 && isLetter(text.charCodeAt(from - 1))) from--;
  while (to < text.length && isLetter(text.charCodeAt(to))) to++;
  return text.slice(from, to);
}

/** Whether a run of a text is no part of longer words. */
export function standsAlone(text: string, start: number, end: number): boolean {
  return !(start > 0 && isLetter(text.charCodeAt(start - 1))) && !(end < text.length && isLetter(text.charCodeAt(end)));
}
