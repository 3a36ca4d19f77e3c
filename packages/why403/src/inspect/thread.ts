// What runs in the thread that `apart.ts` starts.
import { parentPort, workerData } from 'node:worker_threads';
import type { Exchange } from '@why403/core';
import { inspectServers } from './index.ts';
import { type Link, runProgramsBy } from './shared/run-program.ts';
import type { ServerInput } from './types.ts';

const { exchange, input, link } = workerData as {
  readonly exchange: Exchange;
  readonly input: ServerInput;
  readonly link: Link;
};
runProgramsBy(link);
parentPort?.postMessage(await inspectServers(exchange, input));
