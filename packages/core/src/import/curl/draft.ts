import type { InputError } from '../../model/errors.ts';
import type { SendOptions } from '../../model/importer.ts';
import { errorAt } from '../parts/caret.ts';
import type { Setting } from './read-arguments.ts';

/** A setting's value with its place. */
export interface Given {
  readonly value: string;
  readonly setting: Setting;
}

/** Everything that one group of options (up to `--next`) says about its requests. */
export interface Draft {
  readonly urls: Given[];
  readonly uploads: Given[];
  readonly headers: string[];
  readonly data: Given[];
  readonly form: Given[];
  readonly query: Given[];
  readonly cookies: Given[];
  readonly proxyHeaders: string[];
  readonly resolve: string[];
  readonly connectTo: string[];
  readonly keepMethodOn: Set<301 | 302 | 303>;
  readonly ciphers: string[];
  readonly on: Set<string>;
  /** The last value of each option that counts once. */
  readonly last: Map<string, Given>;
  ipVersion?: 4 | 6;
  httpVersion?: NonNullable<SendOptions['httpVersion']>;
  auth?: 'basic' | 'digest' | 'any' | 'bearer' | 'aws';
  tlsMin?: NonNullable<SendOptions['tlsMin']>;
}

const DATA = new Set(['data', 'data-ascii', 'data-raw', 'data-binary', 'data-urlencode', 'json']);
const HTTP_VERSIONS: Readonly<Record<string, NonNullable<SendOptions['httpVersion']>>> = {
  'http1.0': '1.0',
  'http1.1': '1.1',
  'no-alpn': '1.1',
  http2: '2',
  'http2-prior-knowledge': '2-prior-knowledge',
};
const TLS_MIN: Readonly<Record<string, NonNullable<SendOptions['tlsMin']>>> = {
  tlsv1: '1.0',
  'tlsv1.0': '1.0',
  'tlsv1.1': '1.1',
  'tlsv1.2': '1.2',
  'tlsv1.3': '1.3',
};

/** Sorts settings into drafts, one for each group between `--next`. `readHeaderFile` gives the lines of `-H @file`. */
export function collectDrafts(
  settings: readonly Setting[],
  text: string,
  readHeaderFile: (setting: Setting, path: string) => readonly string[],
): readonly Draft[] {
  const drafts: Draft[] = [];
  let draft = emptyDraft();
  for (const setting of settings) {
    if (setting.name === 'next') {
      if (draft.urls.length === 0) {
        throw errorAt('NO_URL', 'There is no URL before --next.', {
          text,
          at: setting.word.at,
          length: setting.word.length,
        });
      }
      drafts.push(draft);
      draft = emptyDraft();
    } else apply(draft, setting, text, readHeaderFile);
  }
  drafts.push(draft);
  return drafts;
}

function emptyDraft(): Draft {
  return {
    urls: [],
    uploads: [],
    headers: [],
    data: [],
    form: [],
    query: [],
    cookies: [],
    proxyHeaders: [],
    resolve: [],
    connectTo: [],
    keepMethodOn: new Set(),
    ciphers: [],
    on: new Set(),
    last: new Map(),
  };
}

function apply(
  draft: Draft,
  setting: Setting,
  text: string,
  readHeaderFile: (setting: Setting, path: string) => readonly string[],
): void {
  const { name, value, on } = setting;
  const given = { value, setting };
  if (name === 'url') draft.urls.push(given);
  else if (name === 'upload-file') draft.uploads.push(given);
  else if (name === 'header' || name === 'proxy-header') {
    const lines = value.startsWith('@') ? readHeaderFile(setting, value.slice(1)) : [value];
    (name === 'header' ? draft.headers : draft.proxyHeaders).push(...lines);
  } else if (DATA.has(name)) {
    draft.data.push(given);
    if (name === 'json') draft.on.add('json');
  } else if (name === 'form' || name === 'form-string') draft.form.push(given);
  else if (name === 'url-query') draft.query.push(given);
  else if (name === 'cookie') draft.cookies.push(given);
  else if (name === 'resolve') draft.resolve.push(value);
  else if (name === 'connect-to') draft.connectTo.push(value);
  else if (name === 'ipv4') draft.ipVersion = 4;
  else if (name === 'ipv6') draft.ipVersion = 6;
  else if (HTTP_VERSIONS[name]) {
    if (on) draft.httpVersion = HTTP_VERSIONS[name]!;
  } else if (TLS_MIN[name]) draft.tlsMin = TLS_MIN[name]!;
  else if (name === 'ciphers' || name === 'tls13-ciphers') draft.ciphers.push(value);
  else if (name === 'post301' || name === 'post302' || name === 'post303') {
    const status = Number(name.slice(4)) as 301 | 302 | 303;
    if (on) draft.keepMethodOn.add(status);
    else draft.keepMethodOn.delete(status);
  } else if (name === 'basic') draft.auth = 'basic';
  else if (name === 'digest') draft.auth = 'digest';
  else if (name === 'anyauth') draft.auth = 'any';
  else if (name === 'location-trusted') {
    for (const one of ['location', 'location-trusted']) {
      if (on) draft.on.add(one);
      else draft.on.delete(one);
    }
  } else if (setting.value !== '' || takesValue(name)) {
    if (name === 'oauth2-bearer') draft.auth = 'bearer';
    if (name === 'aws-sigv4') draft.auth = 'aws';
    // The last one counts, and the order of different ones too (-x after --socks5).
    draft.last.delete(name);
    draft.last.set(name, given);
  } else if (on) draft.on.add(name);
  else draft.on.delete(name);
  if (draft.on.has('get') && draft.form.length > 0) {
    throw errorAt('BAD_VALUE', 'curl takes -F or -G, not both.', {
      text,
      at: setting.word.at,
      length: setting.word.length,
    });
  }
}

const WITH_VALUE = new Set([
  'request',
  'user',
  'user-agent',
  'referer',
  'proxy',
  'proxy-user',
  'noproxy',
  'oauth2-bearer',
  'aws-sigv4',
  'pass',
  'range',
  'unix-socket',
  'preproxy',
  'proxy1.0',
  'haproxy-clientip',
]);

/** Options whose empty value says something (`-A ''` sends no User-Agent). */
function takesValue(name: string): boolean {
  return WITH_VALUE.has(name);
}

/** Reads a time in seconds, with fractions, into milliseconds. */
export function readSeconds(given: Given, text: string): number {
  if (!/^[0-9]{1,9}(\.[0-9]{0,9})?$/.test(given.value)) throw refuseValue(given, text, 'a time in seconds');
  return Math.round(Number(given.value) * 1000);
}

/** Refuses a value that is not what its option wants. */
export function refuseValue(given: Given, text: string, wanted: string, hint?: string): InputError {
  const { word, spelt } = given.setting;
  return errorAt('BAD_VALUE', `curl's ${spelt} wants ${wanted}.`, { text, at: word.at, length: word.length }, hint);
}
