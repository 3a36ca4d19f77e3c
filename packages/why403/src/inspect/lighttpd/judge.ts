/** Evaluates lighttpd's conditions and access rules. Source: https://redmine.lighttpd.net/projects/lighttpd/wiki/Mod_access */
import { existsSync, lstatSync, statSync } from 'node:fs';
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import type { Judged } from '../shared/explain.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import { decodePath, normalizePath, type ServerView } from '../shared/server-view.ts';
import { type About, aboutHeader, aboutPattern, lineKey, type Trial } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import type { Assignment, Condition, Item, LightyConfig, Value } from './parse.ts';
import { checkPasswordFile } from './password.ts';
import { readSigned } from './signed.ts';

export interface LightyJudged extends Judged {
  readonly filename: string;
  readonly kind: 'file' | 'directory' | 'none';
  readonly stage: 'access' | 'auth' | 'listing' | 'redirect' | 'evasive' | 'signed' | 'link' | 'none';
  readonly login?: 'missing' | 'malformed' | 'wrong';
  /** A program or server behind answers. */
  readonly app?: Assignment;
  /** The settings in force for this request, where a signed link was refused. */
  readonly settings?: ReadonlyMap<string, Assignment>;
}

type Settings = ReadonlyMap<string, Assignment>;

/** Judges one request. */
export function judgeLighttpd(config: LightyConfig, view: ServerView, trial: Trial): LightyJudged {
  const path = normalizePath(decodePath(view.rawPath), true) ?? '/';
  const settings = new Map<string, Assignment>();
  collect(config.items, view, path, trial, settings, new Map());
  const done = (
    status: number,
    stage: LightyJudged['stage'],
    by: Assignment | undefined,
    more: Partial<LightyJudged> = {},
  ): LightyJudged => ({
    refused: status === 401 || status === 403 || status === 410,
    status,
    stage,
    filename: '',
    kind: 'none',
    ...(by ? { place: by } : {}),
    ...more,
  });
  for (const [name, code] of [
    ['url.rewrite-once', 0],
    ['url.rewrite', 0],
    ['url.rewrite-if-not-file', 0],
    ['url.redirect', 302],
  ] as const) {
    const rule = settings.get(name);
    if (rule && code && pairs(rule.value).some(([key]) => compilePattern(key ?? '')?.exec(targetPath(view))))
      return done(code, 'redirect', rule);
    if (rule && !code) trial.unseen(`${rule.file}:${rule.line}: ${name} is not carried out here.`);
  }
  const denied = checkAccess(settings, path, trial);
  if (denied) return done(403, 'access', denied);
  const auth = checkAuth(settings, path, view, trial);
  if (auth) return done(auth.status, 'auth', auth.by, { login: auth.login });
  const signed = checkSigned(settings, path, trial);
  if (signed)
    return done(signed.status, 'signed', signed.by, { settings, ...(signed.login && { login: signed.login }) });
  const evasive = [...settings.values()].find((one) => one.key === 'evasive.max-conns-per-ip');
  if (evasive) {
    const over = trial.leaf({
      key: `evasive:${evasive.line}`,
      about: 'rate',
      value: false,
      known: false,
      place: evasive,
      asks: () => 'the client holds more connections than allowed',
    });
    if (over) return done(403, 'evasive', evasive);
  }
  const app = ['proxy.server', 'fastcgi.server', 'scgi.server', 'cgi.assign']
    .map((key) => settings.get(key))
    .find(
      (rule) =>
        rule &&
        pairs(rule.value).some(
          ([key]) => key === '' || (key?.startsWith('/') ? path.startsWith(key) : path.endsWith(key ?? '\0')),
        ),
    );
  return answerFile(settings, path, done, app, trial);
}

type Done = (
  status: number,
  stage: LightyJudged['stage'],
  by: Assignment | undefined,
  more?: Partial<LightyJudged>,
) => LightyJudged;

function answerFile(
  settings: Settings,
  path: string,
  done: Done,
  app: Assignment | undefined,
  trial: Trial,
): LightyJudged {
  const root = String(settings.get('server.document-root')?.value ?? '/var/www/html').replace(/\/+$/, '');
  let filename = `${root}${path}`;
  for (const [from, to] of pairs(settings.get('alias.url')?.value ?? [])) {
    if (from !== undefined && path.startsWith(from)) filename = `${String(to)}${path.slice(from.length)}`;
  }
  if (app) return done(200, 'none', undefined, { app, filename });
  const kind = kindOf(filename);
  if (kind === 'none') return done(404, 'none', undefined, { filename, kind });
  const links = settings.get('server.follow-symlink');
  const link = links && String(links.value) === 'disable' ? linkIn(filename) : undefined;
  if (links && link !== undefined) {
    const refuses = trial.leaf({
      key: `link:${lineKey(links)}`,
      about: 'path',
      value: true,
      known: true,
      place: links,
      asks: () => `${link} is a symbolic link`,
    });
    if (refuses) return done(403, 'link', links, { filename, kind });
  }
  if (kind === 'file') return done(200, 'none', undefined, { filename, kind });
  if (!path.endsWith('/')) return done(301, 'redirect', undefined, { filename, kind });
  for (const name of asStrings((settings.get('index-file.names') ?? settings.get('server.indexfiles'))?.value ?? [])) {
    const index = name.startsWith('/') ? `${root}${name}` : `${filename}${name}`;
    if (kindOf(index) === 'file') return done(200, 'none', undefined, { filename: index, kind: 'file' });
  }
  const listing = settings.get('dir-listing.activate') ?? settings.get('server.dir-listing');
  if (listing && /^(?:enable|1)$/.test(String(listing.value)))
    return done(200, 'listing', undefined, { filename, kind });
  return done(403, 'listing', listing, { filename, kind, what: filename });
}

const kindOf = (file: string): LightyJudged['kind'] =>
  !existsSync(file) ? 'none' : statSync(file).isDirectory() ? 'directory' : 'file';
/** The first symbolic link among the components of a path: every one of them is looked at, from the root on. */
function linkIn(filename: string): string | undefined {
  const parts = filename.split('/').filter(Boolean);
  const paths = parts.map((_, i) => `/${parts.slice(0, i + 1).join('/')}`);
  return paths.find((one) => lstatSync(one, { throwIfNoEntry: false })?.isSymbolicLink());
}

const targetPath = (view: ServerView): string => `${view.rawPath}${view.query === undefined ? '' : `?${view.query}`}`;
const pairs = (value: Value): readonly (readonly [string | undefined, Value])[] => (Array.isArray(value) ? value : []);
const asStrings = (value: Value): readonly string[] => pairs(value).map(([, one]) => String(one));

/** Settings in force: a later matching block replaces what an earlier one set; `+=` adds. */
function collect(
  items: readonly Item[],
  view: ServerView,
  path: string,
  trial: Trial,
  into: Map<string, Assignment>,
  /** Whether a condition, or one before it in its chain, holds. */
  answers: Map<Condition, boolean>,
): void {
  for (const item of items) {
    if ('key' in item) {
      const before = into.get(item.key);
      const value =
        item.op === '+=' && before && Array.isArray(before.value) && Array.isArray(item.value)
          ? [...before.value, ...item.value]
          : item.value;
      into.set(item.key, { ...item, value });
    } else if (holds(item, view, path, trial, answers)) collect(item.body, view, path, trial, into, answers);
  }
}

function holds(
  condition: Condition,
  view: ServerView,
  path: string,
  trial: Trial,
  answers: Map<Condition, boolean>,
): boolean {
  const earlier = condition.after !== undefined && answers.get(condition.after) === true;
  const own = condition.field === 'else' ? true : ask(condition, view, path, trial);
  answers.set(condition, own || earlier);
  return own && !earlier;
}

interface Subject {
  readonly text: string;
  readonly about: About;
  readonly known: boolean;
}

function subjectOf(field: string, view: ServerView, path: string): Subject {
  const of = (text: string | undefined, about: About): Subject => ({ text: text ?? '', about, known: true });
  const header = (name: string): Subject => of(view.headers.get(name), aboutHeader(name));
  const name = /\["([^"]*)"\]/.exec(field)?.[1] ?? '';
  if (field.startsWith('REQUEST_HEADER')) return header(name.toLowerCase());
  if (field.startsWith('SERVER')) return of(`${view.serverAddress ?? ''}:${view.port}`, 'host');
  switch (name) {
    case 'remoteip':
    case 'remote-ip':
      return { text: view.clientAddress ?? '', about: 'ip', known: view.clientAddress !== undefined };
    case 'url':
      return of(path, 'path');
    case 'host':
      return of(view.hostHeader, 'host');
    case 'useragent':
      return header('user-agent');
    case 'referer':
      return header('referer');
    case 'cookie':
      return header('cookie');
    case 'language':
      return header('accept-language');
    case 'request-method':
    case 'requestmethod':
      return of(view.method, 'method');
    case 'scheme':
      return of(view.scheme, 'tls');
    case 'querystring':
    case 'query-string':
      return of(view.query, 'query');
    default:
      return { text: '', about: 'unseen', known: false };
  }
}

function ask(condition: Condition, view: ServerView, path: string, trial: Trial): boolean {
  const subject = subjectOf(condition.field, view, path);
  const { op, value } = condition;
  let answer: boolean | undefined;
  const negate = op.startsWith('!');
  const isCookie = /\["cookie"\]/i.test(condition.field);
  if (subject.about === 'ip' && /^[=!]=$/.test(op)) answer = rangeHolds(value, subject.text);
  else if (subject.about === 'host' && condition.field.startsWith('SERVER'))
    answer = subject.text === value || subject.text.endsWith(value.replace(/^(?:0\.0\.0\.0|\[::\]|\*)?(?=:\d+$)/, ''));
  else if (op.endsWith('=') && op !== '=~' && op.length === 2)
    answer =
      subject.about === 'host' && !value.includes(':')
        ? subject.text.replace(/:\d+$/, '').toLowerCase() === value.toLowerCase()
        : subject.text === value;
  else if (op === '=^') answer = subject.text.startsWith(value);
  else if (op === '=$') answer = subject.text.endsWith(value);
  else {
    const found = compilePattern(value)?.exec(subject.text);
    answer = found === undefined ? undefined : found !== null;
  }
  const known = subject.known && answer !== undefined;
  if (!known)
    trial.unseen(`${condition.file}:${condition.line}: ${condition.field} ${op} "${value}" cannot be evaluated here.`);
  return trial.leaf({
    // Two conditions may stand on one line.
    key: `if:${condition.file}:${condition.field}${condition.op}${condition.value}`,
    about: isCookie && op.endsWith('~') ? aboutPattern('cookie', answer) : subject.about,
    value: known && answer !== negate,
    known,
    place: condition,
    asks: () => `${condition.field} ${op} "${value}" (here ${quoteEvidence(subject.about, subject.text)})`,
    absent: subject.text === '',
    amend: () => (known ? amend(condition, subject) : []),
  });
}

/** The condition rewritten so that this request falls on its other side, nothing else. */
function amend(condition: Condition, subject: Subject): readonly (readonly Edit[])[] {
  const literal = subject.text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const replace = (op: string, value: string): readonly (readonly Edit[])[] => {
    const old = `"${condition.value.replace(/(["])/g, '\\$1')}"`;
    const at = condition.text.indexOf(old);
    if (at < 0) return [];
    const head = condition.text.slice(0, at).replace(/(?:[=!]=|=~|!~|=\^|=\$)\s*$/, `${op} `);
    return [
      [
        {
          op: 'replace',
          file: condition.file,
          line: condition.line,
          text: `${head}"${value}"${condition.text.slice(at + old.length)}`,
        },
      ],
    ];
  };
  if (!subject.text || subject.about === 'path') return [];
  if (/^[=!]~$/.test(condition.op)) {
    const holdsNow = !!compilePattern(condition.value)?.exec(subject.text);
    return holdsNow
      ? replace(condition.op, `^(?!${literal}$)(?:.*(?:${condition.value}))`)
      : replace(condition.op, `(?:${condition.value})|^${literal}$`);
  }
  return [];
}

/** mod_access: an ending in url.access-deny refuses; with url.access-allow, everything that is not in it is refused. */
function checkAccess(settings: Settings, path: string, trial: Trial): Assignment | undefined {
  const allow = settings.get('url.access-allow');
  const deny = settings.get('url.access-deny');
  const ends = (rule: Assignment): boolean =>
    asStrings(rule.value).some(
      (ending) => path.endsWith(ending) || (path.toLowerCase().endsWith(ending.toLowerCase()) && ending === ''),
    );
  const ask = (rule: Assignment): boolean => {
    const value = ends(rule);
    const everything = asStrings(rule.value).includes('');
    return trial.leaf({
      key: `access:${lineKey(rule)}`,
      about: everything ? 'always' : 'path',
      value,
      known: true,
      place: rule,
      asks: () =>
        `"${path}" ends in one of ${asStrings(rule.value)
          .map((s) => `"${s}"`)
          .join(', ')}`,
    });
  };
  if (allow && asStrings(allow.value).length) return ask(allow) ? undefined : allow;
  return deny && ask(deny) ? deny : undefined;
}

function checkAuth(
  settings: Settings,
  path: string,
  view: ServerView,
  trial: Trial,
): { status: number; by: Assignment; login: NonNullable<LightyJudged['login']> } | undefined {
  const rule = settings.get('auth.require');
  const entry = rule && pairs(rule.value).find(([prefix]) => prefix !== undefined && path.startsWith(prefix));
  if (!rule || !entry) return undefined;
  const get = (name: string): string => String(pairs(entry[1]).find(([key]) => key === name)?.[1] ?? '');
  const header = view.headers.get('authorization');
  const backend = String(settings.get('auth.backend')?.value ?? '');
  const store = settings.get(`auth.backend.${backend}.userfile`);
  const result =
    header === undefined
      ? 'missing'
      : get('method') !== 'basic'
        ? 'unknown'
        : checkPasswordFile(header, backend, String(store?.value ?? ''));
  const known = result !== 'unknown';
  if (!known)
    trial.unseen(
      `${rule.file}:${rule.line}: the login by ${get('method')} against ${backend || 'no backend'} cannot be checked here.`,
    );
  const user = typeof result === 'object' ? result.user : undefined;
  const required = get('require');
  const ok = trial.leaf({
    key: `auth:${lineKey(rule)}`,
    about: 'credentials',
    value: user !== undefined,
    known,
    place: rule,
    asks: () => 'the login is right',
    absent: header === undefined,
  });
  if (!ok)
    return {
      status: 401,
      by: rule,
      login: result === 'missing' ? 'missing' : result === 'malformed' ? 'malformed' : 'wrong',
    };
  if (required === 'valid-user' || required === '') return undefined;
  const listed = required.split('|').some((word) => word.trim() === `user=${user}`);
  const may = trial.leaf({
    key: `require:${lineKey(rule)}`,
    about: 'group',
    value: listed,
    known: user !== undefined,
    place: rule,
    asks: () => `the user is one of ${required}`,
  });
  return may ? undefined : { status: 401, by: rule, login: 'wrong' };
}

/** mod_secdownload: 403 for a wrong signature, 410 for one past its time. */
function checkSigned(
  settings: Settings,
  path: string,
  trial: Trial,
): { status: number; by: Assignment; login?: 'missing' } | undefined {
  const link = readSigned(settings, path);
  if (!link) return undefined;
  const base = { place: link.secret, known: true } as const;
  const good = trial.leaf({
    ...base,
    key: 'signed',
    about: 'token-invalid',
    value: link.mac === link.right,
    asks: () => 'the signature in the path is the one of this secret, path and time',
  });
  if (!good) return { status: 403, by: link.prefix, ...(link.mac === '' && { login: 'missing' }) };
  const age = Math.abs(Date.now() / 1000 - Number.parseInt(link.time || '0', 16));
  const fresh = trial.leaf({
    ...base,
    key: 'signed-time',
    about: 'token-expired',
    value: age <= link.timeout,
    asks: () => `the time in the path is at most ${link.timeout} seconds away`,
  });
  return fresh ? undefined : { status: 410, by: link.prefix };
}
