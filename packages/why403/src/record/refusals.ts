// Which of the exchanges that were seen are refusals, and what had been tried before each.
import {
  type Body,
  catalogue,
  type Exchange,
  type Gap,
  gap,
  type Imported,
  isAllowed,
  judge,
  type Request,
  type Response,
  tools,
} from '@why403/core';
import { createPassed } from '../run/passed.ts';
import { decodeBody } from '../send/decode.ts';
import { hasHeader } from '../send/headers.ts';
import type { Take, Tape } from './tape.ts';

const MOST_DECODED = 1024 * 1024;

/** All that was seen, as exchanges in their order. */
export async function exchangesOf(tape: Tape): Promise<readonly Exchange[]> {
  const all: Exchange[] = [];
  for (const take of tape.takes()) all.push(await exchangeOf(take));
  return all;
}

/**
 * The refusals among them. What was asked again and passed was none, such as the 401 that a token answered; what was asked again
 * and refused again is told once, as it was asked last.
 */
export function refusalsAmong(exchanges: readonly Exchange[], command: string): readonly Imported[] {
  const tool = tools.find(({ commands }) => commands?.includes(command))?.id;
  const last = new Map<
    string,
    { readonly exchange: Exchange; readonly place: number; readonly before: readonly Exchange[] }
  >();
  exchanges.forEach((exchange, place) => {
    if (exchange.response === undefined) return;
    const key = `${exchange.request.method} ${exchange.request.url}`;
    const known = last.get(key);
    last.delete(key);
    last.set(key, { exchange, place, before: known ? [...known.before, known.exchange] : [] });
  });
  return [...last.values()]
    .filter(({ exchange }) => !isAllowed(exchange, catalogue))
    .map(({ exchange, place, before }) => ({
      exchange: { ...withDoubt(exchange), source: { name: command, entry: place } },
      send: {},
      form: 'record' as const,
      ...(tool !== undefined && { tool }),
      notes: before.length > 0 ? [triedBefore(exchange, before)] : [],
    }));
}

/** What passed, to hold a refusal of the same route against. */
export function passedAmong(exchanges: readonly Exchange[], command: string): readonly Imported[] {
  const passed = createPassed();
  exchanges.forEach((exchange, place) => {
    if (exchange.response !== undefined && exchange.response.status < 400)
      passed.add({
        exchange: { ...exchange, source: { name: command, entry: place } },
        send: {},
        form: 'record',
        notes: [],
      });
  });
  return passed.all();
}

/** From what probability on it is said that the recorder may be the reason. */
const DOUBT = 0.05;

/** Rules against bots look at handshakes as well, and that was the recorder's: where they may have refused, this is said. */
function withDoubt(exchange: Exchange): Exchange {
  if (!exchange.transport?.tls) return exchange;
  const bots = judge(exchange, catalogue).ranked.find(({ cause }) => cause.looksAt === 'client');
  if (!bots || bots.probability < DOUBT) return exchange;
  const text =
    'The TLS handshake was the recorder’s, not the command’s: a rule against bots may have refused that. Run the command without why403 to see.';
  return { ...exchange, gaps: [...exchange.gaps, gap('sent-otherwise', text)] };
}

function triedBefore({ request }: Exchange, before: readonly Exchange[]): string {
  const place = request.url.split(/[?#]/, 1)[0]!.slice(0, 100);
  const statuses = before.map(
    ({ request: { headers }, response }) =>
      `${response!.status}${hasHeader(headers, 'authorization') ? '' : ' without Authorization'}`,
  );
  const many = statuses.length > 4 ? [...statuses.slice(0, 3), `${statuses.length - 3} more`] : statuses;
  return `${request.method} ${place} was tried before: ${many.join(', ')}. The last answer is what is diagnosed.`;
}

async function exchangeOf(take: Take): Promise<Exchange> {
  const gaps: Gap[] = [];
  const sent = take.body('request');
  const { byProxy } = take;
  if (byProxy !== undefined)
    gaps.push(gap('proxy-answered', `The proxy ${byProxy} answered this itself: it did not open the way to the host.`));
  const body = bodyOf(sent.bytes, sent.size);
  const request: Request = { ...take.request, ...(body && { body }) };
  const response = take.response && (await responseOf(take, gaps));
  if (!response) gaps.push(gap('response', 'The connection ended before an answer came.'));
  const took = take.took === undefined ? {} : { timings: { end: take.took } };
  return { request, ...(response && { response }), transport: { ...take.transport, ...took }, gaps };
}

async function responseOf(take: Take, gaps: Gap[]): Promise<Response> {
  const { bytes, size } = take.body('response');
  const head = take.response!;
  if (size === 0) return head;
  const decoded = await decodeBody(bytes, head.headers, MOST_DECODED, { cut: size > bytes.byteLength, declared: size });
  gaps.push(...decoded.gaps.filter(({ code }) => code !== 'response-body-cut'));
  if (decoded.body.cutFrom !== undefined)
    gaps.push(gap('response-body-cut', 'The body of the answer is long: only its beginning was kept.'));
  // pictures, archives and the like: much to look through, and nothing to find
  if (/\0|\ufffd{2}/.test(decoded.body.text)) {
    gaps.push(gap('response-body-unreadable', 'The body of the answer is no text.'));
    return { ...head, body: { text: '', cutFrom: size } };
  }
  return { ...head, body: decoded.body };
}

/** A request's body where it is text; of any other only the size says something, and a secret may stand anywhere in it. */
function bodyOf(bytes: Uint8Array, size: number): Body | undefined {
  if (size === 0) return undefined;
  const text = textOf(bytes, size > bytes.byteLength);
  if (text === undefined) return { text: '', cutFrom: size };
  return { text, ...(size > bytes.byteLength && { cutFrom: size }) };
}

/** Bytes as UTF-8; undefined where they are none. A cut may go through a character. */
function textOf(bytes: Uint8Array, isCut: boolean): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
