// A wait that the person sees: on a terminal a countdown and a key that ends it, elsewhere a line where it is long.
import { visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import { sleep } from './session.ts';

/** A wait that is longer than this, in milliseconds, is announced where there is no terminal. */
const LONG = 2000;

/** Waits for that long; false where the person ended it. */
export function waitAt(io: Io, clear: () => void, signal: AbortSignal): (ms: number, why: string) => Promise<boolean> {
  return async (ms, why) => {
    if (!(io.stderr.isTTY && io.stdin.isTTY)) {
      if (ms > LONG) io.stderr.write(`why403: ${visible(why)}: waiting ${Math.ceil(ms / 1000)} s\n`);
      await sleep(ms, signal);
      return true;
    }
    const until = performance.now() + ms;
    const show = (): void => {
      const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
      io.stderr.write(`\r\u001b[2K${visible(why).slice(0, 50)}: ${left} s, any key skips`);
    };
    const skip = new AbortController();
    const isSkipped = pressed(io, skip);
    const timer = setInterval(show, 1000);
    show();
    try {
      await sleep(ms, AbortSignal.any([signal, skip.signal]));
    } finally {
      clearInterval(timer);
      isSkipped.end();
      clear();
      io.stderr.write('\r\u001b[2K');
    }
    return !skip.signal.aborted;
  };
}

/** Listens for one key. Ctrl-C stays what it is: a terminal that gives each key does not make a signal of it. */
function pressed(io: Io, skip: AbortController): { end(): void } {
  const stdin = io.stdin as Io['stdin'] & { setRawMode?: (on: boolean) => unknown; isRaw?: boolean };
  const wasRaw = stdin.isRaw === true;
  const onKey = (key: Uint8Array | string): void => {
    if (Buffer.from(key).includes(3)) process.kill(process.pid, 'SIGINT');
    else skip.abort();
  };
  stdin.setRawMode?.(true);
  stdin.on('data', onKey);
  stdin.resume();
  return {
    end() {
      stdin.off('data', onKey);
      stdin.setRawMode?.(wasRaw);
      stdin.pause();
    },
  };
}
