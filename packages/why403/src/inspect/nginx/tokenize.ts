import type { Token } from './syntax.ts';

const SPACE = /[ \t\r\n]/;
const ESCAPED: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/** Reads one word that starts at `from`: bare, or in quotes. Only `\"`, `\'`, `\\`, `\t`, `\r` and `\n` are escapes. */
function readWord(text: string, from: number): { word: string; stop: number; closed: boolean } {
  const quote = text[from] === '"' || text[from] === "'" ? text[from] : undefined;
  const start = quote ? from + 1 : from;
  let at = start;
  let escaped = false;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\\' && at + 1 < text.length) {
      escaped = true;
      at += 2;
    } else if (quote) {
      if (char === quote) break;
      at++;
    } else if (char === '$' && text[at + 1] === '{') {
      // `${name}` does not open a block.
      at += 2;
    } else if (SPACE.test(char) || char === ';' || char === '{') break;
    else at++;
  }
  // cut out whole: a word that grows letter by letter takes many times its memory
  const raw = text.slice(start, at);
  const word = escaped ? raw.replace(/\\([\s\S])/g, (all, next: string) => ESCAPED[next] ?? all) : raw;
  const closed = quote === undefined || at < text.length;
  return { word, stop: quote && closed ? at + 1 : at, closed };
}

/** Where the braces of a Lua block end: strings and comments of Lua may hold braces. */
function endOfLua(text: string, from: number): number {
  let depth = 1;
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '-' && text.startsWith('--', at)) {
      const long = text.startsWith('--[[', at);
      const end = text.indexOf(long ? ']]' : '\n', at);
      if (end < 0) return text.length;
      at = end;
    } else if (char === '"' || char === "'") {
      at++;
      while (at < text.length && text[at] !== char && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
    } else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return text.length;
}

/**
 * Splits a configuration file into words as nginx does. A `#` starts a comment only where a word could start.
 * @returns the tokens and, where the file breaks off, what is wrong with it.
 */
export function tokenize(text: string): { tokens: Token[]; problem?: string } {
  const tokens: Token[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let first = true;
  let lua = false;
  const push = (kind: Token['kind'], word: string, stop: number): void => {
    tokens.push({ kind, text: word, line, start: at, stop });
    for (let i = at; i < stop; i++) if (text.charCodeAt(i) === 10) line++;
    at = stop;
  };
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\n') {
      line++;
      at++;
    } else if (SPACE.test(char)) at++;
    else if (char === '#') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (char === ';') {
      push('end', ';', at + 1);
      first = true;
    } else if (char === '{') {
      push('open', '{', at + 1);
      first = true;
      if (lua) {
        push('word', 'lua', endOfLua(text, at));
        push('end', '', at);
        lua = false;
      }
    } else if (char === '}') {
      push('close', '}', at + 1);
      first = true;
    } else {
      const { word, stop, closed } = readWord(text, at);
      if (!closed) return { tokens, problem: `line ${line}: a quote is never closed` };
      if (first) lua = word.endsWith('_by_lua_block');
      first = false;
      push('word', word, stop);
      // After a closing quote only the end of an `if` condition may follow without a space.
      if (text[at] === ')') push('word', ')', at + 1);
    }
  }
  return { tokens };
}
