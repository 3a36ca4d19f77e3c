import { hostname } from 'node:os';
import { evaluateGeo, evaluateMap } from './maps.ts';
import { setting } from './model.ts';
import { invalidReferer } from './referers.ts';
import { joinVia, literal, type Run, unknownValue, type Value } from './run.ts';
import { secureLink, secureLinkExpires } from './secure-link.ts';

/** The value of an argument in the query, as `$arg_name` gives it: the raw text, the name compared without case. */
function argument(args: string, name: string): string {
  for (const part of args.split('&')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).toLowerCase() === name.toLowerCase()) return part.slice(equals + 1);
  }
  return '';
}

function cookie(header: readonly string[], name: string): string {
  for (const part of header.join('; ').split(/[;,]/)) {
    const text = part.trim();
    const equals = text.indexOf('=');
    if (equals > 0 && text.slice(0, equals).trim() === name) return text.slice(equals + 1).trim();
  }
  return '';
}

/** Headers that nginx joins when they come more than once; of the others the first counts. */
const JOINED: Readonly<Record<string, string>> = { 'x-forwarded-for': ', ', cookie: '; ' };

/** The file-system path that a URI leads to at the current level; undefined where it cannot be known. */
export function mapToPath(run: Run, uri: string): { path: string; root: string } | undefined {
  const directive = setting(run.scope, 'root', 'alias');
  const argument0 = directive?.args[0] ?? 'html';
  const value = evaluate(run, argument0);
  if (value.unknown) return undefined;
  const base = value.text.startsWith('/') ? value.text : `${run.files.prefix}/${value.text}`;
  if (directive?.name !== 'alias') return { path: `${base.replace(/\/$/, '')}${uri}`, root: base };
  let owner = run.scope;
  while (owner.parent && !owner.directives.includes(directive)) owner = owner.parent;
  const place = owner.kind === 'location' ? (owner as NonNullable<Run['location']>) : run.location;
  // In a location by regular expression the alias is the whole path.
  if (!place || place.match === '~' || place.match === '~*') return { path: base, root: base };
  return { path: base + uri.slice(place.pattern.length), root: base };
}

function builtIn(run: Run, name: string): string | undefined | { unknown: string } {
  const { request } = run;
  switch (name) {
    case 'uri':
    case 'document_uri':
      return run.uri;
    case 'request_uri':
      return request.rawUri;
    case 'args':
    case 'query_string':
      return run.args;
    case 'is_args':
      return run.args ? '?' : '';
    case 'request_method':
      // A sub-request shows the method of the request it serves.
      return run.sub ? request.method : run.method;
    case 'host':
      return request.host || (run.chosen?.server.names[0]?.name ?? '');
    case 'http_host':
      return request.headers.get('host')?.[0] ?? '';
    case 'hostname':
      return hostname();
    case 'server_name':
      return run.chosen?.server.names[0]?.name ?? '';
    case 'server_port':
      return String(request.serverPort);
    case 'server_addr':
      return request.serverAddress ?? { unknown: 'the address that the connection went to is not known' };
    case 'server_protocol':
      return `HTTP/${request.httpVersion}`;
    case 'scheme':
      return request.scheme;
    case 'https':
      return request.scheme === 'https' ? 'on' : '';
    case 'remote_addr':
    case 'binary_remote_addr':
      return run.clientAddress ?? { unknown: 'the address that the request came from is not known here' };
    case 'realip_remote_addr':
      return request.clientAddress ?? { unknown: 'the address that the request came from is not known here' };
    case 'remote_user': {
      const basic = /^basic\s+(\S+)/i.exec(request.headers.get('authorization')?.[0] ?? '');
      return basic
        ? Buffer.from(basic[1] ?? '', 'base64')
            .toString('utf8')
            .split(':')[0]
        : '';
    }
    case 'content_type':
      return request.headers.get('content-type')?.[0] ?? '';
    case 'content_length':
      return request.headers.get('content-length')?.[0] ?? (request.bodyLength ? String(request.bodyLength) : '');
    case 'request':
      return `${request.method} ${request.rawUri} HTTP/${request.httpVersion}`;
    case 'request_completion':
      return '';
    case 'document_root': {
      const root = mapToPath(run, '/')?.root;
      return root ?? { unknown: 'the document root cannot be worked out' };
    }
    case 'realpath_root': {
      const root = mapToPath(run, '/')?.root;
      const walk = root === undefined ? undefined : run.files.walk(root, 'stat');
      return walk?.target?.path ?? { unknown: 'the document root cannot be worked out' };
    }
    case 'request_filename':
      return mapToPath(run, run.uri)?.path ?? { unknown: 'the document root cannot be worked out' };
    case 'fastcgi_script_name':
      return run.uri.endsWith('/') ? run.uri + (setting(run.scope, 'fastcgi_index')?.args[0] ?? '') : run.uri;
    case 'fastcgi_path_info':
      return '';
    case 'http2':
      return request.httpVersion === '2' ? (request.scheme === 'https' ? 'h2' : 'h2c') : '';
    case 'limit_rate':
      return '0';
    case 'proxy_add_x_forwarded_for': {
      const before = request.headers.get('x-forwarded-for')?.join(', ');
      if (run.clientAddress === undefined)
        return { unknown: 'the address that the request came from is not known here' };
      return before ? `${before}, ${run.clientAddress}` : run.clientAddress;
    }
    case 'ssl_client_verify':
      if (request.scheme !== 'https') return '';
      if (request.clientCertificate === false || !setting(run.scope, 'ssl_verify_client')) return 'NONE';
      return { unknown: 'whether the client certificate passes is not known here' };
    case 'msec':
    case 'time_iso8601':
    case 'time_local':
    case 'request_id':
    case 'connection':
    case 'remote_port':
    case 'pid':
      return { unknown: `$${name} differs from request to request` };
    case 'nginx_version':
      return { unknown: 'the version of nginx is not known here' };
    default:
      return undefined;
  }
}

/**
 * The variables of a pattern that fits: what refuses because something stands among all the cookies looks at the content;
 * what refuses for want of it asks who calls.
 */
export function readWords(deps: ReadonlySet<string>): ReadonlySet<string> {
  return deps.has('http_cookie')
    ? new Set([...deps].map((name) => (name === 'http_cookie' ? 'cookie_words' : name)))
    : deps;
}

/** Maps that are worked out within one another. */
const MOST_DEPTH = 200;

/** Evaluates one variable. */
export function variable(run: Run, name: string): Value {
  if (/^[1-9]$/.test(name)) return { text: run.captures[Number(name)] ?? '', deps: run.captureDeps, via: [] };
  const held = run.vars.get(name);
  if (held) return held;
  const defined = run.model.defined.get(name);
  if (defined && run.depth >= MOST_DEPTH)
    return unknownValue(`$${name} stands on a chain of more than ${MOST_DEPTH} variables`, [name]);
  if (defined) {
    run.depth++;
    // Marks the variable while it is worked out, so that one that depends on itself ends.
    run.vars.set(name, unknownValue(`$${name} depends on itself`));
    const value =
      defined.name === 'map'
        ? evaluateMap(run, defined)
        : defined.name === 'geo'
          ? evaluateGeo(run, defined)
          : unknownValue(`$${name} is drawn by split_clients`, [name]);
    run.depth--;
    if (defined.block?.some((entry) => entry.name === 'volatile')) run.vars.delete(name);
    else run.vars.set(name, value);
    return value;
  }
  if (name === 'invalid_referer') return invalidReferer(run);
  if (name === 'secure_link') return secureLink(run);
  if (name === 'secure_link_expires') return secureLinkExpires(run);
  const lower = name.toLowerCase();
  const header = lower.startsWith('http_') ? lower.slice(5).replaceAll('_', '-') : undefined;
  const found = builtIn(run, lower);
  if (found === undefined) {
    if (lower.startsWith('arg_')) return { text: argument(run.args, lower.slice(4)), deps: new Set([lower]), via: [] };
    if (lower.startsWith('cookie_'))
      return { text: cookie(run.request.headers.get('cookie') ?? [], name.slice(7)), deps: new Set([lower]), via: [] };
    if (header !== undefined) {
      const values = run.request.headers.get(header) ?? [];
      return {
        text: JOINED[header] ? values.join(JOINED[header]) : (values[0] ?? ''),
        deps: new Set([lower]),
        via: [],
      };
    }
    return unknownValue(
      `$${name} comes from a module or another part of the configuration that is not evaluated here`,
      [name],
    );
  }
  if (typeof found === 'object') return unknownValue(found.unknown, [lower]);
  return { text: found, deps: new Set([lower]), via: [] };
}

/** Evaluates a text with variables in it: `$name`, `${name}` and `$1`. */
export function evaluate(run: Run, text: string): Value {
  if (!text.includes('$')) return literal(text);
  const deps = new Set<string>();
  const via: Value['via'][number][] = [];
  let out = '';
  let unknown: string | undefined;
  let from = 0;
  for (const match of text.matchAll(/\$(?:\{(\w+)\}|(\w+))/g)) {
    out += text.slice(from, match.index);
    let name = match[1] ?? match[2] ?? '';
    let width = match[0].length;
    if (match[2] && /^[1-9]/.test(name)) {
      // `$1` ends after one digit.
      width = 2;
      name = name[0] as string;
    }
    from = match.index + width;
    const value = variable(run, name);
    unknown ??= value.unknown;
    for (const dep of value.deps) deps.add(dep);
    via.push(...value.via);
    out += value.text;
  }
  out += text.slice(from);
  return { text: out, ...(unknown ? { unknown } : {}), deps, via: joinVia(via, []) };
}
