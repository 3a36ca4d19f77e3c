import { readClaims } from '../model/compare-tokens.ts';
import type { Exchange, Header, Request } from '../model/exchange.ts';
import { cookiePairs, header, queryOf, splitUrl } from '../model/http.ts';
import type { Imported } from '../model/importer.ts';
import { compareAnswers } from './answer-diff.ts';
import { compareFields, fieldsOf } from './fields.ts';
import {
  type Add,
  compareHeaders,
  type Difference,
  type DifferenceKind,
  valuesOf,
  volatileValues,
} from './header-diff.ts';

const VOLATILE_NAME = /^(?:_|ts|t|time|timestamp|nonce|iat|jti|cb|rnd|rand|random|cachebuster|request_?id|trace_?id)$/i;
/** Everything in which two requests, and their answers where both have one, differ: by structure, with knowledge of HTTP. */
export function compareExchanges(a: Imported, b: Imported): readonly Difference[] {
  return [
    ...compareRequests(a.exchange.request, b.exchange.request),
    ...compareSending(a, b),
    ...compareAnswers(a.exchange, b.exchange),
  ];
}

/** The same of the requests alone. */
export function compareRequests(a: Request, b: Request): readonly Difference[] {
  const found: Difference[] = [];
  const add: Add = (kind, name, x, y, volatile = false) => {
    if (x !== y) found.push({ part: 'request', kind, name, a: x, b: y, volatile });
  };
  add('method', '', a.method, b.method);
  const [ua, ub] = [splitUrl(a.url), splitUrl(b.url)];
  const port = (u: typeof ua): string => (u?.port ? u.port : u?.scheme === 'https' ? '443' : '80');
  add('scheme', '', ua?.scheme ?? '', ub?.scheme ?? '');
  if (ua?.host !== ub?.host || (ua?.scheme === ub?.scheme && port(ua) !== port(ub)))
    add('host', '', ua ? `${ua.host}:${port(ua)}` : '', ub ? `${ub.host}:${port(ub)}` : '');
  add('path', '', pathOf(a.url), pathOf(b.url));
  compareLists('query', 'query order', pairsOfQuery(a.url), pairsOfQuery(b.url), add);
  compareHeaders(tellingHeaders(a), tellingHeaders(b), add);
  compareLists('cookie', 'cookie order', cookiesOf(a), cookiesOf(b), add);
  for (const token of compareTokens(a, b)) add('token', token.name, token.a, token.b, token.volatile);
  compareBodies(a, b, add);
  return found;
}

/** The headers but those that follow from the rest: a Host that says no more than the URL, the length of the body. */
function tellingHeaders({ url, headers }: Request): readonly Header[] {
  const own = splitUrl(url);
  const names = own ? [own.host, `${own.host}:${own.port || (own.scheme === 'https' ? '443' : '80')}`] : [];
  return headers.filter(([n, v]) => {
    const name = n.toLowerCase();
    return name !== 'content-length' && (name !== 'host' || !names.includes(v.toLowerCase()));
  });
}

function pathOf(url: string): string {
  return (splitUrl(url)?.target ?? '/').split('?', 1)[0]!;
}

function pairsOfQuery(url: string): readonly Header[] {
  return queryOf(url).map(({ name, start, end }): Header => [name, url.slice(start, end)]);
}

function cookiesOf(request: Request): readonly Header[] {
  return request.headers.filter(([n]) => n.toLowerCase() === 'cookie').flatMap(([, v]) => cookiePairs(v));
}

/** Named values of which the order may matter: each by its name, then the order of those that both hold. */
function compareLists(
  kind: 'query' | 'cookie',
  order: DifferenceKind,
  a: readonly Header[],
  b: readonly Header[],
  add: Add,
): void {
  const names = [...new Set([...a, ...b].map(([n]) => n))];
  for (const name of names) {
    const [x, y] = [valuesOf(a, name), valuesOf(b, name)];
    add(kind, name, x, y, x !== null && y !== null && (VOLATILE_NAME.test(name) || volatileValues(x, y)));
  }
  const shared = (from: readonly Header[], other: readonly Header[]): string =>
    from
      .map(([n]) => n)
      .filter((n) => other.some(([m]) => m === n))
      .join(', ');
  const [x, y] = [shared(a, b), shared(b, a)];
  if (x.length === y.length) add(order, '', x, y);
}

interface TokenDifference {
  readonly name: string;
  readonly a: string | null;
  readonly b: string | null;
  readonly volatile: boolean;
}

/** What JSON Web Tokens in the same place say differently, claim by claim (RFC 7519 section 4.1). */
function compareTokens(a: Request, b: Request): readonly TokenDifference[] {
  const places = (r: Request): readonly Header[] => [
    ...r.headers.filter(([n]) => n.toLowerCase() !== 'cookie'),
    ...cookiesOf(r).map(([n, v]): Header => [`cookie ${n}`, v]),
  ];
  const lower = (list: readonly Header[]): Map<string, string> => new Map(list.map(([n, v]) => [n.toLowerCase(), v]));
  const [pa, pb] = [lower(places(a)), lower(places(b))];
  return places(a).flatMap(([place]) => {
    const [x, y] = [readClaims(pa.get(place.toLowerCase())), readClaims(pb.get(place.toLowerCase()))];
    if (!x || !y) return [];
    return [...new Set([...Object.keys(x), ...Object.keys(y)])].flatMap((claim) => {
      const [va, vb] = [claimText(claim, x[claim]), claimText(claim, y[claim])];
      return va === vb
        ? []
        : [
            {
              name: `${place} ${claim}`,
              a: va,
              b: vb,
              volatile: /^(?:iat|jti|nbf|auth_time|sid|at_hash)$/.test(claim),
            },
          ];
    });
  });
}

function claimText(claim: string, value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && /^(?:exp|iat|nbf|auth_time)$/.test(claim) && Math.abs(value) < 8e12)
    return new Date(value * 1000).toISOString().replace('.000Z', 'Z');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compareBodies(a: Request, b: Request, add: Add): void {
  const [x, y] = [a.body?.text ?? null, b.body?.text ?? null];
  if (x === y) return;
  const type = (r: Request): string => header(r, 'content-type') ?? '';
  const [fa, fb] = [x === null ? undefined : fieldsOf(x, type(a)), y === null ? undefined : fieldsOf(y, type(b))];
  if (fa && fb)
    for (const { name, a: va, b: vb } of compareFields(fa, fb))
      add(
        'field',
        name,
        va,
        vb,
        va !== null && vb !== null && (VOLATILE_NAME.test(name.split('.').at(-1)!) || volatileValues(va, vb)),
      );
  else add('body', '', x, y);
}

const SENDING = [
  ['the forward proxy', (s: Imported['send']) => s.proxy],
  ['the HTTP version', (s: Imported['send']) => s.httpVersion],
  ['the client certificate', (s: Imported['send']) => s.cert],
  ['certificates that are not checked', (s: Imported['send']) => (s.insecure ? 'yes' : undefined)],
  ['the address', (s: Imported['send']) => [...(s.resolve ?? []), ...(s.connectTo ?? [])].join(' ') || s.unixSocket],
  [
    'the line of the PROXY protocol',
    (s: Imported['send']) => s.proxyProtocol && (s.proxyProtocol.client ?? 'with the own address'),
  ],
  ['IP version', (s: Imported['send']) => (s.ipVersion ? String(s.ipVersion) : undefined)],
  ['the lowest TLS version', (s: Imported['send']) => s.tlsMin],
  ['the highest TLS version', (s: Imported['send']) => s.tlsMax],
  ['ciphers', (s: Imported['send']) => s.ciphers],
] as const;

function compareSending(a: Imported, b: Imported): readonly Difference[] {
  const version = (e: Exchange): string | undefined => e.request.httpVersion ?? e.response?.httpVersion;
  const found = SENDING.flatMap(([name, read]): Difference[] => {
    const [x, y] = [read(a.send) ?? null, read(b.send) ?? null];
    return x === y ? [] : [{ part: 'request', kind: 'sending', name, a: x, b: y, volatile: false }];
  });
  const [va, vb] = [version(a.exchange), version(b.exchange)];
  if (va && vb && va !== vb && !found.some(({ name }) => name === 'the HTTP version'))
    found.push({ part: 'request', kind: 'sending', name: 'the HTTP version', a: va, b: vb, volatile: false });
  return found;
}
