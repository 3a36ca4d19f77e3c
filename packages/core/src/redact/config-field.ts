// Fields of a request as the configurations of servers write them. What a line compares such a field with is what would pass
// there, so it is shown only where the field itself would be.
import { isCommon, isName, isReadable, isTrivial } from './form.ts';
import { headerCuts } from './headers.ts';
import { isShownValue, pairCuts } from './url.ts';

/** What a line speaks of: a field of the request, or something that is none of the caller's secrets. */
export interface FieldAt {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind;
  readonly name: string;
}

type Kind = 'header' | 'cookie' | 'argument' | 'query' | 'body' | 'set' | 'other';

const NAME = '([\\w-]{1,60})';
/** nginx, Apache, HAProxy, Caddy, lighttpd, Varnish, Squid, Traefik, IIS: each in its own writing. */
const WRITTEN: readonly (readonly [Kind, string])[] = [
  ['cookie', `\\$cookie_${NAME}`],
  ['cookie', `\\b(?:req\\.|res\\.|s)?cook(?:_[a-z]{2,4})?\\(${NAME}`],
  ['cookie', `\\{(?:http\\.request\\.)?cookie\\.${NAME}\\}`],
  ['cookie', `\\$http_(cookie)\\b|%\\{HTTP[_:](cookie)\\}|\\$?\\bHTTP\\["(cookie)"\\]|\\breq\\.http\\.(cookie)\\b`],
  ['other', '\\bsetenvif(?:nocase)?[ \\t]{1,5}["\']?(?:remote|server|request)_\\w{1,20}["\']?'],
  ['header', `\\$http_${NAME}`],
  ['header', `%?\\{HTTP[_:]${NAME}\\}`],
  ['header', `\\b(?:req|http|req_novary)\\(["'\\s]{0,3}${NAME}["'\\s]{0,3}\\)`],
  ['header', `\\b(?:req\\.|s)?f?hdr(?:_[a-z]{2,4})?\\(${NAME}[^)\\s]{0,40}\\)`],
  ['header', `\\{(?:http\\.request\\.)?header\\.${NAME}\\}`],
  ['header', `\\$?\\bREQUEST_HEADER\\["${NAME}"\\]`],
  ['header', `\\bb?e?req\\.http\\.${NAME}`],
  ['header', `\\b(?:req_header|header(?:_regexp)?|setenvif(?:nocase)?)[ \\t]{1,5}["']?${NAME}["']?`],
  ['header', `\\bHeaders?(?:Regexp)?\\([\`"']${NAME}[\`"']`],
  ['argument', `\\$arg_${NAME}`],
  ['argument', `\\b(?:url_param|urlp|req\\.body_param)\\(${NAME}[^)\\s]{0,40}\\)`],
  ['argument', `\\{(?:http\\.request\\.uri\\.)?query\\.${NAME}\\}`],
  ['argument', `\\bQuery(?:Regexp)?\\([\`"']${NAME}[\`"']`],
  ['query', `\\$(?:args|query_string)\\b|%\\{QUERY_STRING\\}|\\$?\\bHTTP\\["query-?string"\\]|\\bquery\\b(?=[ \\t,])`],
  ['body', `\\$request_body\\b|\\breq\\.body\\b|%\\{REQUEST_BODY\\}`],
  ['set', `(?<=\\bset[ \\t]{1,5})\\$(\\w{1,60})`],
  [
    'other',
    `\\$\\w{1,60}|%\\{[\\w:-]{1,60}\\}|\\$?\\bHTTP\\["[\\w-]{1,40}"\\]|\\breq\\.(?:url|method|proto)\\b|\\bclient\\.ip\\b`,
  ],
];
const FIELD = new RegExp(WRITTEN.map(([, source], i) => `(?<k${i}>${source})`).join('|'), 'gi');

/** The fields that a line speaks of, in order. */
export function fieldsOf(line: string): readonly FieldAt[] {
  return [...line.matchAll(FIELD)].map((match) => {
    const i = WRITTEN.findIndex((_, n) => match.groups![`k${n}`] !== undefined);
    const name = match.slice(1).find((group) => group !== undefined && group !== match[0]) ?? '';
    return {
      start: match.index,
      end: match.index + match[0].length,
      kind: WRITTEN[i]![0],
      name: name.replaceAll('_', '-'),
    };
  });
}

/** Whether the text between two places is nothing but fields with readable names. */
export function isFields(fields: readonly FieldAt[], start: number, end: number): boolean {
  let at = start;
  for (const field of fields) if (field.start <= at && field.end > at && isName(field.name)) at = field.end;
  return at >= end;
}

/** What is not shown of a text beside a field, as an offset: all of it, or what stands behind the `name=` of a pair. */
export function hiddenBeside({ kind, name }: FieldAt, operand: string): number | undefined {
  if (kind === 'other' || isTrivial(operand) || isCommon(operand)) return undefined;
  const from = /^[\^!~*"'/]{0,4}(?:\(\?i\))?(?:\\b)?/.exec(operand)![0].length;
  const value = operand.slice(from).replace(/(?:\\b|["'$)*/]){1,4}$/, '');
  if (isCommon(value) || isTrivial(value)) return undefined;
  const isPair = kind === 'query' || (kind === 'cookie' && name.toLowerCase() === 'cookie');
  const pair = isPair ? /^([\w.-]{1,60})=(?!.*=)(.+)$/.exec(value) : null;
  if (pair && isName(pair[1]!))
    return isShownBeside('argument', pair[1]!, pair[2]!) ? undefined : from + pair[1]!.length + 1;
  return isShownBeside(kind, name, value) ? undefined : 0;
}

/** Whether a value beside a field may be shown: it would be as a value of that field. */
function isShownBeside(kind: Kind, name: string, value: string): boolean {
  switch (kind) {
    case 'header':
      return headerCuts([name, value], 'request').length === 0;
    case 'argument':
      return isShownValue(name, value, 'request');
    case 'query':
      return /[=&]/.test(value) && pairCuts(value).length === 0;
    case 'set':
      return /[/.]/.test(value) && isReadable(value);
    default:
      return false;
  }
}
