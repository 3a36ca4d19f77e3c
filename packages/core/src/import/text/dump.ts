// An error object that a library prints or logs holds request and answer as members: axios, got, undici, superagent, loggers of servers.
import type { Header } from '../../model/exchange.ts';
import type { Seen } from '../../model/tool.ts';

type Json = Readonly<Record<string, unknown>>;

/** What an object shows of an exchange; undefined where it is an answer's body and no more. */
export function exchangeInObject(value: unknown): Partial<Seen> | undefined {
  const whole = objectOf(value);
  if (!whole) return undefined;
  const answer = [whole['response'], whole['res'], whole['httpResponse']]
    .map(objectOf)
    .find((one) => statusIn(one) !== undefined);
  const asked = [
    whole['request'],
    whole['req'],
    whole['config'],
    whole['options'],
    answer?.['config'],
    answer?.['request'],
    objectOf(whole['error'])?.['config'],
  ]
    .map(objectOf)
    .filter(
      (one): one is Json =>
        one !== undefined && (textOf(one['url']) ?? one['method'] ?? one['path'] ?? one['uri']) !== undefined,
    );
  const flat =
    statusIn(whole) !== undefined &&
    ['url', 'method', 'headers', 'requestUrl', 'href'].some((name) => whole[name] !== undefined);
  const from = answer ?? (asked.length > 0 || flat ? whole : undefined);
  if (!from || (answer === undefined && !flat && statusIn(whole) === undefined && asked.length === 0)) return undefined;
  const status = statusIn(from) ?? statusIn(whole);
  const body = ['data', 'body', 'json', 'content', 'responseBody', 'response_body', 'text', 'rawBody']
    .map((name) => bodyOf(from[name]))
    .find((one) => one !== undefined);
  const request = [...asked, ...(flat || answer ? [whole] : [])];
  const url = request.map(urlOf).find((one) => one !== undefined) ?? urlOf(from);
  const method = request
    .map(({ method: one }) => textOf(one))
    .find((one) => one !== undefined && /^[A-Za-z]{3,20}$/.test(one));
  const path =
    url === undefined
      ? request
          .map((one) => textOf(one['url']) ?? textOf(one['uri']) ?? textOf(one['path']))
          .find((one) => one?.startsWith('/'))
      : undefined;
  const host =
    textOf(request[0]?.['host']) ??
    headersOf(request[0]?.['headers']).find(([name]) => name.toLowerCase() === 'host')?.[1];
  const requestHeaders = headersOf(request.find(({ headers }) => objectOf(headers))?.['headers']);
  const headers = answer || flat ? headersOf(from['headers']) : [];
  return {
    ...(status === undefined ? {} : { status }),
    ...(method === undefined ? {} : { method: method.toUpperCase() }),
    ...(url === undefined ? {} : { url }),
    ...(path === undefined ? {} : { path }),
    ...(url === undefined && host !== undefined ? { host } : {}),
    ...(body === undefined ? {} : { body }),
    ...(answer && headers.length > 0 ? { headers } : {}),
    ...(answer && requestHeaders.length > 0 ? { requestHeaders } : {}),
    ...(textOf(from['statusText']) ? { reason: textOf(from['statusText'])! } : {}),
  };
}

function statusIn(value: Json | undefined): number | undefined {
  for (const name of ['status', 'statusCode', 'status_code', 'kind']) {
    const found = value?.[name];
    if (typeof found === 'number' && found >= 300 && found < 600) return found;
  }
  return undefined;
}

function urlOf(value: Json | undefined): string | undefined {
  const found = value?.['url'] ?? value?.['requestUrl'] ?? value?.['href'] ?? value?.['responseUrl'];
  if (typeof found === 'string') {
    if (/^https?:\/\/[^/?#]/i.test(found)) return found.replace(/#.*/s, '');
    const base = textOf(value?.['baseURL']) ?? textOf(value?.['baseUrl']);
    return base !== undefined && /^https?:\/\/[^/?#]/i.test(base)
      ? `${base.replace(/\/$/, '')}/${found.replace(/^\//, '')}`
      : undefined;
  }
  const parts = objectOf(found);
  const host = textOf(parts?.['host']);
  const scheme = textOf(parts?.['scheme']);
  if (host === undefined || !/^https?$/.test(scheme ?? '')) return undefined;
  const port = typeof parts?.['port'] === 'number' ? `:${parts['port']}` : '';
  const query = textOf(parts?.['query']);
  return `${scheme}://${host}${port}${textOf(parts?.['path']) ?? '/'}${query === undefined ? '' : `?${query}`}`;
}

function bodyOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' || value === 'Object' ? undefined : value;
  return objectOf(value) && Object.keys(value as Json).length > 0 ? JSON.stringify(value) : undefined;
}

function headersOf(value: unknown): readonly Header[] {
  return Object.entries(objectOf(value) ?? {}).flatMap(([name, one]): Header[] =>
    /^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name) && (typeof one === 'string' || typeof one === 'number')
      ? [[name, String(one)]]
      : [],
  );
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
