import { InputError } from '../../model/errors.ts';
import type { Header, Request } from '../../model/exchange.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import { bodyFromBytes, decodeUtf8, encodeUtf8, toBase64 } from '../parts/bytes.ts';
import { errorAt, quoteShort } from '../parts/caret.ts';
import { allowedSchemes, buildSend } from './build-send.ts';
import { matchCookies } from './cookie-jar.ts';
import { encodeQuery, joinData, type ReadFile } from './data.ts';
import { type Draft, type Given, refuseValue } from './draft.ts';
import { resolveGlob } from './glob.ts';
import { layHeaders, type UserHeaders } from './headers.ts';
import { applyKnown } from './known-hosts.ts';
import { hostOf, type Location, locate, urlOf } from './locate.ts';
import { buildMultipart } from './multipart.ts';
import { findNetrcLogin } from './netrc.ts';

/** The body of a request as curl sends it, with the headers that come with it. */
interface Payload {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  readonly bytes?: Uint8Array;
  readonly contentType?: string;
  readonly chunked?: boolean;
  /** Fields for the query (`-G`). */
  readonly query?: string;
}

/** What a draft is built with. */
interface BuildContext {
  readonly text: string;
  readonly read: ReadFile;
  readonly context: ImportContext;
}

/** Turns one group of options into its requests, one for each URL. */
export function buildRequests(draft: Draft, build: BuildContext): readonly Imported[] {
  if (draft.urls.length === 0) {
    throw new InputError('NO_URL', 'The curl command names no URL.', {
      hint: 'A curl line looks like: curl https://host/path',
    });
  }
  return draft.urls.map((url, index) => buildRequest(draft, url, draft.uploads[index], build));
}

function buildRequest(draft: Draft, url: Given, upload: Given | undefined, build: BuildContext): Imported {
  const { text, context } = build;
  const method = draft.last.get('request');
  if (method && !/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(method.value))
    throw refuseValue(method, text, 'a method name');
  const payload = readPayload(draft, upload, build);
  const location = placeQueries(
    applyKnown(readLocation(draft, url, build), draft, text, build.read),
    draft,
    payload,
    upload,
    build,
  );
  const login = readLogin(draft, location, build);
  const send = buildSend(draft, login, text, context.env);
  const cookies = readCookies(draft, location, build);
  const custom = readUserHeaders(draft, build);
  const headers = layHeaders(custom.lines, {
    host: hostOf(location),
    authorization: authorizationOf(draft, login),
    range: rangeOf(draft, payload, text),
    userAgent: draft.last.has('user-agent') ? draft.last.get('user-agent')!.value : DEFAULT_AGENT,
    acceptEncoding: draft.on.has('compressed') ? 'deflate, gzip, br, zstd' : undefined,
    te: draft.on.has('tr-encoding'),
    referer: draft.last.get('referer')?.value.replace(/;auto$/, '') || undefined,
    cookie: cookies.value,
    condition: readTimeCondition(draft, text),
    contentLength: payload.bytes && !payload.chunked ? payload.bytes.length : undefined,
    contentType: payload.contentType,
    multipart: draft.form.length > 0,
    chunked: payload.chunked === true,
    oldHttp: send.httpVersion === '1.0',
  });
  const version = { '1.0': '1.0', '1.1': '1.1', '2-prior-knowledge': '2', '2': undefined } as const;
  const httpVersion = send.httpVersion ? version[send.httpVersion] : location.scheme === 'http' ? '1.1' : undefined;
  const request: Request = {
    method: method?.value ?? payload.method,
    url: urlOf(location),
    ...(httpVersion ? { httpVersion } : {}),
    headers,
    ...(payload.bytes ? { body: bodyFromBytes(payload.bytes) } : {}),
  };
  return {
    exchange: { request, gaps: [], ...(context.name === undefined ? {} : { source: { name: context.name } }) },
    send: { ...send, ...(custom.removed.length > 0 ? { removedHeaders: custom.removed } : {}) },
    notes: cookies.notes,
  };
}

/** A curl of our time; the number only shows in the User-Agent. */
const DEFAULT_AGENT = 'curl/8.14.1';

function readLocation(draft: Draft, url: Given, { text, context }: BuildContext): Location {
  const { word } = url.setting;
  const whole = draft.on.has('globoff') ? url.value : resolveGlob(url.value, word, text);
  const plain = throughGateway(whole, draft.last.get('ipfs-gateway')?.value ?? context.env?.['IPFS_GATEWAY']);
  const scheme = draft.last.get('proto-default')?.value;
  const refuse = (message: string): InputError =>
    errorAt('BAD_VALUE', message, { text, at: word.at, length: word.length }, 'curl itself would send nothing.');
  try {
    const location = locate(plain, { asIs: draft.on.has('path-as-is'), ...(scheme ? { scheme } : {}) });
    if (!allowedSchemes(draft.last.get('proto')?.value).includes(location.scheme))
      throw refuse(`curl's --proto does not allow ${location.scheme}.`);
    if (location.user && draft.on.has('disallow-username-in-url'))
      throw refuse("curl's --disallow-username-in-url does not allow a user name in the URL.");
    return location;
  } catch (error) {
    if (!(error instanceof InputError) || error.caret) throw error;
    throw errorAt(error.code, error.message, { text, at: word.at, length: word.length }, error.hint);
  }
}

/** Content of IPFS is fetched from a gateway (https://curl.se/docs/ipfs.html). */
function throughGateway(url: string, gateway: string | undefined): string {
  const [, scheme, rest] = /^(ip[fn]s):\/\/(\S+)$/i.exec(url) ?? [];
  return scheme && gateway ? `${gateway.replace(/\/$/, '')}/${scheme.toLowerCase()}/${rest}` : url;
}

function readPayload(draft: Draft, upload: Given | undefined, build: BuildContext): Payload {
  const { read, text } = build;
  const kinds = [
    draft.data.length > 0 ? draft.data[0]! : undefined,
    draft.form.length > 0 ? draft.form[0]! : undefined,
    upload,
  ].filter((given) => given !== undefined);
  const head = draft.on.has('head');
  if (kinds.length > 1 || (head && kinds.length > 0 && !(draft.on.has('get') && draft.data.length > 0))) {
    const { word, spelt } = kinds.at(-1)!.setting;
    throw errorAt(
      'BAD_VALUE',
      `curl sends one kind of request: ${spelt} does not go with ${head ? '-I' : kinds[0]!.setting.spelt}.`,
      { text, at: word.at, length: word.length },
    );
  }
  if (upload) {
    const chunked = upload.value === '-' || upload.value === '.';
    const bytes = read(upload.value === '.' ? '-' : upload.value);
    return {
      method: 'PUT',
      bytes: draft.on.has('crlf') ? encodeUtf8(decodeUtf8(bytes).replace(/\r?\n/g, '\r\n')) : bytes,
      chunked,
    };
  }
  if (draft.form.length > 0) {
    const { boundary, bytes } = buildMultipart(
      draft.form,
      { escapeBackslash: draft.on.has('form-escape'), disposition: dispositionOf(draft) },
      read,
      text,
    );
    return { method: 'POST', bytes, contentType: `multipart/form-data; boundary=${boundary}` };
  }
  if (draft.data.length === 0) return { method: head ? 'HEAD' : 'GET' };
  const bytes = joinData(draft.data, read);
  if (draft.on.has('get')) return { method: head ? 'HEAD' : 'GET', query: decodeUtf8(bytes) };
  return {
    method: 'POST',
    bytes,
    contentType: draft.on.has('json') ? 'application/json' : 'application/x-www-form-urlencoded',
  };
}

/** Only a multipart/form-data body has form-data parts; another type's are attachments. */
function dispositionOf(draft: Draft): 'form-data' | 'attachment' {
  const type = draft.headers.map((line) => /^content-type:\s*(\S.*)$/i.exec(line)?.[1]).find(Boolean);
  return type === undefined || /^multipart\/form-data/i.test(type) ? 'form-data' : 'attachment';
}

/** Adds `-G` fields and `--url-query` parts to the query, and a file's name to a URL that ends in a slash (`-T`). */
function placeQueries(
  location: Location,
  draft: Draft,
  payload: Payload,
  upload: Given | undefined,
  build: BuildContext,
): Location {
  const added = [
    ...draft.query.map(({ value }) => encodeQuery(value, build.read)),
    ...(payload.query === undefined ? [] : [payload.query]),
  ].filter((part) => part !== '');
  for (const part of added) {
    if (/[\x00-\x20\x7f]/.test(part)) {
      throw refuseValue(
        (payload.query === part ? draft.data : draft.query).at(-1)!,
        build.text,
        'data without spaces where it goes into the URL',
        'Use --data-urlencode.',
      );
    }
  }
  const query = added.reduce(
    (whole, part) => (whole === '' || whole === '?' ? `?${part}` : `${whole}&${part}`),
    location.query,
  );
  const isFile = upload && upload.value !== '-' && upload.value !== '.';
  const name = isFile && location.path.endsWith('/') ? encodeURIComponent(upload.value.split(/[/\\]/).at(-1)!) : '';
  return { ...location, path: location.path + name, query };
}

function readLogin(draft: Draft, location: Location, build: BuildContext): string | undefined {
  const user = draft.last.get('user');
  if (user) {
    if (!user.value.includes(':') && draft.auth !== 'bearer') {
      throw refuseValue(
        user,
        build.text,
        'a name and a password here, as name:password',
        'curl would ask for the password at the terminal.',
      );
    }
    return user.value;
  }
  const inUrl = location.user ? `${location.user.name}:${location.user.password}` : undefined;
  if (inUrl !== undefined && !draft.on.has('netrc')) return inUrl;
  const file = draft.last.get('netrc-file')?.value;
  const home = build.context.env?.['HOME'];
  if (file === undefined && !draft.on.has('netrc') && !draft.on.has('netrc-optional')) return inUrl;
  if (file === undefined && home === undefined)
    throw new InputError('UNREADABLE_FILE', 'curl would read .netrc in the home directory, which is not known here.', {
      hint: 'Name it with --netrc-file.',
    });
  return findNetrcLogin(decodeUtf8(build.read(file ?? `${home}/.netrc`)), location.host) ?? inUrl;
}

function authorizationOf(draft: Draft, login: string | undefined): string | undefined {
  const bearer = draft.last.get('oauth2-bearer')?.value;
  if (draft.auth === 'bearer' && bearer !== undefined) return `Bearer ${bearer}`;
  if (login === undefined || (draft.auth !== undefined && draft.auth !== 'basic')) return undefined;
  return `Basic ${toBase64(encodeUtf8(login))}`;
}

/** `Range` for what reads, `Content-Range` for what writes. */
function rangeOf(draft: Draft, payload: Payload, text: string): Header | undefined {
  const resume = draft.last.get('continue-at');
  if (resume) {
    if (!/^[0-9]{1,18}$/.test(resume.value)) {
      throw refuseValue(
        resume,
        text,
        'a number of bytes here',
        'How much of an output file is there is not looked up.',
      );
    }
    if (payload.bytes && resume.value !== '0') throw refuseValue(resume, text, 'a request without a body here');
    return resume.value === '0' ? undefined : ['Range', `bytes=${resume.value}-`];
  }
  const given = draft.last.get('range')?.value;
  if (given === undefined) return undefined;
  // A single number means from there on.
  const range = /^[0-9]+$/.test(given) ? `${given}-` : given;
  return payload.bytes ? ['Content-Range', `bytes ${range}/${payload.bytes.length}`] : ['Range', `bytes=${range}`];
}

function readTimeCondition(draft: Draft, text: string): Header | undefined {
  const given = draft.last.get('time-cond');
  if (!given) return undefined;
  const until = given.value.startsWith('-');
  const date = given.value.replace(/^[-=]/, '').trim();
  const compact = /^([0-9]{4})([0-9]{2})([0-9]{2})$/.exec(date);
  const zoned = /(?:[A-Z]{2,4}|[+-][0-9]{4})$/.test(date) ? date : `${date} GMT`;
  const time = compact
    ? Date.UTC(Number(compact[1]), Number(compact[2]) - 1, Number(compact[3]))
    : /[A-Za-z]{3}/.test(date) && date.length < 60
      ? Date.parse(zoned)
      : Number.NaN;
  if (Number.isNaN(time)) throw refuseValue(given, text, 'a date such as 20260131 or "31 Jan 2026 10:00:00 GMT" here');
  return [until ? 'If-Unmodified-Since' : 'If-Modified-Since', new Date(time).toUTCString()];
}

function readCookies(
  draft: Draft,
  location: Location,
  build: BuildContext,
): { readonly value: string | undefined; readonly notes: readonly string[] } {
  // What holds an equals sign is cookies; anything else is a file.
  const strings = draft.cookies.filter(({ value }) => value.includes('=')).map(({ value }) => value);
  const files = draft.cookies.filter(({ value }) => value !== '' && !value.includes('='));
  const notes: string[] = [];
  const contents = files.flatMap(({ value }) => {
    try {
      return [build.read(value)];
    } catch (error) {
      // curl starts with an empty jar where there is no file.
      if (!(error instanceof InputError)) throw error;
      notes.push(`The cookie file ${quoteShort(value)} could not be read: no cookies are sent from it.`);
      return [];
    }
  });
  const matched = matchCookies(contents, location, Date.now(), draft.on.has('junk-session-cookies'));
  const given = strings.join(';');
  const value = [...matched.pairs, ...(given === '' ? [] : [given])].join('; ');
  return { value: value === '' ? undefined : value, notes: [...notes, ...matched.notes] };
}

/** The user's header lines, with those that `--json` and `--etag-compare` add. */
function readUserHeaders(draft: Draft, build: BuildContext): UserHeaders {
  const lines = [...draft.headers];
  const has = (name: string) => lines.some((line) => line.toLowerCase().startsWith(name));
  if (draft.on.has('json')) {
    if (!has('content-type')) lines.push('Content-Type: application/json');
    if (!has('accept:')) lines.push('Accept: application/json');
  }
  const etag = draft.last.get('etag-compare');
  if (etag) lines.push(`If-None-Match: ${decodeUtf8(build.read(etag.value)).split(/\r?\n/)[0] || '""'}`);
  const removed = lines.flatMap((line) => /^([^:;]{1,200}):\s*$/.exec(line)?.[1]?.trim() ?? []);
  return { lines, removed };
}
