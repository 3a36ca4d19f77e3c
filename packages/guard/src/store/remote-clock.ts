/** How long after it was sent a command may still count. */
const GRACE_MS = 1000;

/**
 * The clock of a store, as far as its answers tell it, so that a command can say until when it is wanted without the
 * clocks of both machines being set alike.
 */
export interface RemoteClock {
  /** Until when a command that is sent now may count, by the store's clock. */
  deadline(): number;
  learn(remoteMs: number | undefined): void;
  /** Sends, and sends again where the store only called it late because its clock was not known. */
  onTime<T>(send: () => Promise<T | 'late'>): Promise<T>;
}

export function remoteClock(): RemoteClock {
  let ahead: number | undefined;
  return {
    deadline: () => Math.ceil((ahead === undefined ? Date.now() : performance.now() + ahead) + GRACE_MS),
    learn(remoteMs) {
      if (remoteMs !== undefined && Number.isFinite(remoteMs)) ahead = remoteMs - performance.now();
    },
    async onTime(send) {
      const wasKnown = ahead !== undefined;
      const sentAt = performance.now();
      const first = await send();
      if (first !== 'late') return first;
      const second = wasKnown || performance.now() - sentAt > GRACE_MS ? 'late' : await send();
      if (second !== 'late') return second;
      throw new Error('the store came to it too late');
    },
  };
}
