import { compareExchanges } from '../difference/exchange-diff.ts';
import type { Difference } from '../difference/header-diff.ts';
import { gather } from '../engine/gather.ts';
import type { Reader } from '../model/evidence.ts';
import type { Imported } from '../model/importer.ts';
import {
  learnExchange,
  newVault,
  type Redactor,
  redactBody,
  redactHeaders,
  redactName,
  redactorOf,
  redactText,
  redactUrl,
  redactValue,
  showAll,
} from '../redact/index.ts';
import { visible } from './escape.ts';

/** One side of a comparison, as it may be shown. */
export interface Side {
  readonly method: string;
  readonly url: string;
  readonly status: number | null;
}

/** Two exchanges compared. Plain JSON, secrets taken out. */
export interface ExchangeDiff {
  readonly schema: 'why403-diff/1';
  readonly a: Side;
  readonly b: Side;
  /** What changes by itself from one request to the next stands last, marked. */
  readonly differences: readonly Difference[];
}

const LONGEST = 2000;

/** Compares two requests, and their answers where both have one. */
export function diffExchanges(
  a: Imported,
  b: Imported,
  readers: readonly Reader[],
  options: { readonly showSecrets?: boolean } = {},
): ExchangeDiff {
  const vault = newVault();
  for (const { exchange } of [a, b]) learnExchange(vault, exchange, gather(exchange, readers));
  const redact = options.showSecrets ? showAll : redactorOf(vault);
  const differences = compareExchanges(a, b).map((d) => (options.showSecrets ? d : hidden(d, redact)));
  const side = ({ exchange }: Imported): Side => ({
    method: exchange.request.method,
    url: options.showSecrets ? exchange.request.url : redactUrl(exchange.request.url, redact),
    status: exchange.response?.status ?? null,
  });
  return {
    schema: 'why403-diff/1',
    a: side(a),
    b: side(b),
    differences: [...differences.filter((d) => !d.volatile), ...differences.filter((d) => d.volatile)],
  };
}

/** A difference that may be shown: that two secrets differ is told, by their lengths, and nothing else of them. */
function hidden(d: Difference, redact: Redactor): Difference {
  const show = (value: string | null): string | null => {
    if (value === null) return null;
    const out = shown(d, value, redact);
    return out.length > LONGEST ? `${out.slice(0, LONGEST)}…` : out;
  };
  const a = show(d.a);
  let b = show(d.b);
  // both are hidden, and they are not the same
  if (a !== null && a === b && d.a !== d.b) b = `${b} (another one)`;
  return { ...d, name: redactName(d.name, redact), a, b };
}

function shown(d: Difference, value: string, redact: Redactor): string {
  const side = d.part === 'request' ? 'request' : 'response';
  switch (d.kind) {
    case 'header':
      return listed(d.name, value, redact, side);
    case 'cookie':
      return redactHeaders([['Cookie', `${d.name}=${value}`]], redact)[0]![1].slice(d.name.length + 1);
    case 'set-cookie':
      return redactHeaders([['Set-Cookie', value]], redact)[0]![1];
    case 'query':
    case 'field':
      return redactValue(d.name, value, redact, side);
    case 'token':
      return redactText(value, redact);
    case 'body':
    case 'text':
      return redactBody(value, redact, side);
    case 'sending':
    case 'path':
      return redactUrl(value, redact);
    default:
      return redact(value);
  }
}

/** A header's value, with how often it came where that differs. */
function listed(name: string, value: string, redact: Redactor, side: 'request' | 'response'): string {
  const times = / \(\d{1,6} times\)$/.exec(value)?.[0] ?? '';
  return `${redactHeaders([[name, value.slice(0, value.length - times.length)]], redact, side)[0]![1]}${times}`;
}

/** The comparison for a terminal. */
export function diffText(d: ExchangeDiff, width = 80): string {
  const side = (name: string, { method, url, status }: Side): string =>
    `${name}  ${status ?? '---'}  ${visible(method)} ${cut(visible(url), width - 12 - method.length)}`;
  const part = (title: string, list: readonly Difference[]): string[] =>
    list.length ? ['', title, ...list.flatMap((one) => told(one, width))] : [];
  const lasting = d.differences.filter((one) => !one.volatile);
  const volatile = d.differences.filter((one) => one.volatile);
  return `${[
    side('a', d.a),
    side('b', d.b),
    ...(d.differences.length === 0 ? ['', 'alike in everything that can be compared'] : []),
    ...part(
      'request',
      lasting.filter((one) => one.part === 'request'),
    ),
    ...part(
      'answer',
      lasting.filter((one) => one.part === 'answer'),
    ),
    ...(volatile.length ? ['', `changes by itself: ${visible([...new Set(volatile.map(label))].join(', '))}`] : []),
  ].join('\n')}\n`;
}

function label(d: Difference): string {
  return d.name === '' ? d.kind : d.kind === 'header' || d.kind === 'sending' ? d.name : `${d.kind} ${d.name}`;
}

function told(d: Difference, width: number): string[] {
  const head = `  ${visible(label(d))}`;
  const value = (text: string | null): string =>
    text === null ? '(none)' : text === '' ? '(empty)' : cut(visible(text), width - 6);
  const [a, b] = [value(d.a), value(d.b)];
  if (head.length + a.length + b.length + 8 <= width && d.a !== null && d.b !== null) return [`${head}  ${a} → ${b}`];
  return [head, `    a ${a}`, `    b ${b}`];
}

function cut(text: string, room: number): string {
  return text.length > room ? `${text.slice(0, Math.max(8, room - 1))}…` : text;
}
