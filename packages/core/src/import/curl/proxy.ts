import { decodePercent } from '../../model/http.ts';
import type { SendOptions } from '../../model/importer.ts';
import { encodeUtf8, toBase64 } from '../parts/bytes.ts';
import { type Draft, refuseValue } from './draft.ts';

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
): Pick<SendOptions, 'proxy' | 'proxyHeaders' | 'proxyTunnel' | 'noProxy'> {
  const noProxy = draft.last.get('noproxy')?.value;
  const exempt = noProxy === undefined ? {} : { noProxy };
  const named = [...draft.last].filter(([name]) => name === 'proxy' || SOCKS[name] !== undefined).at(-1);
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
