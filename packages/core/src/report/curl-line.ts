import type { Request } from '../model/exchange.ts';
import type { SendOptions, TlsSettings } from '../model/importer.ts';
import { pipedInto, type ShellLine, ShellWordError, shellWords } from '../model/shell.ts';
import { type Redactor, redactRequest } from '../redact/index.ts';

// What curl writes by itself from the rest of the line.
const FRAMING = new Set(['content-length', 'transfer-encoding']);
const FORM = 'application/x-www-form-urlencoded';
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Most bytes of one argument: Linux takes 128 KiB. */
const MOST_ARGUMENT = 100_000;
/** Most words of one line that are given for headers. */
const MOST_WORDS = 4_000;
/** Above this curl asks first with `Expect: 100-continue`. */
const MOST_UNASKED = 1024 * 1024;

/** Said in place of a line. */
export const NO_CURL_LINE = 'curl cannot send this request.';
export const SECRET_LINE = 'The line holds a secret: --show-secrets prints it.';

/** A line, or why there is none. */
export interface ShownLine {
  readonly request: ShellLine | null;
  readonly withheld?: string;
}

/**
 * The line of a request as it may be shown: whole, or not at all. With a mask in it, it would send another request, and outside of
 * quotes `<` opens a file.
 */
export function shownCurlLine(request: Request, redact: Redactor, send: SendOptions = {}): ShownLine {
  const secrets = secretOptions(send);
  const extra = [...curlOptions(send), ...secrets.flatMap(([name, value]) => [`--${name}`, value])];
  const line = curlLine(request, { extra });
  if (line === null) return { request: null, withheld: NO_CURL_LINE };
  const isOpen = !redact.vault || (secrets.length === 0 && isShown(request, redact) && redact(line) === line);
  return isOpen ? { request: line } : { request: null, withheld: SECRET_LINE };
}

/** Whether nothing of a request is hidden. */
function isShown(request: Request, redact: Redactor): boolean {
  const shown = redactRequest(request, redact);
  return (
    shown.url === request.url &&
    shown.body?.text === request.body?.text &&
    shown.headers.every(([name, value], i) => name === request.headers[i]![0] && value === request.headers[i]![1])
  );
}

export interface CurlLineOptions {
  /** Arguments of curl that come first, unquoted. */
  readonly extra?: readonly string[];
  /** A config file that `extra` names holds the URL, the body, or headers of these names (lower case). */
  readonly elsewhere?: {
    /** Options by their long names, without hyphens. */
    readonly options?: readonly string[];
    readonly url?: boolean;
    readonly body?: boolean;
    readonly headers?: readonly string[];
  };
}

/**
 * A request as one line that sends it with curl from any shell. What curl would add is taken away, what it would read as
 * something else (globs, `..` in paths, files behind `@`) is not. Null for a request that curl cannot send.
 * `-q` comes first: the user's own curlrc does not change the line. What it set of a curl command that was given stands in
 * the request already, and would be sent twice.
 */
export function curlLine(request: Request, { extra = [], elsewhere = {} }: CurlLineOptions = {}): ShellLine | null {
  const { method, url } = request;
  if (!TOKEN.test(method) || !(elsewhere.url || isUrl(url)) || request.body?.cutFrom !== undefined) return null;
  const body = elsewhere.body ? undefined : bodyOf(request);
  const hasBody = elsewhere.body || body !== undefined;
  const headers = headerWords(request, hasBody, elsewhere.headers ?? [], extra);
  if (!headers || headers.length > MOST_WORDS) return null;
  const words = ['curl', '-q', ...extra, ...methodWords(method, hasBody)];
  if (!elsewhere.url) words.push(...urlWords(url, [...extra, ...(elsewhere.options ?? []).map((name) => `--${name}`)]));
  words.push(...headers);
  if (body && body.byteLength > MOST_UNASKED) words.push('-H', 'Expect:');
  try {
    if (!body) return shellWords(words);
    const text = argumentOf(body);
    return text === undefined
      ? pipedInto(body, shellWords([...words, '--data-binary', '@-']))
      : shellWords([...words, '--data-raw', text]);
  } catch (error) {
    if (error instanceof ShellWordError) return null;
    throw error;
  }
}

function isUrl(url: string): boolean {
  return /^https?:\/\/[^\x00-\x1f\x7f]+$/i.test(url);
}

function methodWords(method: string, hasBody: boolean): readonly string[] {
  if (method === (hasBody ? 'POST' : 'GET')) return [];
  if (method !== 'HEAD') return ['-X', method];
  // curl would wait for the body that the answer's Content-Length speaks of
  return hasBody ? ['-X', method, '-m', '30'] : ['-I'];
}

/** User information and fragment are not sent, so they do not stand here: curl would make a credential of the one. */
function urlWords(url: string, extra: readonly string[]): readonly string[] {
  const [, scheme = '', authority = '', rest = ''] = /^(https?:\/\/)([^/?#]*)([^#]*)/i.exec(url) ?? [];
  const sent = `${scheme}${authority.slice(authority.lastIndexOf('@') + 1)}${rest}`;
  // curl writes other than ASCII percent-encoded, in the path alone; a proxy is asked for the whole URL
  const isProxied = ['-x', '--proxy', '--proxy1.0'].some((one) => extra.includes(one)) && /^http:/i.test(scheme);
  const target = isProxied ? sent : rest.replace(/^(?!\/)/, '/');
  return [
    ...(/[^\x00-\x7f]/.test(rest) && !extra.includes('--request-target') ? ['--request-target', target] : []),
    ...(/[[\]{}]/.test(sent) ? ['-g'] : []),
    ...(/\/(?:\.|%2e){1,2}(?:[/?]|$)/i.test(rest) ? ['--path-as-is'] : []),
    sent,
  ];
}

function headerWords(
  { headers, url }: Request,
  hasBody: boolean,
  elsewhere: readonly string[],
  extra: readonly string[],
): readonly string[] | undefined {
  const words: string[] = [];
  const names = new Set([...elsewhere, ...headers.map(([name]) => name.toLowerCase())]);
  const own = /^[a-z]+:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase();
  for (const [name, value] of headers) {
    const header = headerArgument(name, value);
    if (header === undefined) return undefined;
    if (!isCurlsOwn(name.toLowerCase(), value, own, hasBody)) words.push('-H', header);
  }
  if (names.has('accept-encoding') && !extra.includes('--compressed')) words.push('--compressed');
  // of a request without any header nothing is known
  if (headers.some(([name]) => name.toLowerCase() !== 'host'))
    for (const added of ['User-Agent', 'Accept']) if (!names.has(added.toLowerCase())) words.push('-H', `${added}:`);
  if (hasBody && !names.has('content-type')) words.push('-H', 'Content-Type:');
  return words;
}

/** Whether curl sends this header by itself. */
function isCurlsOwn(name: string, value: string, host: string | undefined, hasBody: boolean): boolean {
  if (name === 'host') return value.toLowerCase() === host;
  if (name === 'user-agent') return /^curl\/[\w.-]+$/.test(value);
  if (name === 'accept') return value === '*/*';
  if (name === 'content-type') return hasBody && value === FORM;
  if (name === 'connection') return /^(?:keep-alive|close)$/i.test(value);
  return FRAMING.has(name);
}

/** The argument of `-H`; undefined for what curl would read as something else or not send. */
function headerArgument(name: string, value: string): string | undefined {
  if (!/^[^\x00-\x20:\x7f@][^\x00-\x20:\x7f]*$/.test(name) || /[\r\n\0]/.test(value)) return undefined;
  if (!/^[ \t\v\f]*$/.test(value)) return `${name}: ${value}`;
  return name.includes(';') ? undefined : `${name};`;
}

function bodyOf({ headers, body }: Request): Uint8Array | undefined {
  if (body) return body.bytes ?? new TextEncoder().encode(body.text);
  // a request that says that it has an empty body has one
  return headers.some(([name, value]) => name.toLowerCase() === 'content-length' && value.trim() === '0')
    ? new Uint8Array()
    : undefined;
}

/** The body as an argument; undefined where it cannot be one. */
function argumentOf(body: Uint8Array): string | undefined {
  if (body.byteLength > MOST_ARGUMENT || body.at(-1) === 0x0a || body.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    return undefined;
  }
}

/** Those of curl's options that may hold a secret, by their long names as in a config file, with their values. */
export function secretOptions(send: SendOptions): readonly (readonly [name: string, value: string])[] {
  const { user, passphrase, proxy, preproxy, proxyTls, proxyHeaders = [], requestTarget, doh } = send;
  const all: readonly (readonly [string, string | undefined])[] = [
    ['user', user],
    ['pass', passphrase],
    [send.proxyHttp10 ? 'proxy1.0' : 'proxy', hasUser(proxy) ? proxy : undefined],
    ['preproxy', hasUser(preproxy) ? preproxy : undefined],
    ['proxy-pass', proxyTls?.passphrase],
    ['doh-url', hasUser(doh?.url) ? doh?.url : undefined],
    ...proxyHeaders.map(([name, value]) => ['proxy-header', `${name}: ${value}`] as const),
    ['request-target', requestTarget],
  ];
  return all.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

function hasUser(url: string | undefined): boolean {
  return url?.includes('@') === true;
}

/** The others of curl's options for how a request is sent, so that a printed line reaches the same server in the same way. */
export function curlOptions(send: SendOptions): readonly string[] {
  const words: string[] = [];
  const add = (option: string, value: string | undefined): void => {
    if (value !== undefined) words.push(option, value);
  };
  words.push(...tlsOptions(send, ''));
  if (!hasUser(send.proxy)) add(send.proxyHttp10 ? '--proxy1.0' : '-x', send.proxy);
  if (!hasUser(send.preproxy)) add('--preproxy', send.preproxy);
  words.push(...tlsOptions(send.proxyTls ?? {}, 'proxy-'));
  if (send.proxyTunnel) words.push('-p');
  add('--noproxy', send.noProxy);
  for (const entry of send.resolve ?? []) add('--resolve', entry);
  for (const entry of send.connectTo ?? []) add('--connect-to', entry);
  add('--unix-socket', send.unixSocket);
  add('--interface', send.interface);
  add('--local-port', send.localPort);
  add('--dns-servers', send.dnsServers);
  add('--dns-ipv4-addr', send.dnsFrom?.[4]);
  add('--dns-ipv6-addr', send.dnsFrom?.[6]);
  if (!hasUser(send.doh?.url)) add('--doh-url', send.doh?.url);
  if (send.doh?.insecure) words.push('--doh-insecure');
  if (send.proxyProtocol?.client === undefined) words.push(...(send.proxyProtocol ? ['--haproxy-protocol'] : []));
  else add('--haproxy-clientip', send.proxyProtocol.client);
  if (send.ipVersion) words.push(`-${send.ipVersion}`);
  if (send.httpVersion)
    words.push(
      { '1.0': '--http1.0', '1.1': '--http1.1', '2': '--http2', '2-prior-knowledge': '--http2-prior-knowledge' }[
        send.httpVersion
      ],
    );
  if (send.digest) words.push('--digest');
  if (send.anyAuth) words.push('--anyauth');
  add('--aws-sigv4', send.awsSigv4);
  if (send.follow) words.push(send.trustRedirects ? '--location-trusted' : '-L');
  for (const status of send.keepMethodOn ?? []) words.push(`--post${status}`);
  if (send.maxRedirects !== undefined) words.push('--max-redirs', String(send.maxRedirects));
  if (send.redirectSchemes) words.push('--proto-redir', `=${send.redirectSchemes.join(',')}`);
  if (send.compressed) words.push('--compressed');
  return words;
}

/** Those for TLS with the host, or with `proxy-` in their names, with the proxy. A passphrase is not among them. */
function tlsOptions(tls: TlsSettings, of: '' | 'proxy-'): readonly string[] {
  const add = (option: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`--${of}${option}`, value];
  return [
    ...(tls.insecure ? [of === '' ? '-k' : '--proxy-insecure'] : []),
    ...add('cert', tls.cert),
    ...add('key', tls.key),
    ...add('cacert', tls.caFile),
    ...add('capath', tls.caPath),
    ...add('crlfile', tls.crlFile),
    ...add('pinnedpubkey', tls.pinnedKey),
    ...add('ciphers', tls.ciphers),
    ...add('curves', tls.curves),
    ...add('sigalgs', tls.signatures),
    ...(tls.tlsMin ? [of === '' ? `--tlsv${tls.tlsMin}` : '--proxy-tlsv1'] : []),
    ...add('tls-max', tls.tlsMax),
  ];
}
