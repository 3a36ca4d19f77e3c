// A text as its reader sees it: without the tags, comments and unseen characters that part the letters of a word, its entities
// read. Whether a word is harmless is judged of that as well as of how it is written.
import { entityOf } from './decode.ts';

/** The text that is seen, and where each of its characters is written. */
export interface Seen {
  readonly text: string;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  /** Whether a run of it is written in another way than it is seen. */
  readonly differs: (start: number, end: number) => boolean;
}

const PART =
  /<!--|<[!?][^<>]{0,500}>|<\/?(?!redacted)([a-z][^\s<>/="']{0,60})(?:"[^"]{0,500}"|'[^']{0,500}'|[^<>"']){0,600}>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,16});?|[\p{Default_Ignorable_Code_Point}\p{Cf}]+/giu;
/** Elements that part words for the reader too. */
const BLOCK =
  /^(?:address|article|aside|blockquote|body|br|button|center|dd|details|dialog|div|dl|dt|fieldset|figure|footer|form|h[1-6]|head|header|hr|html|input|li|link|main|meta|nav|ol|option|p|pre|script|section|select|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)$/i;
/** How far a single character is looked for, over other tags. */
const NEAR = 400;
/** Marks of a character: it is written otherwise; something was taken away before it. */
const SPELLED = 1;
const PARTED = 2;
const UNSEEN = /^[\p{Default_Ignorable_Code_Point}\p{Cf}]*$/u;

/** What the reader sees of a text; undefined where that is how it is written. */
export function asSeen(text: string): Seen | undefined {
  PART.lastIndex = 0;
  if (!/[<&]|[^\x00-\x7f]/.test(text) || !PART.test(text)) return undefined;
  const parts: string[] = [];
  // What is seen is never longer than how it is written.
  const from = new Uint32Array(text.length + 1);
  const to = new Uint32Array(text.length + 1);
  const marks = new Uint8Array(text.length + 1);
  let length = 0;
  let isMarked = false;
  let last = 0;
  const putSame = (start: number, end: number): void => {
    parts.push(text.slice(start, end));
    for (let at = start; at < end; at++) {
      from[length] = at;
      to[length++] = at + 1;
    }
  };
  const mark = (how: number): void => {
    marks[length]! |= how;
    isMarked = true;
  };
  PART.lastIndex = 0;
  for (let match = PART.exec(text); match; match = PART.exec(text)) {
    const [found, element] = match;
    const end = found === '<!--' ? commentEnd(text, match.index) : match.index + found.length;
    PART.lastIndex = end;
    const plain = found[0] === '&' ? entityOf(found) : partsWords(text, match.index, end, element) ? '\n' : '';
    if (plain === undefined) continue;
    putSame(last, match.index);
    last = end;
    if (UNSEEN.test(plain)) mark(PARTED);
    else {
      if (plain !== '\n') mark(SPELLED);
      parts.push(plain);
      for (let i = 0; i < plain.length; i++) {
        from[length] = match.index;
        to[length++] = end;
      }
    }
  }
  if (!isMarked) return undefined;
  putSame(last, text.length);
  const differs = (start: number, end: number): boolean => {
    for (let at = start; at < end; at++) if (marks[at]! & SPELLED || (at > start && marks[at]! & PARTED)) return true;
    return false;
  };
  return { text: parts.join(''), from: from.subarray(0, length), to: to.subarray(0, length), differs };
}

/** Where a comment ends (WHATWG HTML, comment start state: `<!-->` is one). */
function commentEnd(text: string, start: number): number {
  const end = text.indexOf('-->', start + 2);
  return end < 0 ? text.length : end + 3;
}

/** Whether an element parts words: not between single characters, which a style may put in one line. */
function partsWords(text: string, start: number, end: number, element = ''): boolean {
  if (!BLOCK.test(element)) return false;
  const before = text.slice(Math.max(0, start - NEAR), start).replace(/(?:<[^<>]*>)+$/, '');
  const after = text.slice(end, end + NEAR).replace(/^(?:<[^<>]*>)+/, '');
  return !(/(?:^|[>\s])[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}](?:[<\s]|$)/u.test(after));
}
