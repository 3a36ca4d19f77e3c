import { InputError } from '../../model/errors.ts';
import { quoteShort } from '../parts/caret.ts';
import type { Environment } from './words.ts';

/** A proxy as curl would use it: its URL without credentials, and the credentials apart. */
export interface Proxy {
  readonly url: string;
  readonly user: string | undefined;
}

/** Reads `[scheme://][user:password@]host[:port]`; curl's default port is 1080. Throws InputError UNSUPPORTED_OPTION for SOCKS. */
export function readProxy(text: string): Proxy {
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,20}):\/\//.exec(text);
  const kind = scheme?.[1]?.toLowerCase() ?? 'http';
  if (kind !== 'http' && kind !== 'https') {
    throw new InputError('UNSUPPORTED_OPTION', `why403 cannot send through a ${quoteShort(kind, 20)} proxy.`, {
      hint: 'An http or https proxy can be used.',
    });
  }
  const rest = (scheme ? text.slice(scheme[0].length) : text).replace(/[/?#].*$/s, '');
  const at = rest.lastIndexOf('@');
  const host = rest.slice(at + 1);
  if (!/^(\[[0-9A-Fa-f:.]{2,45}\]|[^:[\]\s]{1,255})(:[0-9]{1,5})?$/.test(host)) {
    throw new InputError('BAD_VALUE', `The proxy ${quoteShort(host)} has no host that could be asked.`);
  }
  const port = /:[0-9]{1,5}$/.test(host) ? '' : kind === 'https' ? ':443' : ':1080';
  return { url: `${kind}://${host}${port}`, user: at < 0 ? undefined : decode(rest.slice(0, at)) };
}

/** The proxy that the environment names for a scheme, by curl's rules: `http_proxy` in lower case only. */
export function proxyOfEnvironment(
  scheme: 'http' | 'https',
  env: Environment | undefined,
): { readonly proxy?: string; readonly noProxy?: string } {
  if (!env) return {};
  const proxy =
    (scheme === 'http' ? env['http_proxy'] : env['https_proxy'] || env['HTTPS_PROXY']) ||
    env['all_proxy'] ||
    env['ALL_PROXY'];
  const noProxy = env['no_proxy'] || env['NO_PROXY'];
  return { ...(proxy ? { proxy } : {}), ...(noProxy ? { noProxy } : {}) };
}

/** Whether curl's `--noproxy` list takes this host out: a name, its parent domains, `*`, or an address range. */
export function isProxyExempt(host: string, list: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  return list.split(/[\s,]+/).some((raw) => {
    const entry = raw
      .toLowerCase()
      .replace(/^\./, '')
      .replace(/^\[|\]$/g, '');
    if (entry === '') return false;
    if (entry === '*') return true;
    const range = /^([0-9]{1,3}(?:\.[0-9]{1,3}){3})\/([0-9]{1,2})$/.exec(entry);
    if (range) return isInRange(name, range[1]!, Number(range[2]));
    if (/^[0-9.]+$/.test(name) || name.includes(':')) return name === entry;
    return name === entry || name.endsWith(`.${entry}`);
  });
}

function isInRange(address: string, network: string, bits: number): boolean {
  const a = toNumber(address);
  const b = toNumber(network);
  if (a === undefined || b === undefined || bits > 32) return false;
  const size = 2 ** (32 - bits);
  return Math.floor(a / size) === Math.floor(b / size);
}

function toNumber(address: string): number | undefined {
  const parts = address.split('.').map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part >= 0 && part <= 255))) return undefined;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
