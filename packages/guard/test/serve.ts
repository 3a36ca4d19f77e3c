import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import type { RouteOptions } from '../src/adapt.ts';
import { type Caller, createGuard, type Denial, type GuardOptions, type Requirement } from '../src/index.ts';
import { node } from '../src/node.ts';
import { listen } from './contract/listen.ts';
import { type Seen, send } from './contract/suite.ts';

/** A guarded server of one route. */
export interface Guarded {
  /** Sends a request, and tells the answer and the denial that the journal keeps of it. */
  ask(headers?: Record<string, string>, rest?: { method?: 'GET' | 'POST' | 'HEAD'; path?: string }): Promise<Answered>;
  readonly callers: (Caller | undefined)[];
}

export interface Answered extends Seen {
  readonly denial: Denial | undefined;
}

/** Serves one requirement on plain `node:http` until the test ends. */
export async function serve(
  requirement: Requirement,
  guardOptions: GuardOptions,
  options: RouteOptions = {},
): Promise<Guarded> {
  const core = createGuard(guardOptions);
  const callers: (Caller | undefined)[] = [];
  const handler = node(core)(
    requirement,
    (_req, res, { caller }) => {
      callers.push(caller);
      res.end('allowed');
    },
    options,
  );
  const served = await listen(createServer(handler));
  onTestFinished(async () => {
    await served.close();
  });
  return {
    callers,
    async ask(headers = {}, { method = 'GET', path = '/' } = {}) {
      const answer = await send(`${served.origin}${path}`, { method, headers });
      const id = /denial="([^"]*)"/.exec(answer.headers['why403'] ?? '')?.[1];
      return { ...answer, denial: id === undefined ? undefined : await core.read(id) };
    },
  };
}
