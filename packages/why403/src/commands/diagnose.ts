import { writeFileSync } from 'node:fs';
import { styleText } from 'node:util';
import {
  type Diagnosis,
  type Document,
  foldEqual,
  type Imported,
  InputError,
  json,
  learnCredential,
  markdown,
  message,
  page,
  terminal,
  visible,
} from '@why403/core';
import { leaving, sayError } from '../command/door.ts';
import { EXIT, type Io } from '../command/io.ts';
import { type Options, readOptions } from '../command/options.ts';
import type { Offer } from '../run/apply-offer.ts';
import { type DiagnoseOptions, diagnose, type Found, type Hooks } from '../run/diagnose.ts';
import { readInput } from '../run/read-input.ts';
import { SendError } from '../send/error.ts';

/** The main command: reads the request, judges it, and tells. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const read = await readOptions(argv, io);
  if (!read) return 0;
  const { options, words } = read;
  if (words.length === 0 && io.stdin.isTTY) {
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
  const input = await readInput(words, io);
  const working = options.working === undefined ? undefined : (await readInput([options.working], io)).items[0];
  const applying = options.apply ? await import('../run/apply-offer.ts') : undefined;
  applying?.checkApply(options, input.items, io);
  if (looksAtServers(options)) await (await import('../run/left-changes.ts')).settleBefore(io, options);
  const kept = applying?.KEPT_BACK ?? 0;
  let offer: Omit<Offer, 'left'> | undefined;
  const keep: Found[] = [];
  const progress = progressLine(io);
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  process.once('SIGINT', stop);
  const told: Diagnosis[] = [];
  const settings: DiagnoseOptions = {
    ...withWorking(options, working),
    server: options.server || options.apply,
    maxRequests: Math.max(1, options.maxRequests - kept),
  };
  const hooks: Hooks = {
    progress: progress.show,
    signal: abort.signal,
    env: io.env,
    offer: (fix, imported) => {
      offer = { fix, imported };
    },
    keep: (found) => keep.push(found),
    ...(asks(options, io) && {
      person: (await import('../run/person.ts')).personAt(io, progress.clear, abort.signal),
    }),
  };
  if (options.plan) {
    const { showPlan } = await import('../run/show-plan.ts');
    showPlan(input.items, settings, options.json, io);
    process.removeListener('SIGINT', stop);
    return EXIT.found;
  }
  let failure: SendError | undefined;
  try {
    for (const item of input.items) {
      for (const note of item.notes) io.stderr.write(`why403: ${sayError(io, note)}\n`);
      const d = await diagnose(item, settings, hooks).catch((error: unknown) => {
        if (!(error instanceof SendError)) throw error;
        failure ??= error;
        return undefined;
      });
      if (abort.signal.aborted && !d) break;
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
      if (abort.signal.aborted) break;
    }
  } finally {
    progress.clear();
    process.removeListener('SIGINT', stop);
  }
  if (abort.signal.aborted) {
    io.stderr.write(
      `why403: interrupted${told.length ? '; this is what was known until then' : ' before anything was known'}.\n`,
    );
    if (told.length) report(told, input.entries, options, io);
    return EXIT.interrupted;
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
  const { applied, ended } = await applying.applyOffer(offer && { ...offer, left: Math.max(1, left) }, options, io);
  return applied ? status : (ended ?? EXIT.undecided);
}

/** Whether a person can be asked: there are experiments to ask about, there is a terminal, and nothing says not to. */
function asks(options: Options, io: Io): boolean {
  return options.send && options.input && !options.json && io.stdin.isTTY === true && io.stderr.isTTY === true;
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
      writeFileSync(options.html, leaving(io, page(told, { showSecrets: options.showSecrets })));
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

/** A line on a terminal that is wiped when the report comes. */
function progressLine(io: Io): { show(text: string): void; clear(): void } {
  let shown = false;
  return {
    show(text) {
      if (!io.stderr.isTTY) return;
      io.stderr.write(`\r\u001b[2K${visible(text).slice(0, 78)}`);
      shown = true;
    },
    clear() {
      if (shown) io.stderr.write('\r\u001b[2K');
    },
  };
}
