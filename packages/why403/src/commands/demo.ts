import { rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { type Diagnosis, type Document, InputError, shellWords, terminal, visible, WHO } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';
import { run as runCommand } from '../command/run.ts';
import { startApp } from '../demo/app.ts';
import { type Scene, scenes } from '../demo/scenes.ts';
import { makeUnreadable } from '../demo/unreadable.ts';

const USAGE = `Usage: why403 demo [--full]

Starts a small shop on 127.0.0.1, lets it refuse one request for each heading of
the guide, and puts why403 before each of them: the same command, over real HTTP,
with its experiments. Ends by itself; the exit status is 0 when every cause was
found. --full prints the whole reports.
`;

/** One scene and what the command said of it. */
interface Played {
  readonly scene: Scene;
  readonly told: Diagnosis | undefined;
}

/** `why403 demo`: real refusals on loopback, each diagnosed by the command itself, with a table at the end. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return EXIT.found;
  }
  const unknown = argv.find((word) => word !== '--full');
  if (unknown !== undefined)
    throw new InputError('UNKNOWN_OPTION', `The demo does not know "${unknown.slice(0, 60)}".`, {
      hint: 'why403 demo --help shows what it takes.',
    });
  const file = makeUnreadable();
  const app = await startApp(file);
  const played: Played[] = [];
  try {
    const list = scenes(app.origin, file !== undefined);
    io.stdout.write(
      `A small shop listens on ${app.origin} ($shop below), and refuses\n${list.length} requests. why403 is put before each of them.\n\n`,
    );
    for (const [i, scene] of list.entries()) {
      await scene.before?.();
      const told = await diagnose(scene, io);
      played.push({ scene, told });
      io.stdout.write(`${argv.length ? full(i + 1, scene, told) : short(i + 1, scene, told, app.origin)}\n`);
    }
  } finally {
    await app.close();
    file?.remove();
  }
  if (!file) io.stdout.write('Left out: the unreadable file; this system lets the server read every file.\n\n');
  io.stdout.write(table(played));
  return played.every(isRight) ? EXIT.found : EXIT.undecided;
}

/** Runs the command as a user would, with `--json` to read its answer. */
async function diagnose(scene: Scene, io: Io): Promise<Diagnosis | undefined> {
  const out: string[] = [];
  await runCommand(['--json', ...scene.words], {
    // the user's proxy settings are not for loopback
    env: {},
    stdin: Readable.from([]),
    stdout: { write: (text: string) => out.push(text) },
    stderr: io.stderr,
  });
  const told = out.length ? (JSON.parse(out.join('')) as Document).diagnoses[0] : undefined;
  if (told) forget(told);
  return told;
}

// The command keeps secrets of a mended request in a file for the user; this shop's are worth nothing when it is gone.
function forget(told: Diagnosis): void {
  for (const { request } of told.causes.flatMap((cause) => cause.fixes)) {
    const file = /-K '?([^\s']{1,300}[\\/]why403-\w{6}[\\/]mended-\d{1,6}\.curl)/.exec(request ?? '')?.[1];
    if (!file) continue;
    rmSync(file, { force: true });
    process.once('exit', () => rmSync(path.dirname(file), { recursive: true, force: true }));
  }
}

function isRight({ scene, told }: Played): boolean {
  return told?.verdict.cause === scene.cause;
}

function full(number: number, scene: Scene, told: Diagnosis | undefined): string {
  return `── ${number}. ${scene.title} ${'─'.repeat(70 - scene.title.length)}\n\n${told ? terminal(told) : 'no diagnosis'}\n`;
}

/** A scene in a few lines: the request, the answer, the verdict, what was asked, what to do. */
function short(number: number, scene: Scene, told: Diagnosis | undefined, origin: string): string {
  const head = [
    `${String(number).padStart(2)}  ${scene.title}`,
    hang('$', `why403 ${shown(scene.words).replaceAll(origin, '$shop')}`),
  ];
  if (!told) return [...head, hang('=', 'no diagnosis'), ''].join('\n');
  const { verdict, response } = told;
  const body = gist(response?.body ?? '')
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const fix = told.causes.find((c) => c.cause === verdict.cause)?.fixes[0];
  const turned = told.experiments.filter((e) => e.outcome === 'allowed').at(-1);
  return `${[
    ...head,
    hang('<', `${response?.status ?? '-'} ${visible(body)}`),
    hang('=', `${verdict.certainty} ${verdict.cause ?? ''}: ${visible(verdict.summary)}`),
    ...(turned ? [hang('?', `asked ${visible(turned.changed)}: ${turned.status}, allowed`)] : []),
    ...(fix ? [hang('!', `${WHO[fix.who]}: ${visible(fix.text)}`)] : []),
  ].join('\n')}\n`;
}

/** Of a guard's problem document what a person reads of it; any other body as it is. */
function gist(body: string): string {
  if (!body.startsWith('{"type":')) return body;
  const { title, required, denial } = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return `${title}${required ? `, required ${JSON.stringify(required).replaceAll(',', ', ')}` : ''}; denial ${denial}`;
}

/** A sign and a text that hangs beside it, 80 columns. */
function hang(sign: string, text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > 72) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  return `    ${sign} ${[...lines, line].join('\n        ')}`;
}

/** The words as a shell line; tokens are cut, as nobody reads them. */
function shown(words: readonly string[]): string {
  return shellWords(words.map((word) => word.replace(/(\beyJ[\w-]{4}|csrf=[\w.-]{8})[\w.-]{20,}/g, '$1…')));
}

function table(played: readonly Played[]): string {
  const rows = played.map((p) => [
    p.scene.title,
    p.scene.cause,
    p.told?.verdict.cause ?? '-',
    p.told?.verdict.certainty ?? '-',
    String(p.told?.requestsSent ?? 0),
  ]);
  const right = played.filter(isRight).length;
  const sent = played.reduce((sum, { told }) => sum + (told?.requestsSent ?? 0), 0);
  const row = ([a = '', b = '', c = '', d = '', e = '']: readonly string[]): string =>
    `${a.padEnd(22)} ${b.padEnd(20)} ${c.padEnd(20)} ${d.padEnd(8)} ${e.padStart(5)}`;
  return `${[
    row(['refused for', 'expected', 'found', 'how sure', 'sent']),
    '─'.repeat(79),
    ...rows.map(row),
    '',
    `${right} of ${played.length} causes found, with ${sent} requests, all of them to 127.0.0.1.`,
  ].join('\n')}\n`;
}
