/** HAProxy's sample fetches and converters, as far as a request alone can tell them. Source: https://docs.haproxy.org/2.6/configuration.html#7 */

import { createHash } from 'node:crypto';
import { decodePercent } from '@why403/core';
import { readConfigured } from '../../shared/read-file.ts';
import { rangeHolds } from '../shared/address-match.ts';
import type { ServerView } from '../shared/server-view.ts';
import { type About, aboutHeader, type Trial } from '../shared/trial.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import { splitWords } from './parse.ts';
import { aboutClaim, tokenPart, verifyToken } from './token.ts';

/** A sample: its value (undefined: none, nothing can match), what it speaks of, whether it is known. */
export interface Sample {
  readonly value: string | number | boolean | undefined;
  readonly about: About;
  readonly known: boolean;
  readonly absent: boolean;
  /** Kind of the value, which chooses the default way of matching. */
  readonly type: 'str' | 'int' | 'bool' | 'ip' | 'meth';
}

export interface Context {
  readonly view: ServerView;
  readonly trial: Trial;
  /** The path, query and headers as rules may have changed them. */
  path: string;
  query: string | undefined;
  readonly headers: Map<string, string>;
  method: string;
  readonly variables: Map<string, Sample>;
  /** Answers of named ACLs, as long as no rule changed the request. */
  readonly asked: Map<string, boolean>;
  /** Logins of each userlist: is the one that was sent right? */
  readonly login: (list: string) => { readonly ok: boolean | undefined; readonly groups: readonly string[] };
}

const make = (value: Sample['value'], about: About, type: Sample['type'] = 'str'): Sample => ({
  value,
  about,
  known: true,
  absent: value === undefined || value === '',
  type,
});
const unknown = (about: About, type: Sample['type'] = 'str'): Sample => ({
  value: undefined,
  about,
  known: false,
  absent: false,
  type,
});

const MATCH_SUFFIX = /^(.+?)_(beg|end|sub|reg|dir|dom|len|str|found|ip|int)$/;

/** Splits `hdr_beg(host)` into the fetch and the way of matching that the name carries. */
export function splitFetch(word: string): { readonly expression: string; readonly method: string | undefined } {
  const found = /^([a-z_0-9.]+)/i.exec(word);
  const name = found?.[1] ?? '';
  const suffix = MATCH_SUFFIX.exec(name);
  if (
    suffix &&
    /^(?:hdr|path|pathq|url|base|cook|urlp|url_param|req\.hdr|req\.fhdr|shdr|method|src|query)$/.test(
      suffix[1] as string,
    )
  ) {
    return { expression: (suffix[1] as string) + word.slice(name.length), method: suffix[2] };
  }
  return { expression: word, method: undefined };
}

/** Splits at commas outside parentheses and quotes. */
function splitList(text: string): readonly string[] {
  const out: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quote) quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'") quote = c;
    else if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      out.push(text.slice(start, i));
      start = i + 1;
    }
  }
  out.push(text.slice(start));
  return out;
}

const callOf = (text: string): { readonly name: string; readonly args: readonly string[] } => {
  const open = text.indexOf('(');
  if (open < 0) return { name: text, args: [] };
  const inside = text.slice(open + 1, text.lastIndexOf(')'));
  return { name: text.slice(0, open), args: splitList(inside).map((arg) => splitWords(arg.trim())[0] ?? arg.trim()) };
};

/** Evaluates `fetch(args),converter,…`. */
export function readSample(expression: string, context: Context): Sample {
  const [first = '', ...converters] = splitList(expression);
  let sample = fetch(callOf(first), context);
  for (const converter of converters) sample = convert(sample, callOf(converter), context);
  return sample;
}

function fetch({ name, args }: { name: string; args: readonly string[] }, context: Context): Sample {
  const { view, headers } = context;
  const [arg = ''] = args;
  const n = name.replace(/^req\./, '');
  if (
    /^(?:sc\d?_|src_(?:http|conn|sess|bytes|get|inc|clr|updt|kbytes)|table_|(?:fe|be|srv)_(?:sess|req|conn)|rand$)/.test(
      name,
    )
  )
    return unknown('rate', 'int');
  if (name.startsWith('ssl_c_') || name === 'ssl_fc_has_crt') {
    if (!view.clientCertificate)
      return {
        ...make(
          name === 'ssl_c_used' || name === 'ssl_fc_has_crt' ? false : undefined,
          'certificate',
          /used|has/.test(name) ? 'bool' : 'str',
        ),
        absent: true,
      };
    if (name === 'ssl_c_verify') return make(0, 'certificate', 'int');
    return name === 'ssl_c_used' || name === 'ssl_fc_has_crt'
      ? make(true, 'certificate', 'bool')
      : unknown('certificate');
  }
  switch (n) {
    case 'src':
      return view.clientAddress ? make(view.clientAddress, 'ip', 'ip') : unknown('ip', 'ip');
    case 'dst':
      return view.serverAddress ? make(view.serverAddress, 'host', 'ip') : unknown('host', 'ip');
    case 'dst_port':
      return make(view.port, 'tls', 'int');
    case 'method':
      return make(context.method, 'method', 'meth');
    case 'path':
      return make(context.path, 'path');
    case 'pathq':
    case 'url':
    case 'uri':
      return make(`${context.path}${context.query === undefined ? '' : `?${context.query}`}`, 'path');
    case 'base':
      return make(`${headers.get('host') ?? ''}${context.path}`, 'path');
    case 'query':
      return make(context.query ?? '', 'query');
    case 'url_param':
    case 'urlp':
      return make(new URLSearchParams(context.query ?? '').get(arg) ?? undefined, 'query');
    case 'hdr':
    case 'fhdr':
    case 'hdr_ip':
    case 'hdr_val': {
      const all = headers.get(arg.toLowerCase());
      const value = n === 'fhdr' || all === undefined ? all : pickOne(all, args[1]);
      return make(
        n === 'hdr_val' && value !== undefined ? Number.parseInt(value, 10) || 0 : value,
        aboutHeader(arg),
        n === 'hdr_ip' ? 'ip' : n === 'hdr_val' ? 'int' : 'str',
      );
    }
    case 'hdr_cnt':
    case 'fhdr_cnt': {
      const all = headers.get(arg.toLowerCase());
      return {
        ...make(all === undefined ? 0 : all.split(',').length, aboutHeader(arg), 'int'),
        absent: all === undefined,
      };
    }
    case 'cook':
    case 'cookie':
      return make(cookie(headers.get('cookie') ?? '', arg), 'credentials');
    case 'cook_cnt':
      return make(cookie(headers.get('cookie') ?? '', arg) === undefined ? 0 : 1, 'credentials', 'int');
    case 'ver':
      return make(view.httpVersion, 'header');
    case 'ssl_fc':
      return make(view.scheme === 'https', 'tls', 'bool');
    case 'ssl_fc_sni':
      return make(view.scheme === 'https' ? view.host : undefined, 'host');
    case 'http_auth': {
      const { ok } = context.login(arg);
      return ok === undefined
        ? unknown('credentials', 'bool')
        : { ...make(ok, 'credentials', 'bool'), absent: !headers.has('authorization') };
    }
    case 'http_auth_group': {
      const { ok, groups } = context.login(arg);
      return {
        ...make(ok ? groups.join(',') : undefined, ok ? 'group' : 'credentials'),
        absent: !headers.has('authorization'),
      };
    }
    case 'http_auth_bearer': {
      const header = headers.get((arg || 'authorization').toLowerCase());
      const token = /^bearer\s+(.+)$/i.exec(header ?? '')?.[1];
      return {
        ...make(token, token === undefined && header !== undefined ? 'credential-form' : 'credentials'),
        absent: header === undefined,
      };
    }
    case 'http_auth_type':
      return make(headers.get('authorization')?.split(' ')[0], 'credential-form');
    case 'http_auth_user':
      return make(basicUser(headers.get('authorization')), 'credentials');
    case 'var':
      return context.variables.get(arg.replace(/^(?:proc|sess|txn|req|res)\./, '')) ?? make(undefined, 'env');
    case 'int':
      return make(Number(arg), 'always', 'int');
    case 'str':
      return make(arg, 'always');
    case 'bool':
      return make(arg === 'true' || arg === '1', 'always', 'bool');
    case 'always_true':
      return make(true, 'always', 'bool');
    case 'always_false':
      return make(false, 'always', 'bool');
    case 'date':
      return make(Math.floor(Date.now() / 1000) + (Number(arg) || 0), 'time', 'int');
    case 'body_len':
    case 'body_size':
      return make(Number(headers.get('content-length') ?? 0), 'content', 'int');
    case 'proto_http':
    case 'wait_end':
      return make(true, 'always', 'bool');
    default:
      return unknown(/body|payload/.test(n) ? 'content' : 'unseen');
  }
}

function pickOne(all: string, occurrence: string | undefined): string | undefined {
  const parts = all.split(',').map((part) => part.trim());
  const n = Number(occurrence ?? -1);
  return n > 0 ? parts[n - 1] : parts.at(n);
}

function cookie(header: string, name: string): string | undefined {
  const found = header
    .split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

const basicUser = (header: string | undefined): string | undefined => {
  const encoded = /^basic\s+(\S+)/i.exec(header ?? '')?.[1];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString().split(':')[0];
};

function convert(sample: Sample, { name, args }: { name: string; args: readonly string[] }, context: Context): Sample {
  const [arg = '', second = ''] = args;
  if (!sample.known || sample.value === undefined)
    return name.startsWith('jwt_') || sample.known ? sample : { ...sample, type: 'str' };
  const text = String(sample.value);
  const number = (): number => {
    const variable = context.variables.get(arg.replace(/^(?:proc|sess|txn|req|res)\./, ''));
    return Number(variable?.value ?? arg) || 0;
  };
  const as = (value: Sample['value'], type: Sample['type'] = sample.type): Sample => ({ ...sample, value, type });
  switch (name) {
    case 'lower':
      return as(text.toLowerCase(), 'str');
    case 'upper':
      return as(text.toUpperCase(), 'str');
    case 'field':
    case 'word': {
      const parts = text.split(new RegExp(`[${(second || ',').replace(/[\\\]^-]/g, '\\$&')}]`));
      const list = name === 'word' ? parts.filter(Boolean) : parts;
      const n = Number(arg);
      return as(n > 0 ? list[n - 1] : list.at(n), 'str');
    }
    case 'length':
      return as(text.length, 'int');
    case 'add':
      return as(Number(text) + number(), 'int');
    case 'sub':
      return as(Number(text) - number(), 'int');
    case 'mul':
      return as(Number(text) * number(), 'int');
    case 'div':
      return as(Math.trunc(Number(text) / (number() || 1)), 'int');
    case 'mod':
      return as(Number(text) % (number() || 1), 'int');
    case 'bool':
      return as(Number(text) !== 0, 'bool');
    case 'not':
      return as(!(sample.value === true || Number(text)), 'bool');
    case 'ltrim':
      return as(text.replace(new RegExp(`^[${arg.replace(/[\\\]^-]/g, '\\$&')}]+`), ''));
    case 'rtrim':
      return as(text.replace(new RegExp(`[${arg.replace(/[\\\]^-]/g, '\\$&')}]{1,4096}$`), ''));
    case 'url_dec':
      return as(decodePercent(text));
    case 'host_only':
      return as(text.replace(/:\d+$/, ''));
    case 'port_only':
      return as(Number(/:(\d+)$/.exec(text)?.[1] ?? 0), 'int');
    case 'base64':
      return as(Buffer.from(text).toString('base64'));
    case 'b64dec':
      return as(Buffer.from(text, 'base64').toString());
    case 'hex':
      return as(Buffer.from(text).toString('hex').toUpperCase());
    case 'md5':
      return as(createHash('md5').update(text).digest().toString('latin1'));
    case 'regsub': {
      const pattern = compilePattern(arg, (args[2] ?? '').includes('i'));
      const found = pattern?.exec(text);
      return found
        ? as(
            text.replace(
              found[0] ?? '',
              second.replace(/\\(\d)/g, (_, d: string) => found[Number(d)] ?? ''),
            ),
          )
        : sample;
    }
    case 'strcmp':
      return as(text === String(context.variables.get(arg.replace(/^\w+\./, ''))?.value ?? '') ? 0 : 1, 'int');
    case 'map':
    case 'map_str':
    case 'map_beg':
    case 'map_end':
    case 'map_sub':
    case 'map_dom':
    case 'map_ip':
    case 'map_reg':
      return mapFile(sample, name, arg, args[1], context);
    case 'jwt_header_query':
    case 'jwt_payload_query': {
      const value = tokenPart(text, name === 'jwt_header_query' ? 0 : 1, arg);
      const about = name === 'jwt_header_query' ? 'token-invalid' : aboutClaim(arg);
      const plain = Array.isArray(value) ? JSON.stringify(value) : value;
      return {
        value: second === 'int' ? Number(plain) : (plain as string | undefined),
        about,
        known: true,
        absent: false,
        type: second === 'int' ? 'int' : 'str',
      };
    }
    case 'jwt_verify': {
      const algorithm = String(context.variables.get(arg.replace(/^\w+\./, ''))?.value ?? arg);
      const result = verifyToken(text, algorithm, second);
      return { value: result, about: 'token-invalid', known: result !== undefined, absent: false, type: 'int' };
    }
    default:
      return { ...sample, known: false, value: undefined };
  }
}

function mapFile(sample: Sample, name: string, file: string, fallback: string | undefined, context: Context): Sample {
  try {
    const text = String(sample.value);
    for (const line of readConfigured(file).split('\n')) {
      const [key = '', ...rest] = line.trim().split(/\s+/);
      if (!key || key.startsWith('#')) continue;
      const fits =
        {
          map_beg: text.startsWith(key),
          map_end: text.endsWith(key),
          map_sub: text.includes(key),
          map_ip: rangeHolds(key, text) === true,
          map_reg: !!compilePattern(key)?.exec(text),
        }[name] ?? text === key;
      if (fits) return { ...sample, value: rest.join(' '), type: 'str' };
    }
    return { ...sample, value: fallback, type: 'str' };
  } catch {
    context.trial.unseen(`${file}: a map that cannot be read.`);
    return { ...sample, known: false, value: undefined };
  }
}
