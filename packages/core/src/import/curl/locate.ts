import { InputError } from '../../model/errors.ts';
import { encodeUtf8 } from '../parts/bytes.ts';
import { quoteShort } from '../parts/caret.ts';

/** A URL split as curl does: nothing is normalised but what curl itself changes before sending. */
export interface Location {
  readonly scheme: 'http' | 'https';
  /** User name and password of the URL, decoded. */
  readonly user: { readonly name: string; readonly password: string } | undefined;
  /** As it goes into the Host header: IPv6 in brackets, IDN as ASCII. */
  readonly host: string;
  readonly port: number | undefined;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
}

/**
 * Reads a URL as curl does (https://curl.se/docs/url-syntax.html): no scheme means http, dot segments are squashed
 * unless `asIs`, a fragment is not sent. Throws InputError BAD_VALUE or NO_URL.
 */
export function locate(text: string, options: { readonly asIs?: boolean; readonly scheme?: string } = {}): Location {
  if (text === '') throw new InputError('NO_URL', 'The URL is empty.');
  if (/[\x00-\x20\x7f]/.test(text)) {
    throw new InputError('BAD_VALUE', `The URL has a space or a control character in it: ${quoteShort(text)}`, {
      hint: 'Write a space as %20.',
    });
  }
  const schemed = /^([A-Za-z][A-Za-z0-9+.-]{0,40}):\/{1,3}(?!\/)/.exec(text);
  const scheme = (schemed?.[1] ?? options.scheme ?? 'http').toLowerCase();
  if (scheme !== 'http' && scheme !== 'https') {
    throw new InputError('BAD_VALUE', `The URL scheme ${quoteShort(scheme, 40)} is not HTTP.`, {
      hint: 'why403 explains http and https requests.',
    });
  }
  const rest = schemed ? text.slice(schemed[0].length) : text;
  const authority = /^[^/?#]*/.exec(rest)![0];
  const tail = rest.slice(authority.length).replace(/#.*/s, '');
  const at = authority.lastIndexOf('@');
  const hostPort = authority.slice(at + 1);
  const parts = /^(\[[0-9A-Fa-f:.]{2,45}(?:%[^\]]{1,30})?\]|[^:[\]]{1,255})(?::([0-9]{0,6}))?$/.exec(hostPort);
  if (!parts) {
    throw new InputError('BAD_VALUE', `The URL names no host that could be asked: ${quoteShort(text)}`, {
      hint: 'A URL looks like https://host/path.',
    });
  }
  const port = parts[2] ? Number(parts[2]) : undefined;
  if (port !== undefined && (port > 65535 || port === 0)) throw new InputError('BAD_VALUE', `${port} is not a port.`);
  const question = tail.indexOf('?');
  const rawPath = question < 0 ? tail : tail.slice(0, question);
  const path = encodePath(rawPath === '' ? '/' : rawPath);
  return {
    scheme,
    user: at < 0 ? undefined : readUserInfo(authority.slice(0, at)),
    host: toAsciiHost(parts[1]!),
    port: port === (scheme === 'https' ? 443 : 80) ? undefined : port,
    path: options.asIs ? path : squashDots(path),
    query: question < 0 ? '' : tail.slice(question),
  };
}

/** The Host header's value. */
export function hostOf(location: Location): string {
  const host = location.host.replace(/%[^\]]*/, '');
  return location.port === undefined ? host : `${host}:${location.port}`;
}

/** The absolute URL as it is sent, without credentials and fragment. */
export function urlOf(location: Location): string {
  return `${location.scheme}://${hostOf(location)}${location.path}${location.query}`;
}

/** Removes dot segments (RFC 3986 section 5.2.4), the written ones only: `%2e` stays. */
function squashDots(path: string): string {
  if (!path.includes('/.')) return path;
  const kept: string[] = [];
  const segments = path.slice(1).split('/');
  for (const [index, segment] of segments.entries()) {
    const last = index === segments.length - 1;
    if (segment === '..') kept.pop();
    if (segment === '.' || segment === '..') {
      if (last) kept.push('');
    } else kept.push(segment);
  }
  return `/${kept.join('/')}`;
}

/** curl sends bytes above ASCII in a path percent-encoded, in lower case; those of a query as they are. */
function encodePath(path: string): string {
  return path.replace(/[^\x00-\x7f]+/g, (run) =>
    Array.from(encodeUtf8(run), (byte) => `%${byte.toString(16)}`).join(''),
  );
}

function toAsciiHost(host: string): string {
  const numeric = /^(?:0x[0-9A-Fa-f]*|[0-9]+)(?:\.(?:0x[0-9A-Fa-f]*|[0-9]*)){0,3}$/.test(host);
  if (!numeric && !/[^\x00-\x7f]/.test(host)) return host;
  try {
    // The platform's own parser does IDNA (RFC 5891) and numeric IPv4 forms.
    return new URL(`http://${host}/`).hostname;
  } catch {
    if (numeric) return host;
    throw new InputError('BAD_VALUE', `The host name ${quoteShort(host)} cannot be written in ASCII.`);
  }
}

function readUserInfo(info: string): { readonly name: string; readonly password: string } {
  const colon = info.indexOf(':');
  return {
    name: percentDecode(colon < 0 ? info : info.slice(0, colon)),
    password: colon < 0 ? '' : percentDecode(info.slice(colon + 1)),
  };
}

function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text.replace(/%(?![0-9A-Fa-f]{2})/g, '%25'));
  } catch {
    return text;
  }
}
