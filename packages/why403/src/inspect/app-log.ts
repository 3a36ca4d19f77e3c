/**
 * The log of an application behind or without a web server: the last lines that name this request, or that were written with
 * its answer, and carry the framework's own words of refusal. Words that stand for one cause only prove it where the line
 * names the path; everything else suggests at most, since lines of other requests stand between. Where no framework speaks,
 * what was written between the request and its answer is heard as any other sentence.
 */
import { statSync } from 'node:fs';
import type { Exchange } from '@why403/core';
import { frameOf } from './app-log/frames.ts';
import { hearLine, namesAnother } from './app-log/heard.ts';
import { APP_WORDS, type AppWords } from './app-log/words.ts';
import { readTail, sayFileError, writtenSince } from './shared/log-tail.ts';
import { viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerInput } from './types.ts';

/** Bytes from the end of the log that are read. */
const TAIL = 128 * 1024;
/** Lines at the end that may be the answer's where they name no path. */
const LAST = 25;
/** Milliseconds by which a log may have been written before or after the answer's time, which is told in whole seconds. */
const NEAR_MS = 4000;
const MAX_LINE = 2000;

interface Hit {
  readonly words: AppWords;
  readonly line: string;
  readonly lineNumber: number | undefined;
  readonly named: boolean;
}

function inspect(exchange: Exchange, { errorLog, accessLog, logSizes }: ServerInput): Promise<Inspection> {
  const findings: Finding[] = [];
  const unseen: string[] = [];
  const given = [errorLog, accessLog];
  for (const file of new Set([...given, ...(logSizes?.keys() ?? [])])) {
    if (file === undefined) continue;
    try {
      // of a log that was only found, no line counts that stood there before
      if (!given.includes(file) && writtenSince(file, logSizes?.get(file) ?? 0).length === 0) continue;
      findings.push(...readLog(file, exchange, logSizes?.get(file)));
    } catch (error) {
      unseen.push(`${file}: ${sayFileError(error)}.`);
    }
  }
  return Promise.resolve({ findings, unseen });
}

function readLog(file: string, exchange: Exchange, before: number | undefined): readonly Finding[] {
  const view = viewExchange(exchange);
  const { lines, firstLine } = readTail(file, TAIL);
  const fresh = view.date !== undefined && statSync(file).mtimeMs > view.date.getTime() - NEAR_MS;
  const own = before === undefined ? undefined : new Set(writtenSince(file, before));
  const hits: Hit[] = [];
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE);
    const words = APP_WORDS.find(({ is }) => is.test(line));
    if (!words) continue;
    const named = names(line, view.rawPath);
    // A line that names a path names its own.
    if (!named && (words.path || namesAnother(line, view.rawPath))) continue;
    if (!named && (own ? !own.has(lines[i] ?? '') : !fresh || i < lines.length - LAST)) continue;
    hits.push({ words, line, lineNumber: firstLine === undefined ? undefined : firstLine + i, named });
    if (hits.length >= 4) break;
  }
  const best = hits.find(({ named }) => named) ?? hits[0];
  if (best) return findingsOf(best, file, fresh);
  return own ? heard([...own], view.rawPath, file) : [];
}

/** Bits of a sentence that was written while the request was refused, where it names the request and where it does not. */
const HEARD = 15;
const HEARD_UNNAMED = 12;

/** What lines say that were written between the request and its answer, unless they name another path. */
function heard(lines: readonly string[], path: string, file: string): readonly Finding[] {
  for (const long of lines.toReversed()) {
    const line = long.slice(0, MAX_LINE);
    const said = ACCESS_LINE.test(line) ? undefined : hearLine(line, path);
    if (!said) continue;
    const frame = frameOf(lines);
    return said.causes.map((cause) => ({
      cause,
      weight: 'suggests',
      bits: names(line, path) ? HEARD : HEARD_UNNAMED,
      says: `While it answered, the application logged a line that ${said.says}${frame ? `; it comes from ${frame.file}:${frame.line}` : ''}.`,
      quote: line.trim().slice(0, 400),
      location: frame ?? { file },
      fixes: [],
      by: 'app-log',
    }));
  }
  return [];
}

/** Lines that only say what was asked and answered, and those that web servers decode themselves. */
const ACCESS_LINE =
  /^\S+ \S+ \S+ \[[^\]]{5,60}\] "|^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[[a-z]{3,8}\] (?!.{0,200}PHP message)|^\[[^\]]{10,60}\] \[[a-z_]{2,40}:[a-z]{3,8}\] (?!.{0,200}(?:PHP|wsgi))|^.{0,80} haproxy\[\d{1,8}\]:/;

/** Whether a line names this path, and not a longer one. */
function names(line: string, path: string): boolean {
  if (path === '/') return /(?:^|[\s"'(])\/(?:[\s"'?)]|$)/.test(line);
  const at = line.indexOf(path);
  return at >= 0 && !/[\w/-]/.test(line[at + path.length] ?? ' ');
}

function findingsOf({ words, line, lineNumber, named }: Hit, file: string, fresh: boolean): readonly Finding[] {
  return words.causes.map((cause) => ({
    cause,
    weight: named && fresh && words.causes.length === 1 && words.sure ? 'proves' : fresh ? 'suggests' : 'hints',
    says: `${words.product} logged that ${words.says}.`,
    quote: line.trim().slice(0, 400),
    location: { file, ...(lineNumber !== undefined && { line: lineNumber }) },
    fixes: [],
    by: 'app-log',
  }));
}

const appLog: Inspector = {
  id: 'app-log',
  title: "The application's log",
  find: ({ errorLog, accessLog, logSizes }) =>
    Promise.resolve(
      errorLog !== undefined || accessLog !== undefined || logSizes?.size
        ? [{ ...(errorLog && { errorLog }), ...(accessLog && { accessLog }), ...(logSizes && { logSizes }) }]
        : [],
    ),
  inspect,
};

export default appLog;
