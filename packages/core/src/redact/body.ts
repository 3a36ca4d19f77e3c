// A body by its look first and its declared type second: JSON, a form, parts, markup, GraphQL, lines of names and values.
import { boundedCuts, type Cut, shifted } from './cuts.ts';
import { isName, isReadable } from './form.ts';
import { jsonCuts } from './json.ts';
import { looksLikeMarkup, markupCuts } from './markup.ts';
import { sentenceCuts } from './sentence.ts';
import { isShownValue, pairCuts } from './url.ts';

export type Side = 'request' | 'response';

const JSON_LOOK =
  /^[\s\ufeff)\]}',;]{0,20}(?:while\(1\);|for\(;;\);|data:|(?:\/\*\*\/)?[\w$.]{1,80}\()?\s{0,100}(?:\{\s{0,100}["'}]|\[\s{0,100}[[{"'\d\]tfn-])/;
/** An object as a script writes it, its names without quotes. */
const SCRIPT = /^\s{0,100}\{\s{0,100}[\w$]{1,60}\s{0,20}:\s{0,20}["'[{\d-]/;
const GRAPHQL =
  /^\s{0,100}(?:(?:query|mutation|subscription|fragment)\b[^{]{0,2000}\{|\{\s{0,100}[A-Za-z_]\w{0,100}[\s({:])/;

/** What is not shown of a body. */
export function bodyCuts(text: string, side: Side, type = ''): readonly Cut[] {
  return boundedCuts(text, cutsByLook(text, side, type));
}

function cutsByLook(text: string, side: Side, type: string): readonly Cut[] {
  const start = text.search(/\S/);
  if (start < 0) return [];
  if (/^\s*--\S/.test(text) && /content-disposition/i.test(text.slice(0, 4000))) return multipartCuts(text, side);
  if (JSON_LOOK.test(text) || text[start] === '"') return jsonCuts(text, side);
  if (side === 'request' && SCRIPT.test(text)) return jsonCuts(text, side);
  if (looksLikeMarkup(text)) return markupCuts(text, side);
  if (side === 'request' && (GRAPHQL.test(text) || /graphql/i.test(type))) return graphqlCuts(text);
  if (/urlencoded/i.test(type) || /^[^\s=&]{1,200}=\S*$/.test(text.trim())) return pairCuts(text, side);
  return side === 'response' ? sentenceCuts(text) : lineCuts(text);
}

const MEMBER =
  /^([ \t]{0,200}(?:- {1,20})?)(["']?)([^\s:="'][^:="'\r\n]{0,100})\2([ \t]{0,20}(?::|=)[ \t]{0,200})(.*)$/;

/** Lines of names and values (YAML, properties, a dump): the names stay. A line that is neither is hidden whole. */
function lineCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const match of text.matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const at = match.index;
    if (/^[\s#{}[\]().,;:=-]*$/.test(line)) continue;
    const member = MEMBER.exec(line.length > 10_000 ? '' : line);
    const lead = line.length - line.trimStart().length;
    if (!member) {
      cuts.push({ start: at + lead, end: at + line.trimEnd().length });
      continue;
    }
    const [, indent = '', quote = '', name = '', sign = '', raw = ''] = member;
    const from = at + indent.length + quote.length;
    if (!isName(name)) cuts.push({ start: from, end: from + name.length });
    const value = raw.trim().replace(/^(["'])(.*)\1$/, '$2');
    const start = from + name.length + quote.length + sign.length;
    if (value !== '' && !/^[|>&*{[][+-]?$/.test(value) && !isShownValue(name, value, 'request'))
      cuts.push({ start, end: start + raw.trimEnd().length, value });
  }
  return cuts;
}

/** Parts of a multipart body (RFC 7578). */
function multipartCuts(text: string, side: Side): readonly Cut[] {
  const cuts: Cut[] = [];
  const boundary = /^\s*(--[^\r\n]{1,200})/.exec(text)![1]!.trimEnd();
  let at = text.indexOf(boundary);
  while (at >= 0) {
    if (!isReadable(boundary)) cuts.push({ start: at + 2, end: at + boundary.length });
    const next = text.indexOf(boundary, at + boundary.length);
    const end = next < 0 ? text.length : next;
    partCuts(text, at + boundary.length, end, side, cuts);
    at = next;
  }
  return cuts;
}

function partCuts(text: string, from: number, end: number, side: Side, cuts: Cut[]): void {
  const gap = /\r?\n\r?\n/g;
  gap.lastIndex = from;
  const blank = gap.exec(text);
  if (!blank || blank.index >= end) {
    if (text.slice(from, end).trim() !== '--' && end > from) cuts.push({ start: from, end });
    return;
  }
  const head = text.slice(from, blank.index);
  const name = /\bname="([^"\r\n]{0,200})"/i.exec(head)?.[1] ?? '';
  cuts.push(...shifted(sentenceCuts(head), from));
  if (!isName(name) && name !== '')
    cuts.push({ start: from + head.indexOf(name), end: from + head.indexOf(name) + name.length });
  const start = blank.index + blank[0].length;
  const body = text.slice(start, end).replace(/\r?\n$/, '');
  if (body === '' || isShownValue(name, body, side)) return;
  const inside = /json/i.test(head) || JSON_LOOK.test(body) ? jsonCuts(body, side, name) : undefined;
  if (inside) cuts.push(...shifted(inside, start));
  else cuts.push({ start, end: start + body.length });
}

// single quotes are none of GraphQL, and what a script wrote may hold them all the same
const GRAPHQL_VALUE =
  /"""[^"]*(?:"{1,2}[^"]+)*"""|"(?:[^"\\\n]+|\\.)*"?|'(?:[^'\\\n]+|\\.)*'?|#[^\n]*|-?\b\d[\w.+-]*|\$?[A-Za-z_]\w*/g;

/** A GraphQL document: names stay, what is given as a value does not. */
export function graphqlCuts(text: string): readonly Cut[] {
  const cuts: Cut[] = [];
  for (const { 0: token, index } of text.matchAll(GRAPHQL_VALUE)) {
    if (/^["']/.test(token)) {
      const quotes = token.startsWith('"""') ? 3 : 1;
      const end = token.length > quotes && token.endsWith(token[0]!) ? token.length - quotes : token.length;
      if (end > quotes && !/^\d{1,3}$/.test(token.slice(quotes, end)))
        cuts.push({ start: index + quotes, end: index + end });
    } else if (token.startsWith('#')) cuts.push(...shifted(sentenceCuts(token), index));
    else if (/^-?\d/.test(token) ? token.length > 4 : !isName(token.replace('$', '')))
      cuts.push({ start: index, end: index + token.length });
  }
  return cuts;
}
