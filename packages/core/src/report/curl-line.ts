import type { Request } from '../model/exchange.ts';
import type { SendOptions } from '../model/importer.ts';
import { UNSEEN } from './escape.ts';

const DEFAULTS = new Set(['host', 'content-length', 'connection', 'transfer-encoding', 'accept-encoding']);

/** A request as one curl line for bash. What curl adds by itself is left out; everything is quoted so that nothing can break out. */
export function curlLine(
  request: Request,
  extra: readonly string[] = [],
  elsewhere: { readonly withoutUrl?: boolean; readonly hasBody?: boolean } = {},
): string {
  const words = ['curl', ...extra];
  const { method, body } = request;
  // a config file named in `extra` may hold the URL or the body
  const usual = body || elsewhere.hasBody ? 'POST' : 'GET';
  if (method === 'HEAD' && usual === 'GET') words.push('-I');
  else if (method !== usual) words.push('-X', quote(method));
  if (!elsewhere.withoutUrl) words.push(quote(request.url));
  const own = hostOf(request.url);
  for (const [name, value] of request.headers) {
    const lower = name.toLowerCase();
    if (lower === 'host' ? value.toLowerCase() === own : DEFAULTS.has(lower)) continue;
    if (lower === 'user-agent' && /^curl\//.test(value)) continue;
    if (lower === 'accept' && value === '*/*') continue;
    if (lower === 'content-type' && body && value === 'application/x-www-form-urlencoded') continue;
    words.push('-H', quote(value === '' ? `${name};` : `${name}: ${value}`));
  }
  if (body) words.push('--data-raw', quote(body.text));
  return words.join(' ');
}

function hostOf(url: string): string {
  return (/^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/i.exec(url)?.[1] ?? '').toLowerCase();
}

/** One shell word: bare where that is safe, in single quotes, or as `$'…'` where it holds control or bidi characters. */
export function quote(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word;
  if (word.search(UNSEEN) >= 0) {
    const inner = word.replace(/[\\']/g, '\\$&').replace(UNSEEN, (ch) => {
      const code = ch.codePointAt(0)!;
      if (ch === '\n') return '\\n';
      if (ch === '\r') return '\\r';
      if (ch === '\t') return '\\t';
      const hex = code.toString(16);
      return code < 0x80
        ? `\\x${hex.padStart(2, '0')}`
        : `\\${code > 0xffff ? 'U' : 'u'}${hex.padStart(code > 0xffff ? 8 : 4, '0')}`;
    });
    return `$'${inner}'`;
  }
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** curl's own options for how a request is sent, so that a printed line reaches the same server in the same way. */
export function curlOptions(send: SendOptions): readonly string[] {
  const words: string[] = [];
  const add = (option: string, value: string | undefined): void => {
    if (value !== undefined) words.push(option, quote(value));
  };
  if (send.insecure) words.push('-k');
  add('-x', send.proxy);
  for (const [name, value] of send.proxyHeaders ?? []) words.push('--proxy-header', quote(`${name}: ${value}`));
  if (send.proxyTunnel) words.push('-p');
  add('--noproxy', send.noProxy);
  for (const entry of send.resolve ?? []) add('--resolve', entry);
  for (const entry of send.connectTo ?? []) add('--connect-to', entry);
  add('--unix-socket', send.unixSocket);
  add('--cert', send.cert);
  add('--key', send.key);
  add('--cacert', send.caFile);
  add('--capath', send.caPath);
  add('--ciphers', send.ciphers);
  if (send.ipVersion) words.push(`-${send.ipVersion}`);
  if (send.httpVersion)
    words.push(
      { '1.0': '--http1.0', '1.1': '--http1.1', '2': '--http2', '2-prior-knowledge': '--http2-prior-knowledge' }[
        send.httpVersion
      ],
    );
  if (send.tlsMin) words.push(`--tlsv${send.tlsMin}`);
  add('--tls-max', send.tlsMax);
  if (send.follow) words.push('-L');
  if (send.compressed) words.push('--compressed');
  return words;
}
