import { CAUSE_GROUPS, type Cause, catalogue, InputError, WHO } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';

/** `why403 explain [cause]`: what a cause means, its signs, what settles it, who can mend it. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [id] = argv;
  if (id === '--help' || id === '-h') {
    io.stdout.write(
      'Usage: why403 explain [cause]\n\nWhat a cause means, and how to mend it. Without a cause: all of them, a line each.\n',
    );
    return 0;
  }
  if (id === undefined) {
    io.stdout.write(list());
    return 0;
  }
  const cause = catalogue.causes.find((c) => c.id === id.toLowerCase());
  if (!cause) throw new InputError('BAD_VALUE', `There is no cause "${id.slice(0, 60)}".`, { hint: near(id) });
  io.stdout.write(explain(cause));
  return EXIT.found;
}

function list(): string {
  return `${Object.entries(CAUSE_GROUPS)
    .map(
      ([group, ids]) =>
        `${group}\n${ids.map((id) => `  ${id.padEnd(23)}${catalogue.causes.find((c) => c.id === id)?.title ?? ''}`).join('\n')}`,
    )
    .join('\n\n')}\n\nwhy403 explain <cause> tells more of one.\n`;
}

function near(id: string): string {
  const words = id
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((w) => w.length > 2);
  const found = catalogue.causes
    .filter((c) => words.some((w) => c.id.includes(w.slice(0, 5)) || c.title.includes(w)))
    .map((c) => c.id);
  return found.length ? `Near to it: ${found.slice(0, 4).join(', ')}.` : 'why403 explain lists them.';
}

/** A cause as text, 80 columns. */
export function explain(cause: Cause): string {
  // fixes depend on a case; those that hold for any are told from an empty one
  const fixes = cause.fixes(EMPTY).map((fix) => `  ${WHO[fix.who]}: ${fix.text}`);
  return `${[
    `${cause.id}  ${cause.title}  (${cause.group})`,
    '',
    ...wrap(cause.explain, 80, 0),
    '',
    'speaks for it',
    ...cause.signs.for.flatMap((s) => wrap(`+ ${s}`, 80, 2)),
    'speaks against it',
    ...cause.signs.against.flatMap((s) => wrap(`- ${s}`, 80, 2)),
    '',
    'settled by',
    ...wrap(cause.settledBy, 80, 2),
    '',
    'who can mend it',
    ...fixes.flatMap((f) => wrap(f.trim(), 80, 2)),
    '',
    'looks like it',
    ...wrap(cause.rivals.join(', '), 80, 2),
    '',
    ...cause.references.map((r) => `${r.title}\n  ${r.url}`),
  ].join('\n')}\n`;
}

const EMPTY: Parameters<Cause['fixes']>[0] = {
  exchange: { request: { method: 'GET', url: 'https://host/path', headers: [] }, gaps: [] },
  evidence: { all: () => [], first: () => undefined },
  host: '',
  method: 'GET',
  safe: true,
  status: 403,
  headersKnown: false,
};

function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && indent + line.length + 1 + word.length > width) {
      lines.push(line);
      line = /^[+-] /.test(text) ? `  ${word}` : word;
    } else line = line ? `${line} ${word}` : word;
  }
  return [...lines, line].map((l) => ' '.repeat(indent) + l);
}
