import type { Duplex } from 'node:stream';
import type { Header } from '@why403/core';
import { createMessages } from './http1-messages.ts';

/** The next bytes of a connection, which says nothing more until it is asked again; undefined at its end. */
export function pull(stream: Duplex): Promise<Buffer | undefined> {
  if (stream.readableEnded || stream.destroyed) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const settle = (bytes?: Buffer): void => {
      stream.off('data', settle).off('end', onNone).off('close', onNone);
      stream.pause();
      resolve(bytes);
    };
    const onNone = (): void => settle();
    stream.on('data', settle).once('end', onNone).once('close', onNone);
    stream.resume();
  });
}

/** Waits until the other side took what was written. */
export async function push(stream: Duplex, bytes: Buffer): Promise<void> {
  if (stream.destroyed || stream.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      stream.off('drain', settle).off('close', settle);
      resolve();
    };
    stream.once('drain', settle).once('close', settle);
  });
}

/** A head that was read. */
export interface Head {
  readonly line: string;
  readonly headers: readonly Header[];
  readonly bytes: Buffer;
  /** What came after it. */
  readonly rest: Buffer;
}

/** Reads the next head; `start` came before. Undefined where none comes, or what comes is no HTTP/1. */
export async function pullHead(stream: Duplex, start: Buffer): Promise<Head | undefined> {
  let head: Omit<Head, 'rest'> | undefined;
  const messages = createMessages({
    head(line, headers, bytes) {
      head = { line, headers, bytes };
      messages.hold();
      return 'none';
    },
    body: () => {},
    end: () => {},
  });
  for (let bytes: Buffer | undefined = start; bytes; bytes = await pull(stream)) {
    messages.push(bytes);
    if (head) return { ...head, rest: messages.rest() };
    if (messages.isBroken()) return undefined;
  }
  return undefined;
}
