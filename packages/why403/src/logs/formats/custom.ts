// Formats given as an nginx `log_format` or an Apache `LogFormat` string: cut into fields and the text between them.
import { InputError } from '@why403/core';
import type { AccessFormat, Entry } from '../model.ts';
import { readClock, readEpoch } from '../time.ts';
import { readRequestLine } from './combined.ts';
import { clientOf } from './json-lines.ts';

type Field =
  | 'client'
  | 'forwarded'
  | 'user'
  | 'time'
  | 'epoch'
  | 'request'
  | 'method'
  | 'target'
  | 'query'
  | 'status'
  | 'agent'
  | 'upstream'
  | 'other';
interface Piece {
  readonly field: Field;
  /** Text that follows the field, up to the next one. */
  readonly after: string;
}

// https://nginx.org/en/docs/varindex.html
const NGINX: Readonly<Record<string, Field>> = {
  remote_addr: 'client',
  realip_remote_addr: 'other',
  http_x_forwarded_for: 'forwarded',
  remote_user: 'user',
  time_local: 'time',
  time_iso8601: 'time',
  msec: 'epoch',
  request: 'request',
  request_method: 'method',
  request_uri: 'target',
  uri: 'target',
  args: 'query',
  status: 'status',
  http_user_agent: 'agent',
  upstream_status: 'upstream',
};
// https://httpd.apache.org/docs/2.4/mod/mod_log_config.html#formats
const APACHE: Readonly<Record<string, Field>> = {
  h: 'client',
  a: 'client',
  u: 'user',
  t: 'time',
  r: 'request',
  m: 'method',
  U: 'target',
  q: 'query',
  s: 'status',
  '{user-agent}i': 'agent',
  '{x-forwarded-for}i': 'forwarded',
  '{c}a': 'other',
  '{sec}t': 'epoch',
  '{msec}t': 'epoch',
  '{usec}t': 'epoch',
};

/** A format from the user's own configuration line. Throws InputError where it has no status or cannot be cut. */
export function customFormat(given: string): AccessFormat {
  const source = bodyOf(given);
  const nginx = /\$\{?[a-z]/.test(source);
  const { first, pieces } = nginx ? cutNginx(source) : cutApache(source);
  const at = pieces.findIndex(({ field }) => field === 'status');
  if (at < 0) {
    throw new InputError('BAD_VALUE', 'The log format holds no status.', {
      hint: nginx ? 'It needs $status.' : 'It needs %s or %>s.',
    });
  }
  const glued = pieces.findIndex(({ after }, i) => after === '' && i < pieces.length - 1);
  if (glued >= 0) {
    throw new InputError('BAD_VALUE', `The log format has two fields with nothing between them (field ${glued + 1}).`, {
      hint: 'Lines written in it cannot be cut; put a blank or a quote between the fields.',
    });
  }
  const before = at === 0 ? first : pieces[at - 1]!.after;
  return {
    id: 'custom',
    title: nginx ? 'access log of the given nginx log_format' : 'access log of the given Apache LogFormat',
    before: before === '' ? undefined : before,
    read(bytes, start, end) {
      const values = cutLine(bytes.toString('utf8', start, Math.min(end, start + 65_536)), first, pieces);
      return values && entryOf(values);
    },
  };
}

/** The format itself out of a whole directive: quotes of several parts joined, escapes taken back. */
function bodyOf(given: string): string {
  const trimmed = given.trim().slice(0, 10_000);
  if (/^log_format\s/.test(trimmed)) {
    const parts = [...trimmed.matchAll(/'((?:[^'\\]|\\.){0,4000})'|"((?:[^"\\]|\\.){0,4000})"/g)];
    if (parts.length)
      return parts.map(([, single, double]) => (single ?? double!).replace(/\\(['"\\])/g, '$1')).join('');
  }
  const apache = /^(?:LogFormat|CustomLog\s+\S+)\s+"((?:[^"\\]|\\.){0,8000})"/i.exec(trimmed);
  return (apache ? apache[1]! : trimmed).replace(/\\"/g, '"').replace(/\\t/g, '\t');
}

function cutNginx(source: string): { first: string; pieces: Piece[] } {
  return cut(
    source,
    /\$(?:\{([a-z0-9_]{1,60})\}|([a-z0-9_]{1,60}))/g,
    (match) => NGINX[match[1] ?? match[2]!] ?? 'other',
  );
}

function cutApache(source: string): { first: string; pieces: Piece[] } {
  // %>s, %!200,304s, %{User-agent}i, %^FB; %t brings its own brackets
  return cut(
    source.replace(/%%/g, '\u0000'),
    /%[<>]?(?:!?\d{3}(?:,\d{3}){0,20})?[<>]?(?:\{([^}]{0,200})\}\^?([A-Za-z]{1,2})|\^[A-Z]{2}|([A-Za-z]))/g,
    (match) => {
      if (match[1] !== undefined)
        return APACHE[`{${match[1].toLowerCase()}}${match[2]}`] ?? (match[2] === 't' ? 'time' : 'other');
      return APACHE[match[3] ?? ''] ?? 'other';
    },
  );
}

function cut(
  source: string,
  pattern: RegExp,
  name: (match: RegExpMatchArray) => Field,
): { first: string; pieces: Piece[] } {
  const found = [...source.matchAll(pattern)].slice(0, 100);
  const text = (from: number, to?: number): string => source.slice(from, to).replaceAll('\u0000', '%');
  return {
    first: text(0, found[0]?.index),
    pieces: found.map((match, i) => ({
      field: name(match),
      after: text(match.index + match[0].length, found[i + 1]?.index),
    })),
  };
}

function cutLine(line: string, first: string, pieces: readonly Piece[]): Map<Field, string> | undefined {
  if (!line.startsWith(first)) return undefined;
  const values = new Map<Field, string>();
  let at = first.length;
  for (let i = 0; i < pieces.length; i++) {
    const { field, after } = pieces[i]!;
    let stop: number;
    if (after === '') stop = line.length;
    else {
      // Apache's %t has a blank inside, within brackets.
      const from = field === 'time' && line[at] === '[' && after[0] !== ']' ? line.indexOf(']', at) : at;
      stop = from < 0 ? -1 : line.indexOf(after, from);
      // quotes inside quoted fields are escaped
      while (stop > 0 && after[0] === '"' && line[stop - 1] === '\\') stop = line.indexOf(after, stop + 1);
      if (stop < 0 && i === pieces.length - 1) stop = line.length;
      if (stop < 0) return undefined;
    }
    // the first of several fields of one meaning counts, as `$request_uri` before `$uri`
    if (!values.has(field)) values.set(field, line.slice(at, stop));
    at = stop + after.length;
  }
  return values;
}

function entryOf(values: ReadonlyMap<Field, string>): Entry | undefined {
  const get = (field: Field): string => {
    const value = values.get(field);
    return value === undefined || value === '-' ? '' : value;
  };
  const status = Number(get('status'));
  if (!/^\d{3}$/.test(get('status'))) return undefined;
  const request = readRequestLine(get('request'));
  const entry: Entry = {
    wall: values.has('time') ? readClock(get('time').replace(/^\[/, '')) : readEpoch(Number(get('epoch'))),
    client: clientOf(get('client') || get('forwarded')),
    method: get('method') || request.method,
    target: (get('target') || request.target).slice(0, 4000),
    status,
    user: get('user'),
    agent: get('agent').slice(0, 200),
  };
  if (!values.has('upstream')) return entry;
  const last = /(\d{3})\D*$/.exec(get('upstream'))?.[1];
  return { ...entry, upstream: last ? Number(last) : 'none' };
}
