// Runs the command's own code over planted differences and over a server that answers at random.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Sendable, unitsOf } from '@why403/core';
import { diagnose } from '../src/run/diagnose.ts';
import { ddmin, leaveOneOut, plant, plantedServer, seeded, turns } from './planted.ts';

/** One planted run: what was found, and with how many questions. */
export interface PlantedRun {
  readonly seed: number;
  readonly planted: readonly string[];
  readonly found: readonly string[];
  readonly exact: boolean;
  /** Questions after the refused request and the working one were seen to be refused and allowed. */
  readonly ours: number;
  readonly leaveOneOut: number;
  readonly ddmin: number;
}

/** Plants a difference for each seed and lets the command find it. */
export async function runPlanted(seeds: readonly number[]): Promise<readonly PlantedRun[]> {
  const { origin, now, server } = await plantedServer();
  const runs: PlantedRun[] = [];
  try {
    for (const seed of seeds) {
      const p = plant(seed, origin);
      now(p);
      const told = await diagnose(
        p.refused,
        { send: true, working: p.working, maxRequests: 400, maxWait: 0 },
        { env: {} },
      );
      const fix = told.causes.flatMap((c) => c.fixes).find((f) => / of the working request$/.test(f.text))?.text ?? '';
      const found = [...fix.matchAll(/the (header|cookie) ([\w-]+)/g)].map(
        ([, kind, name]) => `${kind} ${kind === 'header' ? name!.toLowerCase() : name}`,
      );
      const ours = told.experiments.filter((e) => e.id === 'difference' && !e.changed.endsWith(', again')).length;
      const [a, b]: [Sendable, Sendable] = [
        { request: p.refused.exchange.request, send: {} },
        { request: p.working.exchange.request, send: {} },
      ];
      const units = unitsOf(a, b);
      const passes = (set: typeof units): boolean => turns(p, set.reduce((s, u) => u.apply(s), a).request.headers);
      runs.push({
        seed,
        planted: p.planted,
        found,
        exact: [...found].sort().join() === [...p.planted].sort().join(),
        ours,
        leaveOneOut: leaveOneOut(units, passes),
        ddmin: ddmin(units, passes),
      });
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return runs;
}

/** What a run against the random server told. */
export interface RandomRun {
  readonly seed: number;
  /** Whether a cause was called proven, or a fix was said to have been tried and to work. */
  readonly turned: 'proven' | 'verified' | undefined;
  readonly certainty: string;
  readonly requests: number;
}

/**
 * Diagnoses refusals of a server that answers 403 to a share of its requests, drawn from a seed, whatever they hold. Runs whose
 * first answer is no refusal are passed over, until there are `count`.
 */
export async function runRandom(
  from: number,
  count: number,
  share = 0.25,
  maxRequests = 12,
): Promise<readonly RandomRun[]> {
  let random = seeded(0);
  const server = createServer((_req, res) => {
    const refused = random() < share;
    res.writeHead(refused ? 403 : 200, { 'content-type': 'text/plain' });
    res.end(refused ? 'Forbidden' : 'here it is');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const runs: RandomRun[] = [];
  try {
    for (let seed = from; runs.length < count; seed++) {
      random = seeded(seed * 104_729 + 5);
      const write = seed % 2 === 1;
      const headers: [string, string][] = [
        ['Host', origin.slice('http://'.length)],
        ['User-Agent', 'curl/8.5.0'],
        ['Authorization', 'Bearer 8f1c2d3e4b5a69788796a5b4c3d2e1f0'],
        ['Cookie', 'sessionid=6f2a9b1c8d7e4f30; theme=dark'],
        ['Origin', 'http://shop.example'],
        ...(write ? [['Content-Type', 'application/x-www-form-urlencoded'] as [string, string]] : []),
      ];
      const told = await diagnose(
        {
          exchange: {
            request: {
              method: write ? 'POST' : 'GET',
              url: `${origin}/orders/7?view=all`,
              headers,
              ...(write && { body: { text: 'name=a b&note=<b>' } }),
            },
            gaps: [],
          },
          send: {},
          notes: [],
        },
        {
          send: true,
          yes: true,
          maxRequests,
          maxWait: 0,
          allowWrites: true,
          as: [{ name: 'admin', header: ['Authorization', 'Bearer 00112233445566778899aabbccddeeff'] }],
        },
        { env: {} },
      );
      if (told.response?.status !== 403) continue;
      const fixed = told.causes.some((c) => c.fixes.some((f) => f.verified === true));
      runs.push({
        seed,
        turned: told.verdict.certainty === 'proven' ? 'proven' : fixed ? 'verified' : undefined,
        certainty: told.verdict.certainty,
        requests: told.requestsSent,
      });
    }
  } finally {
    server.closeAllConnections();
    server.close();
  }
  return runs;
}
