import { tell, type Words } from '../errors/told.ts';
import type { AccessFormat, Entry, ErrorEntry, Told } from '../model.ts';
import { readClock, readEpoch } from '../time.ts';
import { readRequestLine } from './combined.ts';

// Field names of nginx (as in common log_format examples), Caddy, Traefik, Envoy, ECS, Cloud Load Balancing, lower case; objects joined by dots.
const NAMES = {
  status:
    'status status_code statuscode http_status response_code response_status response.status res.statuscode res.status downstreamstatus originstatus http.response.status_code httprequest.status sc-status code http.status_code',
  client:
    'request.client_ip request.remote_ip client_ip remote_ip remote_addr clienthost client clientip ip remote_address source.ip client.ip client.address httprequest.remoteip req.remoteaddress x-forwarded-for remoteip http_x_forwarded_for downstream_remote_address remote host_ip c-ip',
  target:
    'request.uri request_uri requesturi uri path requestpath url req.url url.original url.path httprequest.requesturl request_path cs-uri-stem target',
  request: 'request request_line requestline http.request.line',
  method:
    'request.method method request_method requestmethod http_method verb req.method http.request.method httprequest.requestmethod cs-method',
  time: 'ts time timestamp @timestamp time_iso8601 time_local date datetime msec start_time starttime startutc startlocal timestamp_ms requesttime',
  user: 'user_id remote_user user username clientusername user.name user_name',
  agent:
    'http_user_agent user_agent useragent request.headers.user-agent request_user-agent user_agent.original httprequest.useragent agent req.headers.user-agent',
  upstream: 'upstream_status originstatus backend_status',
} as const;
type Name = keyof typeof NAMES;
const PLACES = Object.fromEntries(
  Object.entries(NAMES).map(([name, list]) => [name, list.split(' ')]),
) as unknown as Record<Name, readonly string[]>;

const LINE_LIMIT = 65_536;

// Caddy's words: https://github.com/caddyserver/caddy/tree/master/modules/caddyhttp
const CADDY: readonly Words[] = [
  {
    is: /permission denied/i,
    causes: ['file-permissions'],
    says: 'Caddy: the server may not read the file or search a directory above it',
  },
  {
    is: /not authenticated/i,
    causes: ['credentials-missing', 'credentials-invalid'],
    says: 'Caddy: no credentials that it accepts',
  },
];

/** JSON lines; `before` are the bytes before the status as this file writes them, where they are always the same. */
export function jsonFormat(before: string | undefined): AccessFormat {
  return {
    id: 'json',
    title: 'JSON access log',
    before,
    read(bytes, start, end) {
      const open = bytes.indexOf(123, start);
      if (open < 0 || open >= end || end - open > LINE_LIMIT) return undefined;
      return readJsonLine(bytes.toString('utf8', open, end));
    },
  };
}

/** One JSON line as an access entry, or as an error entry where Caddy's error logger wrote it. */
export function readJsonLine(line: string): Entry | ErrorEntry | null | undefined {
  const flat = parseFlat(line);
  if (!flat) return undefined;
  const wall = timeOf(flat);
  const status = Number(pick(flat, 'status') ?? Number.NaN);
  const requestLine = text(pick(flat, 'request'));
  const parsed = requestLine ? readRequestLine(requestLine) : { method: '', target: '' };
  const method = text(pick(flat, 'method')) || parsed.method;
  const target = (text(pick(flat, 'target')) || parsed.target).slice(0, 4000);
  const client = clientOf(text(pick(flat, 'client')));
  const logger = text(flat.get('logger'));
  if (
    logger.startsWith('http.log.error') ||
    logger.startsWith('http.handlers') ||
    logger.startsWith('http.authentication')
  ) {
    const told = tell(`${text(flat.get('msg'))} ${text(flat.get('error'))}`.slice(0, 8000), CADDY, 'Caddy');
    return told ? { wall, client, method, target, file: false, told } : null;
  }
  if (!(status >= 100 && status <= 999)) return null;
  const entry: Entry = {
    wall,
    client,
    method,
    target,
    status,
    user: dashless(text(pick(flat, 'user'))),
    agent: text(pick(flat, 'agent')).slice(0, 200),
  };
  const told = haveOwnWords(flat);
  // nginx with escape=json writes "" for a variable that has no value
  const upstream = PLACES.upstream.map((name) => flat.get(name)).find((value) => value !== undefined && value !== null);
  if (upstream === undefined) return told ? { ...entry, told } : entry;
  const last = /(\d{3})\D*$/.exec(String(upstream))?.[1];
  const full = { ...entry, upstream: last && last !== '000' ? Number(last) : ('none' as const) };
  return told ? { ...full, told } : full;
}

// Envoy says in its response flags and details who refused: https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage
const ENVOY: readonly Words[] = [
  {
    is: /rbac_access_denied_matched_policy(?:\[([^\]]{0,80})\])?/,
    causes: ['server-rule'],
    says: 'Envoy: an RBAC policy refused it',
  },
  {
    is: /ext_authz_denied|\bUAEX\b/,
    causes: ['policy-denied'],
    says: 'Envoy: the external authorisation service refused it',
  },
  {
    is: /request_rate_limited|local_rate_limited|\bRL\b/,
    causes: ['rate-limited'],
    says: 'Envoy: over the rate limit',
  },
  {
    is: /jwt_authn_access_denied(?:\{([^}]{0,80})\})?/,
    causes: ['credentials-missing', 'credentials-invalid', 'credentials-expired'],
    says: 'Envoy: the JWT filter refused it',
  },
];

function haveOwnWords(flat: ReadonlyMap<string, unknown>): Told | undefined {
  const words = `${text(flat.get('response_code_details'))} ${text(flat.get('response_flags'))}`;
  return words.length > 1 ? tell(words.slice(0, 2000), ENVOY, 'Envoy') : undefined;
}

/** Whether a line of JSON is a line of an access log. */
export function isJsonAccess(line: string): boolean {
  if (!/^\s{0,3}\{/.test(line)) return false;
  const flat = parseFlat(line);
  return (
    !!flat &&
    pick(flat, 'status') !== undefined &&
    (pick(flat, 'target') !== undefined || text(pick(flat, 'request')) !== '')
  );
}

/** The bytes that stand before the status in each of these lines; undefined where they differ. */
export function statusPrefix(lines: readonly string[]): string | undefined {
  let prefix: string | undefined;
  for (const line of lines) {
    const flat = parseFlat(line);
    const place = flat && PLACES.status.find((name) => flat.has(name));
    if (!place) continue;
    const key = place.slice(place.lastIndexOf('.') + 1);
    const found = new RegExp(`"${key.replace(/[-]/g, '\\-')}"[ \\t]{0,4}:[ \\t]{0,4}"?(?=\\d{3})`, 'gi');
    const all = [...line.matchAll(found)];
    if (all.length !== 1 || (prefix !== undefined && prefix !== all[0]![0])) return undefined;
    prefix = all[0]![0];
  }
  return prefix;
}

function parseFlat(line: string): Map<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const flat = new Map<string, unknown>();
    flatten(value, '', flat, 0);
    return flat;
  } catch {
    return undefined;
  }
}

function flatten(value: object, prefix: string, into: Map<string, unknown>, depth: number): void {
  for (const [name, item] of Object.entries(value)) {
    if (into.size > 300) return;
    const key = prefix + name.toLowerCase();
    const single: unknown = Array.isArray(item) ? item[0] : item;
    if (typeof single === 'object' && single !== null) {
      if (depth < 3) flatten(single, `${key}.`, into, depth + 1);
    } else into.set(key, single);
  }
}

function pick(flat: ReadonlyMap<string, unknown>, name: Name): unknown {
  for (const place of PLACES[name]) {
    const value = flat.get(place);
    if (value !== undefined && value !== null && value !== '') return value;
  }
  return undefined;
}

function timeOf(flat: ReadonlyMap<string, unknown>): number {
  const value = pick(flat, 'time');
  return typeof value === 'number' ? readEpoch(value) : readClock(text(value));
}

/** The first address of a list, without its port. */
export function clientOf(value: string): string {
  const first = (value.split(',', 1)[0] ?? '').trim();
  const bracket = /^\[([^\]]{1,60})\]/.exec(first);
  return bracket ? bracket[1]! : first.replace(/^([^:]{1,100}):\d{1,5}$/, '$1').slice(0, 100);
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function dashless(value: string): string {
  return value === '-' ? '' : value;
}
