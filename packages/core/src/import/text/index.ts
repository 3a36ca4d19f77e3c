// Any text that no importer reads whole: what of requests and answers stands in it.
import { InputError } from '../../model/errors.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import type { Seen, Tool } from '../../model/tool.ts';
import { asExchange } from './as-exchange.ts';
import { cleanLines } from './clean.ts';
import { exchangeInObject } from './dump.ts';
import { readEvents } from './events.ts';
import { bodiesIn } from './literal.ts';
import { isDescription, looksLike, refusesElsewhere } from './looks-like.ts';
import { requestIn } from './request-marks.ts';
import { sieved } from './sieve.ts';
import { refusesInWords, statusesIn } from './status.ts';
import type { Line } from './told.ts';
import { isFrame } from './words.ts';

/** Lines of a page or a message that holds nothing but an answer's words. */
const MOST_PAGE = 120;
/** Lines over which one refusal in words may go in a long text. */
const MOST_APART = 8;
/** Refusals of one text that are judged, each by itself. */
const MOST_TOLD = 50;

/** Reads a text of any kind. Throws InputError where it shows no refusal, with what it looks like. */
export function readAnyText(given: string, context: ImportContext, tools: readonly Tool[]): readonly Imported[] {
  const { text, leftOut } = sieved(given);
  const lines = cleanLines(text);
  const texts = joinPane(lines.map((line) => line.text));
  const shown = tools
    .map((tool) => ({ tool, times: texts.filter((line) => shows(tool, line)).length }))
    .filter(({ times }) => times > 0)
    .sort((a, b) => Number(a.tool.inside ?? false) - Number(b.tool.inside ?? false) || b.times - a.times)
    .map(({ tool }) => tool);
  const prepared = texts.map((line) => prepare(line, shown));
  const own = shown.flatMap((tool) =>
    (tool.read?.(prepared.map((line) => line.text)) ?? []).map((seen) => ({ ...seen, tool: tool.id })),
  );
  const seen = own.length > 0 ? own : (wholeAnswer(text, shown[0]) ?? readEvents(prepared, shown));
  const apart = isDescription(text) || (!seen.some(isNumbered) && refusesElsewhere(texts));
  const found = apart
    ? []
    : isPage(seen, texts)
      ? page(
          seen[0],
          lines.map(({ raw }) => raw),
        )
      : seen.length > 0
        ? seen
        : inWords(texts);
  if (found.length === 0) {
    const { says, hint } = looksLike(texts, context.name);
    throw new InputError('NOT_HTTP', says, { hint });
  }
  const told = distinct(found);
  const more = told.length - MOST_TOLD + leftOut;
  const read = told.slice(0, MOST_TOLD).map((one) => asExchange(one, toolOf(one, tools), context));
  const [first, ...rest] = read;
  return more > 0 && first ? [{ ...first, notes: [...first.notes, manyNote(more)] }, ...rest] : read;
}

function toolOf(seen: Seen, tools: readonly Tool[]): Tool | undefined {
  return tools.find(({ id }) => id === seen.tool);
}

/** Words that are an answer's, and nothing else is known. */
export function asWords(words: string, context: ImportContext): Imported {
  return asExchange({ words, from: 0, to: 0 }, undefined, context);
}

function manyNote(more: number): string {
  return `The text tells of ${more} more: the first ${MOST_TOLD} are judged. If it is a server's log, why403 logs FILE groups them all.`;
}

function shows(tool: Tool, line: string): boolean {
  return tool.shows.some((pattern) => pattern.test(line.slice(0, 4000)));
}

/** A line without what its tool puts before it. */
function prepare(text: string, tools: readonly Tool[]): Line {
  const tool = tools.find((one) => shows(one, text));
  const voice = tools.some((one) => one.voice?.some((pattern) => pattern.test(text)));
  // apt and dnf tell which address answered
  let bare = text.replace(/ [[(]IP: [0-9a-fA-F:.]{2,45}(?: \d{1,5})?[\])]/, '');
  for (const one of tools) for (const mark of one.before ?? []) bare = bare.replace(mark, '');
  return { text: bare, voice, ...(tool && { tool }) };
}

/** A name alone on its line: with a colon, or one of those that panes have without. */
const PANE =
  /^[ \t]{0,9}(?::?[A-Za-z][\w -]{0,60}:|Request URL|Request Method|Status Code|Remote Address|Referrer Policy)[ \t]{0,9}$/;

/** Panes of browsers copy a name and its value as two lines. */
function joinPane(lines: readonly string[]): readonly string[] {
  const isName = (line: string): boolean => PANE.test(line);
  // the same one again and again is a report's ("Caused by:"), no pane's
  if (new Set(lines.filter(isName)).size < 3) return lines;
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const next = lines[at + 1];
    if (isName(lines[at]!) && next !== undefined && next.trim() !== '' && !isName(next)) {
      joined.push(`${lines[at]!.trim().replace(/:?$/, ':')} ${next.trim()}`);
      at++;
    } else joined.push(lines[at]!);
  }
  return joined;
}

/** A text that is an answer's body and nothing else. */
function wholeAnswer(text: string, tool: Tool | undefined): readonly Seen[] | undefined {
  const bare = text.trim();
  if (!/^[{[<]/.test(bare)) return undefined;
  const [body] = bodiesIn(bare.slice(0, 400_000));
  if (body?.start !== 0 || body.end < Math.min(bare.length, 400_000) * 0.98) return undefined;
  const dumped = body.kind === 'json' ? exchangeInObject(JSON.parse(body.text)) : undefined;
  if (dumped) return [{ ...dumped, ...(tool && { tool: tool.id }), from: 0, to: 0 }];
  const status = Number(
    /"(?:status|statusCode|status_code|code|cod|errorCode|http_status)"\s{0,9}:\s{0,9}"?([45]\d\d)\b/.exec(
      body.text,
    )?.[1] ?? Number.NaN,
  );
  const path = /"(?:path|instance)"\s{0,9}:\s{0,9}"(\/[^"\\]{0,2000})"/.exec(body.text)?.[1];
  const numbered = Number.isNaN(status)
    ? statusesIn(body.text.slice(0, 2000).replace(/<[^>]{0,200}>/g, ' '))[0]?.status
    : status;
  return [
    {
      ...(numbered === undefined ? {} : { status: numbered }),
      ...(path === undefined ? {} : { path }),
      body: body.text,
      from: 0,
      to: 0,
    },
  ];
}

/** Whether a text names the status, or shows the request or the tool: then words alone do not make it another thing. */
function isNumbered(seen: Seen): boolean {
  return (seen.status !== undefined && !seen.assumed) || seen.url !== undefined || seen.claims !== undefined;
}

/** Whether a text is no more than the words of a page or of a message: it names no request, no tool and no place in code. */
function isPage(seen: readonly Seen[], lines: readonly string[]): boolean {
  const said = lines.filter((line) => line.trim() !== '');
  const [only] = seen;
  return (
    seen.length < 2 &&
    said.length <= MOST_PAGE &&
    only?.url === undefined &&
    only?.path === undefined &&
    only?.method === undefined &&
    only?.tool === undefined &&
    only?.body === undefined &&
    only?.headers === undefined &&
    !said.some(isFrame)
  );
}

/** The few lines of a long text that refuse in words, where it names no status anywhere. */
function inWords(lines: readonly string[]): readonly Seen[] {
  const refusing = lines.flatMap((line, at) => (refusesInWords(line) && !isFrame(line) ? [at] : []));
  const [from, to] = [refusing[0], refusing.at(-1)];
  if (from === undefined || to === undefined || to - from > MOST_APART) return [];
  const words = lines.slice(from, to + 1).filter((line) => line.trim() !== '');
  return [{ from, to, words: [...new Set(words)].join('\n').trim() }];
}

function page(seen: Seen | undefined, lines: readonly string[]): readonly Seen[] {
  if (!seen && !lines.some(refusesInWords)) return [];
  const asked = lines.map((line) => requestIn(line.slice(0, 4000))).find((mark) => mark?.told && mark.method);
  const { told: _told, ...request } = asked ?? { told: false };
  return [{ from: 0, to: lines.length - 1, ...seen, ...request, words: lines.join('\n').trim() }];
}

/** What is told twice is one. */
function distinct(found: readonly Seen[]): readonly Seen[] {
  const known = new Map<string, Seen>();
  for (const one of found) {
    const { from: _from, to: _to, ...rest } = one;
    const key = JSON.stringify(rest);
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()];
}
