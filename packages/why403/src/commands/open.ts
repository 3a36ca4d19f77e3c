import { InputError, jsonText, newVault, redactorOf, redactText, redactUrl } from '@why403/core';
import type { Denial, Journal, SealedDenial } from '@why403/guard/open';
import { sayError } from '../command/door.ts';
import { EXIT, type Io } from '../command/io.ts';
import { parseCommand } from '../command/parse.ts';
import { fileReason, readFileBytes } from '../shared/read-file.ts';

interface Options {
  readonly key: readonly string[];
  readonly keyFile: readonly string[];
  readonly journal?: string;
  readonly json?: boolean;
}

type Opened = Denial | SealedDenial;

const HELP = `
A refusal of a why403 guard carries the id of its denial and, where the server
seals, a token. The id needs the journal that the server writes, the token the
secret that it seals with: in WHY403_GUARD_KEY, in a file, or with --key, which
other users of this machine can see.

Examples:
  why403 open q1w2e3r4t5y6u7i8 --journal denials.jsonl
  why403 open w1.… --key-file guard.key

Exit status: 0 opened, 1 the journal has no such denial, 2 the input or a key
is no good, 3 the journal cannot be reached.`;

/** `why403 open <token or id>`: the whole decision behind a refusal, for the owner of the server that made it. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const { Command } = await import('commander');
  const command = new Command('why403 open')
    .description('Opens a refusal of a why403 guard: the whole decision, for the owner of the server.')
    .argument('<token or id>', '`sealed` or `denial` of the answer; - for standard input')
    .option('--key <secret>', 'the secret that the server seals with; may be given again', collect, [])
    .option('--key-file <file>', 'a file with that secret; may be given again', collect, [])
    .option('--journal <file or URL>', 'a .jsonl or .sqlite file, redis://… or postgres://…')
    .option('--json', 'the denial as JSON')
    .addHelpText('after', HELP);
  if (!(await parseCommand(command, idsApart(argv), io))) return EXIT.found;
  const options = command.opts<Options>();
  const [given = ''] = command.args;
  const { openDenial, openJournal, formatDenial, GuardError } = await import('@why403/guard/open');
  let journal: Journal | undefined;
  try {
    const token = given === '-' ? await readToken(io) : given;
    const keys = await keysOf(options, io);
    // a token needs no journal, and a journal may be far away
    if (options.journal !== undefined && !token.startsWith('w1.')) journal = await openJournal(options.journal);
    const opened = redacted(await openDenial(token, { keys, ...(journal && { journal }) }));
    // the id stands in the refusal that its caller got, and is what was asked for: no secret, though it looks like one
    io.vault?.show(opened.id);
    io.stdout.write(options.json ? `${jsonText(opened, 2)}\n` : formatDenial(opened));
    return EXIT.found;
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!(error instanceof GuardError)) {
      io.stderr.write(`why403: The journal cannot be read: ${sayError(io, messageOf(error).slice(0, 300))}\n`);
      return EXIT.unreachable;
    }
    if (error.code !== 'denial-unknown') throw new InputError('BAD_VALUE', wordsFor(error), { hint: hintOf(error) });
    io.stderr.write(`why403: ${sayError(io, error.message)}\n        ${sayError(io, error.hint)}\n`);
    return EXIT.undecided;
  } finally {
    await journal?.close?.();
  }
}

/** An id may begin with a dash: 16 characters of base64url are never one of our options. */
function idsApart(argv: readonly string[]): readonly string[] {
  const at = argv.findIndex((word) => /^-[\w-]{15}$/.test(word));
  return at < 0 || argv.includes('--') ? argv : [...argv.slice(0, at), ...argv.slice(at + 1), '--', argv[at]!];
}

const LONGEST = 10_000;

async function readToken({ stdin }: Io): Promise<string> {
  let text = '';
  for await (const chunk of stdin) {
    text += String(chunk);
    if (text.length > LONGEST) break;
  }
  return text.slice(0, LONGEST).trim();
}

async function keysOf({ key, keyFile }: Options, { env }: Io): Promise<(string | Uint8Array)[]> {
  const files = await Promise.all(keyFile.map(readKey));
  const own = env['WHY403_GUARD_KEY'];
  return [...key, ...files, ...(own ? [own] : [])];
}

/** A secret in a file is text with the end of its line, or bytes. */
async function readKey(file: string): Promise<string | Uint8Array> {
  let bytes: Buffer;
  try {
    bytes = readFileBytes(file, { most: 65_536, pipes: true });
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${file} cannot be read: ${fileReason(error)}.`);
  }
  const text = bytes.toString('utf8').replace(/\r?\n$/, '');
  return text.includes('\ufffd') ? bytes : text;
}

/**
 * The guard leaves secrets out when it writes. Whatever has the form of one all the same is taken out again: the journal
 * may be of another version, or changed. Who called, from where and what was found is the owner's to know, and stays.
 */
function redacted(opened: Opened): Opened {
  const redact = redactorOf(newVault());
  return JSON.parse(JSON.stringify(opened), (key, value: unknown) =>
    typeof value !== 'string' || key === 'id' || key === 'at'
      ? value
      : key === 'path'
        ? redactUrl(value, redact)
        : redactText(value, redact),
  );
}

function hintOf({ code, hint }: { readonly code: string; readonly hint: string }): string {
  if (code === 'key-missing') return 'Set WHY403_GUARD_KEY, or give --key-file.';
  if (code === 'journal-missing') return 'Give --journal with the file or URL that the server writes to.';
  return hint;
}

/** The guard's errors name options of its functions; here they are the command's. */
function wordsFor(error: { readonly code: string; readonly message: string }): string {
  return error.code === 'weak-secret' ? 'A secret is shorter than 32 bytes.' : error.message;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || String((error as { code?: unknown }).code ?? error.name) : 'unknown';
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
