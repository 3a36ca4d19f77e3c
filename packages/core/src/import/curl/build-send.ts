import type { ImportContext, SendOptions, TlsSettings } from '../../model/importer.ts';
import { type Draft, readSeconds, refuseValue } from './draft.ts';
import { readProxyOptions } from './proxy.ts';
import { readTls } from './tls.ts';
import { readWay } from './way.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Gathers how the request is to be sent: connection, TLS, proxy, redirects, times. */
export function buildSend(
  draft: Draft,
  login: string | undefined,
  text: string,
  env: ImportContext['env'] = {},
): SendOptions {
  const send: Mutable<SendOptions> = {};
  const value = (name: string) => draft.last.get(name)?.value;
  const tls = readTls(draft, text);
  const named = tls.insecure || tls.caFile !== undefined || tls.caPath !== undefined;
  Object.assign(send, named ? {} : authoritiesOf(env), tls, readProxyOptions(draft, text));
  for (const [list, wanted] of [
    [draft.resolve, /^[+-]?[^:\s]{1,255}:[0-9]{1,5}(:.{1,2000})?$/s],
    [draft.connectTo, /^(\[[^\]]{0,60}\]|[^:[]{0,255}):[0-9]{0,5}:(\[[^\]]{0,60}\]|[^:[]{0,255}):[0-9]{0,5}$/],
  ] as const) {
    const wrong = list.find((entry) => !wanted.test(entry));
    if (wrong !== undefined) {
      const name = list === draft.resolve ? 'resolve' : 'connect-to';
      const setting = { name, value: wrong, on: true, spelt: `--${name}`, word: draft.urls[0]!.setting.word };
      throw refuseValue(
        { value: wrong, setting },
        text,
        name === 'resolve' ? 'host:port:address' : 'host:port:host:port',
      );
    }
  }
  if (draft.resolve.length > 0) send.resolve = draft.resolve;
  if (draft.connectTo.length > 0) send.connectTo = draft.connectTo;
  Object.assign(send, readWay(draft, text));
  putProxyProtocol(send, draft, text);
  if (draft.ipVersion) send.ipVersion = draft.ipVersion;
  if (draft.httpVersion) send.httpVersion = draft.httpVersion;
  if (draft.on.has('location') || draft.on.has('follow')) send.follow = true;
  if (draft.on.has('location-trusted')) send.trustRedirects = true;
  const redirects = draft.last.get('max-redirs');
  if (redirects) {
    if (!/^-?[0-9]{1,9}$/.test(redirects.value)) throw refuseValue(redirects, text, 'a number');
    // -1 means no limit in curl; here one stands all the same.
    send.maxRedirects = Number(redirects.value) < 0 ? 1000 : Number(redirects.value);
  }
  const schemes = allowedSchemes(value('proto')).filter((one) => allowedSchemes(value('proto-redir')).includes(one));
  if (schemes.length < SCHEMES.length) send.redirectSchemes = schemes;
  if (draft.keepMethodOn.size > 0) send.keepMethodOn = [...draft.keepMethodOn].sort();
  const hasJar = draft.last.has('cookie-jar') || draft.cookies.some(({ value }) => !value.includes('='));
  if (send.follow && hasJar) send.keepCookies = true;
  // --follow keeps the method of -X only as long as the redirects do
  if (send.follow && draft.last.has('request') && !draft.on.has('follow')) send.methodForced = true;
  const timeout = draft.last.get('max-time');
  if (timeout) send.timeout = readSeconds(timeout, text);
  const connect = draft.last.get('connect-timeout');
  if (connect) send.connectTimeout = readSeconds(connect, text);
  if (draft.on.has('compressed')) send.compressed = true;
  if (draft.auth === 'aws') {
    send.awsSigv4 = value('aws-sigv4') || 'aws:amz';
    if (login === undefined)
      throw refuseValue(
        draft.last.get('aws-sigv4')!,
        text,
        'the key pair in -u',
        'Add -u "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY".',
      );
  }
  if (login !== undefined && (draft.auth === 'aws' || draft.auth === 'digest' || draft.auth === 'any'))
    send.user = login;
  if (login !== undefined && draft.auth === 'digest') send.digest = true;
  if (login !== undefined && draft.auth === 'any') send.anyAuth = true;
  const target = value('request-target');
  if (target) send.requestTarget = target;
  return send;
}

/** Whom curl trusts by its variables, where no option says more (https://curl.se/docs/sslcerts.html). */
function authoritiesOf(env: NonNullable<ImportContext['env']>): TlsSettings {
  const file = env['CURL_CA_BUNDLE'] || env['SSL_CERT_FILE'];
  return file ? { caFile: file } : {};
}

const SCHEMES = ['http', 'https'] as const;
type Scheme = (typeof SCHEMES)[number];

/** Which schemes `--proto` or `--proto-redir` leaves: `=https`, `-http`, `-all,https` (https://curl.se/docs/manpage.html#--proto). */
export function allowedSchemes(list: string | undefined): readonly Scheme[] {
  let allowed = new Set<Scheme>(SCHEMES);
  for (const [, sign = '', name = ''] of (list ?? '').matchAll(/([=+-]{0,3})([a-z0-9]{1,20})/gi)) {
    const named = SCHEMES.filter((one) => one === name.toLowerCase() || name.toLowerCase() === 'all');
    if (sign.endsWith('=')) allowed = new Set(named);
    else
      for (const one of named) {
        if (sign.endsWith('-')) allowed.delete(one);
        else allowed.add(one);
      }
  }
  return SCHEMES.filter((one) => allowed.has(one));
}

/** `--haproxy-clientip` alone asks for the line too. */
function putProxyProtocol(send: Mutable<SendOptions>, draft: Draft, text: string): void {
  const client = draft.last.get('haproxy-clientip');
  if (client && !/^[0-9a-f:.]{2,45}$/i.test(client.value)) throw refuseValue(client, text, 'an IP address');
  if (client) send.proxyProtocol = { client: client.value };
  else if (draft.on.has('haproxy-protocol')) send.proxyProtocol = {};
}
