import { csrfTokens } from '../model/case.ts';
import type { Exchange, Request } from '../model/exchange.ts';
import type { Experiment } from '../model/experiment.ts';
import { cookiePairs, header, queryOf, splitUrl } from '../model/http.ts';
import { ALIKE, odds, PASSES, withHeader, withMethod, withTarget } from '../model/vary.ts';

/** A token found on a page, and how its framework wants it back. */
interface Token {
  readonly value: string;
  readonly field?: string;
  readonly header: string;
}

// The page's own token, fetched as a browser would and sent back as its framework wants it: the way a legitimate client does it.
const experiment: Experiment = {
  id: 'fresh-csrf',
  asks: 'Does it pass with a fresh CSRF token from the page, and the cookies that came with it?',
  vary(c) {
    const { request } = c.exchange;
    if (c.safe || c.method === 'CONNECT') return [];
    const sent = csrfTokens(c).length > 0;
    const target = splitUrl(request.url)?.target ?? '/';
    const get = withMethod(request, 'GET');
    const referer = header(request, 'referer');
    const pages = [
      ...new Set([...(referer && sameSite(referer, request.url) ? [splitUrl(referer)!.target] : []), target, '/']),
    ];
    return [
      {
        experiment: 'fresh-csrf',
        changed: 'with a fresh CSRF token from the page',
        request,
        prepare: pages.map((page) => withTarget(get, page)),
        finish: (answers) => withToken(request, answers),
        expects: odds(
          {
            'csrf-missing': sent ? [0.3, 0.5, 0.2] : PASSES,
            'csrf-invalid': PASSES,
            'origin-rejected': [0.03, 0.9, 0.07],
          },
          ALIKE,
        ),
        turn: sent ? { 'csrf-invalid': 'proves' } : { 'csrf-missing': 'proves' },
        fix: 'load the page first, and send its token back with its cookies',
      },
    ];
  },
};

function sameSite(a: string, b: string): boolean {
  const [x, y] = [splitUrl(a), splitUrl(b)];
  return x !== undefined && y !== undefined && x.scheme === y.scheme && x.host === y.host && x.port === y.port;
}

function withToken(request: Request, pages: readonly Exchange[]): Request | undefined {
  const cookies = new Map<string, string>();
  for (const [name, value] of request.headers)
    if (name.toLowerCase() === 'cookie') for (const [n, v] of cookiePairs(value)) cookies.set(n, v);
  let token: Token | undefined;
  for (const page of pages) {
    for (const [name, value] of page.response?.headers ?? []) {
      if (name.toLowerCase() !== 'set-cookie') continue;
      const [pair = ''] = value.split(';', 1);
      const eq = pair.indexOf('=');
      if (eq > 0) cookies.set(pair.slice(0, eq).trim(), pair.slice(eq + 1).trim());
    }
    token ??= tokenOf(page);
  }
  token ??= fromCookies(cookies);
  if (!token) return undefined;
  const cookie = [...cookies].map(([n, v]) => `${n}=${v}`).join('; ');
  let next = cookie ? withHeader(request, 'Cookie', cookie) : request;
  const form = /urlencoded/i.test(header(request, 'content-type') ?? '') && request.body !== undefined;
  if (token.field && form) {
    const kept = queryOf(`?${request.body!.text}`).filter(({ name }) => name !== token.field);
    const text = request.body!.text;
    const rest = kept.map(({ start, end }) => text.slice(text.lastIndexOf('&', start - 2) + 1, end - 1)).join('&');
    next = {
      ...next,
      body: { text: `${rest}${rest ? '&' : ''}${encodeURIComponent(token.field)}=${encodeURIComponent(token.value)}` },
    };
    return next;
  }
  return withHeader(next, token.header, token.value);
}

const META = /<meta[^>]{0,200}name=["']?((?:csrf|xsrf)[\w-]{0,20})["']?[^>]{0,200}>/i;
const INPUT = /<input[^>]{0,400}>/gi;
const FIELD =
  /^(?:_?csrf(?:_?token)?|csrfmiddlewaretoken|authenticity_token|_token|__requestverificationtoken|_xsrf|csrf_test_name|form_key|_wpnonce|yii_csrf_token|_csrf_token)$/i;

function tokenOf({ response }: Exchange): Token | undefined {
  const text = response?.body?.text.slice(0, 200_000) ?? '';
  for (const [input] of text.matchAll(INPUT)) {
    const name = attribute(input, 'name');
    const value = attribute(input, 'value');
    if (name && value && FIELD.test(name)) return { value, field: name, header: headerFor(name) };
  }
  const meta = META.exec(text);
  const content = meta && attribute(meta[0], 'content');
  if (content && !/param|header/i.test(meta![1]!)) return { value: content, header: 'X-CSRF-Token' };
  const json = /"((?:csrf|xsrf)[\w-]{0,20}|_csrf)"\s{0,5}:\s{0,5}"([^"\\]{8,300})"/i.exec(text);
  if (json) return { value: json[2]!, header: 'X-CSRF-Token' };
  const told = header(response, 'x-csrf-token');
  return told && !/^(?:required|fetch)$/i.test(told) ? { value: told, header: 'X-CSRF-Token' } : undefined;
}

function attribute(tag: string, name: string): string | undefined {
  const match = new RegExp(
    `\\s${name}\\s{0,3}=\\s{0,3}(?:"([^"]{0,1000})"|'([^']{0,1000})'|([^\\s>"']{1,1000}))`,
    'i',
  ).exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3])
    ?.replaceAll('&amp;', '&')
    .replaceAll('&#x2B;', '+')
    .replaceAll('&#43;', '+');
}

function headerFor(field: string): string {
  return /csrfmiddlewaretoken/i.test(field)
    ? 'X-CSRFToken'
    : /requestverification/i.test(field)
      ? 'RequestVerificationToken'
      : /_xsrf/i.test(field)
        ? 'X-XSRFToken'
        : 'X-CSRF-Token';
}

// A cookie that scripts are meant to read and send back: Django, Angular, Laravel, Spring, Tornado.
function fromCookies(cookies: ReadonlyMap<string, string>): Token | undefined {
  for (const [name, value] of cookies) {
    if (/^csrftoken$/i.test(name)) return { value, field: 'csrfmiddlewaretoken', header: 'X-CSRFToken' };
    if (/^xsrf-token$/i.test(name)) return { value: safeDecode(value), header: 'X-XSRF-TOKEN' };
    if (/^_xsrf$/i.test(name)) return { value, field: '_xsrf', header: 'X-XSRFToken' };
    if (/^csrf-token$/i.test(name)) return { value: safeDecode(value), header: 'X-CSRF-Token' };
  }
  return undefined;
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

export default experiment;
