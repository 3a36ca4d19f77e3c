import type { Header } from '../model/exchange.ts';
import type { Importer } from '../model/importer.ts';
import { decodeUtf8, fromBase64 } from './parts/bytes.ts';
import { answered, headersOf, listOf, objectOf, parsedJson, type Recorded, textOf } from './parts/recorded.ts';

/** A session that Charles saves as JSON (`.chlsj`): a list of transactions. */
const charles: Importer = {
  id: 'charles',
  title: 'Charles session',
  accepts(text) {
    const head = text
      .slice(0, 65_536)
      .replace(/^\ufeff/, '')
      .trimStart();
    return (
      head.startsWith('[') &&
      /"protocolVersion"\s{0,9}:|"ssl"\s{0,9}:/.test(head) &&
      /"(?:scheme|host)"\s{0,9}:/.test(head) &&
      /"status"\s{0,9}:\s{0,9}"[A-Z_]{3,20}"/.test(head)
    );
  },
  read: (text, context) =>
    answered(
      listOf(parsedJson(text, 'a session of Charles', context)).flatMap(readTransaction),
      'a session of Charles',
      context,
    ),
};

export default charles;

function readTransaction(one: Readonly<Record<string, unknown>>): readonly Recorded[] {
  const host = textOf(one['host']);
  const request = objectOf(one['request']);
  const response = objectOf(one['response']);
  if (host === undefined || !request) return [];
  const scheme = textOf(one['scheme']) ?? 'https';
  const actual = Number(one['port'] ?? one['actualPort']);
  const usual = scheme === 'http' ? 80 : 443;
  const port = one['port'] === null || !Number.isInteger(actual) || actual === usual ? '' : `:${actual}`;
  const query = textOf(one['query']);
  const status = Number(response?.['status']);
  return [
    {
      method: textOf(one['method']) ?? 'GET',
      url: `${scheme}://${host}${port}${textOf(one['path']) ?? '/'}${query ? `?${query}` : ''}`,
      headers: fieldsOf(request),
      body: bodyOf(request),
      ...(response && Number.isInteger(status) && status > 0
        ? {
            response: {
              status,
              reason: firstLine(response)?.split(' ').slice(2).join(' '),
              headers: fieldsOf(response),
              body: bodyOf(response),
            },
          }
        : {}),
    },
  ];
}

function fieldsOf(message: Readonly<Record<string, unknown>>): readonly Header[] {
  return headersOf(objectOf(message['header'])?.['headers']).filter(([name]) => !name.startsWith(':'));
}

function firstLine(message: Readonly<Record<string, unknown>>): string | undefined {
  return textOf(objectOf(message['header'])?.['firstLine']);
}

function bodyOf(message: Readonly<Record<string, unknown>>): string | undefined {
  const body = objectOf(message['body']);
  const text = textOf(body?.['text']);
  if (text !== undefined) return text;
  const bytes = fromBase64(textOf(body?.['encoded']) ?? '');
  return bytes && bytes.length > 0 ? decodeUtf8(bytes) : undefined;
}
