import { CAUSE_GROUPS, type Cause, catalogue, InputError, type Tool, WHO } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';

/** `why403 explain [cause or words]`: what a cause means, its signs, what settles it, who can fix it. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [id] = argv;
  if (id === '--help' || id === '-h') {
    io.stdout.write(
      'Usage: why403 explain [cause or words]\n\nWhat a cause means, and how to fix it. Everyday words (cors, jwt, waf, ip), a\nnumber (401), a product (cloudflare, nginx) or a tool (npm, kubectl) find the\ncauses that they stand for. Without any: all causes, a line each.\n',
    );
    return 0;
  }
  if (id === undefined) {
    io.stdout.write(list());
    return 0;
  }
  const asked = argv.join(' ');
  const cause = catalogue.causes.find((c) => c.id === asked.toLowerCase());
  io.stdout.write(cause ? explain(cause) : await found(asked));
  return EXIT.found;
}

/** What everyday words, a number, a product or a tool stand for. */
async function found(asked: string): Promise<string> {
  const { findCauses } = await import('./explain/search.ts');
  const { causes, product, tool } = findCauses(asked);
  if (causes.length === 0 && !tool)
    throw new InputError(
      'BAD_VALUE',
      `There is no cause "${asked.slice(0, 60)}", and none that these words stand for.`,
      {
        hint: 'why403 explain lists the causes; why403 "…" says what an answer with these words means.',
      },
    );
  const only = causes.length === 1 && !product && !tool ? causes[0] : undefined;
  if (only) return explain(only);
  return `${[
    `${asked.slice(0, 60)} may stand for`,
    ...causes.map((c) => `  ${c.id.padEnd(23)}${c.title}`),
    ...(product?.says.length
      ? ['', `${product.name} refuses with`, ...product.says.flatMap((s) => wrap(`- ${s}`, 80, 2))]
      : []),
    ...(tool ? ['', `with ${tool.name}`, ...fixesOf(tool)] : []),
  ]
    .slice(causes.length > 0 ? 0 : 2)
    .join('\n')}\n\nwhy403 explain <cause> tells more of one.\n`;
}

/** What the user of a tool does, whatever the request. */
function fixesOf(tool: Tool): string[] {
  return Object.entries(tool.fixes ?? {}).flatMap(([cause, fixes]) =>
    fixes.flatMap(({ text, commands }) => [
      ...wrap(`- ${cause === 'any' ? '' : `${cause}: `}${text}`, 80, 2),
      ...(typeof commands === 'function' ? commands(EMPTY.exchange) : (commands ?? [])).map((line) => `    ${line}`),
    ]),
  );
}

function list(): string {
  return `${Object.entries(CAUSE_GROUPS)
    .map(
      ([group, ids]) =>
        `${group}\n${ids.map((id) => `  ${id.padEnd(23)}${catalogue.causes.find((c) => c.id === id)?.title ?? ''}`).join('\n')}`,
    )
    .join('\n\n')}\n\nwhy403 explain <cause> tells more of one.\n`;
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
