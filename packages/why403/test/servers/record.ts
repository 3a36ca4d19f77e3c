// Puts every experiment to drawn servers, whatever it would tell, and counts the outcomes by true cause and by whether the refusal
// gave a reason: the table that `engine/fitted` odds are made of. Prints leave-one-family-out figures beside the odds set by hand.
//   node scripts/servers.mjs record [--count n] [--write]
import { writeFileSync } from 'node:fs';
import { type CauseId, catalogue, compare, isAllowed, judge, type Outcome, type Variation } from '@why403/core';
import { isTold, mixed, WEIGHT } from '../../../core/src/model/recorded.ts';
import { prepared } from '../../src/run/questions.ts';
import { ask, materialOf, newSession } from '../../src/run/session.ts';
import { permissionFor } from '../../src/send/permission.ts';
import { createSender } from '../../src/send/sender.ts';
import { scenario } from './draw.ts';
import { credentialOf, importedOf } from './investigated.ts';
import type { Family } from './model.ts';
import { start } from './start.ts';

/** Experiments with one variation, of which the outcomes can be counted under one name. */
const RECORDED = new Set([
  'no-credentials',
  'broken-credentials',
  'other-credential',
  'safe-method',
  'sibling-path',
  'site-root',
  'slash',
  'fewer-cookies',
]);
/** Drawn limits count all requests together: of those by key, which are as common, nothing was recorded, so the odds by hand stay. */
const NOT_COUNTED: ReadonlySet<CauseId> = new Set(['rate-limited']);
const OUTCOMES: readonly Outcome[] = ['allowed', 'refused-alike', 'refused-otherwise'];
const MOST = 30;
const TARGET = new URL('../../../core/src/model/recorded-odds.ts', import.meta.url);

interface Seen {
  readonly family: Family;
  readonly cause: CauseId;
  readonly key: string;
  readonly outcome: number;
  readonly byHand: readonly [number, number, number];
}

async function observe(seed: number): Promise<readonly Seen[]> {
  const one = scenario(seed);
  const { origin, stop } = await start(one);
  try {
    const imported = importedOf(one.request, origin);
    const permission = await permissionFor(
      { request: imported.exchange.request, send: imported.send, form: 'command' },
      undefined,
      {
        allowWrites: true,
        maxRequests: MOST,
      },
    );
    const sender = createSender({ permission, passed: (exchange) => isAllowed(exchange, catalogue) });
    const base = await sender.send(imported.exchange.request, imported.send);
    const session = newSession(base, imported, {
      permission,
      sender,
      maxWait: 0,
      credentials: one.as ? [credentialOf(one.as)] : [],
    });
    if (compare(base, base, catalogue) === 'allowed') return [];
    const c = judge(base, catalogue).case;
    const found: Seen[] = [];
    for (const variation of catalogue.experiments
      .filter((e) => RECORDED.has(e.id))
      .flatMap((e) => e.vary(c, materialOf(session), catalogue.causes))) {
      const outcome = OUTCOMES.indexOf((await outcomeOf(session, variation)) ?? 'failed');
      const { byHand } = variation.expects as { byHand?: Variation['expects'] };
      if (outcome < 0) continue;
      const key = `${variation.experiment} ${isTold(c) ? 'told' : 'bare'}`;
      found.push({
        family: one.axes.family,
        cause: one.axes.cause,
        key,
        outcome,
        byHand: (byHand ?? variation.expects)(one.axes.cause),
      });
    }
    return found;
  } finally {
    stop();
  }
}

async function outcomeOf(session: ReturnType<typeof newSession>, variation: Variation): Promise<Outcome | undefined> {
  const { request } = await prepared(session, variation);
  if (!request) return undefined;
  const to = { request, send: variation.send ?? session.imported.send };
  return (await ask(session, variation.changed, variation.experiment, to, variation.wrong && 'wrong'))?.outcome;
}

type Counts = Map<string, Map<CauseId, [number, number, number]>>;

function count(seen: readonly Seen[]): Counts {
  const counts: Counts = new Map();
  for (const { key, cause, outcome } of seen) {
    if (NOT_COUNTED.has(cause)) continue;
    const causes = counts.get(key) ?? new Map<CauseId, [number, number, number]>();
    const row = causes.get(cause) ?? [0, 0, 0];
    row[outcome]!++;
    counts.set(key, causes.set(cause, row));
  }
  return counts;
}

/** Mean bits that an outcome surprises by: the fewer the better. */
function surprise(seen: readonly Seen[], odds: (one: Seen) => readonly [number, number, number]): number {
  const bits = seen.map((one) => {
    const [a, b, c] = odds(one).map((p) => p + 0.02) as [number, number, number];
    return -Math.log2([a, b, c][one.outcome]! / (a + b + c));
  });
  return bits.reduce((sum, b) => sum + b, 0) / Math.max(1, bits.length);
}

const at = process.argv.indexOf('--count');
const total = at < 0 ? 3000 : Number(process.argv[at + 1]);
const seen: Seen[] = [];
// other servers than those that figures are told of
for (let seed = 100_000; seed < 100_000 + total; seed++) seen.push(...(await observe(seed)));

const families = [...new Set(seen.map(({ family }) => family))];
for (const id of RECORDED) {
  const own = seen.filter(({ key }) => key.startsWith(`${id} `));
  const leftOut = families.flatMap((family) => {
    const counts = count(own.filter((one) => one.family !== family));
    return own
      .filter((one) => one.family === family)
      .map((one) => ({ one, odds: mixed(one.byHand, counts.get(one.key)?.get(one.cause), WEIGHT) }));
  });
  const fitted = new Map(leftOut.map(({ one, odds }) => [one, odds]));
  const [hand, left] = [surprise(own, ({ byHand }) => byHand), surprise(own, (one) => fitted.get(one)!)];
  process.stdout.write(
    `${id.padEnd(20)} ${String(own.length).padStart(6)} outcomes; bits of surprise, by hand ${hand.toFixed(3)}, fitted, family left out ${left.toFixed(3)}\n`,
  );
}
if (process.argv.includes('--write')) {
  const table = [...count(seen)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, causes]) => {
      const rows = [...causes]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([cause, row]) => `'${cause}': [${row.join(', ')}]`);
      return `  '${key}': { ${rows.join(', ')} },`;
    });
  writeFileSync(
    TARGET,
    `// Generated by \`node scripts/servers.mjs record --write\`: how often each outcome came, by experiment, by whether the refusal gave a\n// reason, and by true cause, on ${total} drawn servers. Not to be edited.\nimport type { CauseId } from './cause-id.ts';\n\ntype Counts = readonly [allowed: number, alike: number, otherwise: number];\n\nexport const RECORDED_ODDS: Readonly<Record<string, Partial<Readonly<Record<CauseId, Counts>>>>> = {\n${table.join('\n')}\n};\n`,
  );
}
