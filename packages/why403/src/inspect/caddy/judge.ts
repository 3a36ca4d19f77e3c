/** Takes a request through Caddy's routes and handlers. Source: https://caddyserver.com/docs/json/apps/http/servers/routes/ */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { checkHtpasswd } from '../shared/check-htpasswd.ts';
import type { Judged } from '../shared/explain.ts';
import { decodePath, normalizePath, type ServerView } from '../shared/server-view.ts';
import type { Place, Trial } from '../shared/trial.ts';
import { compilePattern, matchWildcard } from '../shared/user-pattern.ts';
import type { Json, JsonObject } from './adapt.ts';
import { aboutExpression, asList, asObject, type Context, expand, matchSets } from './match.ts';

export interface CaddyJudged extends Judged {
  /** What answered: the handler's name, or `hide`, `listing`, `none`. */
  readonly stage: string;
  readonly filename: string;
  readonly kind: 'file' | 'directory' | 'none';
  readonly login?: 'missing' | 'malformed' | 'wrong';
  /** The words of the matchers that led to the answer, and of its handler. */
  readonly words: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly stage: string;
  readonly filename?: string;
  readonly kind?: CaddyJudged['kind'];
  readonly login?: CaddyJudged['login'];
}

/** Judges one request on the adapted configuration. */
export function judgeCaddy(json: JsonObject | undefined, view: ServerView, trial: Trial, place: Place): CaddyJudged {
  const servers = Object.values(asObject(asObject(asObject(json?.['apps'])['http'])['servers'])).map(asObject);
  const server =
    servers.find((one) => asList(one['listen']).some((listen) => String(listen).endsWith(`:${view.port}`))) ??
    (servers.length === 1 ? servers[0] : undefined);
  const path = normalizePath(decodePath(view.rawPath), false) ?? view.rawPath;
  const context: Context = {
    view,
    trial,
    place,
    path,
    query: view.query ?? '',
    method: view.method,
    vars: new Map(),
    sources: new Map(),
    trail: [],
  };
  const answer = server ? runRoutes(asList(server['routes']), context) : undefined;
  const status = answer?.status ?? 200;
  const stage = answer?.stage ?? 'none';
  const hidden = stage === 'hide' || (stage === 'listing' && view.status === 404);
  return {
    refused:
      status === 401 ||
      status === 403 ||
      status === 0 ||
      hidden ||
      (status >= 400 && ['static_response', 'error'].includes(stage) && status === view.status),
    status,
    stage,
    filename: answer?.filename ?? '',
    kind: answer?.kind ?? 'none',
    words: context.trail.flatMap(wordsIn),
    ...(answer?.login ? { login: answer.login } : {}),
    ...(answer?.filename ? { what: answer.filename } : {}),
  };
}

function runRoutes(routes: readonly Json[], context: Context): Answer | undefined {
  const done = new Set<string>();
  for (const one of routes) {
    const route = asObject(one);
    const group = typeof route['group'] === 'string' ? route['group'] : undefined;
    if (group && done.has(group)) continue;
    if (!matchSets(route['match'], context)) continue;
    if (group) done.add(group);
    const { length } = context.trail;
    context.trail.push(route['match'] ?? null);
    for (const handler of asList(route['handle'])) {
      const answer = runHandler(asObject(handler), context);
      if (!answer) continue;
      if (asObject(handler)['handler'] !== 'subroute') context.trail.push(handler);
      return answer;
    }
    context.trail.length = length;
    if (route['terminal'] === true) return { status: 200, stage: 'none' };
  }
  return undefined;
}

/** All texts and numbers in a piece of the configuration. */
function wordsIn(json: Json): readonly string[] {
  if (json === null || typeof json === 'boolean') return [];
  return typeof json === 'object' ? Object.values(json as JsonObject).flatMap(wordsIn) : [String(json)];
}

function runHandler(handler: JsonObject, context: Context): Answer | undefined {
  const name = String(handler['handler'] ?? '');
  switch (name) {
    case 'subroute':
      return runRoutes(asList(handler['routes']), context);
    case 'vars':
      for (const [key, value] of Object.entries(handler))
        if (key !== 'handler') context.vars.set(key, expand(String(value), context));
      return undefined;
    case 'map':
      fillVariables(handler, context);
      return undefined;
    case 'rewrite': {
      const uri = handler['uri'];
      if (typeof uri === 'string') {
        const [path = '', query] = expand(uri, context).split(/\?(.*)/s);
        context.path = path || context.path;
        if (query !== undefined) context.query = query;
      }
      const strip = handler['strip_path_prefix'];
      if (typeof strip === 'string' && context.path.startsWith(strip))
        context.path = context.path.slice(strip.length) || '/';
      const suffix = handler['strip_path_suffix'];
      if (typeof suffix === 'string' && context.path.endsWith(suffix))
        context.path = context.path.slice(0, -suffix.length);
      if (typeof handler['method'] === 'string') context.method = handler['method'];
      return undefined;
    }
    case 'static_response': {
      if (handler['abort'] === true) return { status: 0, stage: name };
      return { status: Number(expand(String(handler['status_code'] ?? 200), context)) || 200, stage: name };
    }
    case 'error':
      return { status: Number(expand(String(handler['status_code'] ?? 500), context)) || 500, stage: name };
    case 'authentication':
      return authenticate(handler, context);
    case 'reverse_proxy':
      return proxy(handler, context);
    case 'file_server':
      return serveFile(handler, context);
    default:
      if (!PASSING.has(name)) context.trial.unseen(`${context.place.file}: the handler "${name}" is not evaluated.`);
      return undefined;
  }
}

/** Handlers that change a request or an answer, and give none. */
const PASSING = new Set([
  'copy_response',
  'copy_response_headers',
  'encode',
  'headers',
  'intercept',
  'log_append',
  'metrics',
  'push',
  'request_body',
  'templates',
  'tracing',
]);

/** Source: https://caddyserver.com/docs/json/apps/http/servers/routes/handle/map/ */
function fillVariables(handler: JsonObject, context: Context): void {
  const source = String(handler['source'] ?? '');
  const here = expand(source, context);
  const names = asList(handler['destinations']).map((one) => String(one).replace(/^\{|\}$/g, ''));
  const defaults = asList(handler['defaults']);
  let groups: readonly (string | undefined)[] = [];
  const fitting = asList(handler['mappings'])
    .map(asObject)
    .find(({ input, input_regexp: pattern }) => {
      if (typeof pattern !== 'string' || !pattern) return String(input ?? '') === here;
      const found = compilePattern(pattern)?.exec(here);
      if (found === undefined)
        context.trial.unseen(
          `${context.place.file}: the pattern ${pattern.slice(0, 200)} of a map cannot be run here.`,
        );
      groups = found ?? [];
      return !!found;
    });
  const outputs = asList(fitting?.['outputs']);
  for (const [i, name] of names.entries()) {
    const value = String(outputs[i] ?? defaults[i] ?? '');
    const filled = value.replace(/\$\{(\d)\}|\$(\d)/g, (_, a?: string, b?: string) => groups[Number(a ?? b)] ?? '');
    context.vars.set(name, expand(filled, context));
    context.sources.set(name, aboutExpression(source, context));
  }
}

/** forward_auth is a proxy whose good answers let the request go on. */
function proxy(handler: JsonObject, context: Context): Answer | undefined {
  const gate = asList(handler['handle_response']).some((one) =>
    asList(asObject(asObject(one)['match'])['status_code']).includes(2),
  );
  if (!gate) return { status: 200, stage: 'reverse_proxy' };
  const passes = context.trial.leaf({
    key: `forward_auth:${JSON.stringify(handler['upstreams'] ?? '')}`,
    about: 'credentials',
    value: true,
    known: false,
    place: context.place,
    asks: () => 'the service behind forward_auth lets it pass',
    absent: !context.view.headers.has('authorization') && !context.view.headers.has('cookie'),
  });
  return passes ? undefined : { status: context.view.status ?? 401, stage: 'forward_auth' };
}

function authenticate(handler: JsonObject, context: Context): Answer | undefined {
  const basic = asObject(asObject(handler['providers'])['http_basic']);
  const header = context.view.headers.get('authorization');
  const encoded = /^basic\s+(\S+)\s*$/i.exec(header ?? '')?.[1];
  const [user = '', ...rest] = encoded === undefined ? [] : Buffer.from(encoded, 'base64').toString().split(':');
  const account = asList(basic['accounts'])
    .map(asObject)
    .find((one) => one['username'] === user);
  const right =
    encoded === undefined || !account ? false : checkHtpasswd(plainHash(String(account['password'])), rest.join(':'));
  const ok = context.trial.leaf({
    key: 'authentication',
    about: 'credentials',
    value: right ?? false,
    known: right !== undefined,
    place: context.place,
    asks: () => 'the login is right',
    absent: header === undefined,
  });
  return ok
    ? undefined
    : {
        status: 401,
        stage: 'authentication',
        login: header === undefined ? 'missing' : encoded === undefined ? 'malformed' : 'wrong',
      };
}

/** In older forms of the configuration hashes are base64. */
const plainHash = (hash: string): string => (hash.startsWith('$') ? hash : Buffer.from(hash, 'base64').toString());

/** Source: https://caddyserver.com/docs/json/apps/http/servers/routes/handle/file_server/ */
function serveFile(handler: JsonObject, context: Context): Answer | undefined {
  const root = expand(String(handler['root'] ?? '{http.vars.root}'), context) || '.';
  const filename = join(root, context.path);
  const hide = asList(handler['hide']).map((one) => expand(String(one), context));
  const pass = handler['pass_thru'] === true;
  const answer = (
    status: number,
    stage: string,
    file = filename,
    kind: CaddyJudged['kind'] = kindOf(file),
  ): Answer | undefined => (pass && status === 404 ? undefined : { status, stage, filename: file, kind });
  if (isHidden(filename, hide)) return kindOf(filename) === 'none' ? answer(404, 'none') : answer(404, 'hide');
  const kind = kindOf(filename);
  if (kind === 'none') return answer(404, 'none');
  if (kind === 'file')
    return /^(?:GET|HEAD)$/.test(context.method) ? answer(200, 'file_server') : answer(405, 'file_server');
  const names =
    handler['index_names'] === undefined ? ['index.html', 'index.txt'] : asList(handler['index_names']).map(String);
  for (const name of names) {
    const index = join(filename, name);
    if (kindOf(index) === 'file' && !isHidden(index, hide)) return answer(200, 'file_server', index);
  }
  return handler['browse'] === undefined ? answer(404, 'listing') : answer(200, 'file_server');
}

const kindOf = (file: string): CaddyJudged['kind'] => {
  try {
    return existsSync(file) ? (statSync(file).isDirectory() ? 'directory' : 'file') : 'none';
  } catch {
    return 'none';
  }
};

/** A pattern without a slash hides any component of that name; with one, a path and what lies below it. */
export function isHidden(file: string, hide: readonly string[]): boolean {
  const parts = file.split('/').filter(Boolean);
  return hide.some((pattern) => {
    if (!pattern.includes('/')) return parts.some((part) => matchWildcard(pattern, part, { pathname: true }));
    if (file === pattern || file.startsWith(`${pattern.replace(/\/$/, '')}/`)) return true;
    return matchWildcard(pattern, file, { pathname: true });
  });
}
