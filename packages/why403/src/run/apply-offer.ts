import { catalogue, type Imported, InputError, isAllowed, visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import type { Options } from '../command/options.ts';
import { applyFix } from '../inspect/apply.ts';
import type { ServerFix } from '../inspect/types.ts';
import { send } from '../send/index.ts';
import { statePath } from '../shared/state-folder.ts';

/** A change on the server that may be carried out, and how to send the refused request again. */
export interface Offer {
  readonly fix: ServerFix;
  readonly imported: Imported;
  /** Requests that may still be sent. */
  readonly left: number;
}

/** Requests that are kept back for `--apply` out of the budget. */
export const KEPT_BACK = 3;
/** Milliseconds before each of them: a server that reloads answers with its old configuration for a moment. */
const WAITS: readonly number[] = [250, 700, 1600];

/** What `--apply` cannot be joined with, told before anything is sent. Throws InputError. */
export function checkApply(options: Options, requests: readonly Imported[], io: Io): void {
  const no = (message: string, hint: string): never => {
    throw new InputError('BAD_VALUE', message, { hint });
  };
  if (!options.send) no('--apply sends the request again, and --no-send forbids it.', 'Leave one of them out.');
  if (requests.length !== 1)
    no('--apply takes one refused request, not many.', 'Give the one request whose refusal is to be mended.');
  const method = requests[0]?.exchange.request.method ?? 'GET';
  if (!options.allowWrites && !/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(method))
    no(
      `--apply sends the request again, and ${method.slice(0, 30)} may change things.`,
      'Add --allow-writes to allow that.',
    );
  if (!options.yes && !(io.stdin.isTTY && io.stderr.isTTY))
    no(
      '--apply asks before it changes anything, and there is no terminal to ask on.',
      'Add --yes to agree beforehand.',
    );
}

/**
 * Carries the change out after a yes: copies are kept, the request is sent again, and everything is put back where it did not
 * help. All that is said goes to standard error. Whether the change was made and helped.
 */
export async function applyOffer(offer: Offer | undefined, options: Options, io: Io): Promise<boolean> {
  const say = (text: string): unknown => io.stderr.write(`${text}\n`);
  if (!offer) {
    say('why403: there is no change on this server to apply for this cause; nothing was changed.');
    return false;
  }
  const { imported } = offer;
  let sent = 0;
  let last = 0;
  const result = await applyFix(offer.fix, {
    // Not beside the files: servers include whole folders.
    backupFolder: statePath(io.env, 'backups'),
    confirm: async (plan) => {
      say(`\n${plan.split('\n').map(visible).join('\n')}`);
      return options.yes || (await ask('Apply this now? [y/N] ', io));
    },
    send: async () => {
      const wait = WAITS[sent];
      if (wait === undefined || sent >= offer.left) return last;
      await new Promise((resolve) => setTimeout(resolve, wait));
      sent++;
      const answer = await send(imported.exchange.request, imported.send);
      const status = answer.response?.status ?? 0;
      // A success that refuses inside is still a refusal.
      last = status < 400 && !isAllowed(answer, catalogue) ? 403 : status;
      return last;
    },
  });
  say(`why403: ${visible(result.says)}`);
  for (const copy of result.backups) say(`        copy of before: ${visible(copy)}`);
  return result.applied;
}

async function ask(question: string, io: Io): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: io.stdin, terminal: false });
  io.stderr.write(question);
  try {
    const answer = await new Promise<string>((resolve) => {
      lines.once('line', resolve);
      lines.once('close', () => resolve(''));
    });
    return /^\s*y(?:es)?\s*$/i.test(answer);
  } finally {
    lines.close();
  }
}
