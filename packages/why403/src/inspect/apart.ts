// Inspecting in a thread of its own: a configuration is others' text, and however long the judging of it takes, signals are
// heard, the person is told, and time and memory have an end.
import { existsSync } from 'node:fs';
import { MessageChannel, Worker } from 'node:worker_threads';
import type { Exchange } from '@why403/core';
import type { Inspected } from './index.ts';
import { type Link, servePrograms } from './shared/run-program.ts';
import type { ServerInput } from './types.ts';

/** Milliseconds until the inspection is ended. */
const LONGEST = 60_000;
/** Its memory, in MiB: beside it stands the command's own. */
const OLD_SPACE = 144;
const YOUNG_SPACE = 8;

// The build makes it of `thread.ts`. Node runs no sources, so what runs from them inspects in its own thread.
const THREAD = new URL('./inspect-thread.js', import.meta.url);

/** Asks the server's side about this exchange; where that was ended, a note says why. */
export async function inspectApart(exchange: Exchange, given: ServerInput, signal?: AbortSignal): Promise<Inspected> {
  const { config, errorLog, accessLog, root, worker, logSizes, traced } = given;
  const input = { config, errorLog, accessLog, root, worker, logSizes, traced };
  if (!existsSync(THREAD)) return (await import('./index.ts')).inspectServers(exchange, input as ServerInput);
  if (signal?.aborted) return ended('the run was ended');
  const { port1, port2 } = new MessageChannel();
  const flag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const link: Link = { port: port2, flag };
  const thread = new Worker(THREAD, {
    workerData: { exchange, input, link },
    transferList: [port2],
    resourceLimits: { maxOldGenerationSizeMb: OLD_SPACE, maxYoungGenerationSizeMb: YOUNG_SPACE },
  });
  const timeout = AbortSignal.timeout(LONGEST);
  const over = new AbortController();
  const stop = AbortSignal.any([timeout, over.signal, ...(signal ? [signal] : [])]);
  servePrograms({ port: port1, flag }, stop);
  try {
    return await new Promise((resolve, reject) => {
      stop.addEventListener('abort', () =>
        resolve(ended(timeout.aborted ? `it takes longer than ${LONGEST / 1000} seconds` : 'the run was ended')),
      );
      thread.on('message', resolve);
      thread.on('messageerror', reject);
      thread.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(ended(`it takes more than ${OLD_SPACE} MiB of memory`));
        else reject(error);
      });
    });
  } finally {
    over.abort();
    port1.close();
    void thread.terminate();
  }
}

const ended = (why: string): Inspected => ({
  claims: [],
  remedies: [],
  notes: [{ kind: 'server', text: `The server's side was not inspected to its end: ${why}.` }],
  tokenPages: [],
});
