/** Varnish's language as far as requests are judged by it. Source: https://varnish-cache.org/docs/trunk/reference/vcl.html */
import { dirname, isAbsolute, join } from 'node:path';
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';
import type { Place } from '../shared/trial.ts';

export interface Token extends Place {
  readonly kind: 'string' | 'word' | 'mark';
  readonly value: string;
}

export type Statement =
  | { readonly is: 'if'; readonly branches: readonly Branch[] }
  | { readonly is: 'other'; readonly tokens: readonly Token[] };

/** `when` is empty for `else`. */
export interface Branch {
  readonly when: readonly Token[];
  readonly body: readonly Statement[];
}

/** The lists of addresses, with the place where each begins. */
export interface Acl {
  readonly place: Place;
  readonly entries: readonly { readonly range: string; readonly not: boolean }[];
}

export interface Vcl {
  readonly file: string;
  readonly acls: ReadonlyMap<string, Acl>;
  /** Several bodies of one name stand in their order. */
  readonly subs: ReadonlyMap<string, readonly Statement[]>;
  readonly unseen: readonly string[];
}

const MOST_TOKENS = 500_000;
const MOST_FILES = 50;
const MOST_DEPTH = 64;
const MARKS = ['&&', '||', '==', '!=', '!~', '<=', '>=', '+=', '-=', '*=', '/='];

function tokenize(text: string, file: string, unseen: string[]): readonly Token[] {
  const out: Token[] = [];
  const lines = text.split('\n').map((one) => one.trim());
  let line = 1;
  let i = 0;
  const add = (kind: Token['kind'], value: string, at: number): void => {
    out.push({ kind, value, file, line: at, text: lines[at - 1] ?? '' });
  };
  const skipTo = (end: number): void => {
    for (; i < end; i++) if (text[i] === '\n') line++;
  };
  const endOf = (mark: string, from: number): number => {
    const at = text.indexOf(mark, from);
    return at < 0 ? text.length : at;
  };
  while (i < text.length && out.length < MOST_TOKENS) {
    const rest = text.slice(i, i + 2);
    const c = text[i] as string;
    if (/\s/.test(c)) skipTo(i + 1);
    else if (c === '#' || rest === '//') skipTo(endOf('\n', i));
    else if (rest === '/*') skipTo(endOf('*/', i + 2) + 2);
    else if (c === '"' || rest === '{"') {
      // Neither form of string has escapes.
      const long = rest === '{"';
      const end = endOf(long ? '"}' : '"', i + (long ? 2 : 1));
      add('string', text.slice(i + (long ? 2 : 1), end), line);
      skipTo(end + (long ? 2 : 1));
    } else {
      const word = /^[\w.:-]+/.exec(text.slice(i, i + 256))?.[0];
      const mark = MARKS.includes(rest) ? rest : c;
      add(word ? 'word' : 'mark', word ?? mark, line);
      skipTo(i + (word ?? mark).length);
    }
  }
  if (i < text.length)
    unseen.push(`${file}:${line}: what follows was not read; the file has more than ${MOST_TOKENS} words.`);
  return out;
}

/** Reads a file of VCL and what it includes. Never throws for what stands in it: that is told in `unseen`. */
export function readVcl(file: string, read: ReadText): Vcl {
  const unseen: string[] = [];
  const seen = new Set<string>();
  const load = (name: string): readonly Token[] => {
    if (seen.has(name) || seen.size >= MOST_FILES) {
      unseen.push(`${name}: included more than once; read once.`);
      return [];
    }
    seen.add(name);
    try {
      return expand(tokenize(read(name), name, unseen));
    } catch (error) {
      unseen.push(`${name}: ${sayFileError(error)}.`);
      return [];
    }
  };
  const expand = (tokens: readonly Token[]): readonly Token[] => {
    const out: Token[] = [];
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const named = tokens[i + 1];
      if (token.kind === 'word' && token.value === 'include' && named?.kind === 'string') {
        const path = isAbsolute(named.value) ? named.value : join(dirname(token.file), named.value);
        for (const one of load(path)) out.push(one);
        i += tokens[i + 2]?.value === ';' ? 2 : 1;
      } else out.push(token);
    }
    return out;
  };
  const acls = new Map<string, Acl>();
  const subs = new Map<string, Statement[]>();
  const tokens = load(file);
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i] as Token;
    const name = tokens[i + 1]?.value ?? '';
    const open = nextMark(tokens, i, '{;');
    if (open === tokens.length) break;
    if (tokens[open]?.value === ';') {
      i = open + 1;
      continue;
    }
    const close = closing(tokens, open);
    const body = tokens.slice(open + 1, close);
    if (token.value === 'acl') acls.set(name, { place: tokens[open] as Token, entries: entriesOf(body) });
    if (token.value === 'sub') {
      const all = subs.get(name) ?? [];
      subs.set(name, all);
      for (const one of statements(body, 0)) all.push(one);
    }
    i = close + 1;
  }
  return { file, acls, subs, unseen };
}

const isMark = (token: Token | undefined, value: string): boolean => token?.kind === 'mark' && token.value === value;

/** Where the next of these marks stands; the end where none does. */
function nextMark(tokens: readonly Token[], from: number, marks: string): number {
  for (let i = from; i < tokens.length; i++) {
    const { kind, value } = tokens[i] as Token;
    if (kind === 'mark' && marks.includes(value)) return i;
  }
  return tokens.length;
}

/** Where the bracket that opens here closes; the end where it does not. */
function closing(tokens: readonly Token[], open: number): number {
  const [from, to] = isMark(tokens[open], '(') ? ['(', ')'] : ['{', '}'];
  let depth = 0;
  for (let i = open; i < tokens.length; i++) {
    if (isMark(tokens[i], from as string)) depth++;
    else if (isMark(tokens[i], to as string) && --depth === 0) return i;
  }
  return tokens.length;
}

function entriesOf(tokens: readonly Token[]): Acl['entries'] {
  const out: { range: string; not: boolean }[] = [];
  let not = false;
  let range = '';
  for (const { kind, value } of tokens) {
    if (kind === 'string') range = value;
    else if (value === '!') not = true;
    else if (kind === 'word' && /^\d{1,3}$/.test(value) && range !== '' && !range.includes('/')) range += `/${value}`;
    else if (value === ';') {
      if (range !== '') out.push({ range, not });
      range = '';
      not = false;
    }
  }
  return out;
}

function statements(tokens: readonly Token[], depth: number): readonly Statement[] {
  const out: Statement[] = [];
  if (depth > MOST_DEPTH) return out;
  for (let i = 0; i < tokens.length; ) {
    const word = tokens[i]?.value ?? '';
    if (word === 'if' && isMark(tokens[i + 1], '(')) {
      const branches: Branch[] = [];
      for (;;) {
        const isElse = tokens[i]?.value === 'else' && tokens[i + 1]?.value !== 'if';
        const from = tokens[i]?.value === 'else' && !isElse ? i + 2 : i + 1;
        const end = isElse ? i : closing(tokens, from);
        const open = end + 1;
        const close = closing(tokens, open);
        branches.push({
          when: isElse ? [] : tokens.slice(from + 1, end),
          body: statements(tokens.slice(open + 1, close), depth + 1),
        });
        i = close + 1;
        if (isElse || !/^(?:else|elseif|elsif|elif)$/.test(tokens[i]?.value ?? '')) break;
      }
      out.push({ is: 'if', branches });
    } else if (isMark(tokens[i], '{')) {
      const close = closing(tokens, i);
      for (const one of statements(tokens.slice(i + 1, close), depth + 1)) out.push(one);
      i = close + 1;
    } else {
      const stop = nextMark(tokens, i, ';');
      if (stop > i) out.push({ is: 'other', tokens: tokens.slice(i, stop) });
      i = stop + 1;
    }
  }
  return out;
}
