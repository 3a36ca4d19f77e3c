import { InputError } from '../model/errors.ts';
import type { Header } from '../model/exchange.ts';
import type { Importer } from '../model/importer.ts';
import { encodeUtf8, toBase64 } from './parts/bytes.ts';
import { answered, capital, headersOf, listOf, objectOf, parsedJson, type Recorded, textOf } from './parts/recorded.ts';
import { fillIn, withGiven } from './parts/variables.ts';

/** What Insomnia exports as JSON (format 4). Its YAML of version 5 is named, and not read. */
const insomnia: Importer = {
  id: 'insomnia',
  title: 'Insomnia export',
  accepts(text) {
    const head = text
      .slice(0, 8192)
      .replace(/^\ufeff/, '')
      .trimStart();
    return (
      /^\{[\s\S]{0,400}"__export_(?:format|source|date)"/.test(head) ||
      /^type: (?:collection|spec)\.insomnia\.rest\//.test(head)
    );
  },
  read(text, context) {
    if (/^\ufeff?\s{0,99}type: /.test(text))
      throw new InputError(
        'NOT_HTTP',
        `${capital(context.name ?? 'The text')} is a collection of Insomnia in YAML: requests, and no answer.`,
        {
          hint: 'Give the refused request: its Timeline tab, copied whole, or the request copied as curl.',
        },
      );
    const resources = listOf(objectOf(parsedJson(text, 'an export of Insomnia', context))?.['resources']);
    const own = new Map(
      resources
        .filter(({ _type }) => _type === 'environment')
        .flatMap(({ data }) => Object.entries(objectOf(data) ?? {}))
        .flatMap(([name, value]): [string, string][] =>
          typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
        ),
    );
    const variables = withGiven(own, context);
    return answered(
      resources.filter(({ _type }) => _type === 'request').flatMap((one) => readRequest(one, variables)),
      'an export of Insomnia',
      context,
    );
  },
};

export default insomnia;

function readRequest(
  one: Readonly<Record<string, unknown>>,
  variables: ReadonlyMap<string, string>,
): readonly Recorded[] {
  const url = textOf(one['url']);
  if (url === undefined || url === '') return [];
  const fill = (text: string): string => fillIn(text, variables);
  const auth = objectOf(one['authentication']);
  const kind = auth?.['disabled'] === true ? undefined : textOf(auth?.['type']);
  const value = (name: string): string => fill(textOf(auth?.[name]) ?? '');
  const credential: readonly Header[] =
    kind === 'bearer'
      ? [['Authorization', `${value('prefix') || 'Bearer'} ${value('token')}`]]
      : kind === 'basic'
        ? [['Authorization', `Basic ${toBase64(encodeUtf8(`${value('username')}:${value('password')}`))}`]]
        : [];
  const query = headersOf(one['parameters']).map(
    ([name, held]) => `${encodeURIComponent(name)}=${encodeURIComponent(fill(held))}`,
  );
  return [
    {
      method: textOf(one['method']) ?? 'GET',
      url: fill(url) + (query.length > 0 ? `${url.includes('?') ? '&' : '?'}${query.join('&')}` : ''),
      headers: [...headersOf(one['headers']).map(([name, held]): Header => [name, fill(held)]), ...credential],
      body: fill(textOf(objectOf(one['body'])?.['text']) ?? ''),
    },
  ];
}
