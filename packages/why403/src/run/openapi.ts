// What an API's own description wants of an operation, against what the request has. Only `$ref`s inside the document are followed.
import {
  type Case,
  type Change,
  type Claim,
  catalogue,
  claimsOfChanges,
  decodePercent,
  type Exchange,
  type Imported,
  InputError,
  judge,
} from '@why403/core';
import type { Sender } from '../send/sender.ts';
import { originOf } from '../send/target.ts';
import { fileReason, readFileText } from '../shared/read-file.ts';

type Node = Readonly<Record<string, unknown>>;
type Plain = {
  readonly change: Change;
  readonly says: string;
  readonly text: string;
  readonly fix?: string;
};

const MOST = 20 * 1024 * 1024;
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** A description as it was read. */
export interface Description {
  readonly document: Node;
  readonly name: string;
}

/**
 * Reads a description from a file, or from a URL on the request's own host.
 * @throws {InputError} where it cannot be read or is no OpenAPI document
 * @throws {SendError} where its host cannot be reached
 */
export async function readDescription(
  where: string,
  { exchange, send }: Imported,
  sender: Sender,
): Promise<Description> {
  if (!/^https?:\/\//i.test(where)) return { document: await parse(readFile(where), where), name: where };
  if (originOf(where) !== originOf(exchange.request.url))
    throw new InputError(
      'BAD_VALUE',
      `${where.slice(0, 200)} is on another host than the request, and nothing is sent there.`,
      {
        hint: 'Download it, and give the file: --openapi api.yaml',
      },
    );
  const { response } = await sender.fetch(where, send);
  if (response?.status !== 200 || !response.body)
    throw new InputError(
      'UNREADABLE_FILE',
      `${where.slice(0, 200)} cannot be read: it answers ${response?.status ?? 'nothing'}.`,
    );
  return { document: await parse(response.body.text, where), name: where };
}

function readFile(file: string): string {
  try {
    return readFileText(file, { most: MOST, pipes: true });
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${file} cannot be read: ${fileReason(error)}.`);
  }
}

async function parse(text: string, name: string): Promise<Node> {
  let value: unknown;
  try {
    value = /^\s*\{/.test(text)
      ? JSON.parse(text)
      : (await import('../shared/yaml.ts')).parse(text, { maxAliasCount: 50 });
  } catch (error) {
    throw new InputError(
      'MALFORMED',
      `${name} is neither JSON nor YAML: ${String((error as Error).message)
        .split('\n', 1)[0]!
        .slice(0, 120)}.`,
    );
  }
  if (
    !isNode(value) ||
    !isNode(value['paths']) ||
    !(typeof value['openapi'] === 'string' || typeof value['swagger'] === 'string')
  )
    throw new InputError('MALFORMED', `${name} is no OpenAPI description: it has no "openapi" and "paths".`);
  return value;
}

function isNode(value: unknown): value is Node {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** What the description says for and against the causes of this refusal. */
export function claimsOfDescription({ document, name }: Description, exchange: Exchange): readonly Claim[] {
  const c = judge(exchange, catalogue).case;
  return plainClaims(document, c).flatMap(({ change, says, text, fix }) =>
    claimsOfChanges([change], catalogue.causes, {
      says,
      quote: { from: `file ${name}`, text: text.slice(0, 300) },
      by: 'openapi',
      ...(fix && { fix: { who: 'caller' as const, text: fix } }),
    }),
  );
}

function plainClaims(document: Node, c: Case): readonly Plain[] {
  const found = findPath(document, c.exchange.request.url);
  if (!found) return [];
  const item = resolve(document, found.item);
  const methods = METHODS.filter((m) => isNode(item[m]));
  const operation = resolve(document, item[c.method.toLowerCase()]);
  if (!isNode(item[c.method.toLowerCase()])) {
    if (!methods.length || c.method === 'OPTIONS' || (c.method === 'HEAD' && methods.includes('get'))) return [];
    const has = methods.map((m) => m.toUpperCase()).join(', ');
    return [
      {
        change: 'described-method',
        says: `the API's description has no ${c.method} for this path`,
        text: `${found.template}: ${has}`,
        fix: `use one of ${has}, which the description has for this path`,
      },
    ];
  }
  const where = `${c.method} ${found.template}`;
  return [...security(document, operation, where, c), ...parameters(document, item, operation, where, c)];
}

/** The path of the description that the request's path fits, the one with the fewest placeholders. */
function findPath(document: Node, url: string): { readonly template: string; readonly item: unknown } | undefined {
  const path = decodePercent(new URL(url).pathname);
  let best: { template: string; item: unknown; holes: number } | undefined;
  for (const base of basePaths(document)) {
    if (base && path !== base && !path.startsWith(`${base}/`)) continue;
    const parts = path.slice(base.length).replace(/\/$/, '').split('/');
    for (const [template, item] of Object.entries(document['paths'] as Node).slice(0, 20_000)) {
      const wanted = template.replace(/\/$/, '').split('/');
      const fits =
        wanted.length === parts.length &&
        wanted.every((part, i) => part === parts[i] || (/\{[^}]*\}/.test(part) && parts[i] !== ''));
      const holes = wanted.filter((part) => part.includes('{')).length;
      if (fits && (!best || holes < best.holes)) best = { template, item, holes };
    }
  }
  return best;
}

function basePaths(document: Node): readonly string[] {
  const servers = Array.isArray(document['servers']) ? document['servers'] : [];
  const bases = servers.map((server) => {
    const url = isNode(server) && typeof server['url'] === 'string' ? server['url'] : '';
    return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/$/, '');
  });
  const basePath = document['basePath'];
  return [...new Set([...bases, ...(typeof basePath === 'string' ? [basePath.replace(/\/$/, '')] : []), ''])];
}

/** The node, or what its local `$ref` leads to. Refs that lead in a circle end. */
function resolve(document: Node, node: unknown): Node {
  let at = node;
  for (let i = 0; i < 20 && isNode(at) && typeof at['$ref'] === 'string'; i++) {
    const ref = at['$ref'];
    if (!ref.startsWith('#/')) return {};
    at = ref
      .slice(2)
      .split('/')
      .reduce<unknown>(
        (o, key) =>
          isNode(o) && Object.hasOwn(o, decodePercent(key).replaceAll('~1', '/').replaceAll('~0', '~'))
            ? o[decodePercent(key).replaceAll('~1', '/').replaceAll('~0', '~')]
            : undefined,
        document,
      );
  }
  return isNode(at) ? at : {};
}

/** One way to be let in: each scheme that is wanted, with its scopes. */
interface Wanted {
  readonly scheme: Node;
  readonly name: string;
  readonly scopes: readonly string[];
}

function security(document: Node, operation: Node, where: string, c: Case): readonly Plain[] {
  const list = Array.isArray(operation['security'])
    ? operation['security']
    : Array.isArray(document['security'])
      ? document['security']
      : undefined;
  if (!list) return [];
  const schemes = resolve(
    document,
    isNode(document['components']) ? document['components']['securitySchemes'] : document['securityDefinitions'],
  );
  const ways = list.filter(isNode).map((way): readonly Wanted[] =>
    Object.entries(way).map(([name, scopes]) => ({
      name,
      scheme: resolve(document, schemes[name]),
      scopes: Array.isArray(scopes) ? scopes.filter((s): s is string => typeof s === 'string') : [],
    })),
  );
  const text = `${where} security: ${JSON.stringify(list)}`;
  if (!ways.length || ways.some((way) => way.length === 0))
    return [
      { change: 'described-no-credential', says: "the API's description wants no credential here", text },
      { change: 'described-scope-held', says: "the API's description wants no scope here", text },
    ];
  const credentials = c.evidence.all('credential');
  const wants = [
    ...new Set(ways.map((way) => way.map(({ scheme, name }) => describe(scheme, name)).join(' and '))),
  ].join(' or ');
  if (!ways.some((way) => way.every(({ scheme }) => isSent(scheme, c)))) {
    if (!c.headersKnown) return [];
    return credentials.length
      ? [
          {
            change: 'described-other-credential',
            says: `a credential was sent, and the API's description wants another: ${wants}`,
            text,
            fix: `send ${wants}, as the API's description says`,
          },
        ]
      : [
          {
            change: 'described-credential',
            says: `the API's description wants ${wants}, and none was sent`,
            text,
            fix: `send ${wants}, as the API's description says`,
          },
        ];
  }
  return scopesOf(ways, text, c);
}

function scopesOf(ways: readonly (readonly Wanted[])[], text: string, c: Case): readonly Plain[] {
  const sets = ways.map((way) => way.flatMap(({ scopes }) => scopes));
  if (sets.some((scopes) => scopes.length === 0)) return [];
  const wanted = sets[0]!;
  const jwt = c.evidence.first('jwt')?.fact;
  const has = jwt?.scopes ?? [];
  if (!has.length)
    return [
      {
        change: 'described-scope-unseen',
        says: `the API's description wants the scope ${wanted.join(' ')}; which scopes the token has cannot be seen`,
        text,
      },
    ];
  if (sets.some((scopes) => scopes.every((scope) => has.includes(scope))))
    return [
      {
        change: 'described-scope-held',
        says: "the token has every scope that the API's description wants",
        text,
      },
    ];
  const lacking = wanted.filter((scope) => !has.includes(scope));
  return [
    {
      change: 'described-scope-lacking',
      says: `the API's description wants the scope ${lacking.join(' ')}, and the token has ${has.slice(0, 10).join(' ')}`,
      text,
      fix: `ask for a token with the scope ${wanted.join(' ')} and send that one`,
    },
  ];
}

function describe(scheme: Node, name: string): string {
  if (scheme['type'] === 'apiKey') return `an API key in the ${String(scheme['in'])} ${String(scheme['name'])}`;
  if (scheme['type'] === 'basic') return 'Authorization: Basic';
  if (scheme['type'] === 'http') return `Authorization: ${title(String(scheme['scheme']))}`;
  if (scheme['type'] === 'mutualTLS') return 'a client certificate';
  if (scheme['type'] === 'oauth2' || scheme['type'] === 'openIdConnect') return 'Authorization: Bearer';
  return name;
}

function title(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function isSent(scheme: Node, c: Case): boolean {
  const credentials = c.evidence.all('credential');
  const { headers, url } = c.exchange.request;
  switch (scheme['type']) {
    case 'apiKey': {
      const name = String(scheme['name']).toLowerCase();
      if (scheme['in'] === 'query') return new URL(url).searchParams.has(String(scheme['name']));
      if (scheme['in'] === 'cookie')
        return headers.some(([n, v]) => n.toLowerCase() === 'cookie' && v.toLowerCase().includes(`${name}=`));
      return headers.some(([n, v]) => n.toLowerCase() === name && v.trim() !== '');
    }
    case 'basic':
      return credentials.some(({ fact }) => fact.kind === 'basic');
    case 'http':
      return credentials.some(({ fact }) => fact.scheme?.toLowerCase() === String(scheme['scheme']).toLowerCase());
    case 'oauth2':
    case 'openIdConnect':
      return credentials.some(({ fact }) => fact.kind === 'bearer' || /^(?:bearer|dpop)$/i.test(fact.scheme ?? ''));
    case 'mutualTLS':
      return c.exchange.transport?.tls?.clientCertificateSent === true;
    default:
      return true;
  }
}

/** Headers that the description says must be there, and are not. */
function parameters(document: Node, item: Node, operation: Node, where: string, c: Case): readonly Plain[] {
  if (!c.headersKnown) return [];
  const lists = [item['parameters'], operation['parameters']].flatMap((list) => (Array.isArray(list) ? list : []));
  return lists.flatMap((one): Plain[] => {
    const parameter = resolve(document, one);
    const name = String(parameter['name'] ?? '');
    if (
      parameter['in'] !== 'header' ||
      parameter['required'] !== true ||
      c.exchange.request.headers.some(([n]) => n.toLowerCase() === name.toLowerCase())
    )
      return [];
    const change = /csrf|xsrf/i.test(name)
      ? 'described-form-token'
      : /key|token|auth/i.test(name)
        ? 'described-credential'
        : undefined;
    return change
      ? [
          {
            change,
            says: `the API's description wants the header ${name}, and it was not sent`,
            text: `${where} parameters: ${name} (header, required)`,
          },
        ]
      : [];
  });
}
