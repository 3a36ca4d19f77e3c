// What is known to be secret, and where it stands in a text: whole or in pieces, in any spelling. One pass over the text,
// whatever the number of secrets: each run of eight characters is looked up among those of all secrets.
import { type Cut, mergeCuts, outsideMasks } from './cuts.ts';
import { type Decoded, undressed, unescaped } from './decode.ts';
import { isAddress, isCommon, isReadable, isSpoken, isTrivial } from './form.ts';
import { insideOf, isKey } from './inside.ts';
import { joined, standsAlone, wholeWords } from './joined.ts';
import { MASK } from './mask.ts';
import { newPieceSet, PIECE, type PieceSet, wordsOf } from './piece-set.ts';
import { base64Of, hexOf } from './spellings.ts';
import { newTextSet } from './text-set.ts';
import { urlCuts } from './url.ts';
import { VOCABULARY_TEXT } from './vocabulary.ts';
import { type Bound, LONGEST_WHOLE, newWholeSet, SHORTEST } from './whole-set.ts';

/** The secrets of one run or one exchange. It only grows. */
export interface Vault {
  /** Remembers a value that was not shown, and what is inside it. */
  learn(value: string): void;
  /** Remembers letters that may be a word: they are known again where they stand by themselves. */
  learnWord(word: string): void;
  /** Shows a text wherever it stands: the host that the user asked. */
  show(text: string): void;
  /** Where something remembered stands in a text; in a document of many texts not where its signs part the letters. */
  find(text: string, isDocument?: boolean): readonly Cut[];
  /** Whether it has learned all of a value, and nothing that it shows holds the value. */
  knows(value: string): boolean;
  /** Says that something was not looked at, or not kept, that may be secret. */
  miss(): void;
  /** Whether something may be secret that it does not know: then only words of the trade are known to be none. */
  isPartial(): boolean;
  /** How much it has learned, and shows: a text that was cleaned at this size need not be cleaned again. */
  size(): number;
}

/** Most of one secret that is remembered; of what is longer the beginning and the end. */
const LONGEST = 4096;
/** Most values that are remembered. */
const MOST_VALUES = 100_000;
/** Most pieces that are remembered; what comes then is known as a whole. */
const MOST_PIECES = 400_000;
const BITS = 22;
/** Shortest secret that is looked for where something parts its letters. */
const SHORTEST_PARTED = 6;
/** Letters that words have in the middle. */
const LEAST_WORD = 3;
/** Escapes within escapes that are undone. */
const LAYERS = 3;
/** Texts whose secrets are kept beside them: long ones, of which a report shows many parts. */
const LONG_TEXT = 2000;
const MOST_TEXTS = 16;
/** Characters that are looked through at a time. */
const WINDOW = 262_144;

/** A document, or a piece of one, and no value: its signs stand in any text of that kind. */
const STRUCTURED = /^\s{0,20}[[{<]|\n|["'\]}]\s{0,3}[:,}\]]|[:,=]\s{0,3}["'[{]|<\/?[a-z]/i;

/** An empty vault; what another one knows is found as well, and is not learned again. */
export function newVault(also?: Vault): Vault {
  const values = newTextSet();
  /** What was given to learn, of use or not: it need not be looked at again. */
  const given = newTextSet();
  /** Values that came when no more pieces were remembered. */
  const partly = newTextSet();
  let missed = false;
  const shown = new Set<string>();
  const pieces = newPieceSet();
  const whole = newWholeSet();
  // made when there is something to mark: beside another vault there often is nothing
  let filter = new Uint32Array(0);
  const kept = newKept();

  const mark = (word: number): void => {
    if (filter.length === 0) filter = new Uint32Array(2 ** (BITS - 5));
    const bit = bitOf(word);
    filter[bit >> 5]! |= 1 << (bit & 31);
  };
  const addWhole = (canon: string, bound: Bound): void => {
    for (let at = 0; at === 0 || at + SHORTEST <= canon.length; at += LONGEST_WHOLE) {
      const part = canon.slice(at, at + LONGEST_WHOLE);
      whole.add(part, bound);
      mark(wordsOf(part.slice(0, SHORTEST))[0]!);
    }
  };
  const addPieces = (text: string, wanted?: (at: number) => boolean): void => {
    const canon = canonical(text);
    const words = wordsOf(canon);
    /** Where the characters began that are all the same up to the end of the piece. */
    let same = 0;
    for (let end = 1; end < canon.length && pieces.size() < MOST_PIECES; end++) {
      if (canon.charCodeAt(end) !== canon.charCodeAt(end - 1)) same = end;
      const i = end - PIECE + 1;
      if (i < 0 || same <= i || (wanted && !wanted(i))) continue;
      // a piece of a word of the trade is no secret: `boundary` in the middle of one
      if (isOfVocabulary(words[i]!, words[i + PIECE / 2]!)) continue;
      if (pieces.add(words[i]!, words[i + PIECE / 2]!)) mark(words[i]!);
    }
    if (pieces.size() >= MOST_PIECES) addWhole(canon, 'any');
  };
  const addSpellings = (value: string): void => {
    const turned = [...value].reverse().join('');
    if (turned.length >= PIECE) addPieces(turned);
    // a short word may be another word when it is turned round
    else if (!isReadable(turned)) addWhole(canonical(turned), 'word');
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
    const layer = joined(value);
    if (layer && layer.text.length >= PIECE) {
      const wanted = telling(value);
      addPieces(layer.text, (at) => wanted(layer.at[at]!));
    }
    if (layer && layer.text.length >= SHORTEST_PARTED && layer.text.length <= LONGEST_WHOLE)
      addWhole(canonical(layer.text), bound);
    addSpellings(value);
  };
  const learnText = (text: string): void => {
    for (const token of text.split(/[\s"'<>()[\]{},;]+/).slice(0, 2000))
      if (token.length >= SHORTEST && !isSpoken(token)) learn(token);
  };
  const isFull = (): boolean => {
    if (values.size() >= MOST_VALUES) missed = true;
    return values.size() >= MOST_VALUES;
  };
  const learn = (text: string, depth = 0): void => {
    if (given.size() > MOST_VALUES ? given.has(text) : !given.add(text)) return;
    const value = text.trim().replace(MASK, ' ').trim();
    if (value.length < SHORTEST || values.has(value) || also?.knows(value)) return;
    if (isTrivial(value) || isCommon(value) || isPublic(value)) return;
    if (isFull()) return;
    values.add(value);
    remember(value, depth);
    if (pieces.size() >= MOST_PIECES) partly.add(value);
  };
  const remember = (value: string, depth: number): void => {
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

  // a long text window by window: the numbers of its places take four times its memory
  const scan = (text: string, found: Cut[], map: (at: number) => number): void => {
    for (let from = 0; from < text.length; from += WINDOW) {
      const before = Math.min(from, 1);
      const canon = canonical(text.slice(from - before, from + WINDOW + LONGEST_WHOLE + 1));
      scanWindow(canon, before, found, (at) => map(from - before + at));
    }
  };
  const scanWindow = (canon: string, start: number, found: Cut[], map: (at: number) => number): void => {
    const words = wordsOf(canon);
    for (let i = start; i < words.length; i++) {
      const word = words[i]!;
      const bit = bitOf(word);
      if (!((filter[bit >> 5]! >>> (bit & 31)) & 1)) continue;
      let end = i + PIECE / 2 < words.length && pieces.has(word, words[i + PIECE / 2]!) ? i + PIECE : 0;
      end = Math.max(end, whole.endAt(canon, i, word));
      if (end > 0) push(found, map(i), map(end));
    }
  };
  /** The same without what parts the letters. Words of the trade that stand side by side are no secret for that. */
  const scanJoined = (text: string, found: Cut[], map: (at: number) => number): void => {
    for (let from = 0; from < text.length; from += WINDOW) {
      const before = Math.min(from, 2 * LONGEST_WHOLE);
      const part = text.slice(from - before, from + WINDOW);
      const layer = joined(part);
      if (!layer) continue;
      const { at } = layer;
      const canon = canonical(layer.text);
      const words = wordsOf(canon);
      const isBounded = (_: string, start: number, end: number): boolean =>
        end - start >= SHORTEST_PARTED && standsAlone(part, at[start]!, at[end - 1]! + 1);
      for (let i = 0; i < words.length; i++) {
        const word = words[i]!;
        const bit = bitOf(word);
        if (!((filter[bit >> 5]! >>> (bit & 31)) & 1)) continue;
        let end = i + PIECE / 2 < words.length && pieces.has(word, words[i + PIECE / 2]!) ? i + PIECE : 0;
        end = Math.max(end, whole.endAt(canon, i, word, isBounded));
        if (end === 0) continue;
        const [start, stop] = [at[i]!, at[end - 1]! + 1];
        if (stop - start === end - i || areWords(wholeWords(part, start, stop))) continue;
        push(found, map(from - before + start), map(from - before + stop));
      }
    }
  };
  const scanLayer = (text: string, isDocument: boolean, found: Cut[], map: (at: number) => number): void => {
    scan(text, found, map);
    if (!isDocument) scanJoined(text, found, map);
    const layer = undressed(text);
    if (!layer) return;
    scan(layer.text, found, (i) => map(layer.at[i]!));
    if (!isDocument) scanJoined(layer.text, found, (i) => map(layer.at[i]!));
  };
  const find = (text: string, isDocument = false): readonly Cut[] => {
    const known = also?.find(text, isDocument) ?? [];
    if (filter.length === 0) return outsideMasks(text, outside(text, known, shown));
    const found: Cut[] = [...known];
    scanLayer(text, isDocument, found, (at) => at);
    let layer = unescaped(text);
    for (let n = 0; layer && n < LAYERS; n++) {
      const { text: plain, at }: Decoded = layer;
      scanLayer(plain, isDocument, found, (i) => at[i]!);
      const next = unescaped(plain);
      layer = next && { text: next.text, at: next.at.map((i) => at[i]!) };
    }
    return outsideMasks(text, outside(text, mergeCuts(found), shown));
  };
  const size = (): number => values.size() + shown.size + (also?.size() ?? 0);
  return {
    learn: (value) => learn(value),
    learnWord(word) {
      const canon = canonical(word);
      if (word.length < SHORTEST || isCommon(word) || whole.has(canon) || isFull()) return;
      values.add(word);
      addWhole(canon, 'word');
    },
    show: (text) => {
      if (text.length >= SHORTEST && shown.size < 1000) shown.add(text.toLowerCase());
    },
    knows(value) {
      if (!values.has(value) || partly.has(value)) return false;
      const lower = value.toLowerCase();
      for (const one of shown) if (one.includes(lower)) return false;
      return true;
    },
    miss: () => {
      missed = true;
    },
    isPartial: () => missed || also?.isPartial() === true,
    size,
    find: (text, isDocument) =>
      isDocument || text.length < LONG_TEXT ? find(text, isDocument) : kept(text, size(), find),
  };
}

/** Keeps what was found in the last long texts, as long as nothing is learned. */
function newKept(): (text: string, size: number, find: (text: string) => readonly Cut[]) => readonly Cut[] {
  const texts = new Map<string, readonly Cut[]>();
  let last = -1;
  return (text, size, find) => {
    if (size !== last) texts.clear();
    last = size;
    let cuts = texts.get(text);
    if (!cuts) {
      cuts = find(text);
      if (texts.size >= MOST_TEXTS) texts.clear();
      texts.set(text, cuts);
    }
    return cuts;
  };
}

/** Whether these are words of the trade side by side, and no letters that something parts. */
function areWords(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.join('').length >= words.length * LEAST_WORD && isCommon(text);
}

let vocabulary: PieceSet | undefined;

/** Whether a piece of letters stands in the words of the trade: there are thousands of pieces to ask about. */
function isOfVocabulary(first: number, second: number): boolean {
  if (!vocabulary) {
    vocabulary = newPieceSet();
    const words = wordsOf(VOCABULARY_TEXT);
    for (const { 0: letters, index } of VOCABULARY_TEXT.matchAll(/[a-z]{8,}/g))
      for (let i = index; i + PIECE <= index + letters.length; i++) vocabulary.add(words[i]!, words[i + PIECE / 2]!);
  }
  return vocabulary.has(first, second);
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

function bitOf(word: number): number {
  return Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) >>> (32 - BITS);
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
