/** lighttpd's configuration: assignments and nested conditions with their places. Source: https://redmine.lighttpd.net/projects/lighttpd/wiki/Docs_Configuration */
import { dirname, isAbsolute, join } from 'node:path';
import { readFolderNames } from '../../shared/read-file.ts';
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';
import type { Place } from '../shared/trial.ts';
import { matchWildcard } from '../shared/user-pattern.ts';

export type Value = string | number | readonly (readonly [key: string | undefined, value: Value])[];

export interface Assignment extends Place {
  readonly key: string;
  readonly op: '=' | '+=' | ':=';
  readonly value: Value;
}

export interface Condition extends Place {
  /** `HTTP["url"]`, `SERVER["socket"]`, `else` for one without a question. */
  readonly field: string;
  readonly op: string;
  readonly value: string;
  /** The condition before it in the same chain of `else`. */
  readonly after?: Condition;
  readonly body: readonly Item[];
}

export type Item = Assignment | Condition;

export interface LightyConfig {
  readonly file: string;
  readonly items: readonly Item[];
  readonly unseen: readonly string[];
}

interface Token {
  readonly kind: 'string' | 'word' | 'mark';
  readonly text: string;
  readonly line: number;
}

function tokenize(text: string): readonly Token[] {
  const out: Token[] = [];
  let line = 1;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (c === '\n') {
      line++;
      out.push({ kind: 'mark', text: '\n', line });
    } else if (/\s/.test(c)) continue;
    else if (c === '#') {
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    } else if (c === '"') {
      const start = line;
      let word = '';
      for (i++; i < text.length && text[i] !== '"'; i++) {
        if (text[i] === '\\' && (text[i + 1] === '"' || text[i + 1] === '\\')) {
          // A backslash stays before anything but a quote, for patterns.
          if (text[i + 1] === '\\') word += '\\';
          i++;
        }
        if (text[i] === '\n') line++;
        word += text[i];
      }
      out.push({ kind: 'string', text: word, line: start });
    } else {
      const mark = /^(?:=>|==|!=|=~|!~|=\^|=\$|\+=|:=|[={}(),+[\]])/.exec(text.slice(i, i + 2))?.[0];
      if (mark) {
        out.push({ kind: 'mark', text: mark, line });
        i += mark.length - 1;
      } else {
        const word = /^[^\s={}(),+"#[\]!:]+/.exec(text.slice(i, i + 300))?.[0] ?? c;
        out.push({ kind: 'word', text: word, line });
        i += word.length - 1;
      }
    }
  }
  return out;
}

const MAX_DEPTH = 40;

/** Reads the file and what it includes. Never throws. */
export function readLighttpd(file: string, read: ReadText): LightyConfig {
  const unseen = new Set<string>();
  const variables = new Map<string, Value>();
  const items = readOne(file, read, variables, unseen, []);
  return { file, items, unseen: [...unseen] };
}

function readOne(
  file: string,
  read: ReadText,
  variables: Map<string, Value>,
  unseen: Set<string>,
  chain: readonly string[],
): readonly Item[] {
  if (chain.includes(file) || chain.length > MAX_DEPTH) {
    unseen.add(`${file}: includes itself; read once.`);
    return [];
  }
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    unseen.add(`${file}: ${sayFileError(error)}.`);
    return [];
  }
  const raw = text.split('\n');
  const tokens = tokenize(text);
  let at = 0;
  const peek = (): Token | undefined => tokens[at];
  const skipLines = (): void => {
    while (peek()?.text === '\n' && peek()?.kind === 'mark') at++;
  };
  const isMark = (text: string): boolean => peek()?.kind === 'mark' && peek()?.text === text;
  const place = (line: number): Place => ({ file, line, text: (raw[line - 1] ?? '').trim() });

  const readValue = (): Value => {
    let value = readTerm();
    for (;;) {
      const before = at;
      skipLines();
      if (!isMark('+')) {
        at = before;
        return value;
      }
      at++;
      skipLines();
      const more = readTerm();
      value =
        Array.isArray(value) || Array.isArray(more)
          ? [...asList(value), ...asList(more)]
          : `${value as string}${more as string}`;
    }
  };
  const readTerm = (): Value => {
    const token = tokens[at++];
    if (!token) return '';
    if (token.kind === 'string') return token.text;
    if (token.kind === 'mark' && token.text === '(') {
      const list: [string | undefined, Value][] = [];
      for (;;) {
        skipLines();
        if (!peek() || isMark(')')) break;
        if (isMark(',')) {
          at++;
          continue;
        }
        const first = readValue();
        skipLines();
        if (isMark('=>')) {
          at++;
          skipLines();
          list.push([String(first), readValue()]);
        } else list.push([undefined, first]);
      }
      at++;
      return list;
    }
    if (/^\d+$/.test(token.text)) return Number(token.text);
    return variables.get(token.text) ?? token.text;
  };
  const block = (depth: number): readonly Item[] => {
    const items: Item[] = [];
    let before: Condition | undefined;
    for (;;) {
      skipLines();
      const token = peek();
      if (!token || isMark('}')) return items;
      at++;
      if (token.text === 'include' || token.text === 'include_shell') {
        const value = readValue();
        if (token.text === 'include_shell') unseen.add(`${file}:${token.line}: include_shell is not run.`);
        else
          items.push(
            ...expand(String(value), file).flatMap((one) => readOne(one, read, variables, unseen, [...chain, file])),
          );
      } else if (
        token.text.startsWith('$') ||
        token.text === 'else' ||
        token.text === 'elseif' ||
        token.text === 'elsif'
      ) {
        const chained = token.text !== '$' && token.text.startsWith('else');
        const bare = token.text === 'else';
        if (bare && peek()?.text === 'if') at++;
        const condition = readCondition(bare ? undefined : token, depth, chained ? before : undefined);
        if (!condition) continue;
        items.push(condition);
        before = condition;
        continue;
      } else {
        const op = peek()?.text;
        if (op === '=' || op === '+=' || op === ':=') {
          at++;
          const value = readValue();
          if (token.text.startsWith('var.'))
            variables.set(token.text, op === '+=' ? join2(variables.get(token.text), value) : value);
          items.push({ ...place(token.line), key: token.text, op, value });
        }
      }
      before = undefined;
    }
  };
  const readCondition = (
    start: Token | undefined,
    depth: number,
    after: Condition | undefined,
  ): Condition | undefined => {
    let token = start?.text.startsWith('$') ? start : undefined;
    if (!token && peek()?.text.startsWith('$')) token = tokens[at++];
    const line = (token ?? start ?? tokens[at - 1])?.line ?? 1;
    let field = 'else';
    let op = '';
    let value = '';
    if (token) {
      at++; // [
      const name = tokens[at++]?.text ?? '';
      at++; // ]
      field = `${token.text.slice(1)}["${name}"]`;
      op = tokens[at++]?.text ?? '';
      value = String(readValue());
    }
    skipLines();
    if (!isMark('{') || depth > MAX_DEPTH) return undefined;
    at++;
    const body = block(depth + 1);
    if (isMark('}')) at++;
    return { ...place(line), field, op, value, ...(after && { after }), body };
  };
  return block(0);
}

const asList = (value: Value): readonly (readonly [string | undefined, Value])[] =>
  Array.isArray(value) ? value : [[undefined, value as string]];
/** What a value may grow to, in characters or items: doubled forty times, any value would fill the memory. */
const MOST_VALUE = 65_536;

function join2(a: Value | undefined, b: Value): Value {
  if (a === undefined) return b;
  if (sizeOf(a) + sizeOf(b) > MOST_VALUE) return a;
  return Array.isArray(a) || Array.isArray(b) ? [...asList(a), ...asList(b)] : `${a as string}${b as string}`;
}

const sizeOf = (value: Value): number => (Array.isArray(value) || typeof value === 'string' ? value.length : 1);

function expand(pattern: string, from: string): readonly string[] {
  const full = isAbsolute(pattern) ? pattern : join(dirname(from), pattern);
  if (!/[*?[]/.test(full)) return [full];
  try {
    return readFolderNames(dirname(full))
      .filter((name) => matchWildcard(full.slice(full.lastIndexOf('/') + 1), name))
      .map((name) => join(dirname(full), name));
  } catch {
    return [];
  }
}
