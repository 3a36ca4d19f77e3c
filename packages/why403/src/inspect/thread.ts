// What runs in the thread that `apart.ts` starts.
import { parentPort, workerData } from 'node:worker_threads';
import type { Exchange } from '@why403/core';
import { inspectServers } from './index.ts';
import type { ServerInput } from './types.ts';

const { exchange, input } = workerData as { readonly exchange: Exchange; readonly input: ServerInput };
parentPort?.postMessage(await inspectServers(exchange, input));
