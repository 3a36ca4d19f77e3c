/**
 * The one door through which a regular expression of a configuration meets text of a request. Both are others', so every
 * match ends: what may run away runs on an engine whose time is linear (RE2), what that engine cannot run is ended by the
 * clock, and all such patterns of one inspection share a budget. A pattern is compiled only where the text holds what each
 * of its matches holds.
 */
import vm from 'node:vm';
import { RE2JS } from 're2js';
import { endOfClass, literalOf } from './pattern-literal.ts';

export interface Match {
  /** The whole match, then the groups. */
  readonly groups: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string>>;
}

export interface BoundedPattern {
  /** Null for no match, undefined where it took too long. */
  exec(text: string): Match | null | undefined;
}

/** Steps that JavaScript's engine takes in some milliseconds, at worst. */
const MOST_STEPS = 1_000_000;
const MAX_TEXT = 16_384;
/** Milliseconds for one pattern that RE2 cannot run. */
const LEASH = 100;
/** Milliseconds of the processor for all patterns of one inspection that may run away. */
const BUDGET = 1500;
const MOST_KEPT = 8;
/** Programs of RE2 that are kept: each holds some kilobytes. */
const MOST_PROGRAMS = 500;

const state = { left: BUDGET };
const programs = new Map<string, RE2JS | null>();

/** Begins an inspection: its patterns have the whole budget. */
export function refillPatterns(): void {
  state.left = BUDGET;
}

/** A pattern in JavaScript's form. Throws where it is none. */
export function boundPattern(source: string, flags: string): BoundedPattern {
  const regex = new RegExp(source, flags);
  const needed = literalOf(source);
  const caseless = flags.includes('i');
  const folded = caseless ? needed.toLowerCase() : needed;
  let degree: number | undefined;
  let kept: Map<string, Match | null | undefined> | undefined;
  return {
    exec(whole) {
      const text = whole.slice(0, MAX_TEXT);
      if (folded && !(caseless ? text.toLowerCase() : text).includes(folded)) return null;
      const known = kept?.get(text);
      if (known !== undefined || kept?.has(text)) return known;
      degree ??= degreeOf(source);
      const found =
        Math.max(text.length, 2) ** (degree + 1) <= MOST_STEPS
          ? toMatch(regex.exec(text))
          : withinBudget(() => {
              const program = programOf(source, flags);
              return program ? byRe2(program, text) : strain(regex, text);
            });
      kept ??= new Map();
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(text, found);
      return found;
    },
  };
}

function withinBudget<T>(work: () => T): T | undefined {
  if (state.left <= 0) return undefined;
  const before = process.cpuUsage();
  try {
    return work();
  } finally {
    const { user, system } = process.cpuUsage(before);
    state.left -= (user + system) / 1000;
  }
}

function programOf(source: string, flags: string): RE2JS | null {
  const key = `${flags}/${source}`;
  const known = programs.get(key);
  if (known !== undefined) return known;
  const made = toLinear(source, flags);
  if (programs.size >= MOST_PROGRAMS) programs.clear();
  programs.set(key, made);
  return made;
}

const sandbox: { re?: RegExp; text?: string } = {};
const context = vm.createContext(sandbox);
const script = new vm.Script('re.exec(text)');

/** JavaScript's engine, ended after its time; undefined then. */
function strain(regex: RegExp, text: string): Match | null | undefined {
  sandbox.re = regex;
  sandbox.text = text;
  try {
    return toMatch(script.runInContext(context, { timeout: LEASH }) as RegExpExecArray | null);
  } catch {
    return undefined;
  }
}

const toMatch = (found: RegExpExecArray | null): Match | null =>
  found && { groups: [...found], named: { ...found.groups } };

/** The same pattern for RE2, null where it uses what RE2 has not (back references, looking around). */
function toLinear(source: string, flags: string): RE2JS | null {
  try {
    const flag = { i: RE2JS.CASE_INSENSITIVE, m: RE2JS.MULTILINE, s: RE2JS.DOTALL } as Readonly<Record<string, number>>;
    return RE2JS.compile(
      source,
      [...flags].reduce((sum, one) => sum | (flag[one] ?? 0), 0),
    );
  } catch {
    return null;
  }
}

function byRe2(pattern: RE2JS, text: string): Match | null {
  const matcher = pattern.matcher(text);
  if (!matcher.find()) return null;
  const groups = Array.from({ length: matcher.groupCount() + 1 }, (_, i) => matcher.group(i) ?? undefined);
  const named = Object.entries(pattern.namedGroups()).flatMap(([name, i]): [string, string][] => {
    const value = groups[Number(i)];
    return value === undefined ? [] : [[name, value]];
  });
  return { groups, named: Object.fromEntries(named) };
}

/**
 * How the steps of a backtracking match grow with the text, at worst: the number of its open quantifiers, or without
 * bound where one holds another, or a choice, or where it looks back.
 */
function degreeOf(source: string): number {
  let degree = 0;
  const open: { loose: boolean }[] = [];
  let closed: { loose: boolean } | undefined;
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    const atom = closed;
    closed = undefined;
    if (c === '\\') {
      if (/[1-9k]/.test(source[i + 1] ?? '')) return Number.POSITIVE_INFINITY;
      i++;
    } else if (c === '[') i = endOfClass(source, i);
    else if (c === '(') {
      open.push({ loose: false });
      if (/^\?(?:[:=!]|<[=!]|<\w)/.test(source.slice(i + 1, i + 5))) i++;
    } else if (c === '|') for (const group of open) group.loose = true;
    else if (c === ')') closed = open.pop();
    else if (c === '*' || c === '+' || c === '{' || c === '?') {
      const range = c === '{' ? /^\{(\d{1,9})(?:(,)(\d{0,9}))?\}/.exec(source.slice(i, i + 24)) : undefined;
      if (c === '{' && !range) continue;
      if (range) i += range[0].length - 1;
      const most =
        c === '?'
          ? 1
          : range
            ? range[2]
              ? Number(range[3] || Number.POSITIVE_INFINITY)
              : Number(range[1])
            : Number.POSITIVE_INFINITY;
      if (most <= 1) continue;
      if (atom?.loose) return Number.POSITIVE_INFINITY;
      for (const group of open) group.loose = true;
      degree++;
    }
  }
  return degree;
}
