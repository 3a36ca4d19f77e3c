// One exchange as it may be shown. What each of its places hides is found first, for all of them, and then what is known of
// these secrets in every place: so that an echo is hidden before anything is cut.
import type { Exchange, Header, Span } from '../model/exchange.ts';
import { header, wholeOf } from '../model/http.ts';
import { bodyCuts } from './body.ts';
import { type Cut, mergeCuts, shifted, valuesOf, withoutCuts } from './cuts.ts';
import { isName } from './form.ts';
import { headerCuts } from './headers.ts';
import { mask } from './mask.ts';
import { sentenceCuts, unknownCuts } from './sentence.ts';
import { type UrlView, urlCuts } from './url.ts';
import type { Vault } from './vault.ts';

export interface View {
  readonly url: () => string;
  readonly headers: (part: Span['part']) => readonly Header[];
  readonly body: (part: Span['part']) => string | null;
  /** A run of the text that a span's offsets count in; the whole of it without offsets. */
  readonly part: (span: Span, from?: number, to?: number, joined?: 'before' | 'after') => string;
}

type Place = Pick<Span, 'part' | 'in' | 'index' | 'header'>;

/** Looks at every place of an exchange. `marked` are the spans that the judging points at: words there are shown. */
export function viewOf(exchange: Exchange, vault: Vault, marked: readonly Span[] = []): View {
  const found = new Map<string, readonly Cut[]>();
  const final = new Map<string, readonly Cut[]>();
  const places = placesOf(exchange);
  vault.show(hostOf(exchange.request.url));
  for (const place of places) {
    const text = wholeOf(exchange, place);
    const spans = marked.filter((span) => keyOf(span) === keyOf(place));
    const own = cutsOf(exchange, place, text).flatMap((cut) => (cut.soft ? softened(text, cut, spans) : [cut]));
    // an answer may repeat what is not known
    const cuts = place.part === 'response' && vault.isPartial() ? mergeCuts([...own, ...unknownCuts(text)]) : own;
    found.set(keyOf(place), cuts);
    for (const cut of cuts) learnCut(vault, text, cut);
  }
  const cutsFor = (place: Place): readonly Cut[] => {
    const key = keyOf(place);
    let cuts = final.get(key);
    if (!cuts) {
      const own = place.in === 'method' || place.in === 'status' ? [] : vault.find(wholeOf(exchange, place));
      cuts = mergeCuts([...(found.get(key) ?? []), ...kept(exchange, place, own)]);
      final.set(key, cuts);
    }
    return cuts;
  };
  const part: View['part'] = (span, from, to, joined) =>
    withoutCuts(wholeOf(exchange, span), cutsFor(span), from, to, joined);
  return {
    part,
    url: () => part({ part: 'request', in: 'url' }),
    headers: (side) =>
      (exchange[side]?.headers ?? []).map(
        ([name], index): Header => [nameOf(name, vault), part({ part: side, in: 'header', index, header: name })],
      ),
    body: (side) => (exchange[side]?.body ? part({ part: side, in: 'body' }) : null),
  };
}

/** Words in a place that nothing is known of are hidden there, and are words elsewhere. */
export function learnCut(vault: Vault, text: string, cut: Cut): void {
  if (cut.unread) {
    vault.miss();
    return;
  }
  const cuts = cut.soft ? shifted(sentenceCuts(text.slice(cut.start, cut.end)), cut.start) : [cut];
  for (const one of cuts)
    for (const value of valuesOf(text, one)) {
      if (one.word) vault.learnWord(value);
      else vault.learn(value);
    }
}

function placesOf({ request, response }: Exchange): readonly Place[] {
  const places: Place[] = [{ part: 'request', in: 'url' }];
  for (const part of ['request', 'response'] as const) {
    const message = part === 'request' ? request : response;
    message?.headers.forEach(([header], index) => {
      places.push({ part, in: 'header', index, header });
    });
    if (message?.body) places.push({ part, in: 'body' });
  }
  if (response?.statusText) places.push({ part: 'response', in: 'status' });
  return places;
}

function keyOf(span: Place): string {
  return `${span.part} ${span.in} ${span.index ?? ''}`;
}

function cutsOf(exchange: Exchange, place: Place, text: string): readonly Cut[] {
  const view: UrlView = { hosts: new Set([hostOf(exchange.request.url)]) };
  switch (place.in) {
    case 'url':
      return urlCuts(text, { ownHost: true });
    case 'header':
      return headerCuts(exchange[place.part]!.headers[place.index!]!, place.part, view);
    case 'body':
      return bodyCuts(text, place.part, header(exchange[place.part], 'content-type') ?? '');
    case 'status':
      return sentenceCuts(text);
    default:
      return [];
  }
}

/** What nothing is known of, where the judging points at it: its words are shown, and what looks like a value is not. */
function softened(text: string, cut: Cut, spans: readonly Span[]): readonly Cut[] {
  const pointed = spans.some(
    (span) => (span.start ?? 0) < cut.end && (span.end ?? text.length) > cut.start && span.start !== undefined,
  );
  const whole = spans.some((span) => span.start === undefined && span.in === 'header');
  return pointed || whole ? shifted(sentenceCuts(text.slice(cut.start, cut.end)), cut.start) : [cut];
}

/** The host of the request is the user's own word, and stays readable. */
function kept(exchange: Exchange, place: Place, cuts: readonly Cut[]): readonly Cut[] {
  if (place.in !== 'url' || !cuts.length) return cuts;
  const { start, end } = hostAt(exchange.request.url);
  return cuts.flatMap((cut) => {
    const parts: Cut[] = [];
    if (cut.start < start) parts.push({ start: cut.start, end: Math.min(cut.end, start) });
    if (cut.end > end) parts.push({ start: Math.max(cut.start, end), end: cut.end });
    return parts;
  });
}

function hostAt(url: string): { readonly start: number; readonly end: number } {
  const match = /^([a-z][a-z0-9+.-]{0,20}:\/\/)([^/?#]*)/i.exec(url);
  if (!match) return { start: 0, end: 0 };
  const end = match[0].length;
  return { start: match[1]!.length + match[2]!.lastIndexOf('@') + 1, end };
}

function hostOf(url: string): string {
  const { start, end } = hostAt(url);
  return url.slice(start, end).toLowerCase();
}

function nameOf(name: string, vault: Vault): string {
  return isName(name) ? withoutCuts(name, vault.find(name)) : mask(name);
}
