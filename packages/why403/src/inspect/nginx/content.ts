import type { Walk } from '../path-walk.ts';
import { inherited, type Scope, setting } from './model.ts';
import { assume, type Decision, NO_DEPS, type Run } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate, mapToPath } from './variables.ts';

/** What a phase leads to: an answer, another address inside the server, or the next phase. */
export type Step =
  | { readonly decision: Decision }
  | { readonly go: string; readonly args?: string }
  | { readonly named: string }
  | undefined;

const UPSTREAMS = ['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass'];
const SERVED = ['stub_status', 'empty_gif', 'api', 'status', 'hls', 'f4f', 'dash'];
const SCRIPTS =
  /^(?:content_by_lua|js_content|perl$|drizzle_pass|postgres_pass|redis2?_pass|echo|srcache|image_filter$|lua_|encrypted_session|set_secure)/;

export function decide(
  run: Run,
  kind: Decision['kind'],
  status: number,
  says: string,
  more: Partial<Decision> = {},
): Decision {
  return { kind, status, says, scope: run.scope, deps: NO_DEPS, via: [], ...more };
}

function linkPolicy(
  run: Run,
  path: string,
): { links: 'follow' | 'refuse' | 'owner'; from?: string; directive?: Directive } {
  const directive = setting(run.scope, 'disable_symlinks');
  const mode = directive?.args[0];
  if (!directive || (mode !== 'on' && mode !== 'if_not_owner')) return { links: 'follow' };
  const raw = directive.args.find((arg) => arg.startsWith('from='))?.slice(5);
  const from = raw === undefined ? undefined : evaluate(run, raw).text.replace(/\/+$/, '');
  // A `from` that is no part of the path does not count.
  const counts = from && (path === from || path.startsWith(`${from}/`));
  return { links: mode === 'on' ? 'refuse' : 'owner', directive, ...(counts ? { from } : {}) };
}

/** Walks to a file as nginx would with its rule about links at this level. */
export function look(
  run: Run,
  path: string,
  need: 'read' | 'list' | 'stat',
): Walk & { readonly linkRule: Directive | undefined } {
  const { links, from, directive } = linkPolicy(run, path);
  // With a rule about links nginx opens the file even where it only asks whether it is there (ngx_file_info_wrapper).
  const asked = need === 'stat' && links !== 'follow' ? 'read' : need;
  const walk = run.files.walk(path, asked, links, from);
  if (walk.errno !== 'UNSEEN') return { ...walk, linkRule: directive };
  // This program may look at less than the server: all that may be there is tried.
  const { errno: _, unseen = `${path}: cannot be looked at by this user`, ...rest } = walk;
  const answer = assume(run, unseen, 3);
  if (answer > 0) return { ...rest, errno: answer === 1 ? 'ENOENT' : 'EACCES', linkRule: directive };
  const kind = need === 'list' || path.endsWith('/') ? ('dir' as const) : ('file' as const);
  return { ...rest, target: { path, kind, mode: 0o755, uid: 0, gid: 0 }, linkRule: directive };
}

/** Whether the walk fails because of a rule about links, and not because a link leads nowhere. */
const permission = (run: Run, walk: ReturnType<typeof look>, says: string): Decision =>
  decide(run, 'permission', 403, says, {
    walk,
    path: walk.path,
    ...(walk.denied[0] ? { node: walk.denied[0].node } : {}),
    ...(walk.denied[0]?.reason?.startsWith('link') && walk.linkRule ? { directive: walk.linkRule } : {}),
  });

/** `try_files`: the first that is there, or the last word. Belongs to exactly this level. */
export function runTryFiles(run: Run): Step {
  const directive = run.scope.directives.find(({ name }) => name === 'try_files');
  if (!directive) return undefined;
  const words = [...directive.args];
  const last = words.pop() ?? '';
  const aliased = setting(run.scope, 'root', 'alias')?.name === 'alias';
  for (const word of words) {
    // A slash at the end of the word asks for a directory and is no part of the name.
    const wantsDir = word.endsWith('/');
    const value = evaluate(run, wantsDir ? word.slice(0, -1) : word);
    if (value.unknown) {
      run.unseen.add(`"${word}" in try_files at ${directive.file}:${directive.line}: ${value.unknown}`);
      continue;
    }
    const name = value.text;
    const place = run.location;
    const prefix =
      aliased && place && (place.match === 'prefix' || place.match === '^~' || place.match === '=')
        ? place.pattern
        : '';
    const rest = prefix && name.startsWith(prefix) ? name.slice(prefix.length) : name;
    const path = aliased ? `${mapToPath(run, prefix)?.path ?? ''}${rest}` : mapToPath(run, name)?.path;
    if (path === undefined) continue;
    const walk = look(run, path, 'stat');
    if (walk.errno || !walk.target || (walk.target.kind === 'dir') !== wantsDir) {
      if (walk.errno === 'EACCES')
        run.weighed.push({
          directive,
          deps: NO_DEPS,
          says: `${path} could not be looked at: ${walk.denied[0]?.node.path ?? path} refuses the worker`,
        });
      continue;
    }
    run.uri = aliased ? prefix + rest : name;
    return undefined;
  }
  if (last.startsWith('=')) {
    const status = Number(last.slice(1));
    return {
      decision: decide(run, status === 404 ? 'missing' : 'return', status, `no file of try_files is there`, {
        directive,
      }),
    };
  }
  if (last.startsWith('@')) return { named: last };
  const value = evaluate(run, last);
  const [go = '', args] = value.text.split('?', 2);
  return { go, ...(args !== undefined ? { args } : { args: last.includes('?') ? '' : run.args }) };
}

const HANDLER = (name: string): boolean => UPSTREAMS.includes(name) || SERVED.includes(name) || SCRIPTS.test(name);

/** Who makes the answer: an `if` keeps the handler of the level around, `limit_except` takes over only an upstream. */
function handlerOf(run: Run): Directive | undefined {
  let accepts = HANDLER;
  for (let level: Scope | undefined = run.scope; level; level = level.parent) {
    const found = level.directives.find(({ name }) => accepts(name));
    if (found || (level.kind !== 'if' && level.kind !== 'limit_except')) return found;
    if (level.kind === 'limit_except') accepts = (name) => UPSTREAMS.includes(name);
  }
  return undefined;
}

function missing(run: Run, walk: Walk, says = `${walk.path} is not there`): Decision {
  // A directory that is a link fails as "not a directory" where links are refused, so nginx says 404.
  if (walk.denied[0]?.reason === 'link-refused') {
    const rule = setting(run.scope, 'disable_symlinks');
    const { node } = walk.denied[0];
    return decide(run, 'permission', 404, `the symbolic link ${node.path} is refused`, {
      walk,
      path: walk.path,
      node,
      ...(rule ? { directive: rule } : {}),
    });
  }
  return decide(run, 'missing', 404, says, { walk, path: walk.path });
}

function runIndex(run: Run, dir: string): Step {
  const names = inherited(run.scope, 'index').flatMap(({ args }) => args);
  let tested = false;
  for (const name of names.length > 0 ? names : ['index.html']) {
    const value = evaluate(run, name);
    if (value.text.startsWith('/')) return { go: value.text, args: run.args };
    const walk = look(run, dir + value.text, 'stat');
    if (!walk.errno) return { go: run.uri + value.text, args: run.args };
    if (walk.errno === 'ELOOP')
      return { decision: permission(run, walk, `a symbolic link on the way to ${walk.path} is refused`) };
    if (walk.errno === 'EACCES') return { decision: permission(run, walk, `the worker cannot reach ${walk.path}`) };
    if (walk.errno === 'ENOTDIR' || walk.errno === 'ENAMETOOLONG') return { decision: missing(run, walk) };
    if (!tested) {
      const test = look(run, dir.replace(/\/$/, '') || '/', 'stat');
      if (test.errno === 'ENOENT') return { decision: missing(run, test, `the directory ${dir} is not there`) };
      if (!test.errno && test.target?.kind !== 'dir')
        return { decision: decide(run, 'missing', 500, `${dir} is not a directory`) };
      tested = true;
    }
  }
  return undefined;
}

function runDav(run: Run): Decision | undefined {
  const methods = setting(run.scope, 'dav_methods');
  if (!methods?.args.includes(run.method)) return undefined;
  const mapped = mapToPath(run, run.uri);
  if (!mapped) return decide(run, 'module', 0, 'the path cannot be worked out');
  const tell = (status: number, says: string, more: Partial<Decision> = {}): Decision =>
    decide(run, 'dav', status, says, { directive: methods, path: mapped.path, ...more });
  const folder = run.uri.endsWith('/');
  const plain = mapped.path.replace(/\/$/, '');
  const change = run.files.walk(plain, 'change');
  if (run.method === 'PUT') {
    if (folder) return tell(409, 'a PUT to a name that ends in a slash is refused');
    if (change.errno === 'EACCES' || change.errno === 'EPERM')
      return tell(500, `the worker may not write into the folder of ${plain}`, { kind: 'permission', walk: change });
    if (change.target?.kind === 'dir') return tell(409, `${plain} is a directory`);
    return tell(change.target ? 204 : 201, 'written');
  }
  if (run.method === 'DELETE') {
    const found = run.files.walk(plain, 'stat');
    if (found.errno === 'ENOENT' || found.errno === 'ENOTDIR')
      return tell(404, `${plain} is not there`, { kind: 'missing' });
    if (folder && found.target && found.target.kind !== 'dir') return tell(409, `${plain} is not a directory`);
    const depth = run.request.headers.get('depth')?.[0];
    if (!folder && found.target?.kind === 'dir')
      return tell(409, `${plain} is a directory, its name has to end in a slash`);
    if (folder && depth !== undefined && depth.toLowerCase() !== 'infinity')
      return tell(400, 'a directory is deleted with "Depth: infinity" only');
    const least = Number(setting(run.scope, 'min_delete_depth')?.args[0] ?? 0);
    if (least > run.uri.split('/').filter(Boolean).length) return tell(409, 'min_delete_depth forbids it');
    if (change.errno === 'EACCES' || change.errno === 'EPERM')
      return tell(403, `the worker may not change the folder of ${plain}`, {
        kind: 'permission',
        walk: change,
        ...(change.denied[0] ? { node: change.denied[0].node } : {}),
      });
    return tell(204, 'deleted');
  }
  if (run.method === 'MKCOL') {
    if (!folder) return tell(409, 'a MKCOL name has to end in a slash');
    // That the name is taken already counts before the right to make it.
    if (!run.files.walk(plain, 'stat').errno) return tell(405, `${plain} is there already`);
    if (change.errno === 'EACCES')
      return tell(403, `the worker may not change the folder of ${plain}`, { kind: 'permission', walk: change });
    return change.errno === 'ENOENT' && !change.steps.some((step) => step.want & 2)
      ? tell(409, 'the folder around is missing')
      : tell(201, 'made');
  }
  return decide(run, 'module', 0, `${run.method} depends on the other path it names`);
}

/** The content phase: who makes the answer, and whether the files allow it. */
export function runContent(run: Run): Step {
  const handler = handlerOf(run);
  if (handler) {
    if (UPSTREAMS.includes(handler.name))
      return {
        decision: decide(run, 'upstream', 0, `${handler.name} ${handler.args.join(' ')} answers`, {
          directive: handler,
        }),
      };
    // These answer to GET and HEAD alone, as files do.
    if (SERVED.includes(handler.name) && run.method !== 'GET' && run.method !== 'HEAD')
      return {
        decision: decide(run, 'method', 405, `${handler.name} answers GET and HEAD only`, { directive: handler }),
      };
    if (SERVED.includes(handler.name))
      return { decision: decide(run, 'served', 200, `${handler.name} answers`, { directive: handler }) };
    run.unseen.add(`"${handler.name}" at ${handler.file}:${handler.line} makes the answer and is not evaluated here`);
    return { decision: decide(run, 'module', 0, `${handler.name} answers`, { directive: handler }) };
  }
  const reads = run.method === 'GET' || run.method === 'HEAD';
  const dav = setting(run.scope, 'dav_methods')?.args.includes(run.method);
  if (!reads && run.method !== 'POST' && !dav)
    return {
      decision: decide(run, 'method', 405, `static files are served for GET and HEAD only, not for ${run.method}`),
    };
  const rootOrAlias = setting(run.scope, 'root', 'alias');
  if (rootOrAlias?.name === 'alias' && !run.validLocation)
    return {
      decision: decide(run, 'loop', 500, 'an alias cannot be used where "rewrite … break" changed the path', {
        directive: rootOrAlias,
      }),
    };
  const mapped = mapToPath(run, run.uri);
  if (!mapped) {
    run.unseen.add('the document root cannot be worked out');
    return { decision: decide(run, 'module', 0, 'the document root cannot be worked out') };
  }
  const folder = run.uri.endsWith('/');
  if (folder && (reads || run.method === 'POST')) {
    const step = runIndex(run, mapped.path);
    if (step) return step;
    if (
      reads &&
      (setting(run.scope, 'autoindex')?.args[0] === 'on' || setting(run.scope, 'random_index')?.args[0] === 'on')
    ) {
      // autoindex cuts the last character, which is a slash unless an alias has none.
      const walk = look(run, mapped.path.slice(0, -1) || '/', 'list');
      if (walk.errno === 'EACCES' || walk.errno === 'ELOOP')
        return { decision: permission(run, walk, `the worker cannot list ${mapped.path}`) };
      if (walk.errno) return { decision: missing(run, walk) };
      return { decision: decide(run, 'served', 200, 'the directory is listed') };
    }
  }
  const stored = runDav(run);
  if (stored) return { decision: stored };
  if (folder)
    return {
      decision: decide(
        run,
        'directory',
        403,
        `${mapped.path} holds none of the index files, and directories are not listed`,
        {
          path: mapped.path,
          ...(setting(run.scope, 'index') ? { directive: setting(run.scope, 'index') as Directive } : {}),
        },
      ),
    };
  const walk = look(run, mapped.path, 'read');
  if (walk.errno === 'EACCES' || walk.errno === 'ELOOP')
    return {
      decision: permission(
        run,
        walk,
        walk.denied[0]?.reason
          ? `a symbolic link on the way to ${mapped.path} is refused`
          : `the worker cannot read ${mapped.path}`,
      ),
    };
  if (walk.errno) return { decision: missing(run, walk) };
  if (walk.target?.kind === 'dir') return { decision: decide(run, 'redirect', 301, 'a slash is added') };
  if (walk.target?.kind !== 'file') return { decision: missing(run, walk, `${mapped.path} is not a regular file`) };
  if (run.method === 'POST')
    return {
      decision: decide(run, 'method', 405, 'static files are served for GET and HEAD only, not for POST', {
        path: mapped.path,
      }),
    };
  return { decision: decide(run, 'served', 200, `${mapped.path} is sent`, { walk, path: mapped.path }) };
}
