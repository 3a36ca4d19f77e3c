// Any text that no importer reads whole: what of requests and answers stands in it.
import { InputError } from '../../model/errors.ts';
import type { ImportContext, Imported } from '../../model/importer.ts';
import type { Seen, Tool } from '../../model/tool.ts';
import { asExchange } from './as-exchange.ts';
import { cleanLines } from './clean.ts';
import { readEvents } from './events.ts';
import { bodiesIn } from './literal.ts';
import { looksLike } from './looks-like.ts';
import { refusesInWords, statusesIn } from './status.ts';
import type { Line } from './told.ts';

/** Lines of a page or a message that holds nothing but an answer's words. */
const MOST_PAGE = 120;

/** Reads a text of any kind. Throws InputError where it shows no refusal, with what it looks like. */
export function readAnyText(text: string, context: ImportContext, tools: readonly Tool[]): readonly Imported[] {
  const lines = cleanLines(text);
  const texts = joinPane(lines.map((line) => line.text));
  const shown = tools.filter(({ shows }) =>
    texts.some((line) => shows.some((pattern) => pattern.test(line.slice(0, 4000)))),
  );
  const prepared = texts.map((line) => prepare(line, shown));
  const own = shown.flatMap((tool) =>
    (tool.read?.(prepared.map((line) => line.text)) ?? []).map((seen) => ({ ...seen, tool: tool.id })),
  );
  const seen = own.length > 0 ? own : (wholeAnswer(text) ?? readEvents(prepared, shown));
  const found = seen.length > 0 ? seen : page(lines.map(({ raw }) => raw));
  if (found.length === 0) {
    const { says, hint } = looksLike(texts, context.name);
    throw new InputError('NOT_HTTP', says, { hint });
  }
  return distinct(found).map((one) =>
    asExchange(
      one,
      tools.find(({ id }) => id === one.tool),
      context,
    ),
  );
}

/** A line without what its tool puts before it. */
function prepare(text: string, tools: readonly Tool[]): Line {
  const tool = tools.find(({ shows }) => shows.some((pattern) => pattern.test(text.slice(0, 4000))));
  const voice = tools.some((one) => one.voice?.some((pattern) => pattern.test(text)));
  let bare = text;
  for (const one of tools) for (const mark of one.before ?? []) bare = bare.replace(mark, '');
  return { text: bare, voice, ...(tool && { tool }) };
}

/** Panes of browsers copy a name and its value as two lines. */
function joinPane(lines: readonly string[]): readonly string[] {
  const isName = (line: string): boolean => /^[ \t]{0,9}:?[A-Za-z][\w -]{0,60}:[ \t]{0,9}$/.test(line);
  if (lines.filter(isName).length < 3) return lines;
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const next = lines[at + 1];
    if (isName(lines[at]!) && next !== undefined && next.trim() !== '' && !isName(next)) {
      joined.push(`${lines[at]!.trim()} ${next.trim()}`);
      at++;
    } else joined.push(lines[at]!);
  }
  return joined;
}

/** A text that is an answer's body and nothing else. */
function wholeAnswer(text: string): readonly Seen[] | undefined {
  const bare = text.trim();
  if (!/^[{[<]/.test(bare)) return undefined;
  const [body] = bodiesIn(bare.slice(0, 400_000));
  if (body?.start !== 0 || body.end < Math.min(bare.length, 400_000) * 0.98) return undefined;
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

/** A short text that names no request: the words of a page, or of a message. */
function page(lines: readonly string[]): readonly Seen[] {
  const said = lines.filter((line) => line.trim() !== '');
  if (said.length === 0 || said.length > MOST_PAGE || !said.some(refusesInWords)) return [];
  return [{ words: lines.join('\n').trim(), from: 0, to: lines.length - 1 }];
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
