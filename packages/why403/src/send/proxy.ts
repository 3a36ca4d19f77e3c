import { BlockList, isIP } from 'node:net';
import type { Header, SendOptions } from '@why403/core';
import { quoteOutside, SendError } from './error.ts';
import { headerValue, isChunked } from './headers.ts';
import type { Target } from './target.ts';

export type ProxyScheme = 'http' | 'https' | 'socks4' | 'socks4a' | 'socks5' | 'socks5h';

/** A proxy as curl reads it out of `-x`. */
export interface ProxyServer {
  readonly scheme: ProxyScheme;
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  /** The URL without credentials, to be shown. */
  readonly name: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The options with what the proxy variables say for this URL, where the user's own do not. */
export function withProxy(options: SendOptions, url: string, env: Environment | undefined): SendOptions {
  return env === undefined ? options : { ...proxyFromEnvironment(url, env), ...options };
}

/**
 * What the proxy variables say for this URL, to be spread under the user's own options. Only the lower-case `http_proxy`
 * counts, since a CGI server sets `HTTP_PROXY` from a request header (https://httpoxy.org); of the others both spellings,
 * the lower-case one first, as in curl (https://curl.se/docs/manpage.html, section ENVIRONMENT).
 */
export function proxyFromEnvironment(url: string, env: Environment): Pick<SendOptions, 'proxy' | 'noProxy'> {
  const first = (...names: readonly string[]) => names.map((name) => env[name]).find((value) => value);
  const own = /^https:/i.test(url) ? first('https_proxy', 'HTTPS_PROXY') : first('http_proxy');
  const proxy = own ?? first('all_proxy', 'ALL_PROXY');
  const noProxy = first('no_proxy', 'NO_PROXY');
  return { ...(proxy !== undefined && { proxy }), ...(noProxy !== undefined && { noProxy }) };
}

/** The proxy to go through to this host, unless the options have none or except the host. */
export function chooseProxy(target: Target, options: SendOptions): ProxyServer | undefined {
  if (!options.proxy || options.unixSocket !== undefined) return undefined;
  if (isExcepted(target.host, options.noProxy)) return undefined;
  return parseProxy(options.proxy);
}

/** Whether `--noproxy` or NO_PROXY names this host: `*`, a name with everything under it, an address, a CIDR range. */
export function isExcepted(host: string, list: string | undefined): boolean {
  if (!list) return false;
  const entries = list.split(/[\s,]+/).filter((entry) => entry !== '');
  // As in curl: a star among others, or with a space, is a name that no host has.
  if (list === '*') return true;
  const family = isIP(host);
  const name = host.toLowerCase().replace(/\.$/, '');
  return entries.some((entry) => {
    if (family > 0) return isAddressIn(host, family === 6 ? 'ipv6' : 'ipv4', entry);
    const suffix = entry.toLowerCase().replace(/^\./, '').replace(/\.$/, '');
    return suffix !== '' && (name === suffix || name.endsWith(`.${suffix}`));
  });
}

function isAddressIn(host: string, family: 'ipv4' | 'ipv6', entry: string): boolean {
  // As curl reads them: an address in brackets is none, and a width of nothing is that of the one address.
  const [range = '', bits] = entry.split('/', 2);
  if (isIP(range) !== (family === 'ipv6' ? 6 : 4)) return false;
  const most = family === 'ipv6' ? 128 : 32;
  const width = Number(bits ?? most) || most;
  if (!Number.isInteger(width) || width < 0 || width > most) return false;
  const ranges = new BlockList();
  ranges.addSubnet(range, width, family);
  return ranges.check(host, family);
}

const SCHEMES: Readonly<Record<string, ProxyScheme>> = {
  http: 'http',
  https: 'https',
  socks: 'socks4',
  socks4: 'socks4',
  socks4a: 'socks4a',
  socks5: 'socks5',
  socks5h: 'socks5h',
};

/** Reads a proxy's URL as curl does: `http` where no scheme stands, port 1080 where none stands (443 for https). */
export function parseProxy(text: string): ProxyServer {
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:([^/@]*)@)?(\[[^\]/]*\]|[^:/[\]]+)(?::(\d{1,5}))?(?:\/.*)?$/i.exec(
    text,
  );
  const scheme = SCHEMES[(parts?.[1] ?? 'http').toLowerCase()];
  const shown = quoteOutside(text.replace(/^([^/]*\/\/)?[^/]*@/, '$1'));
  if (!parts || scheme === undefined) {
    throw new SendError(
      'PROXY',
      `The proxy ${shown} cannot be used; write it as scheme://host:port, where the scheme is http, https or socks5h.`,
    );
  }
  const port = parts[4] === undefined ? (scheme === 'https' ? 443 : 1080) : Number(parts[4]);
  if (port < 1 || port > 65535) {
    throw new SendError('PROXY', `The proxy ${shown} cannot be used: its port is not between 1 and 65535.`);
  }
  const written = parts[3]!;
  const [user, password] = splitOnce(parts[2]);
  return {
    scheme,
    host: written.startsWith('[') ? written.slice(1, -1) : written,
    port,
    ...(user === undefined ? {} : { user: unescapePercent(user), password: unescapePercent(password ?? '') }),
    name: `${scheme}://${written}:${port}`,
  };
}

function splitOnce(text: string | undefined): readonly [string | undefined, string | undefined] {
  if (text === undefined) return [undefined, undefined];
  const colon = text.indexOf(':');
  return colon < 0 ? [text, undefined] : [text.slice(0, colon), text.slice(colon + 1)];
}

function unescapePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The proxy's own headers: `Proxy-Authorization` apart (given, or Basic out of its URL, RFC 7617), for it has a place of its own. */
export function proxyOwnHeaders(
  proxy: ProxyServer,
  options: SendOptions,
): { readonly login: readonly Header[]; readonly rest: readonly Header[] } {
  const given = options.proxyHeaders ?? [];
  const login = given.filter(([name]) => name.toLowerCase() === 'proxy-authorization');
  const rest = given.filter(([name]) => name.toLowerCase() !== 'proxy-authorization');
  if (login.length > 0 || proxy.user === undefined) return { login, rest };
  const pair = Buffer.from(`${proxy.user}:${proxy.password ?? ''}`).toString('base64');
  return { login: [['Proxy-Authorization', `Basic ${pair}`]], rest };
}

/** Headers that curl writes itself come in this order, before those that the user added. */
const LEADING = [
  'host',
  'proxy-authorization',
  'authorization',
  'range',
  'user-agent',
  'accept',
  'te',
  'accept-encoding',
  'referer',
];

/** Where the headers that curl writes itself end: those that come with a proxy or with cookies stand there. */
export function leadingEnd(headers: readonly Header[]): number {
  let rank = -1;
  const end = headers.findIndex(([name]) => {
    const own = LEADING.indexOf(name.toLowerCase());
    const isAfter = own < rank || own < 0;
    rank = own;
    return isAfter;
  });
  return end < 0 ? headers.length : end;
}

/** The headers of a request that a proxy forwards, in the places where curl puts the proxy's own. */
export function proxiedHeaders(
  headers: readonly Header[],
  proxy: ProxyServer,
  options: SendOptions,
): readonly Header[] {
  const removed = new Set((options.removedHeaders ?? []).map((name) => name.toLowerCase()));
  const result = [...headers];
  const { login, rest } = proxyOwnHeaders(proxy, options);
  const given = [...headers, ...rest];
  const lacks = (name: string) => headerValue(given, name) === undefined && !removed.has(name);
  if (lacks('proxy-authorization')) {
    result.splice(result[0]?.[0].toLowerCase() === 'host' ? 1 : 0, 0, ...login);
  }
  if (lacks('proxy-connection')) {
    result.splice(leadingEnd(result), 0, ['Proxy-Connection', 'Keep-Alive']);
  }
  const framing = result.findIndex((header) => header[0].toLowerCase() === 'content-length' || isChunked([header]));
  result.splice(framing < 0 ? result.length : framing, 0, ...rest);
  return result;
}
