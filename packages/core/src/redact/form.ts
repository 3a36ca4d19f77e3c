// Whether a piece of text is harmless by its form: a word, a small number, a date, an address, a name made of words. Random
// letters are told from words by how usual their triples are in languages.
import { decodePercent } from '../model/http.ts';
import { LETTER_BITS, LETTER_TRIPLES } from './letter-triples.ts';
import { VOCABULARY } from './vocabulary.ts';

let triples: Uint8Array | undefined;

/**
 * Bits that letters need to be a word: what is drawn by chance reaches them the more seldom the longer it is, about one of a
 * hundred at eight letters. A name, an abbreviation or a word of a language not looked at has some less.
 */
const leastBits = (letters: number): number => Math.min(2 * letters - 2, 7 + letters);
const SPOKEN_LESS = 4;
const NAME_LESS = 2;

/** Whether these lower-case letters could be a word: three of them stand side by side as in some language's words. */
function pronounceable(word: string, less = 0): boolean {
  triples ??= Uint8Array.from(atob(LETTER_TRIPLES), (ch) => ch.charCodeAt(0));
  let [a, b, bits] = [0, 0, 0];
  for (let i = 0; i <= word.length; i++) {
    const c = i === word.length ? 0 : word.charCodeAt(i) - 96;
    if (i > 0) {
      const triple = (a * 27 + b) * 27 + c;
      bits += LETTER_BITS[(triples[triple >> 2]! >> ((triple & 3) * 2)) & 3]!;
    }
    [a, b] = [b, c];
  }
  return bits >= leastBits(word.length) - less;
}

const MARKS = /\p{M}/gu;
const LATIN = /^[a-z]+$/;
/** Longest run of letters without a gap that may be a word. */
const LONGEST_WORD = 24;

/** Whether letters of one case are a word, or words of the trade written together (`accessdenied`). */
function isWord(letters: string, less = 0): boolean {
  const lower = letters.toLowerCase();
  if (VOCABULARY.has(lower)) return true;
  if (lower.length > 2 * LONGEST_WORD) return false;
  const plain = LATIN.test(lower)
    ? lower
    : lower.normalize('NFD').replace(MARKS, '').replace(/ß/g, 'ss').replace(/ł/g, 'l');
  // a script without our letters is no alphabet of keys
  if (!/[a-z]/.test(plain)) return lower.length <= LONGEST_WORD;
  if (!LATIN.test(plain)) return false;
  if (plain.length <= 2) return plain.length === 1 || pronounceable(plain);
  return (plain.length <= LONGEST_WORD && (pronounceable(plain, less) || compound(plain))) || joined(plain);
}

/** Whether letters are a word of the trade and another word written together: `postgresql`, `mapbox`. */
function compound(letters: string): boolean {
  for (let at = 3; at <= letters.length - 3; at++) {
    const [first, last] = [letters.slice(0, at), letters.slice(at)];
    if (VOCABULARY.has(first) ? pronounceable(last) : VOCABULARY.has(last) && pronounceable(first)) return true;
  }
  return false;
}

/** Whether a run of letters is made of words of the trade, three letters each at least. */
function joined(letters: string): boolean {
  const ends = new Array<boolean>(letters.length + 1).fill(false);
  ends[0] = true;
  for (let at = 0; at < letters.length; at++) {
    if (!ends[at]) continue;
    for (let end = at + 3; end <= Math.min(letters.length, at + 16); end++)
      if (!ends[end] && VOCABULARY.has(letters.slice(at, end))) ends[end] = true;
  }
  return ends[letters.length]!;
}

/** Whether a run of letters and digits without a gap is readable: words, and at most one short number with them. */
function isPiece(piece: string, less = 0): boolean {
  if (/^\d+$/.test(piece)) return piece.length <= 6;
  if (piece.length <= 3) return true;
  if (VOCABULARY.has(piece.toLowerCase())) return true;
  if (/\d/.test(piece)) {
    // `AADSTS50105`, `E11000`: the code of an error; `24hours`, `sha256`, `oauth2`
    if (/^[A-Z]{1,8}\d{1,7}[A-Z]?$/.test(piece)) return true;
    const parts = /^(\p{L}{2,})\d{1,4}$|^\d{1,4}(\p{L}{1,12})$|^(\p{L}{2,12})\d{1,2}(\p{L}{2,12})$/u.exec(piece);
    return parts !== null && [parts[1], parts[2], parts[3], parts[4]].every((p) => p === undefined || isCased(p, less));
  }
  return isCased(piece, less);
}

function isOneCase(letters: string): boolean {
  return /^\p{L}+$/u.test(letters) && (letters === letters.toLowerCase() || letters === letters.toUpperCase());
}

/** Whether letters are words by their case: one case, a capital first, or words joined by capitals (`getUserById`). */
function isCased(letters: string, less: number): boolean {
  if (isOneCase(letters)) return isWord(letters, less);
  const words = letters.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[^\p{Lu}\p{Ll}]+/gu) ?? [letters];
  const unknown = words.filter((word) => !VOCABULARY.has(word.toLowerCase()));
  const short = unknown.filter((word) => word.length < 3).length;
  // letters drawn from both cases fall into humps of one to three
  const long = unknown.length <= 1 || unknown.every((word) => word.length >= LEAST_HUMP);
  return long && short <= words.length / 4 && words.every((word) => isWord(word, less));
}

/** Letters that each of several words joined by capitals has at least, where it is not of the trade. */
const LEAST_HUMP = 4;

const EPOCH = /^1[5-9]\d{8}(?:\d{3}|\.\d{1,6})?$/;
const DATE =
  /^(?:19|20)\d\d(?:-[01]\d-[0-3]\d|[01]\d[0-3]\d(?=$|T))(?:[T ][0-2]\d:?[0-5]\d(?::?[0-6]\d)?(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)?$/;
const IPV4 = /^(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?(?:\/\d{1,2})?$/;
// of the blocks that are in use, so that a key in groups of four is none
const IPV6 =
  /^\[?(?=(?:[23][0-9a-f]{3}|f[cde][0-9a-f]{2}|0{0,4}|64):|::)(?=[^:]*:[^:]*:)[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}(?:\.\d{1,3}){0,3}\]?(?:%\w{1,10})?(?::\d{1,5})?(?:\/\d{1,3})?$/i;

/** Rights of a file as `ls -l` writes them. */
const RIGHTS = /^[dlcbps?-](?:[r-][w-][xsStT-]){3}[+.@]?$/;

/** Whether a text is an address of the Internet Protocol, or a range of them. */
export function isAddress(text: string): boolean {
  return text.length <= 60 && (IPV4.test(text) || IPV6.test(text));
}

/** Whether a number is a time of these years, where a time is spoken of. */
export function isTime(text: string): boolean {
  return EPOCH.test(text);
}

/** Longest token that may be readable. */
const LONGEST = 300;

/** Whether a token (no white space in it) may be read by anyone: words, small numbers, dates, addresses, names made of these. */
export function isReadable(token: string): boolean {
  return reads(token, 0);
}

function reads(token: string, less: number): boolean {
  if (token.length <= 3) return true;
  if (token.length > LONGEST) return false;
  if (DATE.test(token) || RIGHTS.test(token) || isAddress(token) || VOCABULARY.has(token.toLowerCase())) return true;
  // what is meant is judged, not how it is spelled
  const plain = /%[0-9a-f]{2}/i.test(token) ? decodePercent(token) : token;
  if (plain !== token && !/%[0-9a-f]{2}/i.test(plain)) return plain.split(/\s+/).every((word) => reads(word, less));
  const pieces = piecesOf(token);
  return !isCrumbs(pieces, token) && pieces.every((piece) => isPiece(piece, less));
}

function piecesOf(token: string): readonly string[] {
  return token.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** What is cut into crumbs by its signs, or made of numbers, is no name. */
function isCrumbs(pieces: readonly string[], token = ''): boolean {
  const crumbs = pieces.filter(
    (piece) => piece.length < 3 && !/^\d+$/.test(piece) && !VOCABULARY.has(piece.toLowerCase()),
  );
  const digits = pieces.filter((piece) => /^\d{3,}$/.test(piece));
  const mixed = pieces.filter((piece) => /\d/.test(piece) && /\D/.test(piece) && piece.length <= 3);
  return !(
    (crumbs.join('').length <= 3 || crumbs.length * 3 <= pieces.length) &&
    (digits.length <= 2 || digits.length * 3 <= pieces.length || /^[\d.,]{1,12}$/.test(token)) &&
    mixed.length * 2 <= Math.max(2, pieces.length) &&
    // `XRSJS-JCG8B-VLNT8`: one code may be part of a name, and no more
    pieces.filter(
      (piece) => piece.length > 3 && /\d/.test(piece) && /\D/.test(piece) && !VOCABULARY.has(piece.toLowerCase()),
    ).length <= 1
  );
}

/**
 * Whether a token may be read where it stands in a sentence: there names of products and people, and words of any language, are
 * letters in a usual case; a key is drawn from letters of both cases, and from digits.
 */
export function isSpoken(token: string): boolean {
  return (
    isReadable(token) ||
    (token.length <= LONGEST &&
      piecesOf(token).every((piece) => isNameLike(piece) || isPiece(piece)) &&
      !isCrumbs(piecesOf(token)))
  );
}

function isNameLike(letters: string): boolean {
  if (!/^\p{L}[\p{L}\p{M}]{1,19}$/u.test(letters)) return false;
  const humps = letters.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|[^\p{Lu}\p{Ll}]+/gu) ?? [];
  const usual = humps.length === 1 ? letters.length <= 16 : humps.length <= 4 && letters.length >= humps.length * 2.5;
  return usual && isWord(letters, SPOKEN_LESS);
}

/** Whether every word of a text is one of the trade's. */
export function isCommon(text: string): boolean {
  const pieces = text.toLowerCase().match(/[\p{L}\p{N}]+/gu);
  if (!pieces) return true;
  // `X-CSRF-Token`: a letter beside words
  const words = pieces.filter((piece) => VOCABULARY.has(piece)).length;
  return pieces.every((piece) => VOCABULARY.has(piece) || /^\d{1,3}$/.test(piece) || (piece.length === 1 && words > 0));
}

/** Whether a value says nothing by its form, whatever it is the value of: nothing, yes or no, a number up to three digits. */
export function isTrivial(value: string): boolean {
  const text = value.trim();
  return (
    text.length <= 1 ||
    /^-?\d{1,3}(?:\.\d{1,3})?$/.test(text) ||
    /^(?:true|false|null|undefined|none|nil|yes|no|on|off)$/i.test(text)
  );
}

/** Whether a name (of a header, a parameter, a field) looks like a name and not like a value. */
export function isName(name: string): boolean {
  if (name.length > 100) return false;
  return (
    piecesOf(name).every((piece) => piece.length <= 4 || isPiece(piece, NAME_LESS)) &&
    (name.length <= 12 || reads(name, NAME_LESS))
  );
}
