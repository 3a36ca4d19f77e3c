// Two connections joined: what one says goes to the other as it is, no faster than that one takes it. Watchers get copies.
import type { Duplex } from 'node:stream';
import type { Watcher } from './watch-http1.ts';

/** Joins the two until both are done. `first` is what the client said already. */
export function relay(client: Duplex, server: Duplex, watcher?: Watcher, first?: Buffer): Promise<void> {
  return new Promise((resolve) => {
    let open = 2;
    const done = (): void => {
      if (--open > 0) return;
      watcher?.close();
      resolve();
    };
    pass(client, server, watcher?.client, done);
    pass(server, client, watcher?.server, done);
    if (first && first.length > 0) {
      server.write(first);
      watcher?.client(first);
    }
  });
}

/** Passes on what one says. The end of one is the end for the other, and a failure is a failure. */
export function pass(from: Duplex, to: Duplex, copy: ((bytes: Buffer) => void) | undefined, done: () => void): void {
  let over = false;
  const finish = (): void => {
    if (over) return;
    over = true;
    done();
  };
  from.on('data', (bytes: Buffer) => {
    // first it goes on its way, and then it is looked at
    if (!to.destroyed && !to.write(bytes)) from.pause();
    copy?.(bytes);
  });
  to.on('drain', () => from.resume());
  from.on('end', () => {
    if (!to.destroyed) to.end();
    finish();
  });
  from.on('error', () => breakOff(to));
  from.on('close', () => {
    // closed without an end: so is the other
    if (!from.readableEnded) breakOff(to);
    finish();
  });
  from.resume();
}

/** Ends a connection as one that broke: a reset where it can be one. */
export function breakOff(stream: Duplex): void {
  stream.on('error', () => {});
  if (stream.destroyed) return;
  const { resetAndDestroy } = stream as { resetAndDestroy?: () => unknown };
  if (resetAndDestroy && !('encrypted' in stream)) resetAndDestroy.call(stream);
  else stream.destroy();
}
