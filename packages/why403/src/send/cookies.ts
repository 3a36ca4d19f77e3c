import { isIP } from 'node:net';
import type { Exchange, Request } from '@why403/core';
import { headerValue, withHeader } from './headers.ts';
import { leadingEnd } from './proxy.ts';
import { originOf, parseTarget, type Target } from './target.ts';

interface StoredCookie {
  readonly name: string;
  readonly value: string;
  /** The origin that set it. No other one gets it, whatever Domain it names: a redirect takes no cookies along. */
  readonly origin: string;
  readonly path: string;
}

/** Cookies that the answers of one chain of redirects set. */
export interface CookieStore {
  /** Takes what an answer sets or deletes (RFC 6265 section 5.3). */
  take(exchange: Exchange): void;
  /** The request with the cookies that belong to its URL; the user's own of the same name give way. */
  give(request: Request): Request;
}

const MAX_COOKIES = 200;
const MAX_COOKIE_LENGTH = 8192;

export function createCookieStore(now: () => number = Date.now): CookieStore {
  const stored = new Map<string, StoredCookie>();
  return {
    take({ request, response }) {
      for (const [name, value] of response?.headers ?? []) {
        if (name.toLowerCase() !== 'set-cookie' || value.length > MAX_COOKIE_LENGTH) continue;
        const read = readSetCookie(value, request.url, now());
        if (read === undefined) continue;
        const key = JSON.stringify([read.cookie.name, read.cookie.origin, read.cookie.path]);
        if (read.isGone) stored.delete(key);
        else if (stored.size < MAX_COOKIES) stored.set(key, read.cookie);
      }
    },
    give(request) {
      const fitting = [...stored.values()]
        .filter((cookie) => belongs(cookie, request.url))
        .sort((a, b) => b.path.length - a.path.length);
      if (fitting.length === 0) return request;
      const names = new Set(fitting.map(({ name }) => name));
      const own = (headerValue(request.headers, 'cookie') ?? '')
        .split(';')
        .map((pair) => pair.trim())
        .filter((pair) => pair !== '' && !names.has(pair.split('=', 1)[0]!));
      const value = [...fitting.map((cookie) => `${cookie.name}=${cookie.value}`), ...own].join('; ');
      const { headers } = request;
      return headerValue(headers, 'cookie') === undefined
        ? { ...request, headers: headers.toSpliced(leadingEnd(headers), 0, ['Cookie', value]) }
        : { ...request, headers: withHeader(headers, 'Cookie', value) };
    },
  };
}

function readSetCookie(
  text: string,
  url: string,
  now: number,
): { readonly cookie: StoredCookie; readonly isGone: boolean } | undefined {
  const target = parseTarget(url);
  const [pair = '', ...parts] = text.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  if (equals < 1 || /[\x00-\x1f\x7f]/.test(pair)) return undefined;
  const attributes = new Map(
    parts.map((part) => {
      const [key = '', ...value] = part.split('=');
      return [key.trim().toLowerCase(), value.join('=').trim()] as const;
    }),
  );
  const host = target.host.toLowerCase().replace(/\.$/, '');
  const domain = attributes.get('domain')?.toLowerCase().replace(/^\./, '') ?? '';
  // A domain of one label would be everybody's; an address has no subdomains.
  const isOwn = domain === '' || domain === host;
  if (!isOwn && (isIP(host) > 0 || !domain.includes('.') || !host.endsWith(`.${domain}`))) return undefined;
  if (attributes.has('secure') && !isTrusted(target)) return undefined;
  const written = attributes.get('path') ?? '';
  const maxAge = attributes.get('max-age');
  const expires = Date.parse(attributes.get('expires')?.slice(0, 64) ?? '');
  const isOver = maxAge !== undefined && /^-?\d{1,15}$/.test(maxAge) ? Number(maxAge) <= 0 : expires <= now;
  return {
    isGone: isOver,
    cookie: {
      name: pair.slice(0, equals).trim(),
      value: pair.slice(equals + 1).trim(),
      origin: originOf(url),
      path: written.startsWith('/') ? written : defaultPath(target.path),
    },
  };
}

/** RFC 6265 section 5.1.4. */
function defaultPath(path: string): string {
  const way = path.replace(/\?.*$/s, '');
  const end = way.lastIndexOf('/');
  return end <= 0 ? '/' : way.slice(0, end);
}

function belongs(cookie: StoredCookie, url: string): boolean {
  if (originOf(url) !== cookie.origin) return false;
  const path = parseTarget(url).path.replace(/\?.*$/s, '');
  return path === cookie.path || path.startsWith(cookie.path.endsWith('/') ? cookie.path : `${cookie.path}/`);
}

/** Browsers and curl take this machine itself for as good as https. */
function isTrusted(target: Target): boolean {
  return target.scheme === 'https' || ['localhost', '127.0.0.1', '::1'].includes(target.host);
}
