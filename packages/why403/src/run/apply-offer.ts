import { catalogue, type Imported, InputError, isAllowed, isSafeRequest, visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import type { Options } from '../command/options.ts';
import { applyFix } from '../inspect/apply.ts';
import type { ServerFix } from '../inspect/types.ts';
import { permissionFor } from '../send/permission.ts';
import { createSender } from '../send/sender.ts';
import { stateFolder } from '../shared/state-folder.ts';
import { holdProcess } from './hold.ts';
import { JOURNALS } from './left-changes.ts';
import { confirmAt } from './person.ts';

/** A change on the server that may be carried out, and how to send the refused request again. */
export interface Offer {
  readonly fix: ServerFix;
  readonly imported: Imported;
  /** Requests that may still be sent. */
  readonly left: number;
}

/** Requests that are kept back for `--apply` out of the budget. */
export const KEPT_BACK = 4;
/** Milliseconds before each of them: a server that reloads answers with its old configuration for a moment. */
const WAITS: readonly number[] = [250, 700, 1600];

/** What `--apply` cannot be joined with, told before anything is sent. Throws InputError. */
export function checkApply(options: Options, requests: readonly Imported[], io: Io): void {
  const no = (message: string, hint: string): never => {
    throw new InputError('BAD_VALUE', message, { hint });
  };
  if (options.send === false)
    no('--apply sends the request again, and --no-send forbids it.', 'Leave one of them out.');
  if (options.send !== true && requests.some(({ form }) => form === undefined || form === 'record'))
    no('--apply sends the request again, and this one comes from a recording.', 'Add --send to allow that.');
  if (options.maxRequests <= KEPT_BACK)
    no(
      `--apply keeps ${KEPT_BACK} requests back to see whether the change helps, and --max-requests ${options.maxRequests} leaves none before it.`,
      `Give at least --max-requests ${KEPT_BACK + 1}.`,
    );
  if (requests.length !== 1)
    no('--apply takes one refused request, not many.', 'Give the one request whose refusal is to be mended.');
  const { method } = requests[0]!.exchange.request;
  if (!options.allowWrites && !isSafeRequest(requests[0]!.exchange.request))
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

/** What came of an offer. */
export interface Applied {
  readonly applied: boolean;
  /** The exit status of what ended the run, where something did. */
  readonly ended?: number;
}

/**
 * Carries the change out after a yes: a journal is written, the request is sent again, and everything is put back where it did
 * not help or the run was ended. All that is said goes to standard error.
 */
export async function applyOffer(offer: Offer | undefined, options: Options, io: Io): Promise<Applied> {
  const say = (text: string): unknown => io.stderr.write(`${text}\n`);
  if (!offer) {
    say('why403: there is no change on this server to apply for this cause; nothing was changed.');
    return { applied: false };
  }
  const { imported } = offer;
  // The change was agreed to, and the request is the user's own: this is to see whether it helped.
  const permission = await permissionFor(
    { request: imported.exchange.request, send: imported.send, form: 'command' },
    undefined,
    {
      allowWrites: options.allowWrites,
    },
  );
  const sender = createSender({ permission, passed: (answer) => isAllowed(answer, catalogue), env: io.env });
  let sent = 0;
  let last = 0;
  const sendAfter = async (wait: number): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    sent++;
    const { request } = imported.exchange;
    if (sender.refuses(request, imported.send) !== undefined) return last;
    const answer = await sender.send(request, imported.send);
    const status = answer.response?.status ?? 0;
    // A success that refuses inside is still a refusal.
    last = status < 400 && !isAllowed(answer, catalogue) ? 403 : status;
    return last;
  };
  const hold = holdProcess(io);
  try {
    const result = await applyFix(offer.fix, {
      journals: () => stateFolder(io.env, JOURNALS),
      // Not beside the files: servers include whole folders.
      copies: () => stateFolder(io.env, 'backups'),
      confirm: async (plan) => {
        say(`\n${plan.split('\n').map(visible).join('\n')}`);
        return options.yes || (await confirmAt(io, () => {}, hold.signal)('Apply this now?'));
      },
      send: async () => {
        const wait = WAITS[sent];
        // One is kept for the way back.
        return wait === undefined || sent >= Math.max(1, offer.left - 1) ? last : await sendAfter(wait);
      },
      sendAgain: async () => (sent < offer.left ? await sendAfter(WAITS[1] ?? 0) : undefined),
      tell: (text) => say(`why403: ${visible(text)}`),
      signal: hold.signal,
    });
    if (result.fault !== undefined) throw result.fault;
    if (!result.applied) say(`why403: ${visible(result.says)}`);
    for (const copy of result.backups) say(`        copy of before: ${visible(copy)}`);
    const ended = hold.status();
    return { applied: result.applied, ...(ended !== undefined && !result.applied && { ended }) };
  } finally {
    hold.release();
  }
}
