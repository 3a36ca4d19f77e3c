import type { Exchange } from '@why403/core';
import { readTail, type Tail } from './shared/log-tail.ts';

/** What kind of refusal a line of nginx's error log tells. */
export type NginxLogKind =
  | 'rule'
  | 'directory'
  | 'permission'
  | 'link'
  | 'rate'
  | 'auth'
  | 'plain-on-tls'
  | 'client-certificate'
  | 'missing'
  | 'script'
  | 'size'
  | 'waf'
  | 'other';

/** A decoded line of nginx's error log. */
export interface NginxLogLine {
  readonly kind: NginxLogKind;
  readonly level: string;
  readonly message: string;
  /** Milliseconds since 1970, in this machine's time zone since the log names none. */
  readonly time: number;
  readonly client?: string;
  readonly request?: string;
  readonly host?: string;
  /** The file that the message names. */
  readonly path?: string;
  readonly text: string;
  readonly line?: number;
}

const KINDS: readonly (readonly [RegExp, NginxLogKind])[] = [
  [/^access forbidden by rule/, 'rule'],
  [/^directory index of "/, 'directory'],
  [/ModSecurity: Access denied/, 'waf'],
  [
    /FastCGI sent in stderr: .*(?:Unable to open primary script|Access to the script|security\.limit_extensions|Permission denied)/,
    'script',
  ],
  [/\(13: Permission denied\)/, 'permission'],
  [/" is forbidden \(13:/, 'permission'],
  [/\(40: Too many levels of symbolic links\)|\(31: Too many links\)/, 'link'],
  [/^limiting (?:requests|connections)/, 'rate'],
  [/^no user\/password was provided|^user "[^"]*"(?: was not found in|: password mismatch)/, 'auth'],
  [/^client sent plain HTTP request to HTTPS port/, 'plain-on-tls'],
  [/^client sent no required SSL certificate|^client SSL certificate verify error/, 'client-certificate'],
  [/\(2: No such file or directory\)|" is not found/, 'missing'],
  [/^client intended to send too large body/, 'size'],
];

/** Decodes one line of nginx's error log; undefined where it is none, half-written ones included. */
export function parseNginxLogLine(text: string): NginxLogLine | undefined {
  if (text.length > 65_536) return undefined;
  const head = /^(\d{4})\/(\d\d)\/(\d\d) (\d\d):(\d\d):(\d\d) \[(\w+)\] \d+#\d+: (?:\*\d+ )?/.exec(text);
  if (!head) return undefined;
  const rest = text.slice(head[0].length);
  const [year, month, day, hour, minute, second] = head.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const cut = rest.indexOf(', client: ');
  const message = cut < 0 ? rest : rest.slice(0, cut);
  const fields = cut < 0 ? '' : rest.slice(cut);
  const field = (name: string): string | undefined => {
    const from = fields.indexOf(`, ${name}: "`);
    if (from < 0) return undefined;
    const start = from + name.length + 5;
    const end = fields.indexOf('"', start);
    return end < 0 ? undefined : fields.slice(start, end);
  };
  const client = /^, client: ([^,]*)/.exec(fields)?.[1];
  const request = field('request');
  const host = field('host');
  const path = /(?:script |script '|")(\/[^"']{1,4096})["']|primary script: (\/[^\s(]{1,4096})/.exec(message);
  const file = path?.[1] ?? path?.[2];
  return {
    kind: KINDS.find(([pattern]) => pattern.test(message))?.[1] ?? 'other',
    level: head[7] as string,
    message,
    time: new Date(year, month - 1, day, hour, minute, second).getTime(),
    ...(client !== undefined ? { client } : {}),
    ...(request !== undefined ? { request } : {}),
    ...(host !== undefined ? { host } : {}),
    ...(file !== undefined ? { path: file } : {}),
    text,
  };
}

/** Longest distance between an answer's date and its line in the log, in milliseconds. */
const NEAR = 120_000;

/** What of a request stands in a log: `GET /path HTTP/1.1` up to the version, and the host. */
function keys(exchange: Exchange): { start: string; host: string | undefined; time: number | undefined } {
  const { request, response } = exchange;
  const url = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^#]*)/i.exec(request.url);
  const target = url ? url[2] || '/' : request.url;
  const header = (list: Exchange['request']['headers'] | undefined, wanted: string): string | undefined =>
    list?.find(([name]) => name.toLowerCase() === wanted)?.[1];
  const date = Date.parse(header(response?.headers, 'date') ?? '');
  return {
    start: `${request.method} ${target.startsWith('/') ? target : `/${target}`} HTTP/`,
    host: header(request.headers, 'host') ?? url?.[1],
    time: Number.isNaN(date) ? undefined : date,
  };
}

/** The lines of nginx's error log that belong to a request, the latest request's only, in the order of the log. */
export function matchNginxLog(tail: Tail, exchange: Exchange): readonly NginxLogLine[] {
  const { start, host, time } = keys(exchange);
  const found: NginxLogLine[] = [];
  for (let i = tail.lines.length - 1; i >= 0; i--) {
    const text = tail.lines[i] as string;
    if (!text.includes(start)) {
      if (found.length > 0 && found.length < 8) continue;
      if (found.length > 0) break;
      continue;
    }
    const parsed = parseNginxLogLine(text.replace(/\r$/, ''));
    if (!parsed?.request?.startsWith(start)) continue;
    if (host !== undefined && parsed.host !== undefined && parsed.host.toLowerCase() !== host.toLowerCase()) continue;
    if (time !== undefined && Math.abs(parsed.time - time) > NEAR) continue;
    const latest = found[0];
    if (latest && latest.time - parsed.time > 2000) break;
    found.push({ ...parsed, ...(tail.firstLine !== undefined ? { line: i + tail.firstLine } : {}) });
  }
  return found.reverse();
}

/** Reads the end of an error log and gives the lines of this request; says in `unseen` what could not be read. */
export function readNginxLog(file: string, exchange: Exchange): { lines: readonly NginxLogLine[]; unseen?: string } {
  try {
    return { lines: matchNginxLog(readTail(file), exchange) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'is missing'
        : code === 'EACCES'
          ? 'is not readable by this user'
          : `cannot be read (${code ?? 'unknown error'})`;
    return { lines: [], unseen: `${file} ${why}` };
  }
}

/** The client's address from the latest line of an access log in the combined format that belongs to this request. */
export function clientFromAccessLog(file: string, exchange: Exchange): string | undefined {
  const { start } = keys(exchange);
  let tail: Tail;
  try {
    tail = readTail(file, 1024 * 1024);
  } catch {
    return undefined;
  }
  for (let i = tail.lines.length - 1; i >= 0; i--) {
    const text = tail.lines[i] as string;
    if (!text.includes(`"${start}`)) continue;
    const match = /^([0-9A-Fa-f.:]{2,45}) \S+ .{0,200}\[/.exec(text.slice(0, 400));
    if (match) return match[1];
  }
  return undefined;
}
