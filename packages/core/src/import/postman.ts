import { InputError } from '../model/errors.ts';
import type { Header } from '../model/exchange.ts';
import { gap } from '../model/gap.ts';
import type { Importer } from '../model/importer.ts';
import { encodeUtf8, toBase64 } from './parts/bytes.ts';
import { answered, capital, headersOf, listOf, objectOf, parsedJson, type Recorded, textOf } from './parts/recorded.ts';
import { fillIn, withGiven } from './parts/variables.ts';

type Json = Readonly<Record<string, unknown>>;
const DEEPEST = 30;

/** A collection of Postman (v2.0, v2.1) with the answers saved in it, a report of Newman, or an environment. */
const postman: Importer = {
  id: 'postman',
  title: 'Postman collection',
  accepts(text) {
    const head = text
      .slice(0, 16_384)
      .replace(/^\ufeff/, '')
      .trimStart();
    return (
      head.startsWith('{') &&
      /"_postman_(?:id|variable_scope|exported_at)"\s{0,9}:|schema\.getpostman\.com|"collection"\s{0,9}:\s{0,9}\{\s{0,9}"(?:_|info)|"_postman_previewlanguage"/.test(
        head,
      ) &&
      !/"log"\s{0,9}:\s{0,9}\{/.test(head.slice(0, 200))
    );
  },
  read(text, context) {
    const root = objectOf(parsedJson(text, 'a collection of Postman', context)) ?? {};
    if (textOf(root['_postman_variable_scope']) !== undefined)
      throw new InputError(
        'NOT_HTTP',
        `${capital(context.name ?? 'The text')} is an environment of Postman: variables, and no request.`,
        {
          hint: 'Give the collection with it: why403 collection.json --variables environment.json',
        },
      );
    const executions = listOf(objectOf(root['run'])?.['executions']);
    const collection = objectOf(root['collection']) ?? root;
    const variables = withGiven(variablesOf(collection), context);
    const entries =
      executions.length > 0
        ? executions.flatMap((one) => readExecution(one, variables))
        : readItems(collection, variables, objectOf(collection['auth']), 0);
    return answered(entries, 'a collection of Postman', context);
  },
};

export default postman;

function variablesOf(collection: Json): ReadonlyMap<string, string> {
  return new Map(
    listOf(collection['variable']).flatMap((one): [string, string][] => {
      const key = textOf(one['key']) ?? textOf(one['id']);
      return key === undefined || one['disabled'] === true ? [] : [[key, String(one['value'] ?? '')]];
    }),
  );
}

function readItems(
  holder: Json,
  variables: ReadonlyMap<string, string>,
  auth: Json | undefined,
  depth: number,
): readonly Recorded[] {
  if (depth > DEEPEST) return [];
  return listOf(holder['item']).flatMap((item) => {
    const own = objectOf(item['auth']) ?? auth;
    if (Array.isArray(item['item'])) return readItems(item, variables, own, depth + 1);
    const request = readRequest(item['request'], variables, own);
    if (!request) return [];
    const answers = listOf(item['response']);
    if (answers.length === 0) return [request];
    return answers.map((answer) => ({
      ...(readRequest(answer['originalRequest'], variables, own) ?? request),
      ...readAnswer(answer),
    }));
  });
}

function readExecution(one: Json, variables: ReadonlyMap<string, string>): readonly Recorded[] {
  const request = readRequest(one['request'], variables, undefined);
  const answer = objectOf(one['response']);
  return request ? [{ ...request, ...(answer && readAnswer(answer)) }] : [];
}

function readAnswer(answer: Json): Pick<Recorded, 'response'> {
  const status = Number(answer['code']);
  if (!Number.isInteger(status)) return {};
  const stream = objectOf(answer['stream']);
  const bytes = Array.isArray(stream?.['data'])
    ? new TextDecoder().decode(Uint8Array.from(stream['data'] as number[]))
    : undefined;
  return {
    response: {
      status,
      reason: textOf(answer['status']),
      headers: headersOf(answer['header'] ?? answer['headers'], 'key'),
      body: textOf(answer['body']) ?? bytes,
    },
  };
}

function readRequest(
  given: unknown,
  variables: ReadonlyMap<string, string>,
  inherited: Json | undefined,
): Recorded | undefined {
  const fill = (text: string): string => fillIn(text, variables);
  if (typeof given === 'string') return { method: 'GET', url: fill(given), headers: [] };
  const request = objectOf(given);
  if (!request) return undefined;
  const url = urlOf(request['url']);
  if (url === undefined) return undefined;
  const auth = authOf(objectOf(request['auth']) ?? inherited, fill);
  const headers: Header[] = headersOf(request['header'], 'key').map(([name, value]) => [name, fill(value)]);
  const has = headers.some(([name]) => name.toLowerCase() === 'authorization');
  const body = bodyOf(objectOf(request['body']));
  return {
    method: textOf(request['method']) ?? 'GET',
    url: fill(url),
    headers: auth.header && !has ? [...headers, auth.header] : headers,
    body: body === undefined ? undefined : fill(body),
    ...(auth.unknown
      ? {
          gaps: [
            gap(
              'request-credentials',
              `Postman signs this request (${auth.unknown}) when it sends it: that is not in the file.`,
            ),
          ],
        }
      : {}),
  };
}

function urlOf(url: unknown): string | undefined {
  if (typeof url === 'string') return url;
  const parts = objectOf(url);
  const raw = textOf(parts?.['raw']);
  if (raw !== undefined) return raw;
  const host = Array.isArray(parts?.['host']) ? (parts['host'] as unknown[]).join('.') : textOf(parts?.['host']);
  if (host === undefined) return undefined;
  const path = Array.isArray(parts?.['path'])
    ? (parts['path'] as unknown[]).map((one) => textOf(one) ?? '').join('/')
    : '';
  const query = listOf(parts?.['query'])
    .filter(({ disabled }) => disabled !== true)
    .map(({ key, value }) => `${String(key)}=${String(value ?? '')}`);
  const port = textOf(parts?.['port']);
  return `${textOf(parts?.['protocol']) ?? 'http'}://${host}${port ? `:${port}` : ''}/${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

function authOf(
  auth: Json | undefined,
  fill: (text: string) => string,
): { readonly header?: Header; readonly unknown?: string } {
  const type = textOf(auth?.['type']);
  if (!auth || type === undefined || type === 'noauth') return {};
  const held = auth[type];
  const parameters = new Map(
    Array.isArray(held)
      ? listOf(held).map(({ key, value }): [string, string] => [String(key), String(value ?? '')])
      : Object.entries(objectOf(held) ?? {}).map(([key, value]): [string, string] => [key, String(value ?? '')]),
  );
  const value = (name: string): string => fill(parameters.get(name) ?? '');
  if (type === 'bearer') return { header: ['Authorization', `Bearer ${value('token')}`] };
  if (type === 'basic')
    return { header: ['Authorization', `Basic ${toBase64(encodeUtf8(`${value('username')}:${value('password')}`))}`] };
  if (type === 'apikey' && value('in') !== 'query' && value('key') !== '')
    return { header: [value('key'), value('value')] };
  return { unknown: type };
}

function bodyOf(body: Json | undefined): string | undefined {
  const mode = textOf(body?.['mode']);
  if (mode === 'raw') return textOf(body?.['raw']);
  if (mode === 'urlencoded')
    return listOf(body?.['urlencoded'])
      .filter(({ disabled }) => disabled !== true)
      .map(({ key, value }) => `${encodeURIComponent(String(key))}=${encodeURIComponent(String(value ?? ''))}`)
      .join('&');
  if (mode === 'graphql') return JSON.stringify(body?.['graphql']);
  return undefined;
}
