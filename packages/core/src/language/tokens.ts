// A text as words with their places. Codes in any case style are words too (`INVALID_API_KEY`, `tokenExpired`, `auth.token-missing`);
// scripts that set no spaces are cut by the lexicon, longest entry first, and what it does not know into pairs of characters.

/** One word of a text, in the form in which words are compared: lower case, without accents. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Number of the sentence, and of the clause in the whole text, that it stands in. */
  readonly sentence: number;
  readonly clause: number;
  /** Stands behind a quotation mark: a name, whose words say little by themselves. */
  readonly quoted: boolean;
}

/** Length of the longest entry that a run of an unspaced script holds at this place; 0 for none. */
export type Known = (run: string, at: number) => number;

const MOST = 400;
const LONGEST = 6000;
// a run of letters, with the end of "don't", or of digits
const RUN = /[\p{L}\p{M}]+(?:['\u2019](?:t|s|re|ve|ll|d|m)(?!\p{L}))?|\d+/giu;
/** What an address begins with says nothing about transport. */
const ADDRESS = /^https?$/i;
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;
const ENDS_SENTENCE = /[.!?](?:\s|["')\]]|$)|[\n|;{}\u3002\uff01\uff1f\u0964\u061f]/;
const ENDS_CLAUSE = /[,:()\u2014\u2013\uff0c\u3001\uff1a\u060c]|\s-\s/;
const QUOTES = /["'`\u00ab\u201c\u201e\u2018\u300c<]$/;

/** Words of a text, at most 400. */
export function tokensOf(text: string, known: Known): readonly Token[] {
  const found: Token[] = [];
  let sentence = 0;
  let clause = 0;
  let last = 0;
  for (const { 0: word, index } of text.slice(0, LONGEST).matchAll(RUN)) {
    if (ADDRESS.test(word) && /^:\/\/[\w[]/.test(text.slice(index + word.length, index + word.length + 4))) continue;
    const gap = text.slice(last, index);
    if (found.length && ENDS_SENTENCE.test(gap)) {
      sentence++;
      clause++;
    } else if (found.length && ENDS_CLAUSE.test(gap)) clause++;
    // an apostrophe between two letters quotes nothing
    const quoted = QUOTES.test(gap) && (gap.length > 1 || index === 1);
    last = index + word.length;
    const add = (piece: string, start: number): void => {
      found.push({ text: plain(piece), start, end: start + piece.length, sentence, clause, quoted });
    };
    for (const [from, to] of wordsOf(word)) {
      const piece = word.slice(from, to);
      if (SPACELESS.test(piece)) cut(piece, index + from, known, add);
      else add(piece, index + from);
    }
    if (found.length >= MOST) break;
  }
  return found;
}

/** Places of the words in a run: inside a code a capital begins the next one, and another script does. */
function wordsOf(run: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  let from = 0;
  for (let i = 1; i < run.length; i++) {
    const [before, here, behind] = [kindOf(run, i - 1), kindOf(run, i), kindOf(run, i + 1)];
    const begins =
      (before === 'lower' && here === 'upper') ||
      (before === 'upper' && here === 'upper' && behind === 'lower') ||
      (before === 'spaceless') !== (here === 'spaceless');
    if (!begins) continue;
    found.push([from, i]);
    from = i;
  }
  return [...found, [from, run.length]];
}

function kindOf(run: string, at: number): 'upper' | 'lower' | 'spaceless' | 'other' {
  const letter = run[at] ?? '';
  if (SPACELESS.test(letter)) return 'spaceless';
  const small = letter.toLowerCase();
  return small === letter.toUpperCase() ? 'other' : small === letter ? 'lower' : 'upper';
}

function cut(run: string, at: number, known: Known, add: (word: string, start: number) => void): void {
  for (let i = 0; i < run.length; ) {
    const length = known(run, i);
    if (length) add(run.slice(i, i + length), at + i);
    else if (i + 1 < run.length) add(run.slice(i, i + 2), at + i);
    i += length || 1;
  }
}

/** Lower case, without accents, apostrophes straight. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  // Latin and Cyrillic lose their accents, since servers often drop them; in other scripts a mark is a letter of its own
  return /[\u00c0-\u04ff\u1e00-\u1eff\u2019]/.test(lower)
    ? lower
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .normalize('NFC')
        .replace(/[\u0131\u00df\u0142\u0111\u00f8\u2019]/g, (letter) => BARE[letter]!)
    : lower;
}

const BARE: Readonly<Record<string, string>> = { ı: 'i', ß: 'ss', ł: 'l', đ: 'd', ø: 'o', '\u2019': "'" };
