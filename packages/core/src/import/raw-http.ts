import { InputError } from '../model/errors.ts';
import type { Exchange, Request } from '../model/exchange.ts';
import { type Gap, gap } from '../model/gap.ts';
import type { ImportContext, Imported, Importer } from '../model/importer.ts';
import { startsWithCurl } from './curl/find-curl.ts';
import curl from './curl.ts';
import httpFile from './http-file.ts';
import httpie from './httpie.ts';
import hurl from './hurl.ts';
import { encodeUtf8 } from './parts/bytes.ts';
import { quoteShort } from './parts/caret.ts';
import { cutBody } from './parts/cut-body.ts';
import { fitBody } from './parts/request-body.ts';
import { ownBody } from './raw-http/own-body.ts';
import {
  findHeader,
  type Head,
  makeBody,
  makeResponse,
  readHead,
  UNKNOWN_URL,
  urlOfTarget,
} from './raw-http/read-message.ts';
import { isTrace, unfoldTrace } from './raw-http/unfold-trace.ts';
import { type Transcript, unfoldCurlVerbose, unfoldWget } from './raw-http/unfold-transcript.ts';
import { requestIn } from './text/request-marks.ts';
import { namedVariables } from './text/variables.ts';

const HINT = 'Raw HTTP begins with a line like "GET /path HTTP/1.1" or "HTTP/1.1 403 Forbidden".';
const START =
  /^(?:[<>] )?[ \t]{0,4}(?:HTTP\/[0-9](?:\.[0-9])?[ \t]{1,9}[0-9]{3}(?:[ \t][^"\r\n]{0,200})?\r?$|[!#$%&'*+.^_`|~0-9A-Za-z-]{1,60} \S{1,65536} HTTP\/[0-9](?:\.[0-9])?[ \t]{0,9}\r?$|[A-Z]{3,20} https?:\/\/\S{1,65536}[ \t]{0,9}\r?(?:\n[ \t]{0,9}(?:[\w-]{1,80}:|\r?\n|$)|$(?!\n)))/m;
const MOST_BLOCKS = 60;

/** A raw request, its response, or both; what `curl -i`, `curl -v`, `wget -S` and HTTPie print. */
const rawHttp: Importer = {
  id: 'raw-http',
  title: 'raw HTTP',
  accepts(text) {
    const head = text
      .slice(0, 70_000)
      .replace(/^\ufeff/, '')
      .trimStart();
    if (isTrace(head)) return true;
    // files of several requests, with sections or marks of their own, are read by others
    return !/^(?:[{[]|={2,9} \d)/.test(head) && START.test(head) && !hurl.accepts(text) && !httpFile.accepts(text);
  },
  read(text, context) {
    if (text.trim() === '') throw new InputError('EMPTY_INPUT', 'There is nothing to read.', { hint: HINT });
    const whole = text.replace(/^\ufeff/, '');
    const transcript = unfoldCurlVerbose(isTrace(whole) ? unfoldTrace(whole) : whole) ?? unfoldWget(whole);
    return [transcript ? readTranscript(transcript, context) : readPlain(whole, context)];
  },
};

export default rawHttp;

function readPlain(text: string, context: ImportContext): Imported {
  const at = findStart(text);
  if (at < 0) throw new InputError('NOT_HTTP', 'This is no HTTP request or response.', { hint: HINT });
  const before = text.slice(0, at);
  const head = readHead(text, at)!;
  if (head.start.kind === 'response') {
    // A terminal's paste has the command above its output.
    const command = readCommand(before, context);
    const inPane = command ? undefined : requestInPane(before);
    return readResponses(text.slice(at), command?.exchange.request ?? inPane, command, inPane ? [UNSEEN] : [], context);
  }
  const rest = text.slice(head.bodyAt);
  const responseAt = findResponse(rest, head);
  const bodyText = responseAt < 0 ? rest : rest.slice(0, responseAt);
  const { request, gaps } = makeRequest(head, responseAt < 0 ? bodyText : bodyText.replace(/(?:\r?\n){1,4}$/, ''), {});
  if (responseAt < 0) {
    const alone = before.trim() === '' && head.odd.length === 0 && bodyIsItsOwn(head, rest);
    const read = finish({ request, gaps: [...gaps, ...oddGaps(head)] }, undefined, [], context);
    return { ...read, form: alone && namedVariables(request).length === 0 ? 'request' : 'record' };
  }
  return readResponses(rest.slice(responseAt), request, undefined, [...gaps, ...oddGaps(head)], context);
}

function readTranscript(transcript: Transcript, context: ImportContext): Imported {
  const { scheme, url } = transcript;
  const heads = transcript.requests
    .flatMap((raw) => readHead(raw, 0) ?? [])
    .filter(({ start }) => start.kind === 'request');
  const own = heads.filter(({ start }) => start.kind === 'request' && start.method !== 'CONNECT');
  const last = own.at(-1) ?? heads.at(-1);
  // Behind a redirect the last request is the one that was refused.
  const made = last
    ? makeRequest(last, '', scheme === undefined ? {} : { scheme })
    : {
        request: { method: 'GET', url: url ?? UNKNOWN_URL, headers: [] },
        gaps: url === undefined ? [gap('request', 'The request is not known.')] : [],
      };
  const gaps = [...made.gaps, ...transcript.gaps];
  const connection = {
    ...(transcript.address === undefined ? {} : { address: transcript.address }),
    ...(transcript.port === undefined ? {} : { port: transcript.port }),
  };
  const imported =
    transcript.responses === ''
      ? finish({ request: made.request, gaps }, undefined, [], context)
      : readResponses(transcript.responses.trimStart(), made.request, undefined, gaps, context, true);
  if (Object.keys(connection).length === 0) return imported;
  return { ...imported, exchange: { ...imported.exchange, transport: connection } };
}

const UNSEEN = gap(
  'request-headers',
  'The request’s headers are not shown: whether it carried a credential is unknown.',
);

/** The request that the panes of a browser name above the answer. */
function requestInPane(text: string): Request | undefined {
  const marks = text.split('\n', 200).flatMap((line) => requestIn(line.slice(0, 4000)) ?? []);
  const url = marks.find((mark) => mark.told && mark.url !== undefined)?.url;
  const method = marks.find((mark) => mark.told && mark.method !== undefined)?.method;
  return url === undefined || method === undefined ? undefined : { method, url, headers: [] };
}

function readCommand(text: string, context: ImportContext): Imported | undefined {
  const command = startsWithCurl(text) ? curl : httpie.accepts(text) ? httpie : undefined;
  try {
    return command?.read(text, context).at(-1);
  } catch (error) {
    // Only the answer was asked about: a command that cannot be read again is no reason to refuse.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Reads one response, or a chain of them: interim answers, a proxy's CONNECT, redirects, a challenge answered. */
function readResponses(
  text: string,
  request: Request | undefined,
  command: Imported | undefined,
  gaps: readonly Gap[],
  context: ImportContext,
  requestIsLast = false,
): Imported {
  const notes: string[] = [...(command?.notes ?? [])];
  const redirects: Exchange[] = [];
  const unknown: Request = { method: 'GET', url: UNKNOWN_URL, headers: [] };
  let current = request ?? unknown;
  let at = 0;
  for (let block = 0; ; block++) {
    const head = readHead(text, at);
    if (head?.start.kind !== 'response') throw new InputError('NOT_HTTP', 'This is no HTTP response.', { hint: HINT });
    const { status } = head.start;
    // Another status line straight after the empty line: this answer was not the last.
    const next = head.complete ? /^[\r\n]{0,8}/.exec(text.slice(head.bodyAt, head.bodyAt + 8))![0].length : 0;
    const following = block < MOST_BLOCKS ? readHead(text, head.bodyAt + next) : undefined;
    if (following?.start.kind === 'response') {
      if (status >= 300 && status < 400 && findHeader(head.headers, 'location') !== undefined) {
        const place = findHeader(head.headers, 'location')!;
        if (!requestIsLast) {
          redirects.push({
            request: current,
            response: makeResponse(head, ''),
            gaps: current === unknown ? [gap('request', 'The request is not known.')] : [],
          });
          current = {
            ...current,
            url: resolveUrl(place, current.url),
            method: status === 303 || (status < 303 && current.method === 'POST') ? 'GET' : current.method,
          };
        }
      } else if (status >= 200) {
        notes.push(
          status < 300
            ? "The proxy's answer to CONNECT was passed over."
            : `An earlier answer, ${status}, was passed over: another followed it.`,
        );
      }
      at = head.bodyAt + next;
      continue;
    }
    const made = makeResponse(head, ownBody(text.slice(head.bodyAt), head.headers));
    const cut = made.body ? cutBody(made.body) : undefined;
    const response = cut ? { ...made, body: cut.body } : made;
    const all = [
      ...gaps,
      ...(request === undefined && current.url === UNKNOWN_URL ? [gap('request', 'The request is not known.')] : []),
      ...(request === undefined && current.url !== UNKNOWN_URL
        ? [gap('request', 'The request is not known but for its URL, which a redirect names.')]
        : []),
      ...(head.complete || made.body ? [] : [gap('response-body', 'The response has no body here.')]),
      ...(cut?.gaps ?? []),
      ...compressionGaps(response.headers, response.body?.text),
      ...oddGaps(head),
    ];
    const exchange: Exchange = {
      request: current,
      response,
      gaps: all,
      ...(redirects.length > 0 ? { redirects } : {}),
    };
    return finish(exchange, command, notes, context);
  }
}

function finish(
  exchange: Exchange,
  command: Imported | undefined,
  notes: readonly string[],
  context: ImportContext,
): Imported {
  const source = context.name === undefined ? {} : { source: { name: context.name } };
  const unknown = namedVariables(exchange.request);
  return { exchange: { ...exchange, ...source }, send: command?.send ?? {}, notes: [...notes, ...unknown] };
}

function makeRequest(
  head: Head,
  bodyText: string,
  known: { readonly scheme?: string },
): { readonly request: Request; readonly gaps: readonly Gap[] } {
  const { start, headers } = head;
  if (start.kind !== 'request') throw new TypeError('not a request');
  const { url, gaps } = urlOfTarget(start.target, headers, known);
  // A line end after the last line of a pasted body is the file's, not the body's.
  const read = makeBody(headers, bodyText.trim() === '' ? '' : bodyText.replace(/\r?\n$/, ''));
  const fitted = fitBody(
    headers.filter(([name]) => !name.startsWith(':')),
    read,
  );
  const request: Request = {
    method: start.method,
    url,
    ...(start.version ? { httpVersion: start.version } : {}),
    headers: fitted.headers,
    ...(fitted.body ? { body: fitted.body } : {}),
  };
  return { request, gaps: [...gaps, ...fitted.gaps] };
}

/** Whether what follows a request's head is the body that it tells of, and no other text. */
function bodyIsItsOwn(head: Head, rest: string): boolean {
  const text = rest.trim();
  if (text === '') return head.complete || rest === '';
  const length = findHeader(head.headers, 'content-length');
  if (length !== undefined) {
    const size = encodeUtf8(rest).length;
    return /^\d{1,15}$/.test(length) && size >= Number(length) && size <= Number(length) + 4;
  }
  const told = ['transfer-encoding', 'content-type'].some((name) => findHeader(head.headers, name) !== undefined);
  return told && !/^(?:###|HTTP\/[0-9]|[A-Z]{3,20} \S{1,65536} HTTP\/[0-9]|[A-Z]{3,20} https?:\/\/)/m.test(text);
}

/** Where the first line of a message stands, at the beginning of a line. */
function findStart(text: string): number {
  let at = 0;
  for (let line = 0; line < 400 && at < text.length; line++) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const indent = /^[ \t]{0,4}/.exec(text.slice(at, at + 4))![0].length;
    if (end - at < 70_000 && readHead(text.slice(at + indent, end + 1), 0)) return at + indent;
    at = end + 1;
  }
  return -1;
}

/** Where the response begins in what follows a request's head, -1 where there is none. */
function findResponse(rest: string, head: Head): number {
  const length = Number(findHeader(head.headers, 'content-length') ?? '0');
  // Inside a body whose length is told nothing is a response, so a body that quotes HTTP does not mislead.
  const from = Number.isInteger(length) && length > 0 && length <= rest.length ? Math.max(0, length - 4) : 0;
  const status = /^HTTP\/[0-9](?:\.[0-9])?[ \t]{1,9}[0-9]{3}(?:[ \t][^\r\n]{0,2000})?\r?$/gm;
  for (const start of [from, 0]) {
    status.lastIndex = start;
    const found = status.exec(rest);
    if (found) return found.index;
  }
  return -1;
}

function resolveUrl(place: string, base: string): string {
  try {
    return new URL(place, base).href;
  } catch {
    return UNKNOWN_URL;
  }
}

function compressionGaps(headers: Exchange['request']['headers'], body: string | undefined): readonly Gap[] {
  if (!body || !/[\x00-\x08\ufffd]/.test(body.slice(0, 1000))) return [];
  const coding = findHeader(headers, 'content-encoding');
  return [
    gap(
      'response-body-unreadable',
      coding
        ? `The response body is compressed (${quoteShort(coding, 20)}) and cannot be read here.`
        : 'The response body is not text.',
    ),
  ];
}

function oddGaps(head: Head): readonly Gap[] {
  const first = head.odd[0];
  return first === undefined
    ? []
    : [
        gap(
          head.start.kind === 'request' ? 'request-headers' : 'response-headers',
          `${head.odd.length === 1 ? 'A line' : `${head.odd.length} lines`} among the headers could not be read: ${quoteShort(first)}`,
        ),
      ];
}
