import { createHash } from 'node:crypto';
import type { Exchange, Header, Request } from '@why403/core';
import type { MendedRequest } from '../types.ts';
import { evaluateOnce, type Way } from './evaluate.ts';
import { setting } from './model.ts';
import { readRequest } from './request.ts';
import type { Run } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate } from './variables.ts';

/** A request whose link is signed as the server signs it, and the line that says how. */
export interface SignedLink {
  readonly mended: MendedRequest;
  readonly directive: Directive;
  /** Whether the link got another time of expiry. */
  readonly renewed: boolean;
}

/** Seconds that a new link is good for. */
const GOOD_FOR = 3600;
/** A hash that is well formed and fits nothing: what has to be signed is known once one came. */
const NO_HASH = 'A'.repeat(22);

/**
 * The refused request with its link signed as the configuration signs it: the secret stands there, and who asks runs the
 * server. Undefined where the hash cannot be placed in the request, or where another rule would still refuse.
 */
export function signLink(way: Way, exchange: Exchange): SignedLink | undefined {
  const { run } = way;
  const [place] = run.link?.value.via ?? [];
  if (!run.link?.fault || !place) return undefined;
  return place.name === 'secure_link_secret' ? signPath(run, place, exchange) : signHash(run, place, exchange);
}

/** Evaluates this request in the place of the refused one, all else taken for granted as before. */
function evaluateAgain(run: Run, exchange: Exchange, request: Request): Way {
  const { clientAddress, serverAddress, now } = run.request;
  const read = readRequest(
    { ...exchange, request },
    {
      now,
      ...(clientAddress === undefined ? {} : { clientAddress }),
      ...(serverAddress === undefined ? {} : { serverAddress }),
    },
  );
  const taken = run.questions.map((question) => question.taken);
  return evaluateOnce(run.model, read, run.files, taken);
}

function isLetThrough({ run, outcome }: Way): boolean {
  return run.link !== undefined && !run.link.fault && (outcome.status === 0 || outcome.status < 400);
}

/** `secure_link_secret`: the hash is the second component of the path. */
function signPath(run: Run, directive: Directive, exchange: Exchange): SignedLink | undefined {
  const { request } = exchange;
  const parts = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*\/[^/?#]*\/)([^?#]*)([?#].*)?$/is.exec(request.url);
  if (!parts) return undefined;
  const [, head = '', tail = '', query = ''] = parts;
  // What stands in the hash's place is one only where it has a hash's length.
  const rest = /^[^/]{32}\//.test(tail) ? tail.slice(33) : tail;
  const put = (hash: string): Request => ({ ...request, url: `${head}${hash}/${rest}${query}` });
  const signed = evaluateAgain(run, exchange, put('0'.repeat(32))).run.link?.signed;
  if (signed === undefined) return undefined;
  const hash = createHash('md5').update(signed).digest('hex');
  const mended = put(hash);
  if (!isLetThrough(evaluateAgain(run, exchange, mended))) return undefined;
  return { mended: { request: mended, secrets: [hash] }, directive, renewed: false };
}

/** `secure_link` and `secure_link_md5`: the hash, and a time where one belongs to it, come in variables of the request. */
function signHash(run: Run, place: Directive, exchange: Exchange): SignedLink | undefined {
  const { request } = exchange;
  const directive = run.link?.value.via.find(({ name }) => name === 'secure_link_md5');
  const [hashFrom = '', timeFrom] = (place.args[0] ?? '').split(/,(.*)/s, 2);
  if (!directive) return undefined;
  const { now } = run.request;
  const old = Number(run.link?.expires ?? 0);
  const renewed = timeFrom !== undefined && old < now + 60;
  const timed =
    timeFrom === undefined ? request : putValue(run, request, timeFrom, String(renewed ? now + GOOD_FOR : old));
  const put = (hash: string): Request | undefined => timed && putValue(run, timed, hashFrom, hash);
  const draft = put(NO_HASH);
  const signed = draft && evaluateAgain(run, exchange, draft).run.link?.signed;
  if (signed === undefined) return undefined;
  const hash = createHash('md5').update(signed, 'utf8').digest('base64url');
  const mended = put(hash);
  if (!mended || !isLetThrough(evaluateAgain(run, exchange, mended))) return undefined;
  return { mended: { request: mended, secrets: [hash] }, directive, renewed };
}

/** The request with this value where the text of the configuration takes it from; undefined where that cannot be told. */
function putValue(run: Run, request: Request, from: string, value: string): Request | undefined {
  const name = /^\$(?:\{(\w+)\}|(\w+))$/.exec(from.trim())?.slice(1).find(Boolean) ?? '';
  const lower = name.toLowerCase();
  if (lower.startsWith('arg_')) return putArgument(request, lower.slice(4), value);
  if (lower.startsWith('http_')) return putHeader(request, lower.slice(5).replaceAll('_', '-'), () => value);
  if (lower.startsWith('cookie_'))
    return putHeader(request, 'cookie', (before) => {
      const others = before.split(/;\s*/).filter((one) => one !== '' && !one.startsWith(`${name.slice(7)}=`));
      return [...others, `${name.slice(7)}=${value}`].join('; ');
    });
  // A part of the path, or a variable made of one: replaced where the old value stands at one place only.
  const text = oldValue(run, from);
  const at = text.length < 4 ? -1 : request.url.indexOf(text);
  if (at < 0 || request.url.includes(text, at + 1)) return undefined;
  return { ...request, url: `${request.url.slice(0, at)}${value}${request.url.slice(at + text.length)}` };
}

/** What the text gave for the refused request: the part of `secure_link` before or after the comma. */
function oldValue(run: Run, from: string): string {
  const link = setting(run.scope, 'secure_link');
  const value = link?.args[0]?.includes(from) ? evaluate(run, from) : undefined;
  return value && !value.unknown ? value.text : '';
}

function putArgument(request: Request, name: string, value: string): Request {
  const [whole = '', fragment = ''] = request.url.split(/(#.*)/s, 2);
  const question = whole.indexOf('?');
  const base = question < 0 ? whole : whole.slice(0, question);
  const args = question < 0 || question === whole.length - 1 ? [] : whole.slice(question + 1).split('&');
  const at = args.findIndex((one) => one.split('=', 1)[0]?.toLowerCase() === name);
  if (at < 0) args.push(`${name}=${value}`);
  else args[at] = `${(args[at] as string).split('=', 1)[0]}=${value}`;
  return { ...request, url: `${base}?${args.join('&')}${fragment}` };
}

function putHeader(request: Request, name: string, change: (before: string) => string): Request {
  const at = request.headers.findIndex(([one]) => one.toLowerCase() === name);
  const headers: Header[] = [...request.headers];
  if (at < 0) headers.push([name, change('')]);
  else headers[at] = [(headers[at] as Header)[0], change((headers[at] as Header)[1])];
  return { ...request, headers };
}
