import type { Header, Request } from '../model/exchange.ts';
import { cookiePairs, header, queryOf, splitUrl } from '../model/http.ts';
import type { SendOptions } from '../model/importer.ts';
import { withHeader, without, withTarget } from '../model/vary.ts';
import { isVolatileHeader, volatileValues } from './header-diff.ts';

/** A request and how it is sent. */
export interface Sendable {
  readonly request: Request;
  readonly send: SendOptions;
}

/** One thing in which two requests differ, and the edit that takes it over from the second. */
export interface Unit {
  readonly kind:
    | 'method'
    | 'scheme'
    | 'host'
    | 'path'
    | 'query'
    | 'header'
    | 'cookie'
    | 'field'
    | 'body'
    | 'order'
    | 'certificate'
    | 'connection';
  /** Header, cookie, parameter or field name; empty where the kind says it all. */
  readonly name: string;
  /** What the refused and the allowed request hold; undefined where they hold none. */
  readonly refused?: string;
  readonly allowed?: string;
  apply(to: Sendable): Sendable;
}

const BY_ITSELF = new Set(['content-length', 'connection', 'transfer-encoding', 'cookie', 'date']);

/** Everything in which the refused request differs from the allowed one, by structure. */
export function unitsOf(refused: Sendable, allowed: Sendable): readonly Unit[] {
  return [
    ...wholeUnits(refused, allowed),
    ...headerUnits(refused.request, allowed.request),
    ...cookieUnits(refused.request, allowed.request),
    ...connectionUnits(refused, allowed),
  ];
}

function unit(
  kind: Unit['kind'],
  name: string,
  a: string | undefined,
  b: string | undefined,
  edit: (request: Request) => Request,
): Unit {
  return {
    kind,
    name,
    ...(a !== undefined && { refused: a }),
    ...(b !== undefined && { allowed: b }),
    apply: (to) => ({ ...to, request: edit(to.request) }),
  };
}

function wholeUnits({ request: a }: Sendable, { request: b }: Sendable): Unit[] {
  const found: Unit[] = [];
  const [ua, ub] = [splitUrl(a.url), splitUrl(b.url)];
  if (ua && ub) {
    if (ua.scheme !== ub.scheme || ua.host !== ub.host || ua.port !== ub.port) {
      const base = b.url.slice(0, b.url.length - ub.target.length);
      const kind = ua.scheme !== ub.scheme ? 'scheme' : 'host';
      found.push(
        unit(kind, '', `${ua.scheme}://${ua.host}`, `${ub.scheme}://${ub.host}`, (r) => ({
          ...r,
          url: `${/^[a-z]+:\/\/[^/?#]*/i.exec(b.url)?.[0] ?? base}${splitUrl(r.url)?.target ?? '/'}`,
        })),
      );
    }
    const [pa, pb] = [ua.target.split('?', 1)[0]!, ub.target.split('?', 1)[0]!];
    if (pa !== pb) {
      found.push(
        unit('path', '', pa, pb, (r) =>
          withTarget(
            r,
            `${pb}${(splitUrl(r.url)?.target ?? '').slice((splitUrl(r.url)?.target ?? '').split('?', 1)[0]!.length)}`,
          ),
        ),
      );
    }
    found.push(...queryUnits(a, b));
  }
  if (a.method !== b.method) {
    // a method brings its body along
    found.push(
      unit('method', '', a.method, b.method, (r) => {
        const { body: _body, ...rest } = without(r, 'content-type');
        const type = header(b, 'content-type');
        return {
          ...(type ? withHeader(rest, 'Content-Type', type) : rest),
          method: b.method,
          ...(b.body && { body: b.body }),
        };
      }),
    );
  } else found.push(...bodyUnits(a, b));
  return found;
}

function queryUnits(a: Request, b: Request): Unit[] {
  const [qa, qb] = [queryOf(a.url), queryOf(b.url)];
  const names = [...new Set([...qa, ...qb].map(({ name }) => name))];
  return names.flatMap((name) => {
    const raw = (list: typeof qa, url: string): string[] =>
      list.filter((q) => q.name === name).map(({ start, end }) => url.slice(start, end));
    const [va, vb] = [raw(qa, a.url), raw(qb, b.url)];
    if (va.join('\n') === vb.join('\n')) return [];
    return [unit('query', name, va[0], vb[0], (r) => setQuery(r, name, vb))];
  });
}

function setQuery(request: Request, name: string, values: readonly string[]): Request {
  const target = splitUrl(request.url)?.target ?? '/';
  const path = target.split('?', 1)[0]!;
  let used = false;
  const parts = queryOf(request.url).flatMap((q) => {
    const raw = request.url.slice(q.start, q.end);
    if (q.name !== name) return [`${encodeURIComponent(q.name)}=${raw}`];
    if (used) return [];
    used = true;
    return values.map((v) => `${encodeURIComponent(name)}=${v}`);
  });
  if (!used) parts.push(...values.map((v) => `${encodeURIComponent(name)}=${v}`));
  return withTarget(request, parts.length ? `${path}?${parts.join('&')}` : path);
}

function headerUnits(a: Request, b: Request): Unit[] {
  const names = [...new Set([...a.headers, ...b.headers].map(([n]) => n.toLowerCase()))].filter(
    (n) => !BY_ITSELF.has(n) && !(n === 'content-type' && a.method !== b.method),
  );
  const units = names.flatMap((name) => {
    const all = (r: Request): readonly Header[] => r.headers.filter(([n]) => n.toLowerCase() === name);
    const [ha, hb] = [all(a), all(b)];
    const text = (list: readonly Header[]): string | undefined =>
      list.length ? list.map(([, v]) => v).join(', ') : undefined;
    if (text(ha) === text(hb)) return [];
    // the name that a URL gives is the Host that is sent where no header says otherwise
    if (name === 'host' && (text(ha) ?? hostOf(a)) === (text(hb) ?? hostOf(b))) return [];
    return [unit('header', name, text(ha), text(hb), (r) => (hb.length ? replaceAll(r, name, hb) : without(r, name)))];
  });
  const shape = (r: Request): string =>
    r.headers
      .filter(([n]) => !BY_ITSELF.has(n.toLowerCase()) && names.length > 0 && inBoth(n, a, b))
      .map(([n]) => n)
      .join('\n');
  if (shape(a) !== shape(b)) units.push(unit('order', '', undefined, undefined, (r) => inOrderOf(r, b)));
  return units;
}

function inBoth(name: string, a: Request, b: Request): boolean {
  const lower = name.toLowerCase();
  return a.headers.some(([n]) => n.toLowerCase() === lower) && b.headers.some(([n]) => n.toLowerCase() === lower);
}

function hostOf(request: Request): string | undefined {
  const url = splitUrl(request.url);
  return url && (url.port ? `${url.host}:${url.port}` : url.host);
}

function replaceAll(request: Request, name: string, headers: readonly Header[]): Request {
  const at = request.headers.findIndex(([n]) => n.toLowerCase() === name);
  const rest = request.headers.filter(([n]) => n.toLowerCase() !== name);
  const place = at < 0 ? rest.length : at;
  return { ...request, headers: [...rest.slice(0, place), ...headers, ...rest.slice(place)] };
}

/** Order and case of the header names as the other request has them. */
function inOrderOf(request: Request, other: Request): Request {
  const order = new Map(other.headers.map(([n], i) => [n.toLowerCase(), { i, n }] as const));
  const place = (name: string): number => order.get(name.toLowerCase())?.i ?? 1000;
  const sorted = [...request.headers].sort(([x], [y]) => place(x) - place(y));
  return { ...request, headers: sorted.map(([n, v]): Header => [order.get(n.toLowerCase())?.n ?? n, v]) };
}

function cookieUnits(a: Request, b: Request): Unit[] {
  const jar = (r: Request): Map<string, string> =>
    new Map(r.headers.filter(([n]) => n.toLowerCase() === 'cookie').flatMap(([, v]) => cookiePairs(v)));
  const [ca, cb] = [jar(a), jar(b)];
  return [...new Set([...ca.keys(), ...cb.keys()])].flatMap((name) => {
    if (ca.get(name) === cb.get(name)) return [];
    return [
      unit('cookie', name, ca.get(name), cb.get(name), (r) => {
        const cookies = jar(r);
        const value = cb.get(name);
        if (value === undefined) cookies.delete(name);
        else cookies.set(name, value);
        return cookies.size
          ? withHeader(r, 'Cookie', [...cookies].map(([n, v]) => `${n}=${v}`).join('; '))
          : without(r, 'cookie');
      }),
    ];
  });
}

function bodyUnits(a: Request, b: Request): Unit[] {
  if (a.body?.text === b.body?.text) return [];
  const fields = fieldsOf(a) && fieldsOf(b);
  if (!fields)
    return [unit('body', '', a.body?.text, b.body?.text, (r) => (b.body ? { ...r, body: b.body } : stripBody(r)))];
  const [fa, fb] = [fieldsOf(a)!, fieldsOf(b)!];
  return [...new Set([...fa.keys(), ...fb.keys()])].flatMap((name) => {
    if (fa.get(name) === fb.get(name)) return [];
    return [
      unit('field', name, fa.get(name), fb.get(name), (r) => {
        const now = new Map(fieldsOf(r) ?? fa);
        const value = fb.get(name);
        if (value === undefined) now.delete(name);
        else now.set(name, value);
        return { ...r, body: { text: writeFields(r, now) } };
      }),
    ];
  });
}

function stripBody(request: Request): Request {
  const { body: _body, ...rest } = request;
  return rest;
}

/** Fields of a form, or of a flat JSON object, raw. */
function fieldsOf(request: Request): Map<string, string> | undefined {
  const text = request.body?.text;
  if (text === undefined || text.length > 500_000) return undefined;
  if (isJson(request)) {
    try {
      const value: unknown = JSON.parse(text);
      if (!value || typeof value !== 'object' || Array.isArray(value)) return undefined;
      return new Map(Object.entries(value).map(([k, v]) => [k, JSON.stringify(v)]));
    } catch {
      return undefined;
    }
  }
  if (!/urlencoded/i.test(header(request, 'content-type') ?? '')) return undefined;
  return new Map(
    text
      .split('&')
      .filter(Boolean)
      .map((pair) => {
        const eq = pair.indexOf('=');
        return eq < 0 ? [pair, ''] : [pair.slice(0, eq), pair.slice(eq + 1)];
      }),
  );
}

/** By its type, or by how it begins: curl calls everything after -d a form. */
function isJson(request: Request): boolean {
  return /json/i.test(header(request, 'content-type') ?? '') || /^\s*\{/.test(request.body?.text ?? '');
}

function writeFields(request: Request, fields: ReadonlyMap<string, string>): string {
  if (isJson(request)) return `{${[...fields].map(([k, v]) => `${JSON.stringify(k)}:${v}`).join(',')}}`;
  return [...fields].map(([k, v]) => `${k}=${v}`).join('&');
}

function connectionUnits(a: Sendable, b: Sendable): Unit[] {
  const part = (s: SendOptions, keys: readonly (keyof SendOptions)[]): string =>
    JSON.stringify(keys.map((k) => s[k] ?? null));
  const found: Unit[] = [];
  const take = (kind: Unit['kind'], name: string, keys: readonly (keyof SendOptions)[]): void => {
    if (part(a.send, keys) === part(b.send, keys)) return;
    found.push({
      kind,
      name,
      ...(keys.some((k) => a.send[k] !== undefined) && { refused: name }),
      ...(keys.some((k) => b.send[k] !== undefined) && { allowed: name }),
      apply: (to) => {
        const send: Record<string, unknown> = { ...to.send };
        for (const key of keys) {
          if (b.send[key] === undefined) delete send[key];
          else send[key] = b.send[key];
        }
        return { ...to, send: send as SendOptions };
      },
    });
  };
  take('certificate', 'client certificate', ['cert', 'key', 'passphrase']);
  take('connection', 'proxy', ['proxy', 'proxyTunnel', 'noProxy']);
  take('connection', 'proxy credentials', ['proxyHeaders']);
  take('connection', 'HTTP version', ['httpVersion']);
  take('connection', 'address', ['resolve', 'connectTo', 'unixSocket', 'ipVersion']);
  take('connection', 'PROXY protocol', ['proxyProtocol']);
  take('connection', 'TLS settings', [
    'tlsMin',
    'tlsMax',
    'ciphers',
    'curves',
    'signatures',
    'caFile',
    'caPath',
    'crlFile',
    'pinnedKey',
    'insecure',
  ]);
  return found;
}

/** What a client says of its own accord, or anew for each request of a session: of no weight between two requests of one recording. */
const OF_ITS_OWN =
  /^(?:accept|cache-control|pragma|priority|range|if-(?:range|match|unmodified-since)|sec-fetch-(?:mode|dest|user)|sec-purpose|purpose|upgrade-insecure-requests|te)$/;

/** Whether this difference comes about by itself between two requests of one recording. */
export function changesByItself({ kind, name, refused, allowed }: Unit): boolean {
  const both = refused !== undefined && allowed !== undefined;
  switch (kind) {
    case 'order':
      return true;
    case 'cookie':
      // a session is renewed, a counter counts; one that is gone or came tells
      return both;
    case 'header':
      if (isVolatileHeader(name) || OF_ITS_OWN.test(name)) return true;
      if (name === 'referer')
        return (refused === undefined) === (allowed === undefined) && originIn(refused) === originIn(allowed);
      // a form's token is drawn for each page
      return both && (/csrf|xsrf/.test(name) || volatileValues(refused, allowed));
    case 'query':
    case 'field':
      return both && (/csrf|xsrf|^_token$|authenticity|nonce/i.test(name) || volatileValues(refused, allowed));
    default:
      return false;
  }
}

function originIn(url: string | undefined): string {
  return /^[a-z]+:\/\/[^/?#]*/i.exec(url ?? '')?.[0] ?? '';
}

/** The name of a unit as a report says it. */
export function nameOf(u: Unit): string {
  const shown = u.kind === 'header' ? u.name.replace(/(^|-)[a-z]/g, (s) => s.toUpperCase()) : u.name;
  return u.kind === 'certificate' || u.kind === 'connection'
    ? `the ${u.name}`
    : shown
      ? `the ${u.kind} ${shown}`
      : u.kind === 'order'
        ? 'the order or case of the headers'
        : `the ${u.kind}`;
}
