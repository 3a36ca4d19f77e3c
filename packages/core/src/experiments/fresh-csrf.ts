import { csrfTokens, isSameToken } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import type { Exchange, Request } from '../model/exchange.ts';
import type { Experiment, Variation } from '../model/experiment.ts';
import { cookiePairs, decodePercent, header, queryOf, splitUrl } from '../model/http.ts';
import { ALIKE, odds, PASSES, withHeader, withMethod, withTarget } from '../model/vary.ts';

/** A token found on a page, and how its framework wants it back. */
interface Token {
  readonly value: string;
  readonly field?: string;
  readonly header: string;
}

/** Pages that are looked at for a token: each is a request. */
const MOST_PAGES = 4;

// The page's own token, fetched as a browser would and sent back as its framework wants it: the way a legitimate client does it.
const experiment: Experiment = {
  id: 'fresh-csrf',
  asks: 'Does it pass with a fresh CSRF token from the page, and the cookies that came with it?',
  vary(c, material) {
    const { request } = c.exchange;
    if (c.safe || c.method === 'CONNECT') return [];
    const sent = csrfTokens(c).length > 0;
    const target = splitUrl(request.url)?.target ?? '/';
    // a stale cookie of the token would be taken over as it is
    const get = withoutTokens(withMethod(request, 'GET'));
    const referer = header(request, 'referer');
    const pages = [
      ...new Set([
        ...(referer && sameSite(referer, request.url) ? [splitUrl(referer)!.target] : []),
        ...(material.tokenPages ?? []),
        ...endpoints(request),
        target,
        '/',
      ]),
    ].slice(0, MOST_PAGES);
    const tried = material.seen.some(({ variation }) => variation.experiment === 'fresh-csrf');
    const own = tried ? [] : echoes(c);
    // what is at hand comes first, and no page is asked for it
    if (own.length)
      return own.map(
        (echo): Variation => ({
          experiment: 'fresh-csrf',
          changed: 'with the value of the CSRF cookie in its header',
          request: echo,
          expects: odds({ 'csrf-missing': [0.2, 0.7, 0.1], 'csrf-invalid': [0.7, 0.25, 0.05] }, ALIKE),
          turn: { 'csrf-invalid': 'proves' },
          fix: 'send the value that stands in the CSRF cookie now',
        }),
      );
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
        // a site that checks tokens hands them out with its forms
        barren: (answers) => (answers.some(hasForm) ? { 'csrf-missing': 'doubts' } : {}),
        turn: sent ? { 'csrf-invalid': 'proves' } : { 'csrf-missing': 'proves' },
        fix: 'load the page first, and send its token back with its cookies',
      },
    ];
  },
};

/** Header and cookie of one token that differ: the request with the cookie's value in the header. */
function echoes(c: Case): readonly Request[] {
  const tokens = c.evidence.all('csrf');
  return tokens
    .filter(({ fact }) => fact.where === 'header')
    .flatMap((sent) => {
      const { fact } = sent;
      const cookie = tokens.find((t) => t.fact.where === 'cookie' && isSameToken(t, sent));
      const value = cookie && decodePercent(cookie.fact.value);
      return value && value !== fact.value ? [withHeader(c.exchange.request, fact.name, value)] : [];
    });
}

/** Where libraries hand tokens out to scripts, by their guides: csrf-csrf and csurf beside the API, Laravel Sanctum at one place. */
function endpoints(request: Request): readonly string[] {
  if (/urlencoded|multipart/i.test(header(request, 'content-type') ?? '')) return [];
  const cookies = header(request, 'cookie') ?? '';
  if (/laravel|xsrf-token/i.test(cookies)) return ['/sanctum/csrf-cookie'];
  const [, first] = (splitUrl(request.url)?.target ?? '/').split(/[/?]/);
  return [...(first && /^(?:api|rest|v\d+)$/i.test(first) ? [`/${first}/csrf-token`] : []), '/csrf-token'];
}

function withoutTokens(request: Request): Request {
  const headers = request.headers.flatMap(([name, value]): (readonly [string, string])[] => {
    if (name.toLowerCase() !== 'cookie') return /csrf|xsrf/i.test(name) ? [] : [[name, value]];
    const kept = cookiePairs(value).filter(([n]) => !/csrf|xsrf/i.test(n));
    return kept.length ? [[name, kept.map(([n, v]) => `${n}=${v}`).join('; ')]] : [];
  });
  return { ...request, headers };
}

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

function hasForm({ response }: Exchange): boolean {
  return response?.status === 200 && /<form\b/i.test(response.body?.text.slice(0, 200_000) ?? '');
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

// A cookie that scripts are meant to read and send back: Django, Angular, Laravel, Spring, Tornado, hapi; any other by its name.
function fromCookies(cookies: ReadonlyMap<string, string>): Token | undefined {
  for (const [name, value] of cookies) {
    if (/^csrftoken$/i.test(name)) return { value, field: 'csrfmiddlewaretoken', header: 'X-CSRFToken' };
    if (/^xsrf-token$/i.test(name)) return { value: decodePercent(value), header: 'X-XSRF-TOKEN' };
    if (/^_xsrf$/i.test(name)) return { value, field: '_xsrf', header: 'X-XSRFToken' };
    if (/^(?:__host-)?(?:[\w.-]{0,20}[._-])?(?:csrf|crumb)(?:[_-]?token)?$/i.test(name))
      return { value: decodePercent(value), header: 'X-CSRF-Token' };
  }
  return undefined;
}

export default experiment;
