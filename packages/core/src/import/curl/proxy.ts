import { decodePercent } from '../../model/http.ts';
import type { SendOptions } from '../../model/importer.ts';
import { encodeUtf8, toBase64 } from '../parts/bytes.ts';
import { type Draft, refuseValue } from './draft.ts';
import { readTls } from './tls.ts';

/** Options that are `-x` with a scheme of their own. */
const SOCKS: Readonly<Record<string, string>> = {
  socks4: 'socks4',
  socks4a: 'socks4a',
  socks5: 'socks5',
  'socks5-hostname': 'socks5h',
};

/**
 * What the options say of a proxy. The environment's proxy is the sender's affair; an empty `-x` stays as an empty
 * `proxy`, so that it turns the environment's off.
 */
export function readProxyOptions(
  draft: Draft,
  text: string,
): Pick<SendOptions, 'proxy' | 'proxyHeaders' | 'proxyTunnel' | 'proxyHttp10' | 'proxyTls' | 'preproxy' | 'noProxy'> {
  const noProxy = draft.last.get('noproxy')?.value;
  const tls = readTls(draft, text, 'proxy-');
  const before = draft.last.get('preproxy');
  if (before?.value && !/^socks(?:4a?|5h?)?:\/\/[^/?#\s]{1,2000}$/i.test(before.value))
    throw refuseValue(before, text, 'a SOCKS proxy, such as socks5h://host:port');
  // what the environment's proxy is given too
  const exempt = {
    ...(noProxy !== undefined && { noProxy }),
    ...(Object.keys(tls).length > 0 && { proxyTls: tls }),
    ...(before?.value && { preproxy: before.value }),
  };
  const named = [...draft.last]
    .filter(([name]) => name === 'proxy' || name === 'proxy1.0' || SOCKS[name] !== undefined)
    .at(-1);
  if (!named) return exempt;
  const [option, given] = named;
  const proxy = SOCKS[option] ? `${SOCKS[option]}://${given.value.replace(/^[a-z0-9]{1,20}:\/\//i, '')}` : given.value;
  if (proxy === '') return { proxy, ...exempt };
  const parts = /^(?:([A-Za-z][A-Za-z0-9+.-]{0,20}):\/\/)?(?:([^/?#]{0,2000})@)?([^/?#@\s]{1,300})/.exec(proxy);
  const scheme = parts?.[1]?.toLowerCase() ?? 'http';
  if (!parts || !/^(https?|socks(4a?|5h?)?)$/.test(scheme)) {
    throw refuseValue(given, text, 'a proxy of the kind http, https, socks4, socks4a, socks5 or socks5h');
  }
  const user = draft.last.get('proxy-user')?.value ?? (parts[2] === undefined ? undefined : decodePercent(parts[2]));
  if (scheme.startsWith('socks')) {
    const [name, ...password] = user?.split(':') ?? [];
    const login = name === undefined ? '' : `${encodeURIComponent(name)}:${encodeURIComponent(password.join(':'))}@`;
    return { proxy: `${scheme}://${login}${parts[3]}`, ...exempt };
  }
  const headers = readHeaders(draft, user);
  return {
    proxy: `${scheme}://${parts[3]}`,
    ...(headers.length > 0 ? { proxyHeaders: headers } : {}),
    ...(draft.on.has('proxytunnel') ? { proxyTunnel: true } : {}),
    ...(option === 'proxy1.0' ? { proxyHttp10: true } : {}),
    ...exempt,
  };
}

function readHeaders(draft: Draft, user: string | undefined): NonNullable<SendOptions['proxyHeaders']> {
  const login = user === undefined || user.includes(':') ? user : `${user}:`;
  return [
    ...(login === undefined ? [] : [['Proxy-Authorization', `Basic ${toBase64(encodeUtf8(login))}`] as const]),
    ...draft.proxyHeaders.flatMap((line) => {
      const colon = line.indexOf(':');
      const value = line.slice(colon + 1).trim();
      return colon > 0 && value !== '' ? [[line.slice(0, colon), value] as const] : [];
    }),
  ];
}
