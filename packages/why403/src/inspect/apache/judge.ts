/** Takes one request through Apache's phases and says where it is refused. Source: https://httpd.apache.org/docs/2.4/sections.html and server/request.c */
import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { ReadText } from '../shared/config-edit.ts';
import { decodePath, normalizePath, type ServerView } from '../shared/server-view.ts';
import type { Trial } from '../shared/trial.ts';
import { type Access, checkAccess } from './access.ts';
import { clientAddress, setVariables } from './env.ts';
import { documentRoot, findRedirect, mapPath } from './map.ts';
import { named, namedIn } from './named.ts';
import { optionsOf } from './options.ts';
import type { ApacheRequest, Step } from './request.ts';
import { type Rewritten, runRules } from './rewrite.ts';
import { selectServer } from './server.ts';
import type { Config, Directive, Fragment } from './types.ts';
import { finishChain, serverFragment, type Walked, walkDirectory } from './walk.ts';

export type Stage =
  | 'rewrite'
  | 'redirect'
  | 'authz'
  | 'compat'
  | 'login'
  | 'tls'
  | 'symlink'
  | 'listing'
  | 'options'
  | 'htaccess'
  | 'file'
  | 'app'
  | 'none'
  | 'syntax';

export interface Outcome {
  readonly status: number;
  readonly stage: Stage;
  /** The directive that decided; where none did, the answer comes from what lies behind. */
  readonly by: Directive | undefined;
  readonly chain: readonly Fragment[];
  readonly filename: string;
  readonly kind: Walked['kind'] | 'proxy';
  readonly request: ApacheRequest;
  /** Why a login was not taken. */
  readonly login?: 'missing' | 'malformed' | 'no-such-user' | 'wrong-password' | 'unknown';
  /** The program or server that answers behind Apache. */
  readonly app?: Directive;
}

const MAX_REDIRECTS = 10;
/** Names of index files that are tried: each is a request of its own. */
const MAX_INDEXES = 64;

/** Judges the request against the configuration and the files on disk. */
export function judge(config: Config, view: ServerView, trial: Trial, read: ReadText): Outcome {
  const server = selectServer(config, view, trial);
  const merge = named(server.directives, 'mergeslashes').at(-1)?.args[0]?.toLowerCase() !== 'off';
  const uri = normalizePath(decodePath(view.rawPath), merge);
  const request: ApacheRequest = {
    view,
    method: view.method,
    uri: uri ?? view.rawPath,
    query: view.query ?? '',
    client: clientAddress(server.directives, view.clientAddress ?? '', view.headers),
    server,
    docroot: documentRoot(server, config),
    env: new Map(),
    user: undefined,
    groupFile: undefined,
    filename: '',
    pathInfo: '',
  };
  if (uri === undefined)
    return { status: 400, stage: 'syntax', by: undefined, chain: [], filename: '', kind: 'none', request };
  if (
    /%2f/i.test(view.rawPath) &&
    !/^(?:on|nodecode)$/i.test(named(server.directives, 'allowencodedslashes').at(-1)?.args[0] ?? '')
  ) {
    return { status: 404, stage: 'syntax', by: undefined, chain: [], filename: '', kind: 'none', request };
  }
  setVariables(serverFragment(server).directives, { request, trial });
  return pass(config, request, trial, read, 0);
}

/** One pass through the phases; an internal redirect starts another. */
function pass(
  config: Config,
  start: ApacheRequest,
  trial: Trial,
  read: ReadText,
  depth: number,
  parent?: readonly Fragment[],
): Outcome {
  const subrequest = parent !== undefined;
  let request = start;
  const { server } = request;
  let step: Step = { request, trial };
  const end = (status: number, stage: Stage, by: Directive | undefined, more: Partial<Outcome> = {}): Outcome => ({
    status,
    stage,
    by,
    chain: [],
    filename: request.filename,
    kind: 'none',
    request,
    ...more,
  });
  if (depth > MAX_REDIRECTS) return end(500, 'rewrite', undefined);

  // URL translation: mod_rewrite, then redirects, then aliases and the document root.
  let proxied: Directive | undefined;
  let mapped = mapPath(request.uri, server, config);
  const early = rewriteInServer(config, step, subrequest);
  if (early?.is === 'status') return end(early.status, 'rewrite', early.rule);
  if (early?.is === 'proxy') proxied = early.rule;
  if (early?.is === 'changed') {
    request = { ...request, uri: early.passThrough ? early.to : request.uri, query: early.query };
    step = { request, trial };
    mapped = early.passThrough
      ? mapPath(early.to, server, config)
      : { is: 'file', filename: fileOf(early.to, request.docroot), script: undefined };
  }
  // What was rewritten to a file is no path any more that Redirect could see.
  if (!proxied && (early?.is !== 'changed' || early.passThrough)) {
    const moved = findRedirect(serverFragment(server).directives, step);
    if (moved) return end(moved.status, 'redirect', moved.by);
  }
  if (mapped.is === 'proxy') proxied = mapped.by;

  // From the name to the sections.
  let walked: Walked;
  if (proxied || mapped.is === 'proxy') {
    const url = mapped.is === 'proxy' ? mapped.url : '';
    const proxies = named(server.directives, 'proxy').filter(
      (d) => d.children && (d.args[0] === '*' || url.startsWith(d.args[0] ?? '\0')),
    );
    const chain = [
      serverFragment(server),
      ...proxies.map(
        (section): Fragment => ({
          kind: 'proxy',
          of: section.args[0] ?? '',
          directives: section.children ?? [],
          section,
        }),
      ),
    ];
    walked = { chain, filename: '', pathInfo: '', kind: 'none' };
  } else {
    // `<If>` and options need the file's name; the walk itself does not read it.
    walked = walkDirectory(step, config, mapped.filename, read, subrequest);
  }
  request = { ...request, filename: walked.filename, pathInfo: walked.pathInfo };
  step = { request, trial };
  if (walked.broken) return end(500, 'htaccess', walked.broken, { chain: walked.chain });
  if (walked.refused)
    return end(403, 'symlink', walked.refused.by, { chain: walked.chain, filename: walked.refused.path });
  const chain = finishChain(step, walked.chain, proxied ? undefined : walked.filename);
  const at = { chain, kind: proxied ? ('proxy' as const) : walked.kind };
  const group = namedIn(chain, 'authgroupfile').at(-1)?.args[0];
  if (group) request = { ...request, groupFile: isAbsolute(group) ? group : join(config.serverRoot, group) };
  step = { request, trial };
  // Headers are parsed for the request itself alone: a sub-request keeps its variables.
  if (!subrequest)
    setVariables(
      chain.slice(1).flatMap((f) => f.directives),
      step,
    );

  // A sub-request governed by the very same sections is not judged again.
  const access = parent && sameSections(parent, chain) ? ({} as Access) : checkAccess(step, chain, config);
  if (access.refused)
    return end(access.refused.status, access.refused.stage, access.refused.by, {
      ...at,
      ...(access.refused.login ? { login: access.refused.login } : {}),
    });
  if (access.user !== undefined) request = { ...request, user: access.user };
  step = { request, trial };

  // Fixups: rules of directories, then redirects, then the index of a directory.
  const late = rewriteInDirectory(step, chain, subrequest);
  if (late?.is === 'forbidden') return end(403, 'options', late.by, at);
  if (late?.is === 'status') return end(late.status, 'rewrite', late.rule, at);
  if (late?.is === 'proxy') return end(200, 'app', undefined, { ...at, app: late.rule });
  if (late?.is === 'changed') {
    const to = late.to.startsWith(`${request.docroot}/`) ? late.to.slice(request.docroot.length) : late.to;
    if (to !== request.uri && !subrequest)
      return pass(
        config,
        { ...request, uri: to, query: late.query, env: new Map(request.env) },
        trial,
        read,
        depth + 1,
      );
  }
  for (const fragment of chain.slice(1)) {
    const moved = findRedirect(fragment.directives, step, fragment.kind === 'location' ? fragment.of : undefined);
    if (moved) return end(moved.status, 'redirect', moved.by, at);
  }
  const methods = namedIn(chain, 'allowmethods').at(-1);
  if (
    methods &&
    methods.args[0]?.toLowerCase() !== 'reset' &&
    !methods.args.some(
      (m) => m.toUpperCase() === request.method || (m.toUpperCase() === 'GET' && request.method === 'HEAD'),
    )
  ) {
    return end(405, 'authz', methods, at);
  }
  const app = proxied ?? (mapped.is === 'file' ? mapped.script : undefined) ?? handlerOf(chain, walked.filename);
  if (app) {
    if (!proxied && walked.kind === 'none') return end(404, 'file', undefined, at);
    // mod_cgi asks for ExecCGI except where ScriptAlias made it a script.
    if (
      !proxied &&
      app.name !== 'scriptalias' &&
      app.name !== 'scriptaliasmatch' &&
      /cgi-script/.test(app.text) &&
      !optionsOf(chain).set.has('execcgi')
    ) {
      return end(403, 'options', optionsOf(chain).by ?? app, at);
    }
    return end(200, 'app', undefined, { ...at, app });
  }
  if (walked.kind === 'directory') return answerDirectory(config, step, chain, read, depth, at, subrequest);
  const dav = namedIn(chain, 'dav').at(-1)?.args[0]?.toLowerCase();
  // Apache's own handler answers OPTIONS and refuses other methods before it looks for the file.
  if (!/^(?:GET|HEAD|POST)$/.test(request.method) && (!dav || dav === 'off'))
    return end(request.method === 'OPTIONS' ? 200 : 405, 'file', undefined, at);
  const takesMore = namedIn(chain, 'acceptpathinfo').at(-1)?.args[0]?.toLowerCase();
  if (walked.kind === 'none' || (walked.pathInfo && takesMore !== 'on')) return end(404, 'file', undefined, at);
  return end(200, 'file', undefined, at);
}

/** Without [PT] a rewritten path is a file's name: below the document root unless its first folder is one of the system. */
function fileOf(to: string, docroot: string): string {
  const first = /^\/[^/]+/.exec(to)?.[0];
  return first !== undefined && existsSync(first) ? to : `${docroot}${to.startsWith('/') ? '' : '/'}${to}`;
}

function rewriteInServer(config: Config, step: Step, subrequest: boolean): Rewritten | undefined {
  const { server } = step.request;
  const main = serverFragment(config.main).directives;
  const own = server.section?.children ?? main;
  const engine = [main, own]
    .flatMap((list) => named(list, 'rewriteengine'))
    .at(-1)
    ?.args[0]?.toLowerCase();
  if (engine !== 'on') return undefined;
  const inherit = own !== main && named(own, 'rewriteoptions').some((d) => /inherit/i.test(d.rest));
  // Before the path is mapped, REQUEST_FILENAME is the path itself.
  const early: Step = { ...step, request: { ...step.request, filename: step.request.uri } };
  return runRules(inherit ? [...own, ...main] : own, early, step.request.uri, undefined, subrequest);
}

function rewriteInDirectory(
  step: Step,
  chain: readonly Fragment[],
  subrequest: boolean,
): Rewritten | { readonly is: 'forbidden'; readonly by: Directive | undefined } | undefined {
  const links = chain.slice(1).filter((f) => f.directives.some((d) => d.name.startsWith('rewrite')));
  const engine = namedIn(links, 'rewriteengine').at(-1)?.args[0]?.toLowerCase();
  const last = links.at(-1);
  if (engine !== 'on' || !last) return undefined;
  const inherit = last.directives.some((d) => d.name === 'rewriteoptions' && /inherit/i.test(d.rest));
  const rules = inherit ? [...last.directives, ...links.slice(0, -1).flatMap((f) => f.directives)] : last.directives;
  // A directory asked for without its slash is left to mod_dir's redirect.
  if (last.base?.endsWith('/') && `${step.request.filename}/` === last.base) return undefined;
  // AH00670: without a symlink option the module refuses to work in a directory.
  const options = optionsOf(chain);
  if (!options.set.has('followsymlinks') && !options.set.has('symlinksifownermatch'))
    return { is: 'forbidden', by: options.by };
  const subject = `${step.request.filename}${step.request.pathInfo}`;
  return runRules(rules, step, subject, last.base ?? '', subrequest);
}

const sameSections = (a: readonly Fragment[], b: readonly Fragment[]): boolean =>
  a.length === b.length && a.every((fragment, i) => fragment.section === b[i]?.section && fragment.of === b[i]?.of);

function handlerOf(chain: readonly Fragment[], filename: string): Directive | undefined {
  const set = namedIn(chain, 'sethandler').at(-1);
  if (set) return set.args[0]?.toLowerCase() === 'none' || set.args[0] === 'default-handler' ? undefined : set;
  const inLocation = namedIn(chain, 'proxypass').findLast((d) => d.args.length === 1);
  if (inLocation) return inLocation;
  const extensions = filename
    .slice(filename.lastIndexOf('/') + 1)
    .split('.')
    .slice(1)
    .map((e) => e.toLowerCase());
  return namedIn(chain, 'addhandler').findLast((d) =>
    d.args.slice(1).some((e) => extensions.includes(e.replace(/^\./, '').toLowerCase())),
  );
}

/** A directory: its index by a sub-request, else a listing, else the refusal AH01276. */
function answerDirectory(
  config: Config,
  step: Step,
  chain: readonly Fragment[],
  read: ReadText,
  depth: number,
  at: { chain: readonly Fragment[]; kind: Outcome['kind'] },
  subrequest: boolean,
): Outcome {
  const { request, trial } = step;
  const all = chain.flatMap((f) => f.directives);
  const done = (status: number, stage: Stage, by: Directive | undefined): Outcome => ({
    status,
    stage,
    by,
    filename: request.filename,
    request,
    ...at,
  });
  const hasDir = config.modules.has('dir');
  if (
    hasDir &&
    !request.uri.endsWith('/') &&
    all.findLast((d) => d.name === 'directoryslash')?.args[0]?.toLowerCase() !== 'off'
  )
    return done(301, 'redirect', undefined);
  if (hasDir && !subrequest) {
    let names: string[] = ['index.html'];
    let fresh = true;
    for (const fragment of chain) {
      fresh = true;
      for (const d of named(fragment.directives, 'directoryindex')) {
        if (fresh) names = [];
        fresh = false;
        names = d.args[0]?.toLowerCase() === 'disabled' ? [] : [...names, ...d.args];
      }
    }
    let worst: Outcome | undefined;
    for (const name of names.slice(0, MAX_INDEXES)) {
      const uri = name.startsWith('/') ? name : `${request.uri}${name}`;
      // A sub-request is a GET, whatever the request itself was.
      const inner = pass(
        config,
        { ...request, method: 'GET', uri, env: new Map(request.env) },
        trial,
        read,
        depth + 1,
        chain,
      );
      if (inner.status < 400) return inner;
      if (inner.status !== 404) worst ??= inner;
    }
    if (worst) return worst;
    if (all.some((d) => d.name === 'fallbackresource' && d.args[0]?.toLowerCase() !== 'disabled'))
      return done(200, 'app', undefined);
  }
  if (!/^(?:GET|HEAD)$/.test(request.method))
    return done(request.method === 'POST' || request.method === 'OPTIONS' ? 404 : 405, 'file', undefined);
  const options = optionsOf(chain);
  if (config.modules.has('autoindex'))
    return options.set.has('indexes') ? done(200, 'listing', undefined) : done(403, 'listing', options.by);
  return done(404, 'file', undefined);
}
