// What an entry of a HAR holds beside the request and the answer as they went over the wire. Any answer may repeat it.
import type { Exchange, Header } from '../../model/exchange.ts';

type Json = Readonly<Record<string, unknown>>;

const MOST_MESSAGES = 500;
const MOST_TEXT = 65_536;

/** It as an exchange, so that each value is taken for what its place says; undefined where there is nothing. */
export function besideEntry(entry: Json, { request, response }: Exchange): Exchange | undefined {
  const asked = objectOf(entry['request']);
  const answered = objectOf(entry['response']);
  const url = textOf(asked['url']).trim();
  const hash = url.indexOf('#');
  const query = pairsOf(asked['queryString']).filter(
    ([, value]) => !request.url.includes(encodeURIComponent(value)) && !request.url.includes(value),
  );
  const sent = cookiesOf(asked['cookies'], request.headers, 'cookie');
  const set = cookiesOf(answered['cookies'], response?.headers ?? [], 'set-cookie');
  const fields = request.body ? [] : pairsOf(objectOf(asked['postData'])['params']);
  // the path as HTTP/2 has it may be another than that of the URL
  const paths = pairsOf(asked['headers']).filter(([name, value]) => name === ':path' && !request.url.endsWith(value));
  const to = textOf(answered['redirectURL']);
  const isNew = to !== '' && !(response?.headers ?? []).some(([, value]) => value === to);
  const messages = listOf(entry['_webSocketMessages'])
    .slice(0, MOST_MESSAGES)
    .map((one) => textOf(one['data']).slice(0, MOST_TEXT))
    .join('\n');
  const body = fields.length > 0 ? formOf(fields) : messages;
  if (hash < 0 && ![query, sent, set, paths, body].some(({ length }) => length > 0) && !isNew) return undefined;
  return {
    request: {
      method: request.method,
      url: `${request.url}${query.length > 0 ? `${request.url.includes('?') ? '&' : '?'}${formOf(query)}` : ''}${hash < 0 ? '' : url.slice(hash)}`,
      headers: [
        ...(fields.length > 0 ? [['Content-Type', 'application/x-www-form-urlencoded'] as const] : []),
        ...sent.map(([name, value]): Header => ['Cookie', `${name}=${value}`]),
        ...paths.map(([, value]): Header => ['X-Original-URL', value]),
      ],
      ...(body !== '' && { body: { text: body } }),
    },
    response: {
      status: 200,
      headers: [
        ...set.map(([name, value]): Header => ['Set-Cookie', `${name}=${value}`]),
        ...(isNew ? [['Location', to] as const] : []),
      ],
    },
    gaps: [],
  };
}

/** Cookies that are listed, and that no header line holds. */
function cookiesOf(list: unknown, headers: readonly Header[], name: string): readonly Header[] {
  const lines = headers.filter(([one]) => one.toLowerCase() === name).map(([, value]) => value);
  return pairsOf(list).filter(([, value]) => value !== '' && !lines.some((line) => line.includes(value)));
}

function formOf(pairs: readonly Header[]): string {
  return pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
}

function pairsOf(list: unknown): readonly Header[] {
  return listOf(list)
    .slice(0, MOST_MESSAGES)
    .map((one): Header => [wellFormed(textOf(one['name'])), wellFormed(textOf(one['value']).slice(0, MOST_TEXT))]);
}

/** Half a character cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf) : [];
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
