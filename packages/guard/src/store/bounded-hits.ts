import { isPromise, messageOf } from '../ask.ts';
import type { Eventually } from '../model.ts';
import type { Count, RateStore } from '../requirements/rate-limit.ts';

/** Failures in a row, none answered between them, after which a store is down. One late answer does not make it so. */
const FAILURES = 3;
/** How long a store that failed is left alone before one request tries it again. */
const PAUSE_MS = 500;
/** How long the first requests wait for a store that is still being prepared. */
const PREPARE_MS = 1000;
/** Hits that may wait at once: those beyond would only fill the queue of the store's client. */
const MOST_UNDER_WAY = 1000;

const later: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => work());

/** Counts a hit, or says why it could not be counted. */
export type Hit = (key: string, windowMs: number, now: number) => Eventually<Count | string>;

/**
 * Asks a store, and waits no longer than a limit: a store that is down must not hold requests, nor gather them. After
 * some failures it is left alone for a moment; then one request at a time tries it, until it answers again.
 */
export function boundedHits(store: RateStore, deadlineMs: number): Hit {
  let failures = 0;
  const isDown = (): boolean => failures >= FAILURES;
  let isTrying = false;
  let pausedUntil = 0;
  let underWay = 0;
  let preparing = prepare();

  /** What goes wrong here is told by the first request. */
  function prepare(): Promise<unknown> | undefined {
    const done = store.prepare?.().catch(() => undefined);
    if (done === undefined) return undefined;
    const late = new Promise((resolve) => {
      const timer = setTimeout(resolve, PREPARE_MS);
      done.finally(() => clearTimeout(timer));
    });
    return Promise.race([done, late]).then(() => {
      preparing = undefined;
    });
  }

  function failed(): void {
    failures++;
    pausedUntil = performance.now() + PAUSE_MS;
  }

  function answered(count: Count): Count | string {
    const { hits } = count ?? {};
    if (Number.isFinite(hits) && hits >= 1) {
      failures = 0;
      return count;
    }
    failed();
    return 'the store gave no count';
  }

  return (key, windowMs, now) => {
    if (isDown() && (isTrying || performance.now() < pausedUntil)) return 'the store failed, and is not asked yet';
    if (underWay >= MOST_UNDER_WAY) return `the store has ${MOST_UNDER_WAY} hits waiting`;
    if (preparing === undefined) return ask(key, windowMs, now);
    underWay++;
    return preparing.then(() => {
      underWay--;
      return isDown() ? 'the store failed, and is not asked yet' : ask(key, windowMs, now);
    });
  };

  function ask(key: string, windowMs: number, now: number): Eventually<Count | string> {
    try {
      const count = store.hit(key, windowMs, now);
      if (!isPromise(count)) return answered(count);
      isTrying = isDown();
      underWay++;
      return inTime(count);
    } catch (error) {
      failed();
      return `the store failed: ${messageOf(error)}`;
    }
  }

  function inTime(count: Promise<Count>): Promise<Count | string> {
    return new Promise((resolve) => {
      let isSettled = false;
      const settle = (value: Count | string): void => {
        if (isSettled) return;
        isSettled = true;
        clearTimeout(timer);
        isTrying = false;
        resolve(value);
      };
      // An answer that came while this process was busy is read first.
      const timer = setTimeout(() => later(expire), deadlineMs);
      const expire = (): void => {
        if (isSettled) return;
        failed();
        settle(`the store gave no answer within ${deadlineMs} ms`);
      };
      count
        .then(
          (value) => settle(isSettled ? '' : answered(value)),
          (error: unknown) => {
            if (!isSettled) failed();
            settle(`the store failed: ${messageOf(error)}`);
          },
        )
        .finally(() => {
          underWay--;
        });
    });
  }
}
