// A recording origin, a second one, and a recording proxy on loopback, and the built command run beside them as a user runs it.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterAll, expect, test } from 'vitest';
import { folderOf, type Ran, type RunOptions, why403 } from '../cli/command.ts';
import { type Recorded, type Recorder, recorder } from '../limits/recorder.ts';

export type { Recorded } from '../limits/recorder.ts';

/** Answers one request; `index` counts from 0, for each server apart. */
export type Answer = (
  request: Recorded,
  response: ServerResponse<IncomingMessage>,
  index: number,
  world: World,
) => void;

export interface World {
  readonly home: Recorder;
  readonly other: Recorder;
  /** Answers by itself what it is asked to forward. */
  readonly proxy: Recorder;
}

export interface Scenario {
  readonly name: string;
  /** What stands after `why403`. */
  readonly words: (world: World, file: (name: string) => string) => readonly string[];
  readonly files?: (world: World) => Readonly<Record<string, string>>;
  readonly stdin?: (world: World) => string;
  readonly env?: (world: World, file: (name: string) => string) => Readonly<Record<string, string>>;
  readonly home?: Answer;
  readonly other?: Answer;
  readonly proxy?: Answer;
  /** Requests that each may see at least and at most; none where it is not named. */
  readonly sees?: Readonly<Partial<Record<keyof World, readonly [least: number, most: number]>>>;
  /** Requests of one sort, of which there may be so many at most. */
  readonly few?: readonly [sort: (request: Recorded) => boolean, most: number];
  /** What the user must read. */
  readonly says?: RegExp;
  readonly status?: number;
  readonly run?: Pick<RunOptions, 'onOutput'>;
}

/** A bare refusal, which leaves every question open. */
export const REFUSES: Answer = (_request, response) => {
  response.writeHead(403, { 'content-type': 'text/plain' });
  response.end('Forbidden');
};

export function answers(status: number, headers: Readonly<Record<string, string>> = {}, text = ''): Answer {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': 'text/plain', ...headers });
    response.end(text);
  };
}

/** Whether a request should not have been sent: why, or undefined. */
export type Forbids = (request: Recorded, at: keyof World, world: World) => string | undefined;

/** Runs each scenario of a promise, holds what was seen against it, and prints the figures. */
export function promise(title: string, scenarios: readonly Scenario[], forbids: Forbids = () => undefined): void {
  const figures = { scenarios: 0, requests: 0, surplus: 0 };
  afterAll(() => {
    const { scenarios: run, requests, surplus } = figures;
    process.stdout.write(`${title}: ${run} scenarios, ${requests} requests seen, ${surplus} that should not be\n`);
  });
  for (const scenario of scenarios) {
    test(scenario.name, { timeout: 60_000 }, async () => {
      const { world, ran } = await play(scenario);
      figures.scenarios++;
      const wrong: string[] = [];
      for (const at of ['home', 'other', 'proxy'] as const) {
        const seen = world[at].requests;
        figures.requests += seen.length;
        const [least, most] = scenario.sees?.[at] ?? [0, 0];
        if (seen.length > most) figures.surplus += seen.length - most;
        if (seen.length < least || seen.length > most) wrong.push(`${at} saw ${seen.length}, not ${least} to ${most}`);
        for (const one of seen) {
          const why = forbids(one, at, world);
          if (why === undefined) continue;
          figures.surplus++;
          wrong.push(`${at}: ${one.method} ${one.path}: ${why}`);
        }
      }
      const [sort, most] = scenario.few ?? [() => false, 0];
      const many = world.home.requests.filter(sort).length - most;
      if (many > 0) {
        figures.surplus += many;
        wrong.push(`${many} more of one sort than there may be`);
      }
      expect(wrong, `${ran.stderr}\n${ran.stdout}`).toEqual([]);
      if (scenario.says) expect(`${ran.stderr}\n${ran.stdout}`.replace(/\s+/g, ' ')).toMatch(scenario.says);
      if (scenario.status !== undefined) expect(ran.status).toBe(scenario.status);
    });
  }
}

async function play(scenario: Scenario): Promise<{ readonly world: World; readonly ran: Ran }> {
  const made: { world?: World } = {};
  const by = (answer: Answer) => recorder((request, response, index) => answer(request, response, index, made.world!));
  const world: World = {
    home: await by(scenario.home ?? REFUSES),
    other: await by(scenario.other ?? REFUSES),
    proxy: await by(scenario.proxy ?? REFUSES),
  };
  made.world = world;
  const folder = folderOf(scenario.files?.(world) ?? {});
  const file = (name: string): string => `${folder}/${name}`;
  const ran = await why403(scenario.words(world, file), {
    cwd: folder,
    ...(scenario.stdin && { stdin: scenario.stdin(world) }),
    ...(scenario.env && { env: scenario.env(world, file) }),
    ...scenario.run,
  });
  return { world, ran };
}
