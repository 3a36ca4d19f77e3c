import type { Request } from '../../model/exchange.ts';
import { quoteShort } from '../parts/caret.ts';

/** Names that stand in place of a value: `{{host}}`, `${TOKEN}`, `$TOKEN`, `<token>`, `%TOKEN%`. */
const VARIABLE =
  /\{\{[^{}\r\n]{1,80}\}\}|\$\{[A-Za-z_][\w.]{0,80}\}|\$[A-Za-z_]\w{0,80}|%[A-Z_]{2,80}%|<[a-z_][\w -]{1,40}>/g;
const MOST = 5;

/** Says which values of a request are not shown, because a variable stands in their place. */
export function namedVariables({ url, headers, body }: Request): readonly string[] {
  const texts = [url, ...headers.map(([, value]) => value), body?.text.slice(0, 65_536) ?? ''];
  const found = new Set(texts.flatMap((text) => text.slice(0, 65_536).match(VARIABLE) ?? []));
  const names = [...found].slice(0, MOST).map((name) => quoteShort(name, 60));
  if (names.length === 0) return [];
  return [
    names.length === 1
      ? `${names[0]} is a variable: its value is not shown, so nothing is said of it. Put the value in its place.`
      : `${names.join(', ')}${found.size > MOST ? ' and others' : ''} are variables: their values are not shown. Put the values in their places.`,
  ];
}
