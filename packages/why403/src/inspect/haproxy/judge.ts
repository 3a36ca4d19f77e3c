/** Takes a request through a frontend's and a backend's rules. Source: https://docs.haproxy.org/2.6/configuration.html#4.2 */
import type { Judged } from '../shared/explain.ts';
import { runProgram } from '../shared/run-program.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { Trial } from '../shared/trial.ts';
import { type Acl, type AclsByName, termHolds } from './acl.ts';
import { type HaConfig, type Line, readCondition, type Section } from './parse.ts';
import { type Context, readSample } from './sample.ts';

export interface HaJudged extends Judged {
  readonly rule?: Line;
  readonly frontend: string;
  readonly backend: string;
  /** True where a server behind HAProxy answers. */
  readonly passed: boolean;
  /** The `use_backend` line that led to a backend without servers, which is there to refuse. */
  readonly use?: Line;
}

/** The frontend that listens on the request's port, the first of all where none says so. */
function chooseFrontend(config: HaConfig, view: ServerView): Section | undefined {
  const fronts = config.sections.filter((section) => section.kind === 'frontend' || section.kind === 'listen');
  const binds = (section: Section): readonly string[] =>
    section.lines.filter((line) => line.words[0] === 'bind').flatMap((line) => (line.words[1] ?? '').split(','));
  return (
    fronts.find((section) => binds(section).some((bind) => bind.endsWith(`:${view.port}`))) ??
    (fronts.length === 1 ? fronts[0] : undefined)
  );
}

/** Rules of the defaults section that a proxy takes from stand before its own. */
function linesOf(config: HaConfig, section: Section): readonly Line[] {
  const at = config.sections.indexOf(section);
  const defaults = section.from
    ? config.sections.find((one) => one.kind === 'defaults' && one.name === section.from)
    : config.sections.slice(0, at).findLast((one) => one.kind === 'defaults');
  return [...(defaults?.lines.slice(1) ?? []), ...section.lines.slice(1)];
}

/** Judges one request. */
export function judgeHaproxy(config: HaConfig, view: ServerView, trial: Trial): HaJudged {
  const front = chooseFrontend(config, view);
  const done = (status: number, rule: Line | undefined, more: Partial<HaJudged> = {}): HaJudged => ({
    refused: status === 401 || status === 403 || status === 0 || (status >= 400 && rule !== undefined),
    status,
    frontend: front?.name ?? '',
    backend: '',
    passed: false,
    ...(rule ? { rule, place: rule } : {}),
    ...more,
  });
  if (!front) {
    trial.unseen(`${config.file}: no frontend listens on port ${view.port}.`);
    return done(200, undefined, { passed: true });
  }
  const context: Context = {
    view,
    trial,
    path: view.rawPath,
    query: view.query,
    headers: new Map(view.headers),
    method: view.method,
    variables: new Map(),
    asked: new Map(),
    login: (list) => checkLogin(config, list, view),
  };
  const first = runRules(linesOf(config, front), context, trial);
  if (first) return done(first.status, first.rule);
  const lines = linesOf(config, front);
  const acls = aclsOf(lines);
  context.asked.clear();
  const use = lines.find((line) => line.words[0] === 'use_backend' && holds(line, acls, context));
  const name = use?.words[1] ?? lines.findLast((line) => line.words[0] === 'default_backend')?.words[1];
  const back =
    front.kind === 'listen' && !name
      ? undefined
      : config.sections.find((section) => section.kind === 'backend' && section.name === name);
  if (!back) {
    if (front.kind === 'listen') return done(200, undefined, { passed: true });
    return done(503, undefined, { passed: false });
  }
  const second = runRules(linesOf(config, back), context, trial);
  const serves = back.lines.some((line) => line.words[0] === 'server' || line.words[0] === 'server-template');
  if (second) return done(second.status, second.rule, { backend: back.name, ...(use && !serves ? { use } : {}) });
  return done(200, undefined, { backend: back.name, passed: true });
}

function aclsOf(lines: readonly Line[]): AclsByName {
  const acls = new Map<string, Acl[]>();
  for (const line of lines) {
    if (line.words[0] !== 'acl') continue;
    const name = line.words[1] ?? '';
    const acl = { name, words: line.words.slice(2), place: line };
    const list = acls.get(name);
    if (list) list.push(acl);
    else acls.set(name, [acl]);
  }
  return acls;
}

function holds(line: Line, acls: AclsByName, context: Context): boolean {
  const condition = readCondition(line.words);
  if (!condition) return true;
  const any = condition.any
    .map((terms) => terms.map((term) => termHolds(term, acls, context, line)).every(Boolean))
    .some(Boolean);
  return any !== condition.unless;
}

/** Runs the rule sets in the order in which HAProxy does: connection, content, then HTTP. */
function runRules(
  lines: readonly Line[],
  context: Context,
  trial: Trial,
): { readonly status: number; readonly rule: Line } | undefined {
  const acls = aclsOf(lines);
  // Names are those of one section.
  context.asked.clear();
  const sets = [
    (line: Line) => line.words[0] === 'tcp-request' && line.words[1] === 'connection',
    (line: Line) => line.words[0] === 'tcp-request' && line.words[1] === 'content',
    (line: Line) => line.words[0] === 'http-request' || line.words[0] === 'block' || line.words[0] === 'redirect',
  ];
  for (const [i, belongs] of sets.entries()) {
    for (const line of lines.filter(belongs)) {
      const action =
        line.words[0] === 'block'
          ? 'deny'
          : line.words[0] === 'redirect'
            ? 'redirect'
            : (line.words[i < 2 ? 2 : 1] ?? '');
      if (!ACTIONS.test(action) || !holds(line, acls, context)) continue;
      const result = act(action, line, context, trial);
      context.asked.clear();
      if (result === 'stop') break;
      if (result !== undefined) return { status: result, rule: line };
    }
  }
  return undefined;
}

const ACTIONS =
  /^(?:deny|reject|tarpit|silent-drop|auth|redirect|return|allow|accept|set-var|unset-var|set-header|add-header|del-header|replace-header|set-path|set-uri|replace-path|set-query|set-method|lua|use-service|wait-for-body|wait-for-handshake)/;

function act(action: string, line: Line, context: Context, trial: Trial): number | 'stop' | undefined {
  const { words } = line;
  const after = (word: string): string | undefined =>
    words.includes(word) ? words[words.indexOf(word) + 1] : undefined;
  const parameter = /\(([^,)]*)/.exec(action)?.[1] ?? '';
  const value = (): string => expandFormat(words[3] ?? '', context);
  const name = action.replace(/\(.*$/s, '');
  switch (name) {
    case 'deny':
      return Number(after('deny_status') ?? after('status') ?? 403);
    case 'tarpit':
      return Number(after('deny_status') ?? after('status') ?? 500);
    case 'reject':
    case 'silent-drop':
      return 0;
    case 'auth':
      return 401;
    case 'redirect':
      return Number(after('code') ?? 302);
    case 'return':
      return Number(after('status') ?? 200);
    case 'allow':
    case 'accept':
      return 'stop';
    case 'set-var': {
      const expression = words
        .slice(words[0] === 'tcp-request' ? 3 : 2)
        .join(' ')
        .replace(/\s+(?:if|unless)\s.*$/s, '');
      context.variables.set(parameter.replace(/^(?:proc|sess|txn|req|res)\./, ''), readSample(expression, context));
      return undefined;
    }
    case 'set-header':
      context.headers.set((words[2] ?? '').toLowerCase(), value());
      return undefined;
    case 'add-header': {
      const key = (words[2] ?? '').toLowerCase();
      const before = context.headers.get(key);
      context.headers.set(key, before ? `${before}, ${value()}` : value());
      return undefined;
    }
    case 'del-header':
      context.headers.delete((words[2] ?? '').toLowerCase());
      return undefined;
    case 'set-path':
      context.path = expandFormat(words[2] ?? '', context);
      return undefined;
    case 'set-method':
      context.method = words[2] ?? context.method;
      return undefined;
    case 'lua':
    case 'use-service':
    case 'replace-path':
    case 'set-uri':
      trial.unseen(`${line.file}:${line.line}: ${action} is not carried out here.`);
      return undefined;
    default:
      return undefined;
  }
}

/** `%[fetch]` in a log-format string; other variables stay as they are. */
function expandFormat(format: string, context: Context): string {
  return format.replace(/%\[([^\]]{1,500})\]/g, (_, expression: string) =>
    String(readSample(expression, context).value ?? ''),
  );
}

function checkLogin(
  config: HaConfig,
  list: string,
  view: ServerView,
): { ok: boolean | undefined; groups: readonly string[] } {
  const lines = config.sections.find((section) => section.kind === 'userlist' && section.name === list)?.lines ?? [];
  const plain = /^basic\s+(\S+)/i.exec(view.headers.get('authorization') ?? '')?.[1];
  if (plain === undefined) return { ok: false, groups: [] };
  const decoded = Buffer.from(plain, 'base64').toString();
  const user = decoded.slice(0, decoded.indexOf(':'));
  const password = decoded.slice(decoded.indexOf(':') + 1);
  const line = lines.find(({ words }) => words[0] === 'user' && words[1] === user);
  if (!line) return { ok: false, groups: [] };
  const word = (name: string): string | undefined =>
    line.words.includes(name) ? line.words[line.words.indexOf(name) + 1] : undefined;
  const groups = [
    ...(word('groups')?.split(',') ?? []),
    ...lines
      .filter(
        ({ words }) =>
          words[0] === 'group' &&
          words.includes('users') &&
          (words[words.indexOf('users') + 1] ?? '').split(',').includes(user),
      )
      .map(({ words }) => words[1] ?? ''),
  ];
  const secret = word('insecure-password');
  if (secret !== undefined) return { ok: secret === password, groups };
  return { ok: checkHash(word('password') ?? '', password), groups };
}

/** crypt(3) hashes are made by openssl; the password goes by standard input. */
function checkHash(hash: string, password: string): boolean | undefined {
  const found = /^\$([156])\$(?:rounds=\d+\$)?([^$]+)\$/.exec(hash);
  if (!found || hash.includes('rounds=')) return undefined;
  const { status, stdout } = runProgram('openssl', ['passwd', `-${found[1]}`, '-salt', found[2] as string, '-stdin'], {
    input: `${password}\n`,
    timeout: 5000,
  });
  return status === 0 ? stdout.trim() === hash : undefined;
}
