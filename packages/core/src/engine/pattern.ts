// Compiling a pattern costs far more than looking for a word. A large alternation is therefore taken apart into its branches,
// and a branch is compiled only once a text holds the strings without which it cannot match (the idea of RE2's prefilter,
// https://swtch.com/~rsc/regexp/regexp4.html). What matches, and where, stays the same.

/** Of each set a text must hold one string. */
type Needs = readonly (readonly string[])[];

interface Branch {
  readonly source: string;
  readonly needs: Needs;
  regexp?: RegExp;
}

/**
 * A pattern as a bundle keeps it: its branches, so that they need not be made at every start. It stands where a pattern
 * stands that is asked by these functions alone.
 */
export interface Prepared {
  readonly flags: string;
  readonly parts: readonly (readonly [source: string, needs: Needs])[];
}

const known = new WeakMap<RegExp | Prepared, readonly Branch[]>();

/** Where a pattern matches first in a text that is folded to lower case; as `pattern.exec(text)` has it, without groups. */
export function findPattern(pattern: RegExp, text: string): { readonly index: number; readonly 0: string } | undefined {
  let found: RegExpExecArray | undefined;
  for (const branch of branchesOf(pattern)) {
    const hit = may(branch.needs, text) ? compiled(branch, pattern).exec(text) : null;
    // of two that begin at one place the earlier branch wins, as in the whole pattern
    if (hit && (!found || hit.index < found.index)) found = hit;
  }
  return found;
}

/** Whether a pattern matches somewhere in a text that is folded to lower case. */
export function hasPattern(pattern: RegExp, text: string): boolean {
  for (const branch of branchesOf(pattern))
    if (may(branch.needs, text) && compiled(branch, pattern).test(text)) return true;
  return false;
}

/** Strings of which a text in lower case must hold one for the pattern to match: the longest that there are; undefined where nothing is sure. */
export function keyWords(pattern: RegExp | Prepared): readonly string[] | undefined {
  const words: string[] = [];
  for (const { needs } of branchesOf(pattern)) {
    const best = bestOf(needs);
    if (!best) return undefined;
    words.push(...best);
  }
  return words;
}

/**
 * A pattern made ready for a bundle.
 * @public asked by scripts/pack-catalogue.mjs
 */
export function prepare(pattern: RegExp | Prepared): Prepared {
  const parts = branchesOf(pattern).map(({ source, needs }) => [source, needs] as const);
  return { flags: pattern.flags, parts };
}

function may(needs: Needs, text: string): boolean {
  for (const set of needs) {
    let held = false;
    for (let i = 0; i < set.length && !held; i++) held = text.includes(set[i]!);
    if (!held) return false;
  }
  return true;
}

function compiled(branch: Branch, { flags }: RegExp | Prepared): RegExp {
  branch.regexp ??= new RegExp(branch.source, flags);
  return branch.regexp;
}

function branchesOf(pattern: RegExp | Prepared): readonly Branch[] {
  const before = known.get(pattern);
  if (before) return before;
  const branches = 'parts' in pattern ? unpack(pattern) : takeApart(pattern);
  known.set(pattern, branches);
  return branches;
}

function unpack({ parts }: Prepared): readonly Branch[] {
  return parts.map(([source, needs]) => ({ source, needs }));
}

function takeApart({ source, flags }: RegExp): readonly Branch[] {
  // a back reference or another flag may tie branches together: such a pattern stays whole
  const tied = (flags !== '' && flags !== 'i') || /\\[1-9k]/.test(source);
  return tied ? [{ source, needs: [] }] : readBranches(source);
}

/** Alternatives beyond this number cost more to look for than they spare; so do sets beyond the other. */
const MOST_WORDS = 24;
const MOST_SETS = 4;

/** The branches of a source, each with what it needs. One pass, without patterns of its own: this runs cold at every start. */
function readBranches(source: string): readonly Branch[] {
  const end = source.length;
  let i = 0;

  const alternation = (): Branch[] => {
    const branches: Branch[] = [];
    for (;;) {
      const from = i;
      const needs = sequence();
      branches.push({ source: source.slice(from, i), needs });
      if (source.charCodeAt(i) !== BAR) return branches;
      i++;
    }
  };

  const sequence = (): Needs => {
    const sets: (readonly string[])[] = [];
    let run = '';
    const flush = (): void => {
      if (run.length > 1) add(sets, [run]);
      run = '';
    };
    while (i < end) {
      const ch = source.charCodeAt(i);
      if (ch === BAR || ch === CLOSE) break;
      if (ch === CARET || ch === DOLLAR) {
        i++;
      } else if (ch === OPEN) {
        const needs = group();
        flush();
        if (once()) for (const set of needs) add(sets, set);
      } else if (ch === BRACKET) {
        skipClass();
        flush();
        once();
      } else if (ch === BACKSLASH) {
        const next = source.charCodeAt(i + 1);
        if (next === 98 || next === 66) {
          // \b and \B stand between characters
          i += 2;
        } else if (isWord(next)) {
          i += next === 120 ? 4 : next === 117 ? 6 : 2;
          flush();
          once();
        } else {
          i += 2;
          run = literal(run, next, flush);
        }
      } else if (ch === DOT) {
        i++;
        flush();
        once();
      } else {
        i++;
        run = literal(run, ch, flush);
      }
    }
    flush();
    return sets;
  };

  /** A character of the text itself; with a quantifier behind it, it ends what must stand together. */
  const literal = (run: string, code: number, flush: () => void): string => {
    const next = source.charCodeAt(i);
    if (next !== STAR && next !== PLUS && next !== QUESTION && next !== BRACE)
      return run + String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code);
    flush();
    once();
    return '';
  };

  /** Steps over a quantifier; whether what stands before it must occur. */
  const once = (): boolean => {
    const ch = source.charCodeAt(i);
    let must = true;
    if (ch === STAR || ch === QUESTION || ch === PLUS) {
      must = ch === PLUS;
      i++;
    } else if (ch === BRACE) {
      must = source.charCodeAt(i + 1) !== 48;
      i = source.indexOf('}', i) + 1;
    } else return true;
    if (source.charCodeAt(i) === QUESTION) i++;
    return must;
  };

  /** One of what each branch of a group needs. A look-around needs nothing that could be counted on. */
  const group = (): Needs => {
    i++;
    let around = false;
    if (source.charCodeAt(i) === QUESTION) {
      const kind = source.charCodeAt(i + 1);
      if (kind === 58) i += 2;
      else if (kind === 60 && source[i + 2] !== '=' && source[i + 2] !== '!') i = source.indexOf('>', i) + 1;
      else {
        around = true;
        i += kind === 60 ? 3 : 2;
      }
    }
    const branches = alternation();
    i++;
    if (around) return [];
    if (branches.length === 1) return branches[0]!.needs;
    const words: string[] = [];
    for (const { needs } of branches) {
      const best = bestOf(needs);
      if (!best) return [];
      words.push(...best);
    }
    return [words];
  };

  const skipClass = (): void => {
    i++;
    while (i < end && source.charCodeAt(i) !== CLASS_END) i += source.charCodeAt(i) === BACKSLASH ? 2 : 1;
    i++;
  };

  return alternation();
}

const BAR = 124;
const OPEN = 40;
const CLOSE = 41;
const BRACKET = 91;
const CLASS_END = 93;
const BACKSLASH = 92;
const CARET = 94;
const DOLLAR = 36;
const DOT = 46;
const STAR = 42;
const PLUS = 43;
const QUESTION = 63;
const BRACE = 123;

function isWord(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function add(sets: (readonly string[])[], set: readonly string[]): void {
  if (set.length <= MOST_WORDS && sets.length < MOST_SETS) sets.push(set);
}

/** The set that says most: the one whose shortest string is the longest. */
function bestOf(needs: Needs): readonly string[] | undefined {
  let best: readonly string[] | undefined;
  let length = 0;
  for (const set of needs) {
    let least = set[0]?.length ?? 0;
    for (const word of set) if (word.length < least) least = word.length;
    if (least > length) {
      best = set;
      length = least;
    }
  }
  return best;
}
