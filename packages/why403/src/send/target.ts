import { isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { quoteOutside, SendError } from './error.ts';

/** The parts of a URL that sending needs, cut out without changing a byte of path and query. */
export interface Target {
  readonly scheme: 'http' | 'https';
  /** Name or address, in ASCII, without brackets. */
  readonly host: string;
  readonly port: number;
  /** Host as it stands in a URL and in `Host`, with the port where it is not the scheme's own. */
  readonly authority: string;
  /** Path and query as they go out; never empty. */
  readonly path: string;
}

/**
 * Cuts an absolute http or https URL. `URL` is not used: it rewrites paths, and what is sent must be what the user sent.
 * A fragment and user information are left out. Throws SendError `PROTOCOL` for what cannot go into a request line.
 */
export function parseTarget(url: string): Target {
  const parts = /^(https?):\/\/([^/?#]*)([^#]*)/i.exec(url);
  const fail = (what: string) =>
    new SendError('PROTOCOL', `The URL ${quoteOutside(withoutQuery(url))} cannot be sent: ${what}.`);
  if (!parts) throw fail('it is not an absolute http or https URL');
  const scheme = parts[1]!.toLowerCase() as 'http' | 'https';
  const authority = parts[2]!.slice(parts[2]!.lastIndexOf('@') + 1);
  const rest = parts[3]!;
  if (/[\x00-\x20\x7f]/.test(rest)) {
    throw fail('its path or query holds a space or a control character; write it percent-encoded');
  }
  const hostPort = /^(\[[^\]]*\]|[^:]*)(?::(\d{0,5}))?$/.exec(authority);
  const written = hostPort?.[1] ?? '';
  if (!hostPort || written === '') throw fail('its host or port cannot be read');
  const own = scheme === 'https' ? 443 : 80;
  const port = hostPort[2] ? Number(hostPort[2]) : own;
  if (port < 1 || port > 65535) throw fail('its port is not between 1 and 65535');
  const host = readHost(written);
  if (host === undefined) throw fail('its host cannot be read');
  // A zone id is for this machine only and is not sent (RFC 9844 section 3).
  const shown = host.includes(':') ? `[${host.replace(/%.*$/, '')}]` : host;
  return {
    scheme,
    host,
    port,
    authority: port === own ? shown : `${shown}:${port}`,
    path: rest.startsWith('/') ? rest : `/${rest}`,
  };
}

function readHost(written: string): string | undefined {
  if (written.startsWith('[')) {
    const inner = written.slice(1, -1).replace('%25', '%');
    return isIP(inner) === 6 ? inner : undefined;
  }
  if (/[\x00-\x20\x7f"<>\\^`{|}]/.test(written)) return undefined;
  const ascii = /[^\x00-\x7f]/.test(written) ? domainToASCII(written) : written;
  return ascii === '' ? undefined : ascii;
}

/** The same for comparing: `https://shop.example:443`, host in lower case, the port always there. */
export function originOf(url: string): string {
  const { scheme, host, port } = parseTarget(url);
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`.toLowerCase();
}

function withoutQuery(url: string): string {
  return url.replace(/[?#].*$/s, '').replace(/\/\/[^/@]*@/, '//');
}
