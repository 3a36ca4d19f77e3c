import type { EvidenceSet } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { BODY_LIMIT, splitUrl } from '../model/http.ts';
import { fold } from '../model/text.ts';
import type { Match } from '../model/vendor.ts';
import { findPattern, hasPattern } from './pattern.ts';

/** An exchange made ready for matching: everything that conditions look at, folded once. */
export interface Subject {
  readonly exchange: Exchange;
  readonly host: string;
  readonly port: string;
  readonly target: string;
  readonly text: string;
  /** Where each message stands in `text`. */
  readonly pieces: readonly { readonly start: number; readonly end: number; readonly at: readonly Span[] }[];
  readonly body: string;
  readonly codes: readonly { readonly code: string; readonly at: readonly Span[] }[];
  readonly challenges: readonly {
    readonly scheme: string;
    readonly params: Readonly<Record<string, string>>;
    readonly at: readonly Span[];
  }[];
  readonly sent: ReadonlyMap<string, readonly Place[]>;
  readonly got: ReadonlyMap<string, readonly Place[]>;
  readonly cookies: readonly { readonly name: string; readonly at: Span }[];
}

interface Place {
  readonly value: string;
  readonly span: Span;
}

export function subjectOf(exchange: Exchange, evidence: EvidenceSet): Subject {
  const url = splitUrl(exchange.request.url);
  const pieces: { start: number; end: number; at: readonly Span[] }[] = [];
  let text = '';
  for (const { fact, at } of evidence.all('message')) {
    const folded = fold(fact.text);
    if (!folded) continue;
    pieces.push({ start: text.length, end: text.length + folded.length, at });
    text += `${folded} `;
    if (text.length > 2 * BODY_LIMIT) break;
  }
  const sent = index(exchange, 'request');
  const got = index(exchange, 'response');
  return {
    exchange,
    host: (sent.get('host')?.[0]?.value.toLowerCase().replace(/:\d+$/, '') || url?.host) ?? '',
    port: url?.port ?? '',
    target: url?.target ?? '/',
    text,
    pieces,
    body: fold(exchange.response?.body?.text.slice(0, BODY_LIMIT) ?? ''),
    codes: evidence
      .all('message')
      .flatMap(({ fact, at }) => (fact.role === 'code' ? [{ code: fact.text.toLowerCase(), at }] : [])),
    challenges: evidence
      .all('challenge')
      .map(({ fact, at }) => ({ scheme: fact.scheme.toLowerCase(), params: fact.params, at })),
    sent,
    got,
    cookies: [...(got.get('set-cookie') ?? []), ...(sent.get('cookie') ?? [])].flatMap(({ value, span }) =>
      (span.part === 'request' ? value.split(';') : [value]).map((pair) => ({
        name: pair.split('=', 1)[0]!.trim().toLowerCase(),
        at: span,
      })),
    ),
  };
}

function index(exchange: Exchange, part: Span['part']): Map<string, Place[]> {
  const map = new Map<string, Place[]>();
  exchange[part]?.headers.forEach(([name, value], i) => {
    const lower = name.toLowerCase();
    const place: Place = { value, span: { part, in: 'header', header: name, index: i } };
    const list = map.get(lower);
    if (list) list.push(place);
    else map.set(lower, [place]);
  });
  return map;
}

/** The bytes on which a condition holds; an empty list where it holds without any; undefined where it does not hold. */
export function match(condition: Match, subject: Subject): readonly Span[] | undefined {
  if ('text' in condition) return inText(condition.text, subject);
  if ('code' in condition) return inCodes(condition.code, subject);
  if ('header' in condition) return inHeaders(subject.got.get(condition.header.toLowerCase()), condition.is);
  if ('host' in condition) {
    const { host } = subject;
    const is = condition.host;
    return (typeof is === 'string' ? host === is || host.endsWith(`.${is}`) : is.test(host)) ? [] : undefined;
  }
  if ('port' in condition) return [condition.port].flat().includes(Number(subject.port)) ? [] : undefined;
  if ('any' in condition) {
    for (const one of condition.any) {
      const spans = match(one, subject);
      if (spans) return spans;
    }
    return undefined;
  }
  if ('not' in condition) return match(condition.not, subject) ? undefined : [];
  if ('status' in condition)
    return [condition.status].flat().includes(subject.exchange.response?.status ?? 0) ? STATUS : undefined;
  if ('method' in condition)
    return [condition.method].flat().includes(subject.exchange.request.method.toUpperCase()) ? [] : undefined;
  if ('path' in condition) {
    const is = condition.path;
    return (typeof is === 'string' ? subject.target.startsWith(is) : is.test(subject.target)) ? [] : undefined;
  }
  if ('sent' in condition) return inHeaders(subject.sent.get(condition.sent.toLowerCase()), condition.is);
  if ('cookie' in condition) {
    const is = condition.cookie;
    const found = subject.cookies.find(({ name }) =>
      typeof is === 'string' ? name.startsWith(is.toLowerCase()) : is.test(name),
    );
    return found && [found.at];
  }
  if ('body' in condition) return inBody(condition.body, subject);
  return inChallenges(condition, subject);
}

const STATUS: readonly Span[] = [{ part: 'response', in: 'status' }];

function inText(is: string | RegExp, subject: Subject): readonly Span[] | undefined {
  const { text } = subject;
  let start: number;
  let length: number;
  if (typeof is === 'string') {
    const needle = folded(is);
    start = text.indexOf(needle);
    length = needle.length;
  } else {
    const found = findPattern(is, text);
    start = found ? found.index : -1;
    length = found?.[0].length ?? 0;
  }
  if (start < 0) return undefined;
  const piece =
    subject.pieces.find((p) => start < p.end && start >= p.start) ?? subject.pieces.find((p) => start < p.end);
  return piece ? piece.at.map((span) => narrow(subject.exchange, span, text.slice(start, start + length).trim())) : [];
}

/** The smallest span of the user's bytes that holds these folded words; the given span where they stand there otherwise. */
export function narrow(exchange: Exchange, span: Span, words: string): Span {
  if (span.part !== 'response' || !words) return span;
  const whole =
    span.in === 'body'
      ? (exchange.response?.body?.text ?? '')
      : span.in === 'header'
        ? (exchange.response?.headers[span.index ?? -1]?.[1] ?? '')
        : '';
  const from = span.start ?? 0;
  const at = whole
    .slice(from, span.end ?? from + BODY_LIMIT)
    .toLowerCase()
    .indexOf(words);
  return at < 0 ? span : { ...span, start: from + at, end: from + at + words.length };
}

const foldedCache = new Map<string, string>();
function folded(text: string): string {
  let value = foldedCache.get(text);
  if (value === undefined) {
    value = fold(text);
    foldedCache.set(text, value);
  }
  return value;
}

function inBody(is: string | RegExp, subject: Subject): readonly Span[] | undefined {
  if (typeof is !== 'string') return hasPattern(is, subject.body) ? [{ part: 'response', in: 'body' }] : undefined;
  const needle = folded(is);
  if (!subject.body.includes(needle)) return undefined;
  return [narrow(subject.exchange, { part: 'response', in: 'body' }, needle)];
}

function inCodes(is: string | RegExp | readonly string[], subject: Subject): readonly Span[] | undefined {
  const wanted = is instanceof RegExp ? is : [is].flat().map((c) => c.toLowerCase());
  return subject.codes.find(({ code }) => (wanted instanceof RegExp ? wanted.test(code) : wanted.includes(code)))?.at;
}

function inHeaders(places: readonly Place[] | undefined, is: string | RegExp | undefined): readonly Span[] | undefined {
  const place = places?.find(({ value }) => contains(value, is));
  return place && [place.span];
}

function contains(value: string, is: string | RegExp | undefined): boolean {
  if (is === undefined) return true;
  return typeof is === 'string' ? value.toLowerCase().includes(is.toLowerCase()) : is.test(value);
}

function inChallenges(
  condition: { readonly challenge: string; readonly param?: string; readonly is?: string | RegExp },
  subject: Subject,
): readonly Span[] | undefined {
  return subject.challenges.find(
    ({ scheme, params }) =>
      scheme === condition.challenge.toLowerCase() &&
      (condition.param === undefined ||
        (params[condition.param] !== undefined && contains(params[condition.param]!, condition.is))),
  )?.at;
}

/** The bytes on which all conditions hold, or undefined. */
export function matchAll(conditions: readonly Match[], subject: Subject): readonly Span[] | undefined {
  const spans: Span[] = [];
  for (const condition of conditions) {
    const found = match(condition, subject);
    if (!found) return undefined;
    spans.push(...found);
  }
  return spans;
}
