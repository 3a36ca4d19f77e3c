// Answers repeat the request: "no access to '/secret.html' at localhost:8000". What they repeat is no reason, whatever its words mean.
import { type Reading, statementsOf } from '../language/statements.ts';
import type { Case } from '../model/cause.ts';
import { splitUrl } from '../model/http.ts';

/** Names of the request that an answer may repeat, longest first: its host, with its port, and its path. */
export function echoed(c: Case): readonly string[] {
  const url = splitUrl(c.exchange.request.url.slice(0, LONGEST_ECHO));
  if (!url) return [];
  const path = url.target.split(/[?#]/, 1)[0]!;
  return [...(url.port ? [`${url.host}:${url.port}`] : []), url.host, path].filter(({ length }) => length > 3);
}

const LONGEST_ECHO = 2000;

/** What a text says apart from the names of the request that it repeats: "secret.html" is no secret, and "localhost" no reason. */
export function withoutEcho(reading: Reading, text: string, own: readonly string[]): Reading {
  const spans = own.flatMap((name) => placesOf(name, text));
  if (!spans.length) return reading;
  const inside = (start: number, end: number): boolean => spans.some(([from, to]) => from <= start && end <= to);
  const { tokens, tags, statements } = reading;
  const isEcho = tokens.map(({ start, end }) => inside(start, end));
  const apart = ({ from, to }: { readonly from: number; readonly to: number }): boolean =>
    !isEcho.slice(from, to).every(Boolean);
  const kept = tags.filter(apart);
  return {
    tokens: tokens.map((token, i) => (isEcho[i] ? { ...token, text: ECHO } : token)),
    tags: kept,
    statements: kept.length === tags.length ? statements : statementsOf(kept, tokens),
  };
}

/** Stands for each word of a name that the answer repeats. */
const ECHO = '#echo';

function placesOf(name: string, text: string): readonly (readonly [from: number, to: number])[] {
  const found: [number, number][] = [];
  for (let at = text.indexOf(name); at >= 0 && found.length < 20; at = text.indexOf(name, at + name.length))
    found.push([at, at + name.length]);
  return found;
}
