import { decodeUtf8 } from '../parts/bytes.ts';
import { quoteShort } from '../parts/caret.ts';
import type { Location } from './locate.ts';

interface JarCookie {
  readonly domain: string | undefined;
  readonly subdomains: boolean;
  readonly path: string;
  readonly secure: boolean;
  /** Seconds since 1970; 0 for a session cookie. */
  readonly expires: number;
  readonly name: string;
  readonly value: string;
}

/** Cookies of a file that go with a request, in curl's order, and why others do not. */
interface MatchedCookies {
  readonly pairs: readonly string[];
  readonly notes: readonly string[];
}

const MOST_NOTES = 3;

/**
 * Reads a cookie file, Netscape lines (https://curl.se/docs/http-cookies.html) or `Set-Cookie:` lines, and picks the
 * cookies that go to a place at `now` (milliseconds): domain, path, secure and expiry as RFC 6265 section 5.4 says.
 */
export function matchCookies(
  files: readonly Uint8Array[],
  place: Location,
  now: number,
  junkSession: boolean,
): MatchedCookies {
  const host = place.host.toLowerCase().replace(/\.$/, '');
  const notes: string[] = [];
  const taken = new Map<string, JarCookie>();
  for (const file of files) {
    for (const line of decodeUtf8(file).split('\n')) {
      const cookie = readCookieLine(line.replace(/\r$/, ''));
      if (!cookie) continue;
      const why = whyNot(cookie, host, place, now, junkSession);
      if (why === undefined) taken.set(`${cookie.domain}\t${cookie.path}\t${cookie.name}`, cookie);
      else if (notes.length < MOST_NOTES)
        notes.push(`The cookie ${quoteShort(cookie.name, 40)} of the cookie file is not sent: ${why}.`);
    }
  }
  const sorted = [...taken.values()].sort(
    (a, b) =>
      b.path.length - a.path.length ||
      (b.domain?.length ?? 0) - (a.domain?.length ?? 0) ||
      b.name.length - a.name.length,
  );
  return { pairs: sorted.map(({ name, value }) => `${name}=${value}`), notes };
}

function whyNot(
  cookie: JarCookie,
  host: string,
  place: Location,
  now: number,
  junkSession: boolean,
): string | undefined {
  const { domain } = cookie;
  if (
    domain !== undefined &&
    host !== domain &&
    !(cookie.subdomains && host.endsWith(`.${domain}`) && !/^[\d.]+$|^\[/.test(host))
  ) {
    return `it belongs to ${quoteShort(domain, 60)}`;
  }
  const path = cookie.path.replace(/\/$/, '');
  if (place.path !== path && !place.path.startsWith(`${path}/`))
    return `it belongs to the path ${quoteShort(cookie.path, 60)}`;
  const local = host === 'localhost' || host === '127.0.0.1' || host === '[::1]';
  if (cookie.secure && place.scheme !== 'https' && !local) return 'it is for https only';
  if (cookie.expires !== 0 && cookie.expires * 1000 < now)
    return `it ran out on ${new Date(Math.min(cookie.expires * 1000, 8.64e15)).toISOString().slice(0, 10)}`;
  if (cookie.expires === 0 && junkSession) return 'it is a session cookie, and -j drops those';
  return undefined;
}

function readCookieLine(line: string): JarCookie | undefined {
  const setCookie = /^set-cookie:\s{0,20}/i.exec(line);
  if (setCookie) return readSetCookie(line.slice(setCookie[0].length));
  const text = line.startsWith('#HttpOnly_') ? line.slice(10) : line;
  if (text.startsWith('#')) return undefined;
  const [domain, subdomains, path, secure, expires, name, ...value] = text.split('\t');
  if (!domain || !path || name === undefined || !/^-?[0-9]{1,17}$/.test(expires ?? '')) return undefined;
  return {
    domain: domain.replace(/^\./, '').toLowerCase(),
    subdomains: subdomains === 'TRUE',
    path,
    secure: secure === 'TRUE',
    expires: Number(expires),
    name,
    value: value.join('\t'),
  };
}

function readSetCookie(text: string): JarCookie | undefined {
  const [pair, ...attributes] = text.split(';').map((part) => part.trim());
  const equals = pair?.indexOf('=') ?? -1;
  if (!pair || equals < 1) return undefined;
  const attribute = (name: string) => {
    const found = attributes.find((one) => one.toLowerCase() === name || one.toLowerCase().startsWith(`${name}=`));
    return found?.slice(name.length + 1);
  };
  const domain = attribute('domain')?.replace(/^\./, '').toLowerCase();
  const expires = Date.parse(attribute('expires') ?? '');
  return {
    domain: domain === '' ? undefined : domain,
    subdomains: true,
    path: attribute('path') || '/',
    secure: attribute('secure') !== undefined,
    expires: Number.isNaN(expires) ? 0 : Math.max(1, Math.floor(expires / 1000)),
    name: pair.slice(0, equals).trim(),
    value: pair.slice(equals + 1).trim(),
  };
}
