import { stat } from 'node:fs/promises';
import { type Exchange, type Header, type Imported, InputError, jsonText, learnExchange } from '@why403/core';
import { sayError } from '../command/door.ts';
import { EXIT, type Io } from '../command/io.ts';
import { readInput } from '../run/read-input.ts';
import { SendError } from '../send/error.ts';
import { permissionFor } from '../send/permission.ts';
import { createSender } from '../send/sender.ts';
import { readFileText } from '../shared/read-file.ts';
import { VERSION } from '../version.ts';
import { lint } from './lint.ts';
import type { Finding, Level } from './model.ts';
import { RULES } from './rules.ts';

interface Options {
  readonly absent?: string;
  readonly header: readonly Header[];
  readonly request: string;
  readonly level: Level;
  readonly json?: boolean;
  readonly sarif?: boolean;
  readonly rules?: boolean;
}

const LEVELS: readonly Level[] = ['note', 'warning', 'error'];
/** Files beyond this are not read a second time to find the line of a quote. */
const LINES_LIMIT = 4 * 1024 * 1024;

/**
 * `why403 lint FILE|URL…`. Returns the exit status: 0 nothing found, 1 findings, 2 input or option cannot be read, 3 a server
 * cannot be reached.
 */
export async function runLint(argv: readonly string[], io: Io): Promise<number> {
  try {
    const parsed = await parse(argv, io);
    return typeof parsed === 'number' ? parsed : await run(parsed.inputs, parsed.options, io);
  } catch (error) {
    if (error instanceof SendError) {
      io.stderr.write(`why403 lint: ${sayError(io, error.message)}\n`);
      return EXIT.unreachable;
    }
    if (!(error instanceof InputError)) throw error;
    io.stderr.write(`why403 lint: ${sayError(io, error.message)}\n`);
    if (error.hint) io.stderr.write(`  ${sayError(io, error.hint)}\n`);
    return EXIT.input;
  }
}

async function parse(argv: readonly string[], io: Io): Promise<number | { inputs: string[]; options: Options }> {
  const { Command, CommanderError } = await import('commander');
  const command = new Command('why403 lint')
    .description(
      'Finds refusals that lie or leak, each with the section of the standard.\nA URL is fetched once; files are HAR or raw HTTP with a response.',
    )
    .argument('[input...]', 'URLs, HAR files, raw HTTP files; - or nothing for standard input')
    .option('--absent <input>', 'URL or file of an object that does not exist, to compare hidden ones with')
    .option('-H, --header <header>', 'a header to send to URLs, repeatable', readHeader, [] as readonly Header[])
    .option('-X, --request <method>', 'the method to send to URLs', readMethod, 'GET')
    .option('--level <level>', 'least level told: note, warning or error', readLevel, 'note' as const)
    .option('--json', 'findings as JSON')
    .option('--sarif', 'findings as SARIF 2.1.0')
    .option('--rules', 'list the rules')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) =>
        io.stderr.write(
          text
            .replace(/^error: /, 'why403 lint: ')
            .split('\n')
            .map((line) => sayError(io, line))
            .join('\n'),
        ),
    });
  try {
    command.parse(argv as string[], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : EXIT.input;
  }
  const options = command.opts<Options>();
  if (options.rules) {
    for (const { id, level, title, reference } of RULES)
      io.stdout.write(`${id.padEnd(28)}${level.padEnd(9)}${title}. ${reference.title}\n`);
    return 0;
  }
  const inputs = command.args.length > 0 ? [...command.args] : ['-'];
  if (inputs.includes('-') && io.stdin.isTTY)
    throw new InputError('EMPTY_INPUT', 'Nothing to look at was given.', {
      hint: 'why403 lint https://api.example/private',
    });
  return { inputs, options };
}

function readHeader(text: string, before: readonly Header[]): readonly Header[] {
  const header = /^([!#$%&'*+.^_`|~\w-]{1,200}):[ \t]{0,20}([^\r\n\0]{0,16000})$/.exec(text);
  if (!header) throw new InputError('BAD_VALUE', '-H wants "Name: value".', { hint: "-H 'Accept: application/json'" });
  return [...before, [header[1]!, header[2]!]];
}

function readMethod(text: string): string {
  if (!/^[A-Za-z-]{1,30}$/.test(text)) throw new InputError('BAD_VALUE', '-X wants the name of a method.');
  return text;
}

function readLevel(text: string): Level {
  const level = LEVELS.find((known) => known === text);
  if (!level) throw new InputError('BAD_VALUE', `--level ${text.slice(0, 40)} is none of note, warning and error.`);
  return level;
}

async function run(inputs: readonly string[], options: Options, io: Io): Promise<number> {
  const absent = options.absent === undefined ? undefined : (await exchangesOf(options.absent, options, io))[0];
  if (options.absent !== undefined && !absent)
    throw new InputError('NOT_HTTP', `${options.absent.slice(0, 200)} holds no answer to compare with.`);
  const exchanges: Exchange[] = [];
  for (const input of inputs) exchanges.push(...(await exchangesOf(input, options, io)));
  if (exchanges.length === 0) {
    throw new InputError('NOT_HTTP', 'There is no answer in what was given.', {
      hint: 'Give a URL, a HAR, or a raw HTTP message with its response (curl -i prints one).',
    });
  }
  const least = LEVELS.indexOf(options.level);
  const findings = lint(exchanges, absent ? { absent } : {}).filter(({ level }) => LEVELS.indexOf(level) >= least);
  if (options.sarif) {
    const { renderSarif } = await import('./sarif.ts');
    io.stdout.write(`${jsonText(renderSarif(findings, await findLines(findings)), 2)}\n`);
  } else if (options.json) {
    io.stdout.write(`${jsonText({ schema: 'why403/lint/1', answers: exchanges.length, findings }, 2)}\n`);
  } else {
    const { renderText } = await import('./text.ts');
    const colour = io.stdout.isTTY === true && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
    io.stdout.write(renderText(findings, exchanges.length, { colour }));
  }
  return findings.length > 0 ? 1 : 0;
}

/** The exchanges of a file, or the one that a URL answers. Requests of files are never sent. */
async function exchangesOf(input: string, options: Options, io: Io): Promise<readonly Exchange[]> {
  if (/^https?:\/\//i.test(input)) {
    const own = new Set(options.header.map(([name]) => name.toLowerCase()));
    const defaults: readonly Header[] = [
      ['User-Agent', `why403/${VERSION}`],
      ['Accept', '*/*'],
    ];
    const headers = [...defaults.filter(([name]) => !own.has(name.toLowerCase())), ...options.header];
    const request = { method: options.request, url: input, headers };
    const permission = await permissionFor({ request, form: 'command' }, undefined, { send: true });
    const exchange = await createSender({ permission, env: io.env }).send(request, {});
    if (io.vault) learnExchange(io.vault, exchange);
    return [exchange];
  }
  if (input !== '-' && !(await isThere(input)))
    throw new InputError('UNREADABLE_FILE', `${input.slice(0, 200)} cannot be read: there is no such file.`);
  const { items } = await readInput([input], io, { each: true });
  return items
    .filter(({ exchange }: Imported) => exchange.response !== undefined)
    .map(({ exchange }) => withSource(exchange, input));
}

function withSource(exchange: Exchange, input: string): Exchange {
  const name = input === '-' ? 'standard input' : input;
  return exchange.source ? exchange : { ...exchange, source: { name } };
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** Lines of quotes in files of raw HTTP, where a quote stands on one line and only once. */
async function findLines(findings: readonly Finding[]): Promise<(finding: Finding) => number | undefined> {
  const texts = new Map<string, string>();
  for (const { source } of findings) {
    if (!source || source.entry !== undefined || texts.has(source.name)) continue;
    const info = await stat(source.name).catch(() => undefined);
    if (info?.isFile() && info.size <= LINES_LIMIT)
      texts.set(source.name, readFileText(source.name, { most: LINES_LIMIT }));
  }
  return ({ source, quote }) => {
    const text = source ? texts.get(source.name) : undefined;
    if (text === undefined || quote.length < 3 || quote.endsWith('…')) return undefined;
    const at = text.indexOf(quote);
    return at < 0 || text.indexOf(quote, at + 1) >= 0 ? undefined : text.slice(0, at).split('\n').length;
  };
}
