// What is known to be secret, and where it stands in a text: whole or in pieces, in any spelling. One pass over the text,
// whatever the number of secrets: each run of eight characters is looked up among those of all secrets.
import { decodeBase64, looksLikeJwt } from '../model/base64.ts';
import { type Cut, mergeCuts, outsideMasks } from './cuts.ts';
import { type Decoded, undressed, unescaped } from './decode.ts';
import { isAddress, isCommon, isName, isReadable, isSpoken, isTrivial } from './form.ts';
import { MASK } from './mask.ts';
import { urlCuts } from './url.ts';
import { VOCABULARY_TEXT } from './vocabulary.ts';

/** The secrets of one run or one exchange. It only grows. */
export interface Vault {
  /** Remembers a value that was not shown, and what is inside it. */
  learn(value: string): void;
  /** Remembers letters that may be a word: they are known again where they stand by themselves. */
  learnWord(word: string): void;
  /** Shows a text wherever it stands: the host that the user asked. */
  show(text: string): void;
  /** Where something remembered stands in a text. */
  find(text: string): readonly Cut[];
  /** How much it has learned: a text that was cleaned at this size need not be cleaned again. */
  size(): number;
}

/** Characters of a piece by which a secret is known again. */
const PIECE = 8;
/** Shortest secret that is looked for elsewhere. */
const SHORTEST = 4;
/** Longest secret that is looked for as a whole too; what is longer is known by its pieces. */
const LONGEST_WHOLE = 128;
/** Most of one secret that is remembered; of what is longer the beginning and the end. */
const LONGEST = 4096;
/** Most values that are remembered. */
const MOST_VALUES = 20_000;
/** Most pieces that are remembered. */
const MOST_PIECES = 400_000;
const BITS = 20;
/** Escapes within escapes that are undone. */
const LAYERS = 3;

/** A document, or a piece of one, and no value: its signs stand in any text of that kind. */
const STRUCTURED = /^\s{0,20}[[{<]|\n|["'\]}]\s{0,3}[:,}\]]|[:,=]\s{0,3}["'[{]|<\/?[a-z]/i;

type Bound = 'any' | 'word' | 'digits';

/** An empty vault; what another one knows is found as well. */
export function newVault(also?: Vault): Vault {
  const values = new Set<string>();
  const shown = new Set<string>();
  const pieces = new Set<string>();
  /** Secrets that are known as a whole. */
  const whole = new Map<string, Bound>();
  /** How long those are that begin with the same characters, the longest first: few at any place of a text, however many are known. */
  const lengths = new Map<string, number[]>();
  const filter = new Uint32Array(2 ** (BITS - 5));

  const mark = (canon: string): void => {
    const bit = hashAt(canon, 0);
    filter[bit >> 5]! |= 1 << (bit & 31);
  };
  const addWhole = (canon: string, bound: Bound): void => {
    if (whole.get(canon) !== 'any') whole.set(canon, bound);
    const start = canon.slice(0, SHORTEST);
    const list = lengths.get(start) ?? [];
    if (!list.includes(canon.length)) {
      list.push(canon.length);
      lengths.set(
        start,
        list.sort((a, b) => b - a),
      );
    }
    mark(canon);
  };
  const addPieces = (text: string, wanted: (at: number) => boolean = () => true): void => {
    const canon = canonical(text);
    for (let i = 0; i + PIECE <= canon.length && pieces.size < MOST_PIECES; i++) {
      const piece = canon.slice(i, i + PIECE);
      if (pieces.has(piece) || /^(.)\1+$/.test(piece) || !wanted(i)) continue;
      // a piece of a word of the trade is no secret: `boundary` in the middle of one
      if (isOfVocabulary(piece)) continue;
      pieces.add(piece);
      mark(piece);
    }
  };
  const addSpellings = (value: string): void => {
    const turned = [...value].reverse().join('');
    if (turned.length >= PIECE) addPieces(turned);
    else addWhole(canonical(turned), 'word');
    const bytes = new TextEncoder().encode(value);
    for (const spelled of [hexOf(bytes), ...base64Of(bytes)])
      if (spelled.length >= PIECE) addPieces(spelled);
      else if (spelled.length >= 5) addWhole(canonical(spelled), 'any');
  };
  const addValue = (value: string): void => {
    const canon = canonical(value);
    const readable = value.split(/\s+/).every(isReadable);
    const bound: Bound = /^\d+$/.test(value) ? 'digits' : readable ? 'word' : 'any';
    if (canon.length <= LONGEST_WHOLE) addWhole(canon, bound);
    if (canon.length >= PIECE) addPieces(value, telling(value));
    addSpellings(value);
  };
  const learnText = (text: string): void => {
    for (const token of text.split(/[\s"'<>()[\]{},;]+/).slice(0, 2000))
      if (token.length >= SHORTEST && !isSpoken(token)) learn(token);
  };
  const learn = (given: string, depth = 0): void => {
    const value = given.trim().replace(MASK, ' ').trim();
    if (value.length < SHORTEST || isTrivial(value) || isCommon(value) || isPublic(value) || values.has(value)) return;
    if (values.size > MOST_VALUES) return;
    values.add(value);
    // of a URL the parts that are hidden in it: the others stand in many
    if (/^https?:\/\//i.test(value)) {
      addWhole(canonical(value), 'any');
      for (const cut of urlCuts(value)) learn(cut.value ?? value.slice(cut.start, cut.end), depth + 1);
      return;
    }
    const words = value.split(/\s+/).length;
    if (value.length > LONGEST) {
      addPieces(value.slice(0, LONGEST));
      addPieces(value.slice(-LONGEST / 4));
      learnText(value.slice(0, LONGEST * 4));
      return;
    }
    // what has a structure of its own is known by its parts: its signs stand in any text of that kind
    if (words > 6 || (words > 1 && value.length > 80) || (value.length > 16 && STRUCTURED.test(value))) {
      addWhole(canonical(value.slice(0, 64)), 'any');
      learnText(value);
      return;
    }
    addValue(value);
    if (depth > 2) return;
    for (const inner of insideOf(value)) learn(inner, depth + 1);
  };

  const scan = (text: string, found: Cut[], map: (at: number) => number): void => {
    const canon = canonical(text);
    const last = canon.length - SHORTEST;
    for (let i = 0; i <= last; i++) {
      const bit = hashAt(canon, i);
      if (!((filter[bit >> 5]! >>> (bit & 31)) & 1)) continue;
      let end = pieces.has(canon.slice(i, i + PIECE)) ? i + PIECE : 0;
      for (const length of lengths.get(canon.slice(i, i + SHORTEST)) ?? []) {
        const bound = length > end - i ? whole.get(canon.slice(i, i + length)) : undefined;
        if (bound === undefined || !bounded(canon, i, i + length, bound)) continue;
        end = i + length;
        break;
      }
      if (end > 0) push(found, map(i), map(end));
    }
  };
  const scanUndressed = (text: string, found: Cut[], map: (at: number) => number): void => {
    const layer = undressed(text);
    if (layer) scan(layer.text, found, (i) => map(layer.at[i]!));
  };
  return {
    learn: (value) => learn(value),
    learnWord(word) {
      const canon = canonical(word);
      if (word.length < SHORTEST || isCommon(word) || values.size > MOST_VALUES || whole.has(canon)) return;
      values.add(word);
      addWhole(canon, 'word');
    },
    show: (text) => {
      if (text.length >= SHORTEST && shown.size < 1000) shown.add(text.toLowerCase());
    },
    size: () => values.size + (also?.size() ?? 0),
    find(text) {
      const known = also?.find(text) ?? [];
      if (values.size === 0) return outsideMasks(text, outside(text, known, shown));
      const found: Cut[] = [...known];
      scan(text, found, (at) => at);
      scanUndressed(text, found, (at) => at);
      let layer = unescaped(text);
      for (let n = 0; layer && n < LAYERS; n++) {
        const { text: plain, at }: Decoded = layer;
        scan(plain, found, (i) => at[i]!);
        scanUndressed(plain, found, (i) => at[i]!);
        const next = unescaped(plain);
        layer = next && { text: next.text, at: next.at.map((i) => at[i]!) };
      }
      return outsideMasks(text, outside(text, mergeCuts(found), shown));
    },
  };
}

let vocabulary: Set<string> | undefined;

/** Whether a piece of letters stands in the words of the trade: there are thousands of pieces to ask about. */
function isOfVocabulary(piece: string): boolean {
  if (!vocabulary) {
    vocabulary = new Set();
    for (let i = 0; i + PIECE <= VOCABULARY_TEXT.length; i++) vocabulary.add(VOCABULARY_TEXT.slice(i, i + PIECE));
  }
  return vocabulary.has(piece) && /^[a-z]+$/.test(piece);
}

/** Cuts that follow on one another as one while they are found, so that a long secret is one mask. */
function push(found: Cut[], start: number, end: number): void {
  const last = found.at(-1);
  if (last && start <= last.end && start >= last.start) {
    if (end > last.end) found[found.length - 1] = { start: last.start, end };
  } else found.push({ start, end });
}

/** Without the cuts that lie within what is shown. */
function outside(text: string, cuts: readonly Cut[], shown: ReadonlySet<string>): readonly Cut[] {
  if (!cuts.length || !shown.size) return cuts;
  const lower = text.toLowerCase();
  const open: Cut[] = [];
  for (const one of shown)
    for (let at = lower.indexOf(one); at >= 0; at = lower.indexOf(one, at + one.length))
      open.push({ start: at, end: at + one.length });
  return open.length
    ? cuts.filter((cut) => !open.some(({ start, end }) => cut.start >= start && cut.end <= end))
    : cuts;
}

/** One spelling for what base64 and base64url, and upper and lower case, spell otherwise. As long as the text. */
function canonical(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : text.replace(/[A-Z]/g, (ch) => ch.toLowerCase());
  return same.replaceAll('-', '+').replaceAll('_', '/');
}

function hashAt(canon: string, i: number): number {
  let h = canon.charCodeAt(i);
  h = (Math.imul(h, 31) + canon.charCodeAt(i + 1)) | 0;
  h = (Math.imul(h, 8191) + canon.charCodeAt(i + 2)) | 0;
  h = (Math.imul(h, 131) + canon.charCodeAt(i + 3)) | 0;
  h ^= h >>> 15;
  return Math.imul(h, 0x2c1b3c6d) >>> (32 - BITS);
}

/**
 * Which pieces of a value tell of it: those that reach into a key, or into a long word that is none of the trade's; of words alone
 * also those that reach over their ends. `us-east-1` in a credential's scope is the name of a region wherever it stands.
 */
function telling(value: string): (at: number) => boolean {
  const runs = [...value.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const keys = runs.filter(([run]) => isKey(run));
  const inside = new Uint8Array(value.length + 1);
  for (const { 0: run, index } of [...keys, ...runs.filter(([run]) => run.length >= PIECE && !isCommon(run))])
    inside.fill(1, index, index + run.length);
  const upTo = new Uint32Array(value.length + 1);
  for (let i = 0; i < value.length; i++) upTo[i + 1] = upTo[i]! + inside[i]!;
  return (at) =>
    upTo[Math.min(at + PIECE, value.length)]! - upTo[at]! >= PIECE / 2 ||
    (!keys.length && /[\p{L}\d][^\p{L}\d]+[\p{L}\d]/u.test(value.slice(at, at + PIECE)));
}

/** A word is known again where it stands by itself: `rest` is not in `restricted`. */
function bounded(canon: string, start: number, end: number, bound: Bound): boolean {
  if (bound === 'any') return true;
  const inside = bound === 'digits' ? /\d/ : /[\p{L}\d]/u;
  return !(start > 0 && inside.test(canon[start - 1]!)) && !(end < canon.length && inside.test(canon[end]!));
}

/** Values that many a message holds: types, languages, addresses. */
function isPublic(value: string): boolean {
  return (
    isAddress(value) ||
    /^[a-z]{2,3}(?:[-_][A-Z][A-Za-z]{1,3}){0,2}$/.test(value) ||
    /^(?:https?|wss?|ftp):?\/?\/?$/i.test(value) ||
    /^(?:text|application|image|audio|video|font|multipart)\/[\w.+*-]{1,40}$/.test(value) ||
    /^[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/.test(value)
  );
}

/** What a value holds: its decoded text, the claims of a token, the parts of a pair. */
function insideOf(value: string): readonly string[] {
  const found: string[] = [];
  const plain = unescaped(value)?.text;
  if (plain !== undefined && plain !== value) found.push(plain);
  if (looksLikeJwt(value))
    for (const part of value.split('.').slice(0, 2)) found.push(...stringsOf(decodeBase64(part)));
  else if (value.length >= 8 && /^[\w+/-]+={0,2}$/.test(value)) {
    for (const text of [decodeBase64(value), bytesOf(value)])
      if (text !== undefined && SPEAKABLE.test(text)) found.push(...stringsOf(text));
  }
  // `user:password`, `id.signature`, `prefix_key`: a part of it that is a key by itself
  const parts = value.split(/[\s:.,;|&=/?#@~!$%^*+_<>()[\]{}"'-]+/);
  if (parts.length > 1 && parts.length < 40)
    for (const part of parts) if (part.length >= SHORTEST && isKey(part)) found.push(part);
  const colon = value.indexOf(':');
  if (colon > 0 && !/^[a-z]+:\/\//i.test(value) && !/\s/.test(value.slice(0, colon)))
    found.push(value.slice(colon + 1));
  return found;
}

/** Text of any language, and nothing that no text holds. */
const SPEAKABLE = /^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]{4,}$/;

/** The bytes of a base64 text as Latin-1, where they hold any beyond ASCII. */
function bytesOf(value: string): string | undefined {
  try {
    const bytes = atob(value.replaceAll('-', '+').replaceAll('_', '/'));
    return /[\xa0-\xff]/.test(bytes) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a part is a key by itself: no word, or a number longer than a date. */
function isKey(part: string): boolean {
  return !isReadable(part) || /^\d{10,}$/.test(part);
}

/** The texts of a JSON document that are values, or the text itself. What a claim names openly is not hidden elsewhere. */
function stringsOf(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  try {
    const found: string[] = [];
    const visit = (node: unknown, key: string): void => {
      if (found.length > 200) return;
      if (typeof node === 'string' && !/^(?:iss|aud|scope|scp|scopes|roles?|typ|alg|permissions?)$/.test(key)) {
        if (!isReadable(node) || !isName(node)) found.push(node);
      } else if (node !== null && typeof node === 'object') for (const [k, v] of Object.entries(node)) visit(v, k);
    };
    const document: unknown = JSON.parse(text);
    // a number alone is a text of digits
    if (typeof document !== 'object') return [text];
    visit(document, '');
    return found;
  } catch {
    return [text];
  }
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Base64 of bytes in the middle of others, at each of the three places where they may fall; only what the others do not change. */
function base64Of(bytes: Uint8Array): readonly string[] {
  const first = [0, 2, 3];
  return first.map((drop, before) => {
    const binary = '\0'.repeat(before) + Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    return btoa(binary).slice(drop, Math.floor((binary.length * 8) / 6));
  });
}
