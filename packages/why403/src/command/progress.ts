import { visible } from '@why403/core';
import type { Io } from './io.ts';

/** What is under way, for a person who waits. */
export interface Progress {
  /** Something that is waited for. */
  show(text: string): void;
  /** How far work has come that leaves no turn to timers. */
  tick(text: string): void;
  /** Takes the line away: something else is written now. */
  clear(): void;
}

/** Milliseconds of silence after which a line says what is waited for, where there is no terminal. */
const SILENCE = 5000;
/** Milliseconds after which a line on a terminal says again how far work has come. */
const AGAIN = 100;

/** A line on a terminal that is wiped when the report comes; elsewhere a line once something takes long. */
export function progressLine(io: Io): Progress {
  let shown = false;
  let said: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (text: string): void => {
    io.stderr.write(`\r\u001b[2K${visible(text).slice(0, 78)}`);
    shown = true;
  };
  const say = (text: string): void => {
    io.stderr.write(`why403: still ${visible(text).split(/[?#]/, 1)[0]!.slice(0, 200)}\n`);
  };
  return {
    show(text) {
      if (io.stderr.isTTY) {
        draw(text);
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => say(text), SILENCE);
      timer.unref();
    },
    tick(text) {
      const now = performance.now();
      said ??= now;
      if (now - said < (io.stderr.isTTY ? AGAIN : SILENCE)) return;
      said = now;
      if (io.stderr.isTTY) draw(text);
      else say(text);
    },
    clear() {
      clearTimeout(timer);
      if (shown) io.stderr.write('\r\u001b[2K');
      shown = false;
    },
  };
}
