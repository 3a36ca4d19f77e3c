/** Guards of frameworks and development servers whose rule is a list of plain strings in the source. */
import type { CauseId } from '@why403/core';
import { rangeHolds } from '../shared/address-match.ts';
import type { ServerView } from '../shared/server-view.ts';

/** A guard that stands before the request, and what its list says of it. */
export interface Guard {
  readonly cause: CauseId;
  readonly line: number;
  readonly text: string;
  /** Completes "FILE:LINE …". */
  readonly says: string;
  /** Whether its list was read and refuses this request. */
  readonly decides: boolean;
  /** What is to be added to the list, and the line with it. */
  readonly value?: string;
  readonly mended?: string;
  /** Seconds after which a limit is over. */
  readonly wait?: number;
  /** That the answer's words are this guard's; completes "FILE:LINE …". */
  readonly words?: string;
}

const MAX_LINES = 20_000;
const MAX_LINE = 4000;

/** Every guard of the text that has to do with this request. */
export function readGuards(text: string, view: ServerView): readonly Guard[] {
  return text
    .split('\n', MAX_LINES)
    .flatMap((line, i) => {
      if (line.length > MAX_LINE || /^\s*(?:\/\/|#|\*)/.test(line)) return [];
      return [...addresses(line, i + 1, view), ...hosts(line, i + 1, view), ...files(line, i + 1, view)];
    })
    .slice(0, 5);
}

interface List {
  readonly items: readonly string[];
  /** Where its first item would stand. */
  readonly at: number;
}

/** The plain strings of `name: [ … ]`, `name = [ … ]` or `name([ … ])` on one line; undefined where the list is not written out there. */
function listOf(line: string, name: RegExp): List | undefined {
  const found = name.exec(line);
  if (!found) return undefined;
  const at = found.index + found[0].length;
  const end = line.indexOf(']', at);
  if (end < 0) return undefined;
  const inside = line.slice(at, end);
  const items = [...inside.matchAll(/'([^']{0,200})'|"([^"]{0,200})"/g)].map((item) => item[1] ?? item[2] ?? '');
  return { items, at };
}

/** The line with one more plain string in front of a list. */
function withItem(line: string, { items, at }: List, value: string): string {
  const rest = line.slice(at).replace(/^\s*/, '');
  return `${line.slice(0, at)}'${value}'${items.length ? ', ' : ''}${rest}`;
}

/** `'/ops/*'` or `"/ops"` on the line: does it lead to this path? True where no path is named. */
export function leadsTo(line: string, path: string): boolean {
  const named = [...line.matchAll(/['"`](\/[^'"`\s]{0,200})['"`]/g)].map((found) => found[1] ?? '');
  return (
    named.length === 0 ||
    named.some((pattern) => {
      const prefix = pattern.replace(/[*:{(].*$/, '').replace(/\/$/, '');
      return path === prefix || path.startsWith(`${prefix}/`);
    })
  );
}

/**
 * Lists of addresses: Hono's ipRestriction (https://hono.dev/docs/middleware/builtin/ip-restriction), express-ipfilter
 * (https://github.com/jetersen/express-ipfilter).
 */
function addresses(line: string, at: number, view: ServerView): readonly Guard[] {
  const guard = /\b(?:ipRestriction|IpFilter|ipfilter|ipFilter)\s*\(/.exec(line)?.[0].replace(/\W+$/, '');
  if (!guard || !leadsTo(line, view.rawPath)) return [];
  const base = { cause: 'ip-refused' as const, line: at, text: line };
  const client = view.clientAddress;
  const allowed = listOf(line, /\ballowList\s*:\s*\[/);
  const denied = listOf(line, /\bdenyList\s*:\s*\[/);
  const holds = (list: List | undefined): boolean =>
    client !== undefined && list?.items.some((item) => item === '*' || rangeHolds(item, client) === true) === true;
  if (client !== undefined && allowed?.items.length && !holds(allowed) && !holds(denied))
    return [
      {
        ...base,
        decides: true,
        says: `lets ${guard} stand before this path, and ${client} is not in its allowList`,
        value: client,
        mended: withItem(line, allowed, client),
      },
    ];
  if (holds(denied))
    return [{ ...base, decides: true, says: `lets ${guard} stand before this path, and ${client} is in its denyList` }];
  if (holds(allowed)) return [];
  return [{ ...base, decides: false, says: `lets ${guard} stand before this path` }];
}

/**
 * Lists of host names: Vite (https://vite.dev/config/server-options#server-allowedhosts), webpack-dev-server
 * (https://webpack.js.org/configuration/dev-server/#devserverallowedhosts), Django
 * (https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts). A leading dot takes in what lies below the name.
 */
function hosts(line: string, at: number, view: ServerView): readonly Guard[] {
  const list = listOf(line, /\b(?:allowedHosts\s*:|ALLOWED_HOSTS\s*=)\s*\[/);
  if (!list || isOwn(view.host)) return [];
  const holds = list.items.some(
    (item) => item === '*' || item === view.host || (item.startsWith('.') && `.${view.host}`.endsWith(item)),
  );
  if (holds || !/^[\w.-]{1,253}$/.test(view.host)) return [];
  return [
    {
      cause: 'host-rejected',
      line: at,
      text: line,
      decides: true,
      says: `lists the host names that are served, and ${view.host} is not among them`,
      value: view.host,
      mended: withItem(line, list, view.host),
    },
  ];
}

/** Names that development servers serve without being told. */
function isOwn(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || /^[\d.]+$/.test(host) || host.includes(':');
}

/** Files outside of Vite's root (https://vite.dev/config/server-options#server-fs-allow): the line where the list stands, or would. */
function files(line: string, at: number, view: ServerView): readonly Guard[] {
  if (!/^\/(?:@fs\/|@id\/)/.test(view.rawPath) || !/\bfs\s*:|\bserver\s*:|\bdefineConfig\s*\(/.test(line)) return [];
  const own = /\bfs\s*:/.test(line);
  return [
    {
      cause: 'server-rule',
      line: at,
      text: line,
      decides: false,
      says: own
        ? 'says which folders are served, and this file lies in none of them'
        : 'is where server.fs.allow would stand; without it only the folder of the project is served',
    },
  ];
}
