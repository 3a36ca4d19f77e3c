/**
 * What may be kept and shown of a request and of an author's texts. A record is not taken whole and then searched for
 * secrets: it is made of named fields, a path of segments whose shape no secret has, and sentences of ours. Only what
 * others wrote into such a sentence passes `plain`. Each text is cut before it is read, and each expression is one run
 * of one class of characters, so that the cost is linear, however the text was made.
 */

/** Characters that end a line or move a cursor. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** Characters that reorder what a reader sees, or hide in it (Unicode TR36). */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;
const USER_INFO = /:\/\/[^\s/@]{1,200}@/g;
const AUTHORIZATION = /\b(Bearer|Basic) [^ ,;]{1,600}/gi;
const NAMED =
  /\b(passw(?:or)?d|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|authorization)(["']?[=:] ?["']?)[^\s&;,"']{1,600}/gi;
const LONG_WORD = /[\w.~+%-]{25,}/g;
const WORD_END = /[\w.~+%/=-]/;

/** Text made safe to store and to show: one line, bounded, no secrets. */
export function plain(text: unknown, most = 300): string {
  const whole = String(text);
  const cut = cutAtWord(whole, most * 2);
  const clean = lineOf(cut)
    .replace(USER_INFO, '://(credentials)@')
    .replace(AUTHORIZATION, '$1 (credentials)')
    .replace(NAMED, '$1$2(credentials)')
    .replace(LONG_WORD, withoutSecret);
  return clean.length > most || cut.length < whole.length ? `${clean.slice(0, most - 1)}…` : clean;
}

/** Text that somebody else wrote about a request, such as an error's: shorter words are taken for secrets too. */
export function foreign(text: string): string {
  return plain(text).replace(/[\w+%-]{12,}={0,2}/g, (word) => (looksOpaque(word) ? `${word.slice(0, 4)}…` : word));
}

/** Parts of words as people and programs write them: `orderBy`, `ECONNREFUSED`, `2026`, `v2`. */
const PART = /^(?:[A-Z]?[a-z]{1,24}(?:[A-Z][a-z]{1,24}){0,4}|[A-Z]{1,24}|\d{1,4}|[A-Za-z]{1,10}\d{1,3}|)$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d$/;

/** Whether a word is none that a person would write: letters and digits mixed, hexadecimal, capitals within. */
function looksOpaque(word: string): boolean {
  if (word.length < 12 || UUID.test(word) || TIME.test(word)) return false;
  return /^(?:[0-9a-f]+|\d+)$/i.test(word) || !word.split(/[-_+%=]/).every((part) => PART.test(part));
}

/** A name that the server knows, such as a caller's: one line and bounded, but whole. */
export function nameLine(text: string, most: number): string {
  const clean = lineOf(text.slice(0, most * 2));
  return clean.length > most ? `${clean.slice(0, most - 1)}…` : clean;
}

function lineOf(text: string): string {
  return text.replace(CONTROL, ' ').replace(INVISIBLE, '');
}

/** Cuts before the word that the bound falls into: a part of a secret no longer looks like one. */
function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most;
  while (end > 0 && WORD_END.test(text[end - 1]!)) end--;
  return text.slice(0, end);
}

const TOKEN = /^[\w-]{8,}\.[\w-]{8,}\.[\w-]*$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function withoutSecret(word: string): string {
  if (word.length > 60 && TOKEN.test(word)) return '(token)';
  return word.split('.').map(hideOpaque).join('.');
}

/** Letters and digits mixed as no person writes them. */
function hideOpaque(part: string): string {
  const isOpaque = part.length >= 25 && /\d/.test(part) && /[A-Za-z]/.test(part) && !UUID.test(part);
  return isOpaque || part.length > 60 ? `${part.slice(0, 4)}…` : part;
}

const MOST_PATH = 500;
const MOST_NAMES = 30;

/** A request target without what may be secret: segments of a shape that routes and ids have, and names of the query. */
export function redactTarget(target: string): string {
  const isCut = target.length > MOST_PATH;
  const cut = isCut ? target.slice(0, MOST_PATH) : target;
  const mark = cut.indexOf('?');
  const segments = (mark < 0 ? cut : cut.slice(0, mark)).split('/');
  if (isCut && mark < 0) segments[segments.length - 1] = '…';
  const path = segments.map(redactSegment).join('/');
  if (mark < 0) return path;
  const pairs = cut.slice(mark + 1).split('&');
  const names = (isCut ? pairs.slice(0, -1) : pairs).slice(0, MOST_NAMES).map(nameOfPair);
  return `${path}?${names.join('&')}`;
}

/** Words as routes are named by (`posts`, `getById`, `sign-in`, `v2`), numbers, UUIDs. */
const WORD =
  /^(?:[A-Z]?[a-z]{1,24}(?:[A-Z][a-z]{2,24}){0,4}(?:[A-Z][a-z])?|[A-Z]{1,12})(?:[-_.~][A-Za-z]?[a-z]{1,24}){0,5}\d{0,3}$/;
const NUMBER = /^\d{1,12}$/;

function redactSegment(segment: string): string {
  if (segment === '' || WORD.test(segment) || NUMBER.test(segment) || UUID.test(segment)) return segment;
  return segment.length >= 24 && /^[\w-]{4}/.test(segment) ? `${segment.slice(0, 4)}…` : '…';
}

/** Whether what stands where a name does is a value: opaque, or base64 whose padding looks like the sign after a name. */
function isValue(name: string, pair: string): boolean {
  return /^=+$/.test(pair.slice(name.length)) ? !WORD.test(name) : name.split(/[.[\]]/).some(looksOpaque);
}

/** The name of a parameter; what stands alone may be a value. */
function nameOfPair(pair: string): string {
  const name = pair.split('=', 1)[0]!;
  const isName = name === pair ? WORD.test(name) : /^[A-Za-z_][\w.[\]-]{0,39}$/.test(name) && !isValue(name, pair);
  return name === '' || isName ? name : '…';
}
