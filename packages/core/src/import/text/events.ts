// Sorts a text into refusals: lines that tell of a status are gathered with what stands around them of the request, the answer's header
// fields, its body and its words.
import type { Claim } from '../../model/cause.ts';
import { NO_REFUSAL } from '../../model/cause-id.ts';
import type { Header } from '../../model/exchange.ts';
import type { Seen, Tool } from '../../model/tool.ts';
import { exchangeInObject } from './dump.ts';
import { fieldBlocks } from './fields.ts';
import { bodiesIn, type FoundBody } from './literal.ts';
import { type Line, type LineMarks, marksOf } from './told.ts';
import { isFrame, wordsOf } from './words.ts';

/** Lines between two that tell of one refusal, at most. */
const NEAR = 14;
/** Lines before a refusal in which its request is looked for, and behind it. */
const BACK = 40;
const FORTH = 60;
/** Lines around one that tells of a status whose words may be the server's. */
const SPOKEN = 12;
/** Lines before one that tells of a refusal in which an object may begin that tells of it too. */
const AROUND = 12;
const MOST_EVENTS = 2000;

interface Event {
  from: number;
  to: number;
  /** Lines that told of it. */
  readonly told: number[];
  status?: number;
  assumed?: true;
  reason?: string;
  method?: string;
  url?: string;
  /** Whether the address was told as that of the request. */
  sure?: boolean;
  path?: string;
  host?: string;
  readonly words: string[];
  readonly claims: Claim[];
  tool?: Tool;
}

/** What the lines of a text show of refusals, by what stands near a status. */
export function readEvents(given: readonly Line[], tools: readonly Tool[]): readonly Seen[] {
  const marks = given.map((line) => marksOf(line, tools));
  const lines = given.map(({ text }) => text);
  const events = gather(lines, marks, tools.length > 0);
  return events.map((event, index) => {
    const before = events[index - 1]?.to ?? -1;
    const after = events[index + 1]?.from ?? lines.length;
    return complete(event, { lines, given, marks, before, after });
  });
}

function gather(lines: readonly string[], marks: readonly (LineMarks | undefined)[], known: boolean): Event[] {
  const numbered = marks.some((mark) => mark?.status && !mark.status.assumed);
  const coded = marks.some((mark) => mark?.status);
  const events: Event[] = [];
  for (const [at, mark] of marks.entries()) {
    if (!mark || !tellsOfAnswer(mark, numbered, coded, known)) continue;
    const last = events.at(-1);
    if (last && joins(last, mark, at, lines, marks)) add(last, mark, at);
    else if (events.length < MOST_EVENTS) {
      const event: Event = { from: at, to: at, told: [], words: [], claims: [] };
      add(event, mark, at);
      events.push(event);
    }
  }
  return merged(events.filter(({ status, told }) => status !== undefined || told.length > 0));
}

/** Where numbers are told, a refusal in words alone is part of one of them; where codes are, of one of those. */
function tellsOfAnswer(mark: LineMarks, numbered: boolean, coded: boolean, known: boolean): boolean {
  if (mark.status) return !mark.status.assumed || !numbered || mark.tool !== undefined;
  return !coded && mark.refusing && known && (!mark.own || mark.words !== undefined);
}

function add(event: Event, mark: LineMarks, at: number): void {
  event.to = at;
  event.told.push(at);
  if (mark.status && (event.status === undefined || (event.assumed && !mark.status.assumed))) {
    event.status = mark.status.status;
    if (mark.status.assumed) event.assumed = true;
    else delete event.assumed;
  }
  if (mark.status?.reason !== undefined) event.reason ??= mark.status.reason;
  takeRequest(event, mark);
  if (mark.words) event.words.push(mark.words);
  event.claims.push(...(mark.claims ?? []));
  if (mark.tool) event.tool ??= mark.tool;
}

function takeRequest(event: Event, { request, host }: LineMarks): void {
  if (request?.url !== undefined && isBetter(request.url, request.told, event)) {
    event.url = request.url;
    event.sure = request.told;
  }
  if (request?.path !== undefined) event.path ??= request.path;
  if (request?.method !== undefined) event.method ??= request.method;
  if (host !== undefined) event.host ??= host;
}

/** An address that is told for one, and the longer one of two that begin alike. */
function isBetter(url: string, told: boolean, event: Event): boolean {
  if (event.url === undefined) return true;
  return told && (!event.sure || (url.length > event.url.length && sameUrl(url, event.url)));
}

function joins(
  event: Event,
  mark: LineMarks,
  at: number,
  lines: readonly string[],
  marks: readonly (LineMarks | undefined)[],
): boolean {
  if (conflict(event, mark)) return false;
  let gap = 0;
  let broken = false;
  for (let i = event.to + 1; i < at; i++) {
    const between = marks[i];
    // a request of its own begins another exchange
    if (
      between?.request?.told &&
      between.request.method &&
      (between.request.url ?? between.request.path) &&
      differs(event, between)
    )
      return false;
    if (lines[i]!.trim() === '') broken = true;
    else gap++;
  }
  return broken ? gap <= NEAR : gap <= NEAR * 30;
}

function differs(event: Event, { request }: LineMarks): boolean {
  if (event.url === undefined && event.path === undefined) return true;
  return (
    (request?.url !== undefined && event.url !== undefined && !sameUrl(request.url, event.url)) ||
    (request?.method !== undefined && event.method !== undefined && request.method !== event.method)
  );
}

function conflict(event: Event, mark: LineMarks): boolean {
  const { request, status } = mark;
  if (request?.method !== undefined && event.method !== undefined && request.method !== event.method) return true;
  if (request?.url !== undefined && request.told && event.url !== undefined && !sameUrl(request.url, event.url))
    return true;
  if (request?.path !== undefined && event.path !== undefined && request.path !== event.path) return true;
  if (status && event.status !== undefined && status.status !== event.status && !status.assumed && !event.assumed)
    return request?.url !== undefined || request?.path !== undefined || event.told.length > 0;
  return false;
}

/** Whether two addresses are one: but for a sign at their end, or where one is the beginning of the other (`…/info/refs`). */
function sameUrl(a: string, b: string): boolean {
  const bare = (url: string): string => url.toLowerCase().replace(/\/$|\.git$|\.git\/$/, '');
  const [x, y] = [bare(a), bare(b)];
  return x === y || x.startsWith(`${y}/`) || y.startsWith(`${x}/`) || x.startsWith(`${y}?`) || y.startsWith(`${x}?`);
}

/** Those that tell of the same once more become one: nothing in them speaks against it, and one of them names no request. */
function merged(events: readonly Event[]): Event[] {
  const kept: Event[] = [];
  for (const event of events) {
    const same = kept.find((one) => isSame(one, event));
    if (!same) kept.push(event);
    else {
      same.to = Math.max(same.to, event.to);
      same.told.push(...event.told);
      same.url ??= event.url!;
      same.path ??= event.path!;
      same.method ??= event.method!;
      same.reason ??= event.reason!;
      same.host ??= event.host!;
      if (event.tool) same.tool ??= event.tool;
      if (same.assumed && !event.assumed) delete same.assumed;
      same.words.push(...event.words);
      same.claims.push(...event.claims);
    }
  }
  return kept;
}

function isSame(a: Event, b: Event): boolean {
  if (a.status !== b.status && !(a.assumed || b.assumed)) return false;
  if (a.method !== undefined && b.method !== undefined && a.method !== b.method) return false;
  const places = [a, b].map(({ url, path }) => url ?? path);
  if (places[0] === undefined || places[1] === undefined) return b.from - a.to <= 200;
  return a.url !== undefined && b.url !== undefined
    ? sameUrl(a.url, b.url)
    : places[0].endsWith(places[1]) || places[1].endsWith(places[0]);
}

interface Around {
  readonly lines: readonly string[];
  readonly given: readonly Line[];
  readonly marks: readonly (LineMarks | undefined)[];
  /** Last line of the refusal before, first of the next. */
  readonly before: number;
  readonly after: number;
}

/** Adds what stands around: the request before it or behind, header fields, the body, the words. */
function complete(event: Event, around: Around): Seen {
  const { lines, before, after } = around;
  seekRequest(event, around);
  takeBeside(event, around);
  const tool = event.tool ?? toolNear(event, around);
  const from = Math.max(before + 1, event.from - BACK);
  const to = Math.min(after - 1, event.to + FORTH);
  const blocks = fieldBlocks(lines, from, to);
  const answered = blocks.filter((block) => block.of === 'response' && block.to >= event.from - 2).slice(0, 2);
  const asked = blocks.filter((block) => block.of === 'request').slice(-1);
  // words that a tool repeats as the server's are more surely of the answer than what stands near them
  const found = event.words.length > 0 ? undefined : seekBody(event, around);
  const dumped = found?.kind === 'json' ? exchangeInObject(JSON.parse(found.text)) : undefined;
  const body = dumped ? dumped.body : found?.text;
  const path = event.path ?? pathIn(body);
  const words =
    body !== undefined || (dumped && event.words.length === 0)
      ? ''
      : unique([...event.words, ...(event.words.length > 0 ? [] : [spoken(event, around, blocks)])])
          .filter((one) => one !== '')
          .join('\n');
  // a number that is shown outranks what a line took it for
  const isRefused = event.status !== undefined && event.status >= 400 && !event.assumed;
  const claims = isRefused ? event.claims.filter(({ cause }) => cause !== NO_REFUSAL) : event.claims;
  return {
    ...(tool && { tool: tool.id }),
    ...(event.method !== undefined && { method: event.method }),
    ...(event.url !== undefined && { url: event.url }),
    ...(path !== undefined && { path }),
    ...(event.host !== undefined && { host: event.host }),
    ...(event.url === undefined && event.host === undefined && hostAsked(asked, lines, from, to, path)),
    ...(event.status !== undefined ? { status: event.status } : {}),
    ...(event.assumed && { assumed: true as const }),
    ...(event.reason !== undefined && { reason: event.reason }),
    ...headersOf(
      'requestHeaders',
      asked.flatMap(({ headers }) => headers),
    ),
    ...headersOf(
      'headers',
      answered.flatMap(({ headers }) => headers),
    ),
    ...dumped,
    ...(body !== undefined && { body }),
    ...(words !== '' && { words }),
    ...(claims.length > 0 && { claims }),
    from: event.from,
    to: event.to,
  };
}

/** The address by the Host field of the request that is shown, and by whether TLS is spoken of. */
function hostAsked(
  asked: readonly { readonly headers: readonly Header[] }[],
  lines: readonly string[],
  from: number,
  to: number,
  path: string | undefined,
): { readonly url?: string } {
  const host = asked.flatMap(({ headers }) => headers).find(([name]) => /^host$/i.test(name))?.[1];
  if (host === undefined || !/^[\w.-]{1,253}(?::\d{1,5})?$/.test(host)) return {};
  const isSecure =
    host.endsWith(':443') || lines.slice(from, to + 1).some((line) => /^\* .{0,200}\b(?:TLS|SSL|ALPN)/.test(line));
  const isClear =
    /:(?:80|8\d{3}|3\d{3})$/.test(host) || lines.slice(from, to + 1).some((line) => / port 80\b/.test(line));
  return { url: `${isClear && !isSecure ? 'http' : 'https'}://${host}${path ?? '/'}` };
}

/** The path that an answer names itself, as Spring and others do. */
function pathIn(body: string | undefined): string | undefined {
  return body === undefined
    ? undefined
    : /"(?:path|instance)"\s{0,9}:\s{0,9}"(\/[^"\\]{0,2000})"/.exec(body.slice(0, 20_000))?.[1];
}

function headersOf<Name extends string>(
  name: Name,
  headers: readonly Header[],
): Partial<Record<Name, readonly Header[]>> {
  return headers.length > 0 ? ({ [name]: headers } as Partial<Record<Name, readonly Header[]>>) : {};
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}

/** The request of a refusal stands before its answer, most often; some tell it behind. */
function seekRequest(event: Event, { marks, before, after }: Around): void {
  seekHost(event, marks, before);
  const missing = (): boolean => event.method === undefined || event.url === undefined;
  const order: number[] = [];
  for (let at = event.to; at > Math.max(before, event.from - BACK); at--) order.push(at);
  for (let at = event.to + 1; at < Math.min(after, event.to + FORTH); at++) order.push(at);
  for (const told of [true, false])
    for (const at of order) {
      const mark = marks[at];
      if (!missing()) return;
      if (mark?.request?.told !== told || conflictOfRequest(event, mark)) continue;
      // any address will do for a refusal that has none; one with a path needs the address of that path
      if (!told && event.path !== undefined && !mark.request.url?.includes(event.path)) continue;
      takeRequest(event, mark);
    }
}

/** What a tool's own lines near a refusal mean, and the words of the server that they repeat. */
function takeBeside(event: Event, { marks, before, after }: Around): void {
  for (let at = Math.max(before + 1, event.from - BACK); at < Math.min(after, event.to + FORTH); at++) {
    const mark = marks[at];
    if (!mark?.tool || event.told.includes(at)) continue;
    event.claims.push(...(mark.claims ?? []));
    if (mark.words) event.words.push(mark.words);
  }
}

/** A host that is named by a line of its own before the refusal. */
function seekHost(event: Event, marks: Around['marks'], before: number): void {
  if (event.url !== undefined || event.host !== undefined) return;
  for (let at = event.to; at > Math.max(before, event.from - BACK); at--) {
    const host = marks[at]?.host;
    if (host !== undefined) {
      event.host = host;
      return;
    }
  }
}

function conflictOfRequest(event: Event, mark: LineMarks): boolean {
  return conflict(event, { ...mark, ...(mark.status && { status: { ...mark.status, assumed: true } }) });
}

function toolNear(event: Event, { marks }: Around): Tool | undefined {
  for (let distance = 0; distance <= BACK; distance++)
    for (const at of [event.from - distance, event.to + distance]) if (marks[at]?.tool) return marks[at].tool;
  return marks.find((mark) => mark?.tool)?.tool;
}

const LABEL_GOOD =
  /(?:data|body|response|content|payload|error|message|text|output|details|answer)\b["')\]]{0,2}(?: is| was)?\s{0,4}[:=]?\s{0,4}["'(`b]{0,3}$/i;
const LABEL_BAD =
  /(?:headers?|config|request(?:[ _-]?(?:body|data|payload|headers))?|options|params|env|_events|agent|socket|parameters|query|metadata)\b["')\]]{0,2}\s{0,4}[:=]\s{0,4}["'(`b]{0,3}(?:\w{1,30} ){0,2}$/i;
const SPEAKS =
  /["']?(?:message|error|errors|error_description|detail|details|code|status|title|reason|msg|description|fault|Message|Code|errorMessage|statusCode)["']?\s{0,4}(?::|=>|>)/;

/** The body that stands behind the first line that tells of the refusal, on it, or around it. */
function seekBody(event: Event, { lines, before: above, after }: Around): FoundBody | undefined {
  const last = Math.min(after, event.to + FORTH);
  const first = Math.max(above + 1, event.from - AROUND);
  const text = lines.slice(first, last).join('\n').slice(0, 400_000);
  const told = lines.slice(first, event.from).join('\n').length;
  const found = bodiesIn(text).flatMap((body) => {
    if (body.end <= told) return [];
    const before = text.slice(Math.max(0, body.start - 60), body.start);
    const label = before.slice(before.lastIndexOf('\n') + 1);
    if (LABEL_BAD.test(label)) return [];
    const speaks = body.kind === 'html' || SPEAKS.test(body.text);
    const score =
      (LABEL_GOOD.test(label) ? 2 : 0) + (speaks ? 2 : 0) + (body.kind === 'json' || body.kind === 'html' ? 1 : 0);
    return score >= 2 ? [{ body, score }] : [];
  });
  return found.reduce<{ body: FoundBody; score: number } | undefined>(
    (best, one) => (best && best.score >= one.score ? best : one),
    undefined,
  )?.body;
}

/** What the lines near a refusal say beyond what clients do. */
function spoken(
  event: Event,
  { lines, given, marks, before, after }: Around,
  blocks: readonly { readonly from: number; readonly to: number }[],
): string {
  const wanted = new Set<number>();
  const refuses = (at: number): boolean => given[at]!.voice || marks[at]?.refusing === true;
  for (const told of event.told) {
    wanted.add(told);
    for (let at = told - 1; at > before && at > told - SPOKEN; at--) if (refuses(at)) wanted.add(at);
    // past an empty line only what refuses itself is of it
    let apart = false;
    for (let at = told + 1; at < after && at < told + SPOKEN; at++) {
      apart ||= lines[at]!.trim() === '';
      if (!apart || refuses(at)) wanted.add(at);
    }
  }
  const texts = [...wanted]
    .sort((a, b) => a - b)
    .filter((at) => !blocks.some(({ from, to }) => at >= from && at <= to))
    .flatMap((at) => {
      const line = lines[at]!;
      if (isFrame(line) || marks[at]?.own) return [];
      const words = given[at]!.voice ? line.trim() : wordsOf(line, marks[at]?.read ?? []);
      return words === '' ? [] : [words];
    });
  return unique(texts).slice(0, 40).join('\n');
}
