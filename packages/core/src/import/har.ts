import { InputError } from '../model/errors.ts';
import type { Body, Exchange, Header, Request, Response, Transport } from '../model/exchange.ts';
import { type Gap, gap } from '../model/gap.ts';
import { MOST_HEADERS } from '../model/http.ts';
import type { ImportContext, Imported, Importer } from '../model/importer.ts';
import { createHarScanner, type ScannedEntry } from './har-scan.ts';
import { bodyFromBytes, charsetOf, decodeUtf8, encodeUtf8, fromBase64 } from './parts/bytes.ts';
import { quoteShort } from './parts/caret.ts';
import { cutBody } from './parts/cut-body.ts';
import { findJsonFault } from './parts/find-json-fault.ts';
import { besideEntry } from './parts/har-beside.ts';
import { passedOver } from './parts/passed-over.ts';
import { fitBody, unknownBody } from './parts/request-body.ts';

type Json = Readonly<Record<string, unknown>>;

/** Names that exports of other tools have, and no HAR. */
const OTHER =
  /"_postman_|getpostman\.com|"__export_format"|"protocolVersion"\s{0,9}:|"logger"\s{0,9}:\s{0,9}"http|^\{\s{0,99}"collection"\s{0,9}:/;

/** Entries after which a file of which none could be read is given up. */
const MOST_UNREAD = 1000;

/** What is known of the file that an entry stands in. */
export interface HarFile {
  readonly name?: string;
  /** Name of the program that wrote it (`log.creator.name`). */
  readonly creator?: string;
  /** A body that the writer put beside the file, by its name there (`recordHar: { content: 'attach' }` of Playwright). */
  readonly attached?: (name: string) => Uint8Array | undefined;
  /** Whether entries of other schemes than http and https are read too (data:, blob:, an extension), for what they hold. */
  readonly everyScheme?: boolean;
  /** Whether bodies of images, films and the like are left out: no one needs what they hold. */
  readonly textOnly?: boolean;
}

/** A HAR file (http://www.softwareishard.com/blog/har-12-spec/): every entry, refused or not. */
const har: Importer = {
  id: 'har',
  title: 'HAR',
  accepts(text, name) {
    const head = text
      .slice(0, 4096)
      .replace(/^\ufeff/, '')
      .trimStart();
    if (!/^[{[]/.test(head) || OTHER.test(head)) return false;
    if (/\.har$/i.test(name ?? '')) return true;
    return (
      /^\{\s{0,200}"log"\s{0,200}:/.test(head) ||
      /"(?:entries|startedDateTime)"\s{0,20}:/.test(head) ||
      (/"request"\s{0,20}:\s{0,20}\{/.test(head) && /"(?:url|method)"\s{0,20}:/.test(head))
    );
  },
  read(text, context) {
    const whole = text.replace(/^\ufeff/, '');
    if (whole.trim() === '') throw new InputError('EMPTY_INPUT', 'The HAR is empty.');
    const root = parseJson(whole, context);
    const log = objectOf(objectOf(root)?.['log']) ?? objectOf(root);
    const list = Array.isArray(root)
      ? root
      : Array.isArray(log?.['entries'])
        ? (log['entries'] as unknown[])
        : log?.['request']
          ? [log]
          : undefined;
    if (!list)
      throw new InputError('NOT_HTTP', 'This JSON is no HAR: it has no log.entries.', {
        hint: 'A HAR is {"log": {"entries": […]}}.',
      });
    const creator = textOf(objectOf(log?.['creator'])?.['name']);
    const file = {
      ...(context.name === undefined ? {} : { name: context.name }),
      ...(creator === undefined ? {} : { creator }),
    };
    const unread: InputError[] = [];
    const imported = list.flatMap((entry, index) => {
      try {
        return [readHarEntry(entry, index, file)];
      } catch (error) {
        // one that cannot be read does not cost the others
        if (!(error instanceof InputError)) throw error;
        unread.push(error);
        if (unread.length > MOST_UNREAD && unread.length > index) throw unread[0]!;
        return [];
      }
    });
    if (!imported.length && unread[0]) throw unread[0];
    const noted = imported.map((one, i) => (i === 0 ? { ...one, notes: passedOver(unread) } : one));
    // Only the whole file shows whether its writer left credentials out.
    return noted.some(({ exchange }) => hasCredentials(exchange.request)) ? noted.map(dropSanitizedGap) : noted;
  },
};

export default har;

/** Reads an entry that `createHarScanner` picked out. Throws InputError MALFORMED with the place in the file. */
export function readScannedEntry(entry: ScannedEntry, file: HarFile = {}): Imported {
  if (!entry.bytes) {
    throw new InputError(
      'BAD_VALUE',
      `Entry ${entry.index + 1} of the HAR has ${entry.size} bytes, more than is read.`,
      { hint: 'Cut its body, or give the request alone.' },
    );
  }
  const text = decodeUtf8(entry.bytes);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const at = entry.offset + encodeUtf8(text.slice(0, Math.max(0, findJsonFault(text)))).length;
    throw new InputError('MALFORMED', `Entry ${entry.index + 1} of the HAR is not well-formed JSON at byte ${at}.`, {
      hint: 'Export the HAR again.',
    });
  }
  return readHarEntry(json, entry.index, file);
}

/** Reads one entry of `log.entries`. Throws InputError MALFORMED where it has no request. */
export function readHarEntry(entry: unknown, index: number, file: HarFile = {}): Imported {
  const fields = objectOf(entry);
  const asked = objectOf(fields?.['request']);
  // white space around a URL is no part of it (WHATWG URL)
  const url = textOf(asked?.['url'])
    ?.trim()
    // a WebSocket begins as a request of HTTP (RFC 6455 §4.1)
    .replace(/^ws(s?):/i, 'http$1:');
  if (!fields || !asked || url === undefined)
    throw new InputError('MALFORMED', `Entry ${index + 1} of the HAR has no request with a URL.`);
  if (!file.everyScheme) checkHttp(url, index);
  const gaps: Gap[] = [];
  const request = readRequest(asked, url, gaps, file);
  if (!hasCredentials(request) && /^WebInspector$/i.test(file.creator ?? '')) gaps.push(SANITIZED);
  const response = readResponse(fields, gaps, file);
  const transport = readTransport(fields);
  const exchange: Exchange = {
    request,
    ...(response ? { response } : {}),
    ...(transport ? { transport } : {}),
    gaps,
    source: { name: file.name ?? 'HAR', entry: index },
  };
  const beside = besideEntry(fields, exchange);
  return { exchange, send: {}, notes: [], ...(beside && { beside }) };
}

/** Throws InputError NOT_HTTP for a URL of another scheme. */
export function checkHttp(url: string, index: number): void {
  if (!/^https?:\/\/[^/]/i.test(url))
    throw new InputError('NOT_HTTP', `Entry ${index + 1} of the HAR asks for no URL of http or https.`);
}

const SANITIZED = gap(
  'request-credentials',
  'Chrome leaves Authorization and cookies out of a sanitized HAR: whether they were sent is not shown.',
);

function hasCredentials(request: Request): boolean {
  return request.headers.some(([name]) => /^(?:cookie|authorization)$/i.test(name));
}

function dropSanitizedGap(imported: Imported): Imported {
  const gaps = imported.exchange.gaps.filter((one) => one !== SANITIZED);
  return { ...imported, exchange: { ...imported.exchange, gaps } };
}

function readRequest(asked: Json, url: string, gaps: Gap[], file: HarFile): Request {
  const headers = readHeaders(asked['headers'], 'request-headers', gaps);
  const version = readVersion(asked['httpVersion']);
  const posted = objectOf(asked['postData']);
  const body = posted ? readPosted(posted, gaps, file) : undefined;
  const sizeTold = Number(asked['bodySize'] ?? 0);
  const known = body ?? (sizeTold > 0 ? unknownBody(sizeTold) : undefined);
  if (!body && known) gaps.push(gap('request-body', 'This HAR has no request body.'));
  if (headers.length === 0) gaps.push(gap('request-headers', 'This HAR has no request headers for this entry.'));
  const fitted = known?.cutFrom === undefined ? fitBody(headers, known) : { headers, body: known, gaps: [] };
  gaps.push(...fitted.gaps);
  const cookies = Array.isArray(asked['cookies']) ? asked['cookies'].map(objectOf) : [];
  // Some writers list cookies apart and leave the header out.
  const pairs = cookies.flatMap((cookie) =>
    textOf(cookie?.['name']) === undefined ? [] : [`${textOf(cookie!['name'])}=${textOf(cookie!['value']) ?? ''}`],
  );
  const lacksCookie = pairs.length > 0 && !headers.some(([name]) => name.toLowerCase() === 'cookie');
  return {
    method: textOf(asked['method']) || 'GET',
    url: url.replace(/#.*/s, ''),
    ...(version ? { httpVersion: version } : {}),
    headers: lacksCookie ? [...fitted.headers, ['Cookie', pairs.join('; ')]] : fitted.headers,
    ...(fitted.body ? { body: fitted.body } : {}),
  };
}

function readPosted(posted: Json, gaps: Gap[], file: HarFile): Body | undefined {
  const text = textOf(posted['text']);
  if (text !== undefined && text !== '') {
    const bytes = posted['encoding'] === 'base64' ? fromBase64(text) : undefined;
    return bytes ? bodyFromBytes(bytes) : { text };
  }
  const beside = besideOf(posted, file);
  if (beside) return bodyFromBytes(beside);
  const params = Array.isArray(posted['params'])
    ? posted['params'].flatMap((one): Json[] => [objectOf(one)].filter((json) => json !== undefined))
    : [];
  if (params.length === 0) return undefined;
  if (/^multipart\//i.test(textOf(posted['mimeType']) ?? '')) {
    gaps.push(gap('request-body', 'This HAR has the fields of the multipart body, not the body as it was sent.'));
    return undefined;
  }
  // Chrome writes params as they were sent, still encoded; a value with a character that needs encoding was decoded.
  const encode = (value: string) =>
    /^[\x21-\x24\x27-\x3c\x3e-\x7e]*$/.test(value) ? value : encodeURIComponent(value).replaceAll('%20', '+');
  return {
    text: params.map((one) => `${encode(textOf(one['name']) ?? '')}=${encode(textOf(one['value']) ?? '')}`).join('&'),
  };
}

function readResponse(entry: Json, gaps: Gap[], file: HarFile): Response | undefined {
  const answered = objectOf(entry['response']);
  const status = Number(answered?.['status'] ?? 0);
  if (!answered || !Number.isInteger(status) || status < 100 || status > 999) {
    const error = textOf(answered?.['_error']) ?? textOf(entry['_error']) ?? textOf(answered?.['statusText']);
    gaps.push(gap('response', `${unanswered(error ?? '')}${error ? `: ${quoteShort(error)}` : ''}.`));
    return undefined;
  }
  if (entry['_fromCache'])
    gaps.push(gap('response', "The answer comes from the browser's cache: the server was not asked."));
  if (entry['_fetchedViaServiceWorker'] === true)
    gaps.push(
      gap('response', "The answer comes from the page's service worker: whether the server was asked is not shown."),
    );
  const headers = readHeaders(answered['headers'], 'response-headers', gaps);
  const content = objectOf(answered['content']);
  const made = readContent(content, headers, gaps, file);
  const cut = made ? cutBody(made) : undefined;
  gaps.push(...(cut?.gaps ?? []));
  const version = readVersion(answered['httpVersion']);
  const statusText = textOf(answered['statusText']);
  return {
    status,
    ...(statusText ? { statusText } : {}),
    ...(version ? { httpVersion: version } : {}),
    headers,
    ...(cut ? { body: cut.body } : {}),
  };
}

/** What became of a request without an answer, by the browser's own word for it. */
function unanswered(error: string): string {
  if (/blocked/i.test(error)) return 'The request was blocked in the browser, and no server answered it';
  if (/abort|cancel/i.test(error)) return 'The request was aborted in the browser before an answer came';
  return 'The browser got no answer that it shows';
}

function readContent(
  content: Json | undefined,
  headers: readonly Header[],
  gaps: Gap[],
  file: HarFile,
): Body | undefined {
  const text = textOf(content?.['text']);
  if (content && file.textOnly && NO_TEXT.test(typeOf(content, headers) ?? '')) return undefined;
  if (text === undefined || text === '') {
    const beside = content && besideOf(content, file);
    if (beside) return bodyFromBytes(beside, charsetOf(typeOf(content, headers)));
    if (Number(content?.['size'] ?? 0) > 0) gaps.push(gap('response-body', 'This HAR has no body for this response.'));
    return undefined;
  }
  if (content!['encoding'] !== 'base64') return { text };
  const bytes = fromBase64(text);
  if (!bytes) {
    gaps.push(gap('response-body-unreadable', 'The response body says that it is base64, and is not.'));
    return { text };
  }
  return bodyFromBytes(bytes, charsetOf(typeOf(content!, headers)));
}

const NO_TEXT = /^(?:image\/(?!svg)|font\/|video\/|audio\/|application\/(?:octet-stream|wasm))/i;

function typeOf(content: Json, headers: readonly Header[]): string | undefined {
  return headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? textOf(content['mimeType']);
}

/** A body that stands in a file of its own: `_file` in a HAR, `_sha1` in a trace. */
function besideOf(holder: Json, { attached }: HarFile): Uint8Array | undefined {
  const name = textOf(holder['_file']) ?? textOf(holder['_sha1']);
  return name === undefined || !/^[\w.-]{1,200}$/.test(name) ? undefined : attached?.(name);
}

/** Headers in order; the pseudo-headers of HTTP/2 say what method, URL and status say. */
function readHeaders(list: unknown, code: 'request-headers' | 'response-headers', gaps: Gap[]): readonly Header[] {
  if (!Array.isArray(list)) return [];
  if (list.length > MOST_HEADERS)
    gaps.push(gap(code, `Of ${list.length} header lines the first ${MOST_HEADERS} are read.`));
  return list.slice(0, MOST_HEADERS).flatMap((one): Header[] => {
    const name = textOf(objectOf(one)?.['name']);
    if (!name || name.startsWith(':')) return [];
    // Several lines of one name are joined by line ends in Chrome's files.
    return (textOf(objectOf(one)!['value']) ?? '').split('\n').map((value) => [name, value] as const);
  });
}

function readTransport(entry: Json): Transport | undefined {
  const address = textOf(entry['serverIPAddress'])?.replace(/^\[|\]$/g, '');
  const timings = objectOf(entry['timings']);
  const end = typeof entry['time'] === 'number' && entry['time'] > 0 ? entry['time'] : undefined;
  if (!address && !(timings && end)) return undefined;
  return { ...(address ? { address } : {}), ...(end ? { timings: { end } } : {}) };
}

function readVersion(value: unknown): NonNullable<Request['httpVersion']> | undefined {
  const text = (textOf(value) ?? '').toLowerCase();
  if (/^(?:h2c?|http\/2(?:\.0)?)$/.test(text)) return '2';
  if (/^(?:h3(?:-[0-9]{1,3})?|http\/3(?:\.0)?)$/.test(text)) return '3';
  return text === 'http/1.0' ? '1.0' : text === 'http/1.1' ? '1.1' : undefined;
}

function parseJson(text: string, context: ImportContext): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The scanner tells whether the file is cut off, and inside which entry.
    const scanner = createHarScanner(context.name === undefined ? {} : { name: context.name });
    scanner.push(encodeUtf8(text));
    scanner.end();
    const at = encodeUtf8(text.slice(0, Math.max(0, findJsonFault(text)))).length;
    throw new InputError('MALFORMED', `The HAR is not well-formed JSON at byte ${at}.`, { hint: 'Export it again.' });
  }
}

function objectOf(value: unknown): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
