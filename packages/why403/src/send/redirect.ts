import { type Exchange, type Gap, type Header, isSafeRequest, type Request, type SendOptions } from '@why403/core';
import { quoteOutside } from './error.ts';
import { headerValue, withoutHeaders } from './headers.ts';
import { originOf, parseTarget } from './target.ts';

/** Where a redirect leads, or why it is not followed. */
export type NextStep =
  | { readonly request: Request; readonly options: SendOptions; readonly gaps: readonly Gap[] }
  | { readonly stop: string };

/** Headers that tell nothing of the user but what kind of answer is wanted. No other one goes along to another origin. */
const HARMLESS = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'user-agent',
  'cache-control',
  'pragma',
  'dnt',
]);
/** Headers that say what a body is, which go where it goes. */
const OF_BODY = new Set([
  'content-type',
  'content-length',
  'transfer-encoding',
  'content-encoding',
  'content-language',
]);

/**
 * The request that a response with `Location` asks for. Methods change as curl changes them
 * (https://curl.se/libcurl/c/CURLOPT_POSTREDIR.html): POST becomes GET after 301 and 302, everything but HEAD after 303.
 * `original` is the first request of the chain: what is the user's goes to its origin only, and not once more to it after the
 * chain has `left` it: who led back there could choose the path. Undefined where nothing redirects.
 */
export function followRedirect(
  answer: Exchange,
  current: Request,
  original: Request,
  originalOptions: SendOptions,
  left = false,
): NextStep | undefined {
  const response = answer.response;
  if (!response || response.status < 300 || response.status > 399) return undefined;
  const location = headerValue(response.headers, 'location');
  if (location === undefined || location === '') return undefined;
  const url = resolveLocation(location, current.url);
  if (url === undefined)
    return { stop: `The redirect to ${quoteOutside(location)} was not followed: it leads out of HTTP.` };
  const scheme = /^https:/i.test(url) ? 'https' : 'http';
  if (originalOptions.redirectSchemes?.includes(scheme) === false)
    return {
      stop: `The redirect to ${quoteOutside(location)} was not followed: --proto or --proto-redir does not allow ${scheme}.`,
    };
  let isElsewhere: boolean;
  try {
    isElsewhere = left || originOf(url) !== originOf(original.url);
  } catch {
    return { stop: `The redirect to ${quoteOutside(location)} was not followed: it is not a URL that can be sent.` };
  }
  const isForced = originalOptions.methodForced === true;
  // Under a written-out method curl's own is POST where there is a body, GET elsewhere.
  const own = isForced ? (current.body === undefined ? 'GET' : 'POST') : current.method;
  const toGet = becomesGet(response.status, own, originalOptions);
  const method = toGet && !isForced ? 'GET' : current.method;
  // Without the body of the hop before, there is none for this one either.
  const dropsBody = toGet || (current.body === undefined && original.body !== undefined);
  let headers: readonly Header[] = original.headers;
  if (dropsBody) headers = withoutBodyHeaders(headers);
  if (!isElsewhere) {
    const request = dropsBody ? bodiless(original) : original;
    return {
      request: { ...request, method, url, headers },
      options: withoutTarget(originalOptions),
      gaps: [],
    };
  }
  const request = dropsBody ? bodiless(original) : original;
  // The one word of curl's for trusting whoever is led to. Credentials stay at home even so.
  if ((request.body !== undefined || !isSafeRequest({ ...request, method })) && originalOptions.trustRedirects !== true)
    return {
      stop: `The redirect to ${originOf(url)} was not followed: it asks for ${request.body === undefined ? method : 'the body'} again at another origin; --location-trusted allows that.`,
    };
  const goes = (name: string): boolean =>
    HARMLESS.has(name.toLowerCase()) || (request.body !== undefined && OF_BODY.has(name.toLowerCase()));
  const dropped = headers.filter(([name]) => !goes(name) && !/^(?:host|connection)$/i.test(name)).map(([name]) => name);
  const {
    cert,
    key,
    passphrase: _,
    user,
    digest: _digest,
    anyAuth: _any,
    awsSigv4: _aws,
    requestTarget: _target,
    ...options
  } = originalOptions;
  if (cert !== undefined || key !== undefined) dropped.push('the client certificate');
  if (user !== undefined) dropped.push('the user of -u');
  return {
    request: { ...request, method, url, headers: headers.filter(([name]) => goes(name)) },
    options,
    gaps:
      dropped.length === 0
        ? []
        : [
            {
              code: 'sent-otherwise',
              text: `The redirect led to another origin, ${originOf(url)}, which was sent none of ${[...new Set(dropped)].join(', ')}.`,
            },
          ],
  };
}

/** `--request-target` is for the first request; the next one is where the server leads. */
function withoutTarget(options: SendOptions): SendOptions {
  const { requestTarget: _, ...rest } = options;
  return rest;
}

function becomesGet(status: number, method: string, options: SendOptions): boolean {
  const keeps = (options.keepMethodOn ?? []).some((kept) => kept === status);
  if (status === 301 || status === 302) return method === 'POST' && !keeps;
  if (status === 303) return method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && keeps);
  return false;
}

function bodiless(request: Request): Request {
  const { body: _, ...rest } = request;
  return rest;
}

/** Headers that speak of the body go with it. A Content-Type that the user wrote stays in curl; one that -d or -F gives does not. */
function withoutBodyHeaders(headers: readonly Header[]): readonly Header[] {
  return withoutHeaders(headers, new Set(['content-length', 'transfer-encoding', 'expect', 'content-encoding'])).filter(
    ([name, value]) =>
      name.toLowerCase() !== 'content-type' ||
      !/^(?:application\/x-www-form-urlencoded$|multipart\/form-data)/i.test(value),
  );
}

/**
 * The URL that `Location` names, relative to the current one (RFC 3986 section 5.2). Not through `URL`, which would rewrite
 * the path; what cannot stand in a request line is percent-encoded as curl does. Undefined for schemes other than HTTP.
 */
export function resolveLocation(location: string, base: string): string | undefined {
  const clean = location
    .trim()
    .replace(/#.*$/s, '')
    // Spaces in a query become plus signs, in a path %20, as in curl.
    .replace(/\?.*$/s, (query) => query.replaceAll(' ', '+'))
    .replace(/[\x00-\x20\x7f]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)
    .replace(/[^\x00-\x7f]+/g, (text) => encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8')));
  if (/^https?:\/\//i.test(clean)) return clean;
  if (/^[a-z][a-z0-9+.-]*:/i.test(clean)) return undefined;
  const { scheme, authority, path } = parseTarget(base);
  if (clean.startsWith('//')) return `${scheme}:${clean}`;
  const origin = `${scheme}://${authority}`;
  const basePath = path.replace(/\?.*$/s, '');
  if (clean === '') return origin + path;
  if (clean.startsWith('?')) return origin + basePath + clean;
  const query = clean.indexOf('?');
  const [way, rest] = query < 0 ? [clean, ''] : [clean.slice(0, query), clean.slice(query)];
  const merged = way.startsWith('/') ? way : basePath.slice(0, basePath.lastIndexOf('/') + 1) + way;
  return origin + removeDotSegments(merged) + rest;
}

/** RFC 3986 section 5.2.4. */
export function removeDotSegments(path: string): string {
  const out: string[] = [];
  const segments = path.split('/').slice(1);
  segments.forEach((segment, index) => {
    const isLast = index === segments.length - 1;
    if (segment === '.' || segment === '..') {
      if (segment === '..') out.pop();
      if (isLast) out.push('');
    } else out.push(segment);
  });
  return `/${out.join('/')}`;
}
