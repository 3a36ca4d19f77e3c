import {
  catalogue,
  certaintyOf,
  type Exchange,
  InputError,
  isAllowed,
  jsonText,
  judge,
  learnExchange,
  visible,
} from '@why403/core';
import type { Io } from '../command/io.ts';
import { type Loaded, loadBundle } from '../run/bundle.ts';
import { fingerprintOf } from '../run/save.ts';
import { SendError } from '../send/error.ts';
import { permissionFor } from '../send/permission.ts';
import { BudgetError, createSender } from '../send/sender.ts';

const USAGE = `Usage: why403 verify [--allow-writes] [--json] <dir>

Sends a refused request again that why403 --save <dir> kept, and says whether the
refusal is still there and for the same reason. Where an experiment had turned it,
the request that passed is sent too. What may change something is sent only with
--allow-writes. Two requests at most. Secrets come from the environment as WHY403_<NAME>,
or from <dir>/secrets.json where --save was given --with-secrets; what is missing is named.

Exit status: 0 still refused, for the same reason; 1 refused for another reason;
2 the folder or an option cannot be read; 3 the server cannot be reached;
4 not refused any more.
`;

/** What became of a saved refusal. */
export type Verified = 'same' | 'otherwise' | 'allowed' | 'unreachable';

/** Exit statuses, in step with those of the main command. */
export const VERIFY_EXIT: Readonly<Record<Verified, number>> = { same: 0, otherwise: 1, unreachable: 3, allowed: 4 };

interface Told {
  readonly schema: 'why403-verify/1';
  readonly outcome: Verified;
  readonly expected: { readonly cause: string | null; readonly status: number | null };
  readonly found: { readonly cause: string | null; readonly status: number | null };
  readonly requestsSent: number;
  readonly says: string;
}

/** `why403 verify DIR`: a regression test for access. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return 0;
  }
  const words = argv.filter((word) => word !== '--allow-writes' && word !== '--json');
  const unknown = words.find((word) => word.startsWith('-'));
  if (unknown !== undefined)
    throw new InputError('UNKNOWN_OPTION', `why403 verify does not know "${unknown.slice(0, 60)}".`, {
      hint: 'why403 verify --help shows what it takes.',
    });
  const [dir] = words;
  if (dir === undefined || words.length > 1)
    throw new InputError('MISSING_VALUE', `why403 verify takes one folder, and got ${words.length}.`, {
      hint: 'why403 --save <dir> <request> writes such a folder.',
    });
  const loaded = loadBundle(dir, io.env);
  for (const one of [loaded.refused, loaded.allowed])
    if (one && io.vault) learnExchange(io.vault, { request: one.request, gaps: [] });
  const told = await verify(loaded, argv.includes('--allow-writes'), io.env);
  io.stdout.write(argv.includes('--json') ? `${jsonText(told, 2)}\n` : `${visible(told.says)}\n`);
  return VERIFY_EXIT[told.outcome];
}

/** Sends a kept request again and holds the answer against what was kept. */
export async function verify(
  { bundle, refused, allowed }: Loaded,
  allowWrites: boolean,
  env: Io['env'],
): Promise<Told> {
  const { expected } = bundle;
  // The user names a folder, and no request can be read off that: one that may change something takes leave.
  const permission = await permissionFor({ ...refused, form: 'request' }, undefined, {
    yes: allowWrites,
    allowWrites,
    maxRequests: Math.max(2, Math.min(bundle.maxRequests, 20)),
  });
  if (permission.because !== undefined)
    throw new InputError('BAD_VALUE', `${refused.request.method} may change something, so it was not sent again.`, {
      hint: 'Add --allow-writes to send it.',
    });
  const sender = createSender({ permission, passed: (answer) => isAllowed(answer, catalogue), env });
  const tell = (outcome: Verified, says: string, answer?: Exchange, cause: string | null = null): Told => ({
    schema: 'why403-verify/1',
    outcome,
    expected: { cause: expected.cause, status: expected.status },
    found: { cause, status: answer?.response?.status ?? null },
    requestsSent: sender.sent(),
    says,
  });
  let answer: Exchange;
  try {
    answer = await sender.send(refused.request, refused.send);
  } catch (error) {
    if (error instanceof SendError) return tell('unreachable', `cannot be reached: ${error.message}`);
    throw error;
  }
  const status = answer.response?.status ?? 0;
  const cause = expected.cause ?? 'an unknown cause';
  if (isAllowed(answer, catalogue))
    return tell('allowed', `not refused any more: ${status}, where ${cause} refused`, answer);
  const alike = fingerprintOf(answer) === expected.fingerprint;
  if (allowed && sender.refuses(allowed.request, allowed.send) === undefined) {
    const turned = await turn(allowed);
    if (turned === 'passes')
      return tell(
        'same',
        `still refused with ${status}, for the same reason: ${cause}; ${allowed.text}, and it passes`,
        answer,
        expected.cause,
      );
    if (turned !== undefined)
      return tell(
        'otherwise',
        `refused with ${status}, for another reason than ${cause}: what passed then (${allowed.text}) is ${turned}`,
        answer,
      );
  }
  if (alike)
    return tell('same', `still refused with ${status}, with the same answer as then: ${cause}`, answer, expected.cause);
  const judgement = judge(answer, catalogue);
  const [top] = judgement.ranked;
  const certainty = certaintyOf(judgement);
  const found = certainty === 'unknown' ? null : (top?.cause.id ?? null);
  if (found !== null && found === expected.cause && certainty !== 'possible')
    return tell('same', `still refused with ${status}, in other words, for the same reason: ${cause}`, answer, found);
  return tell(
    'otherwise',
    `refused with ${status}, and no longer as then (${expected.status ?? 'no answer'}, ${cause})${found ? `: now ${certainty} ${found}` : ''}`,
    answer,
    found,
  );

  async function turn(to: NonNullable<Loaded['allowed']>): Promise<string | undefined> {
    try {
      if (sender.waitMs(to.request) > 0) return undefined;
      const turned = await sender.send(to.request, to.send);
      return isAllowed(turned, catalogue) ? 'passes' : `answered with ${turned.response?.status ?? 'nothing'}`;
    } catch (error) {
      if (error instanceof SendError) return `not answered: ${error.message}`;
      if (error instanceof BudgetError) return undefined;
      throw error;
    }
  }
}
