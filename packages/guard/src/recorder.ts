import { isPromise } from './ask.ts';
import { boundedMap } from './bounded-map.ts';
import { memoryJournal } from './journal/memory.ts';
import type { Denial, Journal } from './model.ts';

/**
 * Stands between decisions and the journal, so that whoever is refused decides neither how much is kept nor how long a
 * request takes. Of each cause and caller, and of each cause in all, so many denials are kept at once and so many a
 * second; they are handed over in batches, one at a time, from a queue that is bounded. What is left out is counted.
 */
export interface Recorder {
  /** Whether a denial of this cause and caller is to be kept. One that is not is counted. */
  admits(cause: string, caller: string, isKnown: boolean, now: number): boolean;
  keep(denial: Denial): void;
  read(id: string): Promise<Denial | undefined>;
  /** Hands over what waits, as when the server ends. */
  flush(): Promise<void>;
  /** Denials that were not kept, since the guard was made. */
  readonly omitted: number;
}

interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}
const OF_CALLER: Rate = { burst: 100, perSecond: 1 };
const OF_CAUSE: Rate = { burst: 1000, perSecond: 20 };
/** Callers whose rates are remembered. */
const MOST_CALLERS = 10_000;
const MOST_WAITING = 1000;
const BATCH = 100;
const EVERY_MS = 200;
const SLOWEST_MS = 30_000;
/** How long the end of a server waits for its journal. */
const FLUSH_MS = 5000;
/** Denials that stay in the process, whatever happens to the journal. */
const SPARE = 100;

interface Bucket {
  left: number;
  at: number;
}

function take(bucket: Bucket, { burst, perSecond }: Rate, now: number): boolean {
  bucket.left = Math.min(burst, bucket.left + (Math.max(0, now - bucket.at) * perSecond) / 1000);
  bucket.at = now;
  if (bucket.left < 1) return false;
  bucket.left--;
  return true;
}

export function makeRecorder(journal: Journal, onFault: (error: unknown) => void): Recorder {
  const spare = memoryJournal(SPARE);
  const causes = new Map<string, Bucket>();
  const callers = boundedMap<Bucket>(MOST_CALLERS, 2_000_000);
  let waiting: Denial[] = [];
  let handing: Promise<void> | undefined;
  let isDue = false;
  let pause = EVERY_MS;
  let handedAt = Number.NEGATIVE_INFINITY;
  let omitted = 0;
  /** Of those, how many no entry has told yet. */
  let untold = 0;
  let isFullTold = false;

  function leaveOut(count: number): void {
    omitted += count;
    untold += count;
  }

  function keep(denial: Denial): void {
    spare.write(denial);
    if (journal.immediate === true) {
      attempt([told(denial)]);
      return;
    }
    if (waiting.length >= MOST_WAITING) {
      leaveOut(1);
      if (!isFullTold) onFault(new Error(`the journal has ${MOST_WAITING} denials waiting; others are left out`));
      isFullTold = true;
      return;
    }
    waiting.push(told(denial));
    next();
  }

  function told(denial: Denial): Denial {
    if (untold === 0) return denial;
    const whole = { ...denial, omitted: untold };
    untold = 0;
    return whole;
  }

  /** A first denial is handed over as soon as its answer is on its way; those that follow gather for a while. */
  function next(): void {
    if (isDue || handing !== undefined || waiting.length === 0) return;
    isDue = true;
    const rest = handedAt + pause - performance.now();
    if (rest > 0) setTimeout(hand, rest);
    else queueMicrotask(hand);
  }

  /** Hands one batch over. A journal that hangs has one batch and no more. */
  function hand(): void {
    isDue = false;
    if (handing !== undefined || waiting.length === 0) return;
    handedAt = performance.now();
    const batch = waiting.slice(0, BATCH);
    waiting = waiting.slice(BATCH);
    if (waiting.length < MOST_WAITING / 2) isFullTold = false;
    const done = attempt(batch);
    if (done === undefined) next();
    else {
      handing = done.then(() => {
        handing = undefined;
        next();
      });
    }
  }

  /** One turn for the whole batch. */
  function attempt(batch: readonly Denial[]): Promise<void> | undefined {
    const written: Promise<unknown>[] = [];
    for (const denial of batch) {
      try {
        const done = journal.write(denial);
        if (isPromise(done)) written.push(done);
      } catch (error) {
        written.push(Promise.reject(error));
      }
    }
    if (written.length === 0) {
      succeeded();
      return undefined;
    }
    return Promise.all(written).then(succeeded, (error: unknown) => failed(batch, error));
  }

  function succeeded(): void {
    pause = EVERY_MS;
  }

  function failed(batch: readonly Denial[], error: unknown): void {
    pause = Math.min(SLOWEST_MS, pause * 2);
    omitted += batch.length;
    untold += batch.reduce((sum, denial) => sum + 1 + (denial.omitted ?? 0), 0);
    onFault(error);
  }

  return {
    admits(cause, caller, isKnown, now) {
      // Strangers and known callers have rates of their own: a flood of the ones hides none of the others.
      const group = `${isKnown ? 'k' : 's'}|${cause}`;
      const place = `${group}|${caller}`;
      const own = callers.get(place) ?? { left: OF_CALLER.burst, at: now };
      const all = causes.get(group) ?? { left: OF_CAUSE.burst, at: now };
      callers.set(place, own);
      causes.set(group, all);
      if (take(own, OF_CALLER, now) && take(all, OF_CAUSE, now)) return true;
      leaveOut(1);
      return false;
    },
    keep,
    async read(id) {
      let found: Denial | undefined;
      try {
        found = await journal.read(id);
      } catch (error) {
        onFault(error);
      }
      return found ?? waiting.find((denial) => denial.id === id) ?? spare.read(id);
    },
    async flush() {
      const end = performance.now() + FLUSH_MS;
      while ((waiting.length > 0 || handing !== undefined) && performance.now() < end) {
        hand();
        await Promise.race([handing, new Promise((resolve) => setTimeout(resolve, FLUSH_MS).unref?.())]);
      }
    },
    get omitted() {
      return omitted;
    },
  };
}
