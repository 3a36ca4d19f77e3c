/** Squid's `http_access` rules for one request. Source: https://www.squid-cache.org/Doc/config/http_access/ and /acl/ */

import { readConfigured } from '../../shared/read-file.ts';
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit, ReadText } from '../shared/config-edit.ts';
import type { Judged } from '../shared/explain.ts';
import { sayFileError } from '../shared/log-tail.ts';
import type { ProxyView } from '../shared/proxy-view.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import { type About, lineKey, type Place, type Trial } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';

export interface SquidLine extends Place {
  readonly words: readonly string[];
}

export interface SquidConfig {
  readonly file: string;
  readonly lines: readonly SquidLine[];
  readonly unseen: readonly string[];
}

/** Reads the lines; `include` is followed, a file at most once. */
export function readSquid(file: string, read: ReadText): SquidConfig {
  const unseen: string[] = [];
  const seen = new Set<string>();
  const one = (path: string): readonly SquidLine[] => {
    if (seen.has(path)) return [];
    seen.add(path);
    let text: string;
    try {
      text = read(path);
    } catch (error) {
      unseen.push(`${path}: ${sayFileError(error)}.`);
      return [];
    }
    return text.split('\n').flatMap((raw, i): readonly SquidLine[] => {
      const words = raw.trim().split(/\s+/);
      if (!words[0] || words[0].startsWith('#')) return [];
      const comment = words.findIndex((word) => word.startsWith('#'));
      const kept = comment > 0 ? words.slice(0, comment) : words;
      if (kept[0] === 'include')
        return kept
          .slice(1)
          .filter((name) => !/[*?]/.test(name))
          .flatMap(one);
      return [{ file: path, line: i + 1, text: raw.trim(), words: kept }];
    });
  };
  return { file, lines: one(file), unseen };
}

export interface SquidJudged extends Judged {
  readonly rule?: SquidLine;
}

interface Asked {
  readonly about: About;
  readonly here: string;
  readonly known: boolean;
  readonly holds: (value: string) => boolean | undefined;
}

/** The first `http_access` line whose ACLs all hold decides; where none does, the opposite of the last one. */
export function judgeSquid(config: SquidConfig, view: ProxyView, trial: Trial): SquidJudged {
  const rules = config.lines.filter((line) => line.words[0] === 'http_access');
  const asked = new Map<string, boolean>();
  for (const rule of rules) {
    const holds = rule.words.slice(2).map((word) => {
      const negate = word.startsWith('!');
      const name = word.replace(/^!/, '');
      const answer = asked.get(name) ?? askAcl(config, name, view, trial, rule);
      asked.set(name, answer);
      return answer !== negate;
    });
    const failed = holds.indexOf(false);
    const needsLogin = failed >= 0 && isLogin(config, rule.words[failed + 2] ?? '');
    // An ACL that wants a login stops the list with a challenge where none was sent.
    if (needsLogin && !view.headers.has('proxy-authorization'))
      return { refused: true, status: 407, rule, place: rule };
    if (!holds.every(Boolean)) continue;
    if (rule.words[1] === 'allow') return { refused: false, status: 200, rule };
    return { refused: true, status: 403, rule, place: rule };
  }
  const last = rules.at(-1);
  return last?.words[1] === 'allow'
    ? { refused: true, status: 403, rule: last, place: last }
    : { refused: false, status: 200 };
}

const isLogin = (config: SquidConfig, word: string): boolean =>
  aclsOf(config)
    .get(word.replace(/^!/, ''))
    ?.some((line) => line.words[2]?.startsWith('proxy_auth')) ?? false;

const indexes = new WeakMap<SquidConfig, ReadonlyMap<string, readonly SquidLine[]>>();

/** The lines of each ACL by its name. */
function aclsOf(config: SquidConfig): ReadonlyMap<string, readonly SquidLine[]> {
  const known = indexes.get(config);
  if (known) return known;
  const index = new Map<string, SquidLine[]>();
  for (const line of config.lines) {
    if (line.words[0] !== 'acl' || line.words[1] === undefined) continue;
    const list = index.get(line.words[1]);
    if (list) list.push(line);
    else index.set(line.words[1], [line]);
  }
  indexes.set(config, index);
  return index;
}

function askAcl(config: SquidConfig, name: string, view: ProxyView, trial: Trial, rule: SquidLine): boolean {
  if (name === 'all') return true;
  const own = aclsOf(config).get(name);
  if (!own) {
    if (name === 'localhost')
      return ask(
        { ...rule, words: ['acl', 'localhost', 'src', '127.0.0.0/8', '::1'] },
        ['127.0.0.0/8', '::1'],
        view,
        trial,
        true,
      );
    if (name === 'to_localhost') return rangeHolds('127.0.0.0/8', view.target.host) === true;
    if (name === 'manager') return false;
    trial.unseen(`${rule.file}:${rule.line}: the ACL ${name} is not defined in what was read.`);
    return false;
  }
  return own.map((line) => ask(line, line.words.slice(3), view, trial, false)).some(Boolean);
}

function ask(line: SquidLine, raw: readonly string[], view: ProxyView, trial: Trial, builtIn: boolean): boolean {
  const type = line.words[2] ?? '';
  const ignoreCase = raw.includes('-i');
  const values = raw
    .filter((word) => !/^[-+]i$|^-n$|^--/.test(word))
    .flatMap((word) => (/^".*"$/.test(word) ? listIn(word.slice(1, -1), trial) : [word]));
  const asked = subject(type, values, ignoreCase, view);
  const answers = values.map((value) => asked.holds(value));
  const value = answers.some((answer) => answer === true);
  if (!asked.known)
    trial.unseen(`${line.file}:${line.line}: acl ${type} cannot be known from the request; taken as not fulfilled.`);
  const left = (): readonly string[] => values.filter((_, i) => answers[i] !== true);
  const change = (words: readonly string[]): readonly Edit[] => [
    {
      op: 'replace',
      file: line.file,
      line: line.line,
      text: ['acl', line.words[1], type, ...(ignoreCase ? ['-i'] : []), ...words].join(' '),
    },
  ];
  const listed = raw.some((word) => word.startsWith('"'));
  const plain = !builtIn && !listed && ['src', 'port', 'method', 'dstdomain', 'dst'].includes(type);
  return trial.leaf({
    key: `acl:${lineKey(line)}`,
    about: asked.about,
    value: asked.known && value,
    known: asked.known,
    place: line,
    asks: () => `${line.words.slice(1).join(' ')} (here ${quoteEvidence(asked.about, asked.here)})`,
    absent: asked.here === '',
    amend: () =>
      !plain || !asked.known ? [] : value ? (left().length ? [change(left())] : []) : [change([...values, asked.here])],
  });
}

function subject(type: string, values: readonly string[], ignoreCase: boolean, view: ProxyView): Asked {
  const of = (about: About, here: string, holds: (value: string) => boolean | undefined): Asked => ({
    about,
    here,
    known: true,
    holds,
  });
  const matches = (text: string) => (value: string) => !!compilePattern(value, ignoreCase)?.exec(text);
  const { host, port } = view.target;
  switch (type) {
    case 'src':
      return view.clientAddress
        ? of('ip', view.clientAddress, (value) =>
            value === 'all' ? true : rangeHolds(value, view.clientAddress as string),
          )
        : { about: 'ip', here: '', known: false, holds: () => undefined };
    case 'dst':
      return of('path', host, (value) => rangeHolds(value, host));
    case 'dstdomain':
      return of('path', host, (value) =>
        value.startsWith('.')
          ? host === value.slice(1).toLowerCase() || host.endsWith(value.toLowerCase())
          : host === value.toLowerCase(),
      );
    case 'dstdom_regex':
      return of('path', host, matches(host));
    case 'url_regex':
      return of('path', view.url, matches(view.url));
    case 'urlpath_regex':
      return of('path', view.rawPath, matches(view.rawPath));
    case 'port':
      return of('path', String(port), (value) => {
        const [from = '', to = from] = value.split('-');
        return port >= Number(from) && port <= Number(to);
      });
    case 'method':
      return of('method', view.method, (value) => value.toUpperCase() === view.method);
    case 'proto':
      return of('tls', view.scheme.toUpperCase(), (value) => value.toUpperCase() === view.scheme.toUpperCase());
    case 'browser':
      return of('user-agent', view.headers.get('user-agent') ?? '', matches(view.headers.get('user-agent') ?? ''));
    case 'referer_regex':
      return of('origin', view.headers.get('referer') ?? '', matches(view.headers.get('referer') ?? ''));
    case 'req_header': {
      const text = view.headers.get((values[0] ?? '').toLowerCase()) ?? '';
      return of('header', text, (value) => value !== values[0] && matches(text)(value));
    }
    case 'proxy_auth':
      // Squid asks a helper program; that the login came is all that shows here.
      return view.headers.has('proxy-authorization')
        ? { about: 'credentials', here: 'sent', known: false, holds: () => undefined }
        : of('credentials', '', () => false);
    case 'maxconn':
      return { about: 'rate', here: '', known: false, holds: () => undefined };
    case 'time':
      return { about: 'time', here: '', known: false, holds: () => undefined };
    default:
      return { about: 'unseen', here: '', known: false, holds: () => undefined };
  }
}

function listIn(file: string, trial: Trial): readonly string[] {
  try {
    return readConfigured(file)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith('#'));
  } catch (error) {
    trial.unseen(`${file}: ${sayFileError(error)}.`);
    return [];
  }
}
