import type { Header } from '../model/exchange.ts';
import type { ImportContext, Importer } from '../model/importer.ts';
import { blocksOf, pairsOf } from './parts/bru-blocks.ts';
import { encodeUtf8, toBase64 } from './parts/bytes.ts';
import { answered, type Recorded } from './parts/recorded.ts';
import { fillIn, withGiven } from './parts/variables.ts';

const METHOD = /^(get|post|put|patch|delete|head|options|trace|connect) \{[ \t]{0,9}\r?$/m;

/** A request of Bruno (`.bru`): blocks with a name, in braces. */
const bruno: Importer = {
  id: 'bruno',
  title: 'Bruno request',
  accepts: (text) =>
    METHOD.test(text.slice(0, 16_384)) &&
    /^(?:meta|headers|auth(?::\w{1,20})?|body(?::\w{1,20})?) \{[ \t]{0,9}\r?$|^ {2}url: /m.test(text.slice(0, 16_384)),
  read: (text, context) => answered(readRequest(text.slice(0, 2_000_000), context), 'a request of Bruno', context),
};

export default bruno;

function readRequest(text: string, context: ImportContext): readonly Recorded[] {
  const blocks = blocksOf(text);
  const method = [...blocks.keys()].find((name) =>
    /^(?:get|post|put|patch|delete|head|options|trace|connect)$/.test(name),
  );
  if (method === undefined) return [];
  const own = new Map([...pairsOf(blocks.get('vars')), ...pairsOf(blocks.get('vars:pre-request'))]);
  const variables = withGiven(own, context);
  const fill = (value: string): string => fillIn(value, variables);
  const main = new Map(pairsOf(blocks.get(method)));
  const body = [...blocks].find(([name]) => /^body(?::(?:json|text|xml|graphql|sparql))?$/.test(name))?.[1];
  const form = pairsOf(blocks.get('body:form-urlencoded')).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(fill(value))}`,
  );
  return [
    {
      method: method.toUpperCase(),
      url: fill(main.get('url') ?? ''),
      headers: [
        ...pairsOf(blocks.get('headers')).map(([name, value]): Header => [name, fill(value)]),
        ...authOf(blocks, fill),
      ],
      body: body === undefined ? form.join('&') || undefined : fill(body.replace(/^ {2}/gm, '').trim()),
    },
  ];
}

function authOf(blocks: ReadonlyMap<string, string>, fill: (text: string) => string): readonly Header[] {
  const bearer = new Map(pairsOf(blocks.get('auth:bearer'))).get('token');
  if (bearer !== undefined) return [['Authorization', `Bearer ${fill(bearer)}`]];
  const basic = new Map(pairsOf(blocks.get('auth:basic')));
  if (basic.size === 0) return [];
  return [
    [
      'Authorization',
      `Basic ${toBase64(encodeUtf8(fill(`${basic.get('username') ?? ''}:${basic.get('password') ?? ''}`)))}`,
    ],
  ];
}
