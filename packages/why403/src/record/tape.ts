// What was seen pass: requests and answers in the order in which they began, bounded in number and size.
import type { Header, Transport } from '@why403/core';
import { type Collector, createCollector } from '../send/collect.ts';

/** A message's head as it stood on the wire. */
export interface RequestHead {
  readonly method: string;
  readonly url: string;
  readonly httpVersion: '1.0' | '1.1' | '2';
  readonly headers: readonly Header[];
}

export interface ResponseHead {
  readonly status: number;
  readonly statusText?: string;
  readonly httpVersion: '1.0' | '1.1' | '2';
  readonly headers: readonly Header[];
}

/** One request that passes, and its answer as far as it has come. */
export interface Take {
  readonly request: RequestHead;
  /** A proxy was asked to open the way, and this is its answer. */
  readonly byProxy?: string;
  readonly transport: Transport;
  /** When it began, in milliseconds since 1970, and how long it took until the answer was whole. */
  readonly began: number;
  took?: number;
  response?: ResponseHead;
  sent(piece: Uint8Array): void;
  received(piece: Uint8Array): void;
  answered(head: ResponseHead): void;
  /** The answer is whole, or nothing more will come of it. */
  ended(): void;
  body(of: 'request' | 'response'): { readonly bytes: Uint8Array; readonly size: number };
}

/** What the watchers write to. */
export interface Tape {
  take(request: RequestHead, transport: Transport, byProxy?: string): Take;
  readonly takes: () => readonly Take[];
  /** How many were let go of, for there were too many. */
  readonly dropped: () => number;
}

/** Most takes that are kept; of more, those that were let through go first. */
const MOST_TAKES = 4_000;
/** Most bytes of a body: of what was sent, of an answer that is a success by its number, and of any other answer. */
const MOST_SENT = 64 * 1024;
const MOST_SUCCESS = 64 * 1024;
const MOST_ANSWER = 512 * 1024;
/** Most bytes of bodies in all. */
const MOST_ALL = 48 * 1024 * 1024;

export function createTape(): Tape {
  const takes: Take[] = [];
  let dropped = 0;
  let all = 0;
  /** A body up to a limit, and its size. */
  const body = (
    limit: () => number,
  ): { add(piece: Uint8Array): void; readonly read: () => { bytes: Uint8Array; size: number } } => {
    let kept: Collector | undefined;
    let size = 0;
    return {
      add(piece) {
        size += piece.byteLength;
        if (all >= MOST_ALL) return;
        kept ??= createCollector(limit());
        const before = kept.bytes().byteLength;
        kept.add(piece);
        all += kept.bytes().byteLength - before;
      },
      read: () => ({ bytes: kept?.bytes() ?? new Uint8Array(), size }),
    };
  };
  const makeRoom = (): void => {
    if (takes.length < MOST_TAKES) return;
    const passed = takes.findIndex(({ response }) => response !== undefined && response.status < 400);
    const [gone] = takes.splice(Math.max(passed, 0), 1);
    all -= gone!.body('request').bytes.byteLength + gone!.body('response').bytes.byteLength;
    dropped++;
  };
  return {
    take(request, transport, byProxy) {
      makeRoom();
      const started = performance.now();
      const out = body(() => MOST_SENT);
      const back = body(() => (take.response && take.response.status < 300 ? MOST_SUCCESS : MOST_ANSWER));
      const take: Take = {
        request,
        transport,
        ...(byProxy !== undefined && { byProxy }),
        began: Date.now(),
        sent: out.add,
        received: back.add,
        answered(head) {
          take.response ??= head;
        },
        ended() {
          take.took ??= Math.round((performance.now() - started) * 1000) / 1000;
        },
        body: (of) => (of === 'request' ? out.read() : back.read()),
      };
      takes.push(take);
      return take;
    },
    takes: () => takes,
    dropped: () => dropped,
  };
}
