import { setFlagsFromString } from 'node:v8';
import { InputError, jsonText, newVault, redactorOf, visible } from '@why403/core';
import { sayError, writeReport } from '../command/door.ts';
import type { Io } from '../command/io.ts';
import { renderHtml } from './html.ts';
import type { Triage, TriageOptions } from './model.ts';
import { shownRefusal, shownTriage } from './shown.ts';
import { renderLine, renderText } from './text.ts';
import { DEFAULT_STATUSES, sayFileError, triage } from './triage.ts';

/** What the command touches of its process. */
export interface CommandIo extends Io {
  /** Ends `--follow`; SIGINT does as well. */
  readonly signal?: AbortSignal;
}

interface Options {
  readonly status: readonly number[];
  readonly format?: string;
  readonly top: number;
  readonly json?: boolean;
  readonly html?: string;
  readonly follow?: boolean;
}

/**
 * `why403 logs FILE…`. Returns the exit status: 0 refusals found and the cause of some known, 1 none of their causes known,
 * 2 input or option cannot be read, 4 no refusals.
 */
export async function runLogs(argv: readonly string[], io: CommandIo): Promise<number> {
  // Nearly all strings here live for one line. V8 would let the room for such ones grow, to 48 MiB in Node 20, which gains no
  // time. Measured on 600,000 lines, all refused and all different: 125 MiB without this and 87 with it, in Node 24 232 and
  // 107. The flag is known to Node 20, 22, 24 and 26.
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    const parsed = await parse(argv, io);
    return typeof parsed === 'number' ? parsed : await run(parsed.files, parsed.options, io);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    io.stderr.write(`why403 logs: ${sayError(io, error.message)}\n`);
    if (error.hint) io.stderr.write(`  ${sayError(io, error.hint)}\n`);
    return 2;
  }
}

async function parse(argv: readonly string[], io: CommandIo): Promise<number | { files: string[]; options: Options }> {
  // Late: the start of the program must not pay for it.
  const { Command, CommanderError } = await import('commander');
  const command = new Command('why403 logs')
    .description(
      'Groups the refusals of access logs by cause, path, client and time.\nError logs among the files are joined with them: nginx, Apache, Caddy, lighttpd, PHP-FPM, ModSecurity audit.',
    )
    .argument('[file...]', 'access and error logs, gzip or not; - or nothing for standard input')
    .option('--status <list>', 'statuses that count as refusals', readStatuses, DEFAULT_STATUSES)
    .option('--format <format>', 'combined, common, json, haproxy, an nginx log_format or an Apache LogFormat string')
    .option('--top <n>', 'rows of each table', readTop, 10)
    .option('--follow', 'go on reading as the logs grow; Ctrl-C ends it with the report')
    .option('--json', 'a JSON document on standard output; with --follow one line per refusal')
    .option('--html <file>', 'write a page as well')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) =>
        io.stderr.write(
          text
            .replace(/^error: /, 'why403 logs: ')
            .split('\n')
            .map((line) => sayError(io, line))
            .join('\n'),
        ),
    });
  try {
    command.parse(argv as string[], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : 2;
  }
  const files = command.args.length > 0 ? [...command.args] : ['-'];
  if (files.includes('-') && io.stdin.isTTY) {
    throw new InputError('EMPTY_INPUT', 'No log was given.', { hint: 'why403 logs access.log error.log' });
  }
  return { files, options: command.opts<Options>() };
}

function readStatuses(text: string): number[] {
  const statuses = text.split(',').map((item) => (/^[1-9]\d\d$/.test(item.trim()) ? Number(item) : 0));
  if (statuses.includes(0)) {
    throw new InputError('BAD_VALUE', `--status ${text.slice(0, 40)} is no list of statuses.`, {
      hint: '--status 401,403,429',
    });
  }
  return statuses;
}

function readTop(text: string): number {
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (top === 0) throw new InputError('BAD_VALUE', `--top ${text.slice(0, 40)} is no number from 1 to 9999.`);
  return top;
}

async function run(files: readonly string[], options: Options, io: CommandIo): Promise<number> {
  const settings: TriageOptions = {
    statuses: options.status,
    top: options.top,
    stdin: io.stdin,
    ...(options.format !== undefined && { format: options.format }),
  };
  const result = shownTriage(
    options.follow ? await runFollow(files, settings, options, io) : await triage(files, settings),
  );
  if (options.html !== undefined) await writePage(options.html, result, io);
  if (!options.json) io.stdout.write(renderText(result, { colour: wantsColour(io) }));
  else if (!options.follow) io.stdout.write(`${jsonText(result, 2)}\n`);
  if (options.json) for (const { file, says } of result.notes) io.stderr.write(`${visible(file)}: ${says}\n`);
  if (result.refusals === 0) return 4;
  return result.known > 0 ? 0 : 1;
}

async function runFollow(
  files: readonly string[],
  settings: TriageOptions,
  options: Options,
  io: CommandIo,
): Promise<Triage> {
  const { follow } = await import('./follow.ts');
  const redact = redactorOf(newVault());
  const ended = new AbortController();
  const end = (): void => ended.abort();
  process.once('SIGINT', end);
  io.signal?.addEventListener('abort', end);
  if (io.signal?.aborted) end();
  try {
    return await follow(files, {
      ...settings,
      signal: ended.signal,
      refusal: (given) => {
        const refusal = shownRefusal(given, redact);
        io.stdout.write(`${options.json ? jsonText(refusal) : renderLine(refusal)}\n`);
      },
      says: (text) => io.stderr.write(`${visible(text)}\n`),
    });
  } finally {
    process.removeListener('SIGINT', end);
    io.signal?.removeEventListener('abort', end);
  }
}

async function writePage(file: string, result: Triage, io: CommandIo): Promise<void> {
  try {
    writeReport(io, file, renderHtml(result));
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${file} cannot be written: ${sayFileError(error)}.`);
  }
}

function wantsColour({ stdout, env }: CommandIo): boolean {
  return stdout.isTTY === true && !env['NO_COLOR'] && env['TERM'] !== 'dumb';
}
