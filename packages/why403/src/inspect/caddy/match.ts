/** Caddy's request matchers on adapted JSON. Source: https://caddyserver.com/docs/json/apps/http/servers/routes/match/ */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { rangeHolds } from '../shared/address-match.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import type { ServerView } from '../shared/server-view.ts';
import { type About, aboutHeader, type Place, type Trial } from '../shared/trial.ts';
import { compilePattern, matchWildcard } from '../shared/user-pattern.ts';
import type { Json, JsonObject } from './adapt.ts';

export interface Context {
  readonly view: ServerView;
  readonly trial: Trial;
  readonly place: Place;
  path: string;
  query: string;
  method: string;
  readonly vars: Map<string, string>;
  /** What the variables look at that a `map` filled. */
  readonly sources: Map<string, About>;
  /** What the request matched on its way, and the handlers that saw it. */
  readonly trail: Json[];
}

export const asObject = (value: Json | undefined): JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as JsonObject) : {};
export const asList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const strings = (value: Json | undefined): readonly string[] => asList(value).map(String);

/** Alternatives of matcher sets; no set at all matches everything. */
export function matchSets(sets: Json | undefined, context: Context): boolean {
  const list = asList(sets);
  return list.length === 0 || list.map((set) => matchSet(asObject(set), context)).some(Boolean);
}

function matchSet(set: JsonObject, context: Context): boolean {
  return Object.entries(set)
    .map(([name, value]) => matchOne(name, value, context))
    .every(Boolean);
}

function matchOne(name: string, value: Json, context: Context): boolean {
  const { view } = context;
  if (name === 'not')
    return !asList(value)
      .map((set) => matchSet(asObject(set), context))
      .some(Boolean);
  const say = (about: About, answer: boolean | undefined, here: string): boolean =>
    ask(name, value, about, answer, here, context);
  switch (name) {
    case 'host':
      return say(
        'host',
        strings(value).some((host) => matchWildcard(host.toLowerCase(), view.host)),
        view.host,
      );
    case 'path':
      return say(
        'path',
        strings(value).some((pattern) => matchPath(pattern, context.path)),
        context.path,
      );
    case 'path_regexp': {
      const found = compilePattern(String(asObject(value)['pattern'] ?? ''))?.exec(context.path);
      return say('path', found === undefined ? undefined : found !== null, context.path);
    }
    case 'method':
      return say('method', strings(value).includes(context.method), context.method);
    case 'protocol':
      return say('tls', value === view.scheme || (value === 'http/1.1' && view.httpVersion === '1.1'), view.scheme);
    case 'remote_ip':
    case 'client_ip': {
      const ranges = strings(asObject(value)['ranges']).flatMap((range) =>
        range === 'private_ranges' ? PRIVATE : [range],
      );
      const forwarded =
        name === 'client_ip' || asObject(value)['forwarded'] === true
          ? view.headers.get('x-forwarded-for')?.split(',')[0]?.trim()
          : undefined;
      const address = asObject(value)['forwarded'] === true && forwarded ? forwarded : view.clientAddress;
      return say(
        'ip',
        address === undefined ? undefined : ranges.some((range) => rangeHolds(range, address) === true),
        address ?? '',
      );
    }
    case 'header': {
      return Object.entries(asObject(value))
        .map(([header, wanted]) => {
          const here = view.headers.get(header.toLowerCase());
          const fits =
            wanted === null
              ? here === undefined
              : here !== undefined &&
                (asList(wanted).length === 0 || strings(wanted).some((one) => matchHeader(one, here)));
          return ask(name, { [header]: wanted }, aboutHeader(header), fits, here ?? '', context);
        })
        .every(Boolean);
    }
    case 'header_regexp': {
      return Object.entries(asObject(value))
        .map(([header, wanted]) => {
          const here = view.headers.get(header.toLowerCase());
          const found =
            here === undefined ? null : compilePattern(String(asObject(wanted)['pattern'] ?? ''))?.exec(here);
          return ask(
            name,
            { [header]: wanted },
            aboutHeader(header),
            found === undefined ? undefined : found !== null,
            here ?? '',
            context,
          );
        })
        .every(Boolean);
    }
    case 'query': {
      const query = new URLSearchParams(context.query);
      const fits = Object.entries(asObject(value)).every(([key, wanted]) =>
        strings(wanted).some((one) => (one === '*' ? query.has(key) : query.getAll(key).includes(one))),
      );
      return say('query', fits, context.query);
    }
    case 'vars':
      return say(
        'env',
        Object.entries(asObject(value)).every(([key, wanted]) => strings(wanted).includes(expand(key, context))),
        '',
      );
    case 'file':
      return matchFile(asObject(value), context);
    case 'expression': {
      const text = typeof value === 'string' ? value : String(asObject(value)['expr'] ?? '');
      return say(aboutExpression(text, context), evaluateExpression(text, context), '');
    }
    default:
      return say('unseen', undefined, '');
  }
}

const PRIVATE = ['192.168.0.0/16', '172.16.0.0/12', '10.0.0.0/8', '127.0.0.0/8', 'fd00::/8', '::1/128'];

function ask(
  name: string,
  value: Json,
  about: About,
  answer: boolean | undefined,
  here: string,
  context: Context,
): boolean {
  const text = JSON.stringify(value);
  if (answer === undefined)
    context.trial.unseen(`${context.place.file}: the matcher ${name} ${text.slice(0, 200)} cannot be evaluated here.`);
  return context.trial.leaf({
    key: `match:${name}:${text}`,
    about,
    value: answer ?? false,
    known: answer !== undefined,
    place: context.place,
    asks: () =>
      `${name} ${about === 'credentials' ? '(a secret)' : asWritten(value, name === 'query' ? '=' : ' ').slice(0, 200)} (here ${quoteEvidence(about, here)})`,
    absent: here === '',
  });
}

/** What a matcher asks for as a Caddyfile has it. */
function asWritten(value: Json, sign: string): string {
  if (Array.isArray(value)) return value.map((one) => asWritten(one, sign)).join(' ');
  if (value === null || typeof value !== 'object') return String(value);
  const { pattern } = value as Readonly<Record<string, Json>>;
  if (typeof pattern === 'string') return pattern;
  return Object.entries(value)
    .map(([name, wanted]) => `${name}${sign}${asWritten(wanted as Json, sign)}`)
    .join(' ');
}

/** Paths are compared without regard to case; `*` at an end stands for anything. */
function matchPath(pattern: string, path: string): boolean {
  const a = path.toLowerCase();
  const b = pattern.toLowerCase();
  const inner = b.replace(/^\*|\*$/g, '');
  if (b === '*') return true;
  if (inner.includes('*')) return matchWildcard(b, a, { pathname: !b.endsWith('*') });
  if (b.startsWith('*') && b.endsWith('*') && b.length > 1) return a.includes(inner);
  if (b.endsWith('*')) return a.startsWith(inner);
  if (b.startsWith('*')) return a.endsWith(inner);
  return a === b;
}

function matchHeader(wanted: string, here: string): boolean {
  if (wanted === '*') return true;
  if (wanted.startsWith('*') && wanted.endsWith('*') && wanted.length > 1) return here.includes(wanted.slice(1, -1));
  if (wanted.startsWith('*')) return here.endsWith(wanted.slice(1));
  if (wanted.endsWith('*')) return here.startsWith(wanted.slice(0, -1));
  return here === wanted;
}

function matchFile(value: JsonObject, context: Context): boolean {
  const root = expand(String(value['root'] ?? '{http.vars.root}'), context) || '.';
  const tries = strings(value['try_files'] ?? ['{http.request.uri.path}']);
  for (const one of tries) {
    const relative = expand(one, context);
    if (relative.startsWith('=')) continue;
    const full = join(root, relative);
    try {
      if (statSync(full).isDirectory() === relative.endsWith('/')) {
        context.vars.set('http.matchers.file.relative', relative);
        context.vars.set('http.matchers.file.absolute', full);
        return true;
      }
    } catch {
      // Not there: the next one is tried.
    }
  }
  return false;
}

/** Fills placeholders; unknown ones become empty, as in Caddy. */
export function expand(text: string, context: Context): string {
  return text.replace(/\{([\w.\-$]+)\}/g, (_, name: string) => {
    const { view } = context;
    const header = /^http\.request\.header\.(.+)$/.exec(name)?.[1];
    if (header) return view.headers.get(header.toLowerCase()) ?? '';
    const table: Readonly<Record<string, string>> = {
      'http.request.uri.path': context.path,
      'http.request.orig_uri.path': view.rawPath,
      'http.request.uri': `${context.path}${context.query ? `?${context.query}` : ''}`,
      'http.request.uri.query': context.query,
      'http.request.method': context.method,
      'http.request.host': view.host,
      'http.request.hostport': view.hostHeader,
      'http.request.scheme': view.scheme,
      'http.request.remote.host': view.clientAddress ?? '',
      'http.request.port': String(view.port),
    };
    const query = /^http\.request\.uri\.query\.(.+)$/.exec(name)?.[1];
    if (query) return new URLSearchParams(context.query).get(query) ?? '';
    return table[name] ?? context.vars.get(name.replace(/^http\.vars\./, '')) ?? context.vars.get(name) ?? '';
  });
}

/** What a placeholder or a piece of CEL looks at. */
export function aboutExpression(text: string, { sources }: Context): About {
  for (const [, name = ''] of text.matchAll(/\{([\w.-]+)\}/g)) {
    const mapped = sources.get(name);
    if (mapped) return mapped;
  }
  const header =
    /http\.request\.header\.([\w-]+)/.exec(text)?.[1] ?? /header(?:_regexp)?\(\s*\{\s*['"]([\w-]+)/.exec(text)?.[1];
  if (header) return aboutHeader(header);
  if (/remote|client_ip/.test(text)) return 'ip';
  if (/http\.request\.method|method\(/.test(text)) return 'method';
  if (/http\.request\.host|host\(/.test(text)) return 'host';
  if (/scheme|protocol\(/.test(text)) return 'tls';
  if (/query/.test(text)) return 'query';
  return /path/.test(text) ? 'path' : 'unseen';
}

/** The plain part of CEL: comparisons of placeholders with text, joined by && and ||. Undefined for more. */
function evaluateExpression(text: string, context: Context): boolean | undefined {
  const any = text.split('||');
  if (any.length > 1 && !/[()]/.test(text))
    return combine(
      any.map((one) => evaluateExpression(one, context)),
      'or',
    );
  const all = text.split('&&');
  if (all.length > 1 && !/[()]/.test(text))
    return combine(
      all.map((one) => evaluateExpression(one, context)),
      'and',
    );
  const one = text.trim();
  if (one.startsWith('!') && !one.startsWith('!=')) {
    const inner = evaluateExpression(one.slice(1), context);
    return inner === undefined ? undefined : !inner;
  }
  const compare = /^(\{[\w.-]+\})\s*(==|!=)\s*(["'`])([^"'`]*)\3$/.exec(one);
  if (compare) return (expand(compare[1] as string, context) === compare[4]) === (compare[2] === '==');
  const within = /^(\{[\w.-]+\})\s+in\s+\[([^\]]*)\]$/.exec(one);
  if (within)
    return [...(within[2] as string).matchAll(/["']([^"']*)["']/g)].some(
      (found) => found[1] === expand(within[1] as string, context),
    );
  const call = /^(\{[\w.-]+\})\.(startsWith|endsWith|contains|matches)\((["'])([^"']*)\3\)$/.exec(one);
  if (call) {
    const left = expand(call[1] as string, context);
    const right = call[4] as string;
    if (call[2] === 'matches') return !!compilePattern(right)?.exec(left);
    return call[2] === 'startsWith'
      ? left.startsWith(right)
      : call[2] === 'endsWith'
        ? left.endsWith(right)
        : left.includes(right);
  }
  const own = /^(path|method|host|remote_ip|protocol)\(([^()]*)\)$/.exec(one);
  if (own) {
    const values = [...(own[2] as string).matchAll(/["']([^"']*)["']/g)].map((found) => found[1] as string);
    return matchOne(
      own[1] as string,
      own[1] === 'remote_ip' ? { ranges: values } : own[1] === 'protocol' ? (values[0] ?? '') : values,
      context,
    );
  }
  return undefined;
}

function combine(values: readonly (boolean | undefined)[], how: 'and' | 'or'): boolean | undefined {
  if (values.includes(how === 'or')) return how === 'or';
  return values.includes(undefined) ? undefined : how === 'and';
}
