// All languages' entries, filed by their first word so that a text is tagged in one pass.
import type { Concept, Lexicon } from './lexicon.ts';
import { MARKS, STATES, THINGS } from './lexicon.ts';
import { type Known, plain, type Token } from './tokens.ts';

export type Part = 'thing' | 'state' | 'mark';

/** A concept that words of a text stand for. */
export interface Tag {
  readonly concept: Concept;
  readonly part: Part;
  /** Whether the words say the opposite of the concept. */
  readonly opposite: boolean;
  /** The language that the words are of. */
  readonly language: string;
  /** Places of the first word and behind the last one. */
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly open: boolean;
  readonly concept: Concept;
  readonly part: Part;
  readonly opposite: boolean;
  readonly language: string;
}

export interface Entries {
  readonly known: Known;
  tag(tokens: readonly Token[]): readonly Tag[];
}

const PARTS = new Map<Concept, Part>([
  ...THINGS.map((concept) => [concept, 'thing'] as const),
  ...STATES.map((concept) => [concept, 'state'] as const),
  ...MARKS.map((concept) => [concept, 'mark'] as const),
]);
const SPACELESS = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]/;
/** Letters by which entries with an open end are filed, or as many as they have. */
const HEAD = 3;
/** A text is cut between letters and digits, so entries are: "2fa". */
const PIECE = /\d+|\D+/g;

export function makeEntries(lexicons: readonly Lexicon[]): Entries {
  const closed = new Map<string, Entry[]>();
  const open = new Map<string, Entry[]>();
  const runs = new Map<string, string[]>();
  for (const { id, words } of lexicons)
    for (const [concept, list] of Object.entries(words) as [Concept, string][])
      for (const written of list.split(',')) file(entryOf(written.trim(), concept, id), closed, open, runs);
  return { known: (run, at) => longest(run, at, runs), tag: (tokens) => tagged(tokens, closed, open) };
}

function entryOf(written: string, concept: Concept, language: string): Entry {
  const opposite = written.startsWith('-');
  const open = written.endsWith('*');
  const words = plain(written.slice(opposite ? 1 : 0, open ? -1 : undefined))
    .split(/\s+/)
    .flatMap((word) => word.match(PIECE) ?? []);
  return { words, open, concept, part: PARTS.get(concept)!, opposite, language };
}

function file(
  entry: Entry,
  closed: Map<string, Entry[]>,
  open: Map<string, Entry[]>,
  runs: Map<string, string[]>,
): void {
  const [first = ''] = entry.words;
  if (!first) return;
  const single = entry.words.length === 1 && entry.open;
  put(single ? open : closed, single ? first.slice(0, HEAD) : first, entry);
  if (SPACELESS.test(first)) put(runs, first[0]!, first);
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function longest(run: string, at: number, runs: Map<string, string[]>): number {
  let best = 0;
  for (const word of runs.get(run[at]!) ?? []) if (word.length > best && run.startsWith(word, at)) best = word.length;
  return best;
}

function tagged(tokens: readonly Token[], closed: Map<string, Entry[]>, open: Map<string, Entry[]>): readonly Tag[] {
  const found: Tag[] = [];
  tokens.forEach(({ text }, from) => {
    for (const entry of closed.get(text) ?? []) {
      const to = end(entry, tokens, from);
      if (to) found.push({ ...tagOf(entry), from, to });
    }
    for (let letters = 1; letters <= HEAD && letters <= text.length; letters++)
      for (const entry of open.get(text.slice(0, letters)) ?? [])
        if (text.startsWith(entry.words[0]!)) found.push({ ...tagOf(entry), from, to: from + 1 });
  });
  const own = inOneLanguage(found, tokens);
  // the longer entry is the one that is meant: "user agent" is no user
  return own.filter((a) => !own.some((b) => b.from <= a.from && b.to >= a.to && b.to - b.from > a.to - a.from));
}

/**
 * The tags of the language that knows most words of the text, English where several do: a word of one language says another thing in
 * the next ("data"). English words stand in texts of every other script.
 */
function inOneLanguage(tags: readonly Tag[], tokens: readonly Token[]): readonly Tag[] {
  const words = new Map<string, Set<number>>([[ENGLISH, new Set()]]);
  for (const { language, from, to } of tags) {
    const known = words.get(language) ?? new Set();
    words.set(language, known);
    // words of English among those of another script are no sign of English
    if (language !== ENGLISH || !other(tokens, from)) for (let i = from; i < to; i++) known.add(i);
  }
  let best = ENGLISH;
  for (const [language, { size }] of words) if (size > words.get(best)!.size) best = language;
  return tags.filter(
    ({ language, from }) => language === best || (language === ENGLISH && best !== ENGLISH && other(tokens, from)),
  );
}

const ENGLISH = 'en';
const LATIN = /^[\u0000-\u024f]*$/;

/** Whether a word of Latin letters stands among words of another script. */
function other(tokens: readonly Token[], at: number): boolean {
  return LATIN.test(tokens[at]!.text) && tokens.some(({ text }) => !LATIN.test(text));
}

function tagOf({ concept, part, opposite, language }: Entry): Omit<Tag, 'from' | 'to'> {
  return { concept, part, opposite, language };
}

/** Place behind the words of an entry that begins here; 0 where it does not stand here whole, in one sentence. */
function end({ words, open }: Entry, tokens: readonly Token[], from: number): number {
  for (let i = 1; i < words.length; i++) {
    const token = tokens[from + i];
    if (!token || token.sentence !== tokens[from]!.sentence) return 0;
    const last = open && i === words.length - 1;
    if (last ? !token.text.startsWith(words[i]!) : token.text !== words[i]) return 0;
  }
  return from + words.length;
}
