import { existsSync } from 'node:fs';
import {
  catalogue,
  type Diagnosis,
  type Imported,
  InputError,
  isAllowed,
  learnCredential,
  learnExchange,
  type NotJudged,
  type Vault,
  visible,
} from '@why403/core';
import { sayError, vaultOf } from '../command/door.ts';
import { hearEnding } from '../command/endings.ts';
import { EXIT, type Io } from '../command/io.ts';
import { type Options, readOptions } from '../command/options.ts';
import { type Progress, progressLine } from '../command/progress.ts';
import type { Offer } from '../run/apply-offer.ts';
import { type DiagnoseOptions, diagnose, type Found, type Hooks } from '../run/diagnose.ts';
import { type Counted, createGathering, MOST_JUDGED, placeOf } from '../run/gather.ts';
import { MOST_TIME, startPace } from '../run/pace.ts';
import { type Input, readInput } from '../run/read-input.ts';
import { report } from '../run/report.ts';
import { countOfAll, sayUnjudged, tellUnjudged } from '../run/unjudged.ts';
import { type Beside, besideOf } from '../run/working.ts';
import { SendError } from '../send/error.ts';

/** The main command: reads the request, judges it, and tells. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const read = await readOptions(argv, io);
  if (!read) return 0;
  const { options, command } = read;
  const words = [...read.words, ...options.har];
  checkRecordings(options.har, read.words.length > 0 || command !== undefined || options.clipboard);
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
  (await import('../shared/state-folder.ts')).forgetLines(io.env);
  const known = knownIn(argv, options, io);
  if (command) {
    const { runAndTell } = await import('../record/run-and-tell.ts');
    return await runAndTell(command, words, options, io, (input, settings, streams) => {
      for (const { exchange } of input.items) if (known && !io.vault) learnExchange(known, exchange);
      return tellInput(input, settings, streams, known);
    });
  }
  if (options.keep !== undefined)
    throw new InputError('BAD_VALUE', '--keep is for a command that is run, and there is none.', {
      hint: 'It looks like why403 --keep session.har -- git push.',
    });
  const progress = progressLine(io);
  const input = await readInput(words, io, {
    ...(known && { vault: known }),
    clipboard: options.clipboard,
    variables: options.variables,
    ...(options.env !== undefined && { env: options.env }),
    progress: progress.tick,
  }).finally(progress.clear);
  return await tellInput(named(input, options), options, io, known);
}

/** What learns the secrets of all that is read: a report shows none of it, or what is kept beside one that shows all. */
function knownIn(argv: readonly string[], { save, as }: Options, io: Io): Vault | undefined {
  const known = io.vault ?? (save === undefined ? undefined : vaultOf(argv));
  for (const { header } of as) if (known) learnCredential(known, header[1]);
  return known;
}

/** Throws InputError for a recording that is not there, and for a request beside one. */
function checkRecordings(har: readonly string[], beside: boolean): void {
  const gone = har.find((name) => !existsSync(name));
  if (gone !== undefined)
    throw new InputError('UNREADABLE_FILE', `${gone} cannot be read: there is no such file or folder.`);
  if (har.length > 0 && beside)
    throw new InputError('BAD_VALUE', '--har gives recordings, and a request is given besides.', {
      hint: 'Give one of them; a request to compare with goes with --working.',
    });
}

/** Judges what was read, and tells. */
async function tellInput(input: Input, options: Options, io: Io, known: Vault | undefined): Promise<number> {
  for (const note of input.notes ?? []) io.stderr.write(`why403: ${visible(note)}\n`);
  const working =
    options.working === undefined
      ? undefined
      : await readInput([options.working], io, { ...(known && { vault: known }) });
  const beside = besideOf(input, working);
  const applying = options.apply ? await import('../run/apply-offer.ts') : undefined;
  applying?.checkApply(options, input.items, io);
  const settings: DiagnoseOptions = {
    ...withoutWords(options),
    server: options.server || options.apply,
    maxRequests: Math.max(1, options.maxRequests - (applying?.KEPT_BACK ?? 0)),
  };
  if (options.plan) {
    const { showPlan } = await import('../run/show-plan.ts');
    const [first] = input.items;
    showPlan(input.items, { ...settings, ...(first && beside(first)) }, options.json, io);
    return EXIT.found;
  }
  const judged = await judgeAll(input, { ...settings, beside, ...(known && { known }) }, options, io);
  const { told, keep, offer, failure, ended } = judged;
  const counted = { ...input, unjudged: ended === undefined ? sayRest(judged, io) : [] };
  if (ended !== undefined) {
    io.stderr.write(
      `why403: interrupted${told.length ? '; this is what was known until then' : ' before anything was known'}.\n`,
    );
    if (told.length) report(told, counted, options, io);
    return ended;
  }
  if (failure && !told.length) {
    if (input.items.length > 1) return EXIT.unreachable;
    throw failure;
  }
  report(told, counted, options, io);
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
  /** What was only counted, and which bound it was. */
  readonly rest: readonly Counted[];
  readonly why: string;
}

/** How each is judged, and what it is held against. */
interface Settings extends DiagnoseOptions {
  readonly beside: (refused: Imported) => Beside;
  readonly known?: Vault;
}

/** Judges one after the other, until a signal ends it. */
async function judgeAll(
  input: Input,
  { beside, known, ...settings }: Settings,
  options: Options,
  io: Io,
): Promise<Judged> {
  const among = (input.entries ?? input.items.length) > 1;
  const gathering = createGathering((item) => !isSent(item, options));
  for (const item of input.items) gathering.add(item, input.like?.get(item));
  const { items: judged, like, rest: counted } = gathering.all();
  const rest = [...(input.rest ?? []), ...counted];
  let why = `${MOST_JUDGED} different ones were`;
  const unmatched = new Set<string>();
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
      ...(known && { vault: known }),
      offer: (fix, imported) => {
        offer = { fix, imported };
      },
      keep: (found) => keep.push(found),
      sent: () => {
        sent++;
      },
      ...(await attended(options, io, progress, ending.signal)),
    };
    const pace = startPace();
    for (const [at, item] of judged.entries()) {
      await pace.turn();
      if (ending.signal.aborted) break;
      if (!isSent(item, options) && at > 0 && pace.isOver()) {
        why = `the ${MOST_TIME / 1000} s of processor for it are used up`;
        rest.push({ ...placeOf(item), answers: 1 + (like.get(item) ?? 0) });
        continue;
      }
      for (const note of item.notes) io.stderr.write(`why403: ${sayError(io, note)}\n`);
      // what is given together shares the requests, and each gets as much as the next
      const left = settings.maxRequests! - sent;
      if (left < 1 && isSent(item, options)) {
        io.stderr.write(`why403: ${unsentRest(judged.length - at, settings.maxRequests!)}\n`);
        break;
      }
      const maxRequests = Math.max(1, Math.ceil(left / (judged.length - at)));
      const { missing, ...compared } = beside(item);
      if (input.items.length > 1 && !isSent(item, options)) progress.tick(`judging: ${at + 1} of ${judged.length}`);
      const d = await diagnose(item, { ...settings, ...compared, maxRequests, among }, hooks).catch(
        (error: unknown) => {
          if (!(error instanceof SendError)) throw error;
          failure ??= error;
          return undefined;
        },
      );
      if (ending.signal.aborted && !d) break;
      if (!d) {
        // of many entries, one whose server is gone does not hide the others
        if (input.items.length > 1) {
          progress.clear();
          io.stderr.write(`why403: ${sayError(io, failure!.message)}\n`);
        }
        continue;
      }
      if (missing !== undefined && d.refused) unmatched.add(missing);
      // among many, those that were not refused are passed over; a request given alone is always answered
      if (d.refused || (input.entries === undefined ? input.items.length === 1 : input.entries === 1))
        told.push(like.has(item) ? { ...d, alike: like.get(item)! } : d);
    }
    await pace.turn();
  } finally {
    progress.clear();
    ending.release();
  }
  for (const route of [...unmatched].slice(0, MOST_UNMATCHED))
    io.stderr.write(
      `why403: ${sayError(io, `${options.working} holds no request that was let through to ${route}.`)}\n`,
    );
  const ended = ending.status();
  return {
    ...{ told, keep, rest, why },
    ...(offer && { offer }),
    ...(failure && { failure }),
    ...(ended !== undefined && { ended }),
  };
}

/** Says what was only counted, and gives it as it is told. */
function sayRest({ rest, why }: Judged, io: Io): readonly NotJudged[] {
  if (rest.length === 0) return [];
  const told = tellUnjudged(rest, io.vault);
  io.stderr.write(`why403: ${sayUnjudged(rest, told, why)}\n`);
  return told;
}

/** Routes that are named one by one. */
const MOST_UNMATCHED = 5;

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
  const more = [...(input.like?.values() ?? [])].reduce((sum, like) => sum + like, countOfAll(input.rest ?? []));
  if (refused.length === 1 && more === 0) return { ...input, items: refused };
  throw new InputError(
    'BAD_VALUE',
    `--send sends one request, and here are ${(refused.length || input.items.length) + more} that it could be.`,
    { hint: 'Give the one request that is to be sent: a recording cut down to one entry, or a curl command.' },
  );
}

/** What a person at a terminal is asked and shown; nothing where there is none, or where they do not want it. */
async function attended(
  options: Options,
  io: Io,
  progress: Progress,
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

/** The options but the words of the working request. */
function withoutWords({ working: _, ...rest }: Options): DiagnoseOptions {
  return rest;
}

function statusOf(told: readonly Diagnosis[]): number {
  const refused = told.filter((d) => d.refused);
  if (refused.length === 0) return EXIT.notRefused;
  return refused.every((d) => d.verdict.certainty === 'proven' || d.verdict.certainty === 'likely')
    ? EXIT.found
    : EXIT.undecided;
}
