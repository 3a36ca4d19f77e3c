// Finds what a text holds of structured answers: JSON, also inside a quoted string or as JavaScript, Python and Ruby print it, HTML, XML.
// Our own, since no library finds an object in the middle of a text, nor one that is cut off.
import { isQuote, printedObject, stringEnd, unescaped } from './printed.ts';

/** A body that stands in a text. */
export interface FoundBody {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'json' | 'object' | 'html' | 'xml';
}

const LONGEST = 262_144;
const DEEPEST = 60;
/** Most places of a text that are tried: each costs up to its own length. */
const MOST_TRIED = 400;

/** Bodies of a text, none inside another, in their order. */
export function bodiesIn(text: string): readonly FoundBody[] {
  const found: FoundBody[] = [];
  const opening =
    /[{[]|<(?:!doctype\b|html\b|\?xml\b|error\b|errorresponse\b|response\b|fault\b|html>|h1>|s:envelope\b|soap)/gi;
  let spent = 0;
  for (let tried = 0; tried < MOST_TRIED && spent < LONGEST * 8; tried++) {
    const match = opening.exec(text);
    if (!match) break;
    const start = match.index;
    const one = match[0].startsWith('<') ? markupAt(text, start) : objectAt(text, start);
    if (!one) {
      spent += 100;
      continue;
    }
    found.push(one);
    spent += one.end - start;
    opening.lastIndex = one.end;
  }
  return found;
}

function markupAt(text: string, start: number): FoundBody | undefined {
  const head = text.slice(start, start + 4000);
  const isHtml = /^<(?:!doctype html|html|h1)/i.test(head) || /<html/i.test(head.slice(0, 1000));
  const window = text.slice(start, start + LONGEST);
  const name = isHtml ? (/<html/i.test(head) ? 'html' : undefined) : /<([a-z][\w:.-]{0,60})/i.exec(head)?.[1];
  if (!isHtml && name === undefined) return undefined;
  const close = name === undefined ? -1 : window.toLowerCase().indexOf(`</${name.toLowerCase()}>`);
  const quote = quoteBefore(text, start);
  const length = close >= 0 ? close + name!.length + 3 : lengthInQuotes(window, quote);
  const raw = window.slice(0, length);
  return {
    text: quote === '' ? raw : unescaped(raw),
    start,
    end: start + length,
    kind: isHtml ? 'html' : 'xml',
  };
}

/** The quote that a string with this in it begins with, where it does. */
function quoteBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - 3), start);
  return /["'`]$/.exec(before)?.[0] ?? '';
}

function lengthInQuotes(text: string, quote: string): number {
  if (quote === '') {
    const blank = /\n[ \t]*\r?\n/.exec(text.slice(0, 65_536))?.index;
    return blank ?? text.length;
  }
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** An object or list that begins here: JSON first, then JSON with its quotes escaped, then any other way to print one. */
function objectAt(text: string, start: number): FoundBody | undefined {
  const window = text.slice(start, start + LONGEST);
  const escaped = /^[{[]{1,3}\s{0,20}\\+"/.exec(window) || /^[{[]\\n\s{0,20}\\+"/.exec(window) ? window : undefined;
  if (escaped !== undefined) {
    const length = lengthInQuotes(escaped, quoteBefore(text, start) || '"');
    let inner = escaped.slice(0, length);
    for (let round = 0; round < 3 && inner.includes('\\"') && !isJson(inner); round++) inner = unescaped(inner);
    const end = balancedEnd(inner, 0);
    const whole = end > 0 ? inner.slice(0, end) : inner;
    return { text: whole, start, end: start + length, kind: isJson(whole) ? 'json' : 'object' };
  }
  const end = balancedEnd(window, 0);
  if (end < 0) {
    // cut off: only what clearly begins an answer
    if (!/^\{\s{0,200}"[\w.$@-]{1,80}"\s{0,9}:/.test(window)) return undefined;
    const blank = /\n[ \t]*\r?\n/.exec(window.slice(0, 65_536))?.index ?? Math.min(window.length, 65_536);
    return { text: window.slice(0, blank).trimEnd(), start, end: start + blank, kind: 'object' };
  }
  const raw = window.slice(0, end);
  if (isJson(raw)) return { text: raw, start, end: start + end, kind: 'json' };
  const printed = printedObject(raw);
  if (printed !== undefined) return { text: printed, start, end: start + end, kind: 'json' };
  return undefined;
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return (
      typeof value === 'object' &&
      value !== null &&
      !(Array.isArray(value) && value.every((v) => typeof v !== 'object'))
    );
  } catch {
    return false;
  }
}

/** Where the brackets that open at `at` close, -1 where they do not within the text. */
export function balancedEnd(text: string, at: number): number {
  let depth = 0;
  for (let i = at; i < text.length; i++) {
    const c = text[i]!;
    if (c === '"' || ((c === "'" || c === '`') && isQuote(text, i))) {
      const close = stringEnd(text, i, c);
      if (close < 0) return -1;
      i = close;
    } else if (c === '{' || c === '[') depth++;
    else if (c === '}' || c === ']') {
      depth--;
      if (depth === 0) return i + 1;
    }
    if (depth > DEEPEST * 4) return -1;
  }
  return -1;
}
