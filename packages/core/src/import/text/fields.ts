// Header fields in the middle of a text: lines, panes with a name and its value on two lines, dictionaries as languages print them.
import type { Header } from '../../model/exchange.ts';

/** Names that show a block to be header fields; others beside them are taken too. */
const RESPONSE =
  /^(?:server|date|content-(?:type|length|encoding|security-policy)|www-authenticate|proxy-authenticate|retry-after|set-cookie|etag|vary|via|connection|keep-alive|transfer-encoding|cache-control|location|access-control-[\w-]{1,40}|strict-transport-security|allow|age|expires|last-modified|pragma|x-[\w-]{1,60}|cf-[\w-]{1,30}|(?:x-)?ratelimit[\w-]{0,30}|alt-svc|status|p3p|docker-distribution-api-version|accept-ranges)$/i;
const REQUEST =
  /^(?:host|user-agent|accept(?:-[\w]{1,20})?|authorization|proxy-authorization|cookie|origin|referer|sec-[\w-]{1,40}|x-(?:csrf|xsrf|api|requested|forwarded|amz|auth)[\w-]{0,40}|if-[\w-]{1,30}|dnt|te|upgrade-insecure-requests|range|priority|expect|content-(?:type|length)|:(?:authority|method|path|scheme))$/i;
const LINE = /^[\s>|<*]{0,40}(["']?)(:?[A-Za-z][A-Za-z0-9-]{0,80})\1[ \t]{0,4}(?::|=>)[ \t]{0,4}(.{0,8192})$/;
const MOST = 400;

export interface FieldBlock {
  readonly headers: readonly Header[];
  readonly of: 'request' | 'response';
  /** Lines from and to, both inclusive. */
  readonly from: number;
  readonly to: number;
}

/** The field of a line, its value without the quotes and commas of a dictionary. */
export function fieldIn(line: string): Header | undefined {
  const match = LINE.exec(line);
  if (!match) return undefined;
  let value = match[3]!.trim();
  const quoted = /^\[?[bru]?(["'])(.{0,8192})\1\]?,?$/.exec(value);
  if (quoted) value = quoted[2]!;
  else if (match[1] !== '') value = value.replace(/,$/, '');
  return [match[2]!, value];
}

/** Blocks of header fields between two lines of a text, both inclusive. */
export function fieldBlocks(lines: readonly string[], from: number, to: number): readonly FieldBlock[] {
  const blocks: FieldBlock[] = [];
  let at = from;
  while (at <= to) {
    const start = at;
    const headers: Header[] = [];
    while (at <= to && headers.length < MOST) {
      const field = fieldIn(lines[at]!);
      if (!field || !isField(field)) break;
      // a pane shows the answer's fields, then those of the request with their pseudo-fields first
      if (field[0].startsWith(':') && headers.length > 0 && !headers.some(([name]) => name.startsWith(':'))) break;
      headers.push(field);
      at++;
    }
    const known = headers.filter(([name]) => RESPONSE.test(name) || REQUEST.test(name)).length;
    if (headers.length > 0 && known > 0 && known * 3 >= headers.length)
      blocks.push({ headers, of: sideOf(headers, lines, start), from: start, to: at - 1 });
    if (headers.length === 0) at++;
  }
  return blocks;
}

/** A known name, or any that is written as fields are. */
function isField([name, value]: Header): boolean {
  if (RESPONSE.test(name) || REQUEST.test(name)) return !/^\s{0,9}[{[]\s{0,9}$/.test(value);
  return /^[A-Za-z][a-z0-9]{0,40}(?:-[A-Za-z0-9]{1,40}){1,8}$/.test(name) && value !== '' && !value.startsWith('{');
}

function sideOf(headers: readonly Header[], lines: readonly string[], start: number): FieldBlock['of'] {
  for (let at = start - 1; at >= Math.max(0, start - 3); at--) {
    if (/\brequest\b.{0,20}headers|\bheaders\b.{0,12}\brequest\b|^\s{0,9}>/i.test(lines[at]!)) return 'request';
    if (/\bresponse\b.{0,20}headers|\bheaders\b.{0,12}\bresponse\b|^\s{0,9}</i.test(lines[at]!)) return 'response';
  }
  if (headers[0]![0].startsWith(':')) return 'request';
  const asked = headers.filter(([name]) => REQUEST.test(name) && !RESPONSE.test(name)).length;
  const answered = headers.filter(([name]) => RESPONSE.test(name) && !REQUEST.test(name)).length;
  return asked > answered ? 'request' : 'response';
}
