// The grammar: from the concepts of a sentence, what it says of what.
import type { Entries, Tag } from './entries.ts';
import type { Concept, State, Thing } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** What a sentence says: a thing, its state, whether it is denied, and where in the text it stands. */
export interface Statement {
  readonly thing: Thing | 'it';
  readonly state: State;
  /** Whether the opposite is said: "valid" of a token under `wrong`. */
  readonly denied: boolean;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

export interface Reading {
  readonly tokens: readonly Token[];
  readonly tags: readonly SaidTag[];
  readonly statements: readonly Statement[];
}

/** A concept as it is said there: turned by the words around it. */
export interface SaidTag extends Tag {
  readonly denied: boolean;
}

/** Words behind which stands what a thing is for, not the thing itself: "a key is required for writes". */
const WHAT_FOR: ReadonlySet<string> = new Set([
  'for',
  'fur',
  'pour',
  'para',
  'per',
  'voor',
  'til',
  'dla',
  'pro',
  '\u0434\u043b\u044f',
]);

/** Words before a state within which "not" turns it. */
const REACH = 3;

/** What a text says. */
export function read(text: string, entries: Entries): Reading {
  const tokens = tokensOf(text, entries.known);
  const tags = entries.tag(tokens);
  const said = tags.map((tag) => ({
    ...tag,
    denied: tag.opposite !== (tag.part !== 'mark' && negated(tag, tags, tokens)),
  }));
  return { tokens, tags: said, statements: statementsOf(said, tokens) };
}

function negated(tag: Tag, tags: readonly Tag[], tokens: readonly Token[]): boolean {
  const { clause } = tokens[tag.from]!;
  return tags.some(
    (mark) =>
      mark.concept === 'not' &&
      mark.to <= tag.from &&
      mark.to + REACH > tag.from &&
      tokens[mark.from]!.clause === clause,
  );
}

/** What a text says, from its concepts. */
export function statementsOf(tags: readonly SaidTag[], tokens: readonly Token[]): readonly Statement[] {
  const things = tags.filter(({ part }) => part === 'thing');
  const found = new Map<string, Statement>();
  for (const state of tags) {
    if (state.part !== 'state') continue;
    const about = subjectsOf(state, things, tokens);
    const { sentence } = tokens[state.from]!;
    for (const thing of about.length ? about : [undefined]) {
      const [first, last] = [Math.min(thing?.from ?? state.from, state.from), Math.max(thing?.to ?? 0, state.to) - 1];
      const statement: Statement = {
        thing: (thing?.concept as Thing | undefined) ?? 'it',
        state: state.concept as State,
        denied: state.denied,
        start: tokens[first]!.start,
        end: tokens[last]!.end,
        sentence,
      };
      const key = `${statement.thing}.${statement.state}.${statement.denied}.${sentence}`;
      if (!found.has(key)) found.set(key, statement);
    }
  }
  return [...found.values()];
}

/** The things that a state is said of: right behind it ("invalid token"), else before it ("the token has expired"), else behind it. */
function subjectsOf(state: Tag, things: readonly SaidTag[], tokens: readonly Token[]): readonly SaidTag[] {
  const { clause, sentence } = tokens[state.from]!;
  const apart = things.filter((thing) => thing.to <= state.from || thing.from >= state.to);
  const behind = apart.filter((thing) => thing.from >= state.to && tokens[thing.from]!.clause === clause);
  const close = behind.filter(
    (thing) => thing.from - state.to < 2 && !(thing.from > state.to && WHAT_FOR.has(tokens[state.to]!.text)),
  );
  if (close.length) return nearest(close, (thing) => thing.from - state.to);
  const before = apart.filter((thing) => thing.to <= state.from && tokens[thing.from]!.sentence === sentence);
  const same = before.filter((thing) => tokens[thing.from]!.clause === clause);
  const chosen = same.length ? same : before;
  if (chosen.length) return nearest(chosen, (thing) => state.from - thing.to);
  return nearest(behind, (thing) => thing.from - state.to);
}

function nearest(tags: readonly SaidTag[], distance: (tag: SaidTag) => number): readonly SaidTag[] {
  const least = Math.min(...tags.map(distance));
  return tags.filter((tag) => distance(tag) === least);
}

/** A concept with the sign that it is said with. */
export function signed({ concept, denied }: { readonly concept: Concept; readonly denied: boolean }): string {
  return denied ? `-${concept}` : concept;
}
