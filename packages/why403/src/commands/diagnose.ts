import { styleText } from 'node:util';
import {
  catalogue,
  type Diagnosis,
  type Document,
  foldEqual,
  type Imported,
  InputError,
  isAllowed,
  json,
  learnCredential,
  markdown,
  message,
  page,
  terminal,
  visible,
} from '@why403/core';
import { sayError, writeReport } from '../command/door.ts';
import { hearEnding } from '../command/endings.ts';
import { EXIT, type Io } from '../command/io.ts';
import { type Options, readOptions } from '../command/options.ts';
import type { Offer } from '../run/apply-offer.ts';
import { type DiagnoseOptions, diagnose, type Found, type Hooks } from '../run/diagnose.ts';
import { type Input, readInput } from '../run/read-input.ts';
import { SendError } from '../send/error.ts';

/** The main command: reads the request, judges it, and tells. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const read = await readOptions(argv, io);
  if (!read) return 0;
  const { options, words, command } = read;
  if (options.clipboard && words.length > 0)
    throw new InputError('BAD_VALUE', '--clipboard reads the clipboard, and a request is given besides.', {
      hint: 'Give one of them.',
    });
  if (words.length === 0 && !command && !options.clipboard && io.stdin.isTTY) {
    await readOptions(['--help'], { ...io, stdout: io.stderr });
    return EXIT.input;
  }
  if (options.json && options.markdown)
    throw new InputError('BAD_VALUE', '--json and --markdown ask for two reports at once.', {
      hint: 'Give one of them.',
    });
  if (options.withSecrets && options.save === undefined)
    throw new InputError('BAD_VALUE', '--with-secrets says what --save keeps, and there is no --save.', {
      hint: 'Add --save <dir>, or leave --with-secrets out.',
    });
  if (options.message && (options.json || options.markdown))
    throw new InputError('BAD_VALUE', '--message is a text of its own, beside no other report.', {
      hint: 'Leave --json and --markdown out.',
    });
  (await import('../run/private-state.ts')).forgetLines(io.env);
  for (const { header } of options.as) if (io.vault) learnCredential(io.vault, header[1]);
  if (command) {
    const { runAndTell } = await import('../record/run-and-tell.ts');
    return await runAndTell(command, words, options, io, tellInput);
  }
  if (options.keep !== undefined)
    throw new InputError('BAD_VALUE', '--keep is for a command that is run, and there is none.', {
      hint: 'It looks like why403 --keep session.har -- git push.',
    });
  return await tellInput(named(await readInput(words, io, options), options), options, io);
}

/** Judges what was read, and tells. */
async function tellInput(input: Input, options: Options, io: Io): Promise<number> {
  for (const note of input.notes ?? []) io.stderr.write(`why403: ${visible(note)}\n`);
  const working = options.working === undefined ? undefined : (await readInput([options.working], io)).items[0];
  const applying = options.apply ? await import('../run/apply-offer.ts') : undefined;
  applying?.checkApply(options, input.items, io);
  const settings: DiagnoseOptions = {
    ...withWorking(options, working),
    server: options.server || options.apply,
    maxRequests: Math.max(1, options.maxRequests - (applying?.KEPT_BACK ?? 0)),
  };
  if (options.plan) {
    const { showPlan } = await import('../run/show-plan.ts');
    showPlan(input.items, settings, options.json, io);
    return EXIT.found;
  }
  const { told, keep, offer, failure, ended } = await judgeAll(input, settings, options, io);
  if (ended !== undefined) {
    io.stderr.write(
      `why403: interrupted${told.length ? '; this is what was known until then' : ' before anything was known'}.\n`,
    );
    if (told.length) report(told, input.entries, options, io);
    return ended;
  }
  if (failure && !told.length) {
    if (input.items.length > 1) return EXIT.unreachable;
    throw failure;
  }
  report(told, input.entries, options, io);
  const status = statusOf(told);
  if (options.save !== undefined && status !== EXIT.notRefused) {
    const { save } = await import('../run/save.ts');
    save(options.save, keep, options, io);
  }
  if (!applying || status === EXIT.notRefused) return status;
  const left = options.maxRequests - (told[0]?.requestsSent ?? 0);
  const came = await applying.applyOffer(offer && { ...offer, left: Math.max(1, left) }, options, io);
  return came.applied ? status : (came.ended ?? EXIT.undecided);
}

/** What came of all that was read. */
interface Judged {
  readonly told: readonly Diagnosis[];
  readonly keep: readonly Found[];
  readonly offer?: Omit<Offer, 'left'>;
  /** The first server that could not be reached. */
  readonly failure?: SendError;
  /** The exit status of the signal that ended it early. */
  readonly ended?: number;
}

/** Judges one after the other, until a signal ends it. */
async function judgeAll(input: Input, settings: DiagnoseOptions, options: Options, io: Io): Promise<Judged> {
  let offer: Omit<Offer, 'left'> | undefined;
  let failure: SendError | undefined;
  let sent = 0;
  const told: Diagnosis[] = [];
  const keep: Found[] = [];
  const progress = progressLine(io);
  const ending = hearEnding();
  try {
    if (looksAtServers(options))
      await (await import('../run/left-changes.ts')).settleBefore(io, options, ending.signal);
    const hooks: Hooks = {
      progress: progress.show,
      signal: ending.signal,
      env: io.env,
      ...(io.vault && { vault: io.vault }),
      offer: (fix, imported) => {
        offer = { fix, imported };
      },
      keep: (found) => keep.push(found),
      sent: () => {
        sent++;
      },
      ...(await attended(options, io, progress, ending.signal)),
    };
    for (const [at, item] of input.items.entries()) {
      if (ending.signal.aborted) break;
      for (const note of item.notes) io.stderr.write(`why403: ${sayError(io, note)}\n`);
      // what is given together shares the requests, and each gets as much as the next
      const left = settings.maxRequests! - sent;
      if (left < 1 && isSent(item, options)) {
        io.stderr.write(`why403: ${unsentRest(input.items.length - at, settings.maxRequests!)}\n`);
        break;
      }
      const maxRequests = Math.max(1, Math.ceil(left / (input.items.length - at)));
      const d = await diagnose(item, { ...settings, maxRequests }, hooks).catch((error: unknown) => {
        if (!(error instanceof SendError)) throw error;
        failure ??= error;
        return undefined;
      });
      if (ending.signal.aborted && !d) break;
      if (!d) {
        // of many entries, one whose server is gone does not hide the others
        if (input.items.length > 1) {
          progress.clear();
          io.stderr.write(`why403: ${sayError(io, failure!.message)}\n`);
        }
        continue;
      }
      // among many, those that were not refused are passed over; a request given alone is always answered
      if (d.refused || (input.entries === undefined ? input.items.length === 1 : input.entries === 1)) told.push(d);
    }
  } finally {
    progress.clear();
    ending.release();
  }
  const ended = ending.status();
  return { told, keep, ...(offer && { offer }), ...(failure && { failure }), ...(ended !== undefined && { ended }) };
}

/** Whether a request may go out for what was read: a record is judged as it stands unless it is named. */
function isSent({ form }: Imported, { send }: Options): boolean {
  return send !== false && (send === true || form === 'command' || form === 'request');
}

function unsentRest(rest: number, most: number): string {
  const what = rest === 1 ? 'One more request was' : `${rest} more requests were`;
  return `${what} not sent: all ${most} requests are used up; --max-requests allows more.`;
}

/** With `--send`, the one request of a recording that is sent. Throws InputError where that would be several. */
function named(input: Input, options: Options): Input {
  const isRecord = (item: Imported): boolean => item.form === undefined || item.form === 'record';
  if (options.send !== true || input.items.length < 2 || !input.items.some(isRecord)) return input;
  const refused = input.items.filter(({ exchange }) => exchange.response && !isAllowed(exchange, catalogue));
  if (refused.length === 1) return { ...input, items: refused };
  throw new InputError(
    'BAD_VALUE',
    `--send sends one request, and here are ${refused.length || input.items.length} that it could be.`,
    { hint: 'Give the one request that is to be sent: a recording cut down to one entry, or a curl command.' },
  );
}

/** What a person at a terminal is asked and shown; nothing where there is none, or where they do not want it. */
async function attended(
  options: Options,
  io: Io,
  progress: ReturnType<typeof progressLine>,
  signal: AbortSignal,
): Promise<Pick<Hooks, 'person' | 'confirm' | 'wait'>> {
  const isThere = io.stdin.isTTY === true && io.stderr.isTTY === true;
  const { waitAt } = await import('../run/wait.ts');
  const wait = waitAt(io, progress.clear, signal);
  if (!isThere || !options.input || options.send === false) return { wait };
  const { confirmAt, personAt } = await import('../run/person.ts');
  return {
    wait,
    confirm: confirmAt(io, progress.clear, signal),
    ...(!options.json && { person: personAt(io, progress.clear, signal) }),
  };
}

/** Whether servers of this machine are looked at, where a stopped run may have left a change. */
function looksAtServers({ apply, server, config, errorLog, accessLog, root, worker }: Options): boolean {
  return apply || server || [config, errorLog, accessLog, root, worker].some((one) => one !== undefined);
}

/** The options with the working request read. */
function withWorking(options: Options, working: Imported | undefined): DiagnoseOptions {
  const { working: _text, ...rest } = options;
  return { ...rest, ...(working && { working }) };
}

function report(told: readonly Diagnosis[], entries: number | undefined, options: Options, io: Io): void {
  if (options.html !== undefined) {
    try {
      writeReport(io, options.html, page(told, { showSecrets: options.showSecrets }));
    } catch (error) {
      throw new InputError(
        'UNREADABLE_FILE',
        `${options.html} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      );
    }
  }
  if (entries !== undefined && !told.some((d) => d.refused))
    io.stderr.write(`why403: none of the ${entries} ${entries === 1 ? 'entry' : 'entries'} was refused.\n`);
  if (options.json) {
    const document: Document = { schema: 'why403/1', diagnoses: told };
    io.stdout.write(json(document));
    return;
  }
  const text = options.message
    ? foldEqual(told)
        .map(({ d }) => message(d))
        .join('\n')
    : options.markdown
      ? foldEqual(told)
          .map(({ d, times }) => markdown(d, times))
          .join('\n')
      : options.html !== undefined
        ? `${options.html}\n`
        : forTerminal(told, options, io);
  if (text) io.stdout.write(text);
}

function forTerminal(told: readonly Diagnosis[], options: Options, io: Io): string {
  const coloured =
    options.color !== false && io.stdout.isTTY === true && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
  const style = {
    ...(coloured && { paint: styleText as NonNullable<Parameters<typeof terminal>[1]>['paint'] & {} }),
    ...(io.stdout.columns && { width: io.stdout.columns }),
  };
  return foldEqual(told)
    .map(({ d, times }) => `${terminal(d, { ...style, times })}\n`)
    .join(`\n${'─'.repeat(Math.min(io.stdout.columns ?? 80, 80))}\n\n`);
}

function statusOf(told: readonly Diagnosis[]): number {
  const refused = told.filter((d) => d.refused);
  if (refused.length === 0) return EXIT.notRefused;
  return refused.every((d) => d.verdict.certainty === 'proven' || d.verdict.certainty === 'likely')
    ? EXIT.found
    : EXIT.undecided;
}

/** Milliseconds of silence after which a line says what is waited for, where there is no terminal. */
const SILENCE = 5000;

/** A line on a terminal that is wiped when the report comes; elsewhere a line once something takes long. */
function progressLine(io: Io): { show(text: string): void; clear(): void } {
  let shown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    show(text) {
      const line = visible(text);
      if (io.stderr.isTTY) {
        io.stderr.write(`\r\u001b[2K${line.slice(0, 78)}`);
        shown = true;
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => io.stderr.write(`why403: still ${line.split(/[?#]/, 1)[0]!.slice(0, 200)}\n`), SILENCE);
      timer.unref();
    },
    clear() {
      clearTimeout(timer);
      if (shown) io.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
