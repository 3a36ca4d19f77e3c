import fs from 'node:fs';
import path from 'node:path';
import type { Exchange, Header } from '../src/model/exchange.ts';

/** One exchange of a fixture file, and what is declared of it. */
export interface Section {
  readonly file: string;
  /** The word after `###`: a refusal's id, or a name. */
  readonly id: string;
  /** The cause after `->`; a name in brackets behind it says how sure the verdict must be. */
  readonly cause: string;
  /** Values of `# key a, b` lines. */
  readonly notes: Readonly<Record<string, readonly string[]>>;
  readonly exchange: Exchange;
}

/** Reads `### id -> cause` sections: note lines, the raw request, an empty line, its body, then the raw response. */
export function readFixture(file: string): readonly Section[] {
  const text = fs.readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  return text
    .split(/^### /m)
    .slice(1)
    .map((part) => readSection(path.basename(file, '.http'), part));
}

export function fixturesIn(folder: string): readonly Section[] {
  return fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.http'))
    .sort()
    .flatMap((f) => readFixture(path.join(folder, f)));
}

function readSection(file: string, part: string): Section {
  const lines = part.split('\n');
  const [id, cause] = lines
    .shift()!
    .split('->')
    .map((s) => s.trim());
  const notes: Record<string, string[]> = {};
  while (lines[0]?.startsWith('# ')) {
    const [, key, value] = /^# (\S+)\s*(.*)$/.exec(lines.shift()!)!;
    notes[key!] = [...(notes[key!] ?? []), ...value!.split(key === 'source' ? /\s+/ : /\s*,\s*/).filter(Boolean)];
  }
  const at = lines.findIndex((line) => /^HTTP\/[\d.]+ \d{3}/.test(line));
  if (!id || !cause || at < 0) throw new Error(`${file}: section "${id}" lacks a cause or a response`);
  const request = message(lines.slice(0, at));
  const response = message(lines.slice(at));
  const [method, url] = request.first.split(' ');
  const [, status, ...words] = response.first.split(' ');
  return {
    file,
    id,
    cause,
    notes,
    exchange: {
      request: { method: method!, url: url!, headers: request.headers, ...body(request.body) },
      response: {
        status: Number(status),
        ...(words.length && { statusText: words.join(' ') }),
        headers: response.headers,
        ...body(response.body),
      },
      gaps: [],
    },
  };
}

function body(text: string): { body?: { text: string } } {
  return text ? { body: { text } } : {};
}

function message(lines: readonly string[]): { first: string; headers: Header[]; body: string } {
  const start = lines.findIndex((l) => l.trim() !== '');
  const blank = lines.findIndex((l, i) => i > start && l === '');
  const head = lines.slice(start + 1, blank < 0 ? undefined : blank);
  return {
    first: lines[start] ?? '',
    headers: head.map((l): Header => [l.slice(0, l.indexOf(':')), l.slice(l.indexOf(':') + 1).trim()]),
    body:
      blank < 0
        ? ''
        : lines
            .slice(blank + 1)
            .join('\n')
            .replace(/\n+$/, ''),
  };
}
