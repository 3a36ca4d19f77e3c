import type { Evidence } from './evidence.ts';
import type { Request } from './exchange.ts';
import { cookiePairs, queryOf } from './http.ts';

type Credential = Evidence<'credential'>;

/** The request without what identifies the caller; other cookies and query parameters stay. */
export function withoutCredentials(request: Request, credentials: readonly Credential[]): Request {
  return replaceCredentials(request, credentials, () => undefined);
}

/** The request with each credential value replaced, or taken out where `change` gives none. */
export function replaceCredentials(
  request: Request,
  credentials: readonly Credential[],
  change: (credential: Credential['fact']) => string | undefined,
): Request {
  const find = (kind: 'header' | 'cookie' | 'query', name: string): Credential['fact'] | undefined =>
    credentials.find(({ fact, at }) => {
      const place = at[0]?.in === 'url' ? 'query' : fact.kind === 'session-cookie' ? 'cookie' : 'header';
      return place === kind && fact.name.toLowerCase() === name.toLowerCase();
    })?.fact;
  const headers = request.headers.flatMap(([name, value]): [string, string][] => {
    if (name.toLowerCase() === 'cookie') {
      const kept = cookiePairs(value).flatMap(([n, v]) => {
        const fact = find('cookie', n);
        if (!fact) return [`${n}=${v}`];
        const other = change(fact);
        return other === undefined ? [] : [`${n}=${other}`];
      });
      return kept.length ? [[name, kept.join('; ')]] : [];
    }
    const fact = find('header', name);
    if (!fact) return [[name, value]];
    const other = change(fact);
    return other === undefined ? [] : [[name, value.replace(fact.value, () => other)]];
  });
  let { url } = request;
  for (const { name, start, end } of [...queryOf(url)].reverse()) {
    const fact = find('query', name);
    if (!fact) continue;
    const other = change(fact);
    if (other !== undefined) url = `${url.slice(0, start)}${encodeURIComponent(other)}${url.slice(end)}`;
    else {
      const from = Math.max(url.lastIndexOf('&', start), url.lastIndexOf('?', start));
      url =
        url[from] === '?' && url[end] === '&'
          ? `${url.slice(0, from + 1)}${url.slice(end + 1)}`
          : `${url.slice(0, from)}${url.slice(end)}`;
    }
  }
  return { ...request, url, headers };
}

/** A credential of the same form that cannot be right: one character in its middle is another one. */
export function broken(value: string): string {
  if (value.length < 2) return `${value}x`;
  // of a JWT the signature is changed, so that its claims still read
  const dot = value.split('.').length === 3 ? value.lastIndexOf('.') + 1 : 0;
  const at = dot + Math.floor((value.length - dot) / 2);
  const ch = value[at] ?? 'x';
  const other = /[0-9]/.test(ch) ? (ch === '1' ? '2' : '1') : ch === 'x' ? 'y' : 'x';
  return `${value.slice(0, at)}${other}${value.slice(at + 1)}`;
}
