import type { Token } from './syntax.ts';

const SPACE = /[ \t\r\n]/;
const ESCAPED: Readonly<Record<string, string>> = { '"': '"', "'": "'", '\\': '\\', t: '\t', r: '\r', n: '\n' };

/** Reads one word that starts at `from`: bare, or in quotes. Only `\"`, `\'`, `\\`, `\t`, `\r` and `\n` are escapes. */
function readWord(text: string, from: number): { word: string; stop: number; closed: boolean } {
  const quote = text[from] === '"' || text[from] === "'" ? text[from] : undefined;
  let word = '';
  let at = quote ? from + 1 : from;
  while (at < text.length) {
    const char = text[at] as string;
    if (char === '\\' && at + 1 < text.length) {
      const next = text[at + 1] as string;
      word += ESCAPED[next] ?? char + next;
      at += 2;
    } else if (quote) {
      if (char === quote) return { word, stop: at + 1, closed: true };
      word += char;
      at++;
    } else if (char === '$' && text[at + 1] === '{') {
      // `${name}` does not open a block.
      word += '${';
      at += 2;
    } else if (SPACE.test(char) || char === ';' || char === '{') {
      break;
    } else {
      word += char;
      at++;
    }
  }
  return { word, stop: at, closed: quote === undefined };
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
    for (let i = text.indexOf('\n', at); i >= 0 && i < stop; i = text.indexOf('\n', i + 1)) line++;
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
