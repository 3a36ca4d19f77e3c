// The recorder as a SOCKS 5 proxy (RFC 1928), for clients that would speak another HTTP to one of HTTP: curl leaves HTTP/2 with prior
// knowledge out of requests that it hands to such a proxy.
import type { Socket } from 'node:net';
import type { Endpoint } from '../send/dial.ts';
import { pull } from './pull.ts';

/** Reads where the client wants to be led; undefined where that cannot be read. `start` came already. */
export async function readSocks(client: Socket, start: Buffer): Promise<{ to: Endpoint; rest: Buffer } | undefined> {
  const greeting = await atLeast(client, start, (bytes) => 2 + (bytes[1] ?? 0));
  if (!greeting) return undefined;
  client.write(Buffer.from([5, 0]));
  const request = await atLeast(client, greeting.rest, lengthOf);
  if (request?.bytes[1] !== 1) return undefined;
  const { bytes, rest } = request;
  const port = bytes.readUInt16BE(bytes.length - 2);
  const address = bytes.subarray(4, bytes.length - 2);
  if (bytes[3] === 3) return { to: { host: address.toString('latin1', 1), port }, rest };
  const host = bytes[3] === 1 ? address.join('.') : (address.toString('hex').match(/.{4}/g)?.join(':') ?? '');
  return { to: { host, port }, rest };
}

/** The answer to a request: the way is open, or it is not. */
export function socksAnswer(isOpen: boolean): Buffer {
  return Buffer.from([5, isOpen ? 0 : 1, 0, 1, 0, 0, 0, 0, 0, 0]);
}

function lengthOf(bytes: Buffer): number {
  const kind = bytes[3];
  return 6 + (kind === 1 ? 4 : kind === 4 ? 16 : 1 + (bytes[4] ?? 0));
}

async function atLeast(
  client: Socket,
  start: Buffer,
  length: (bytes: Buffer) => number,
): Promise<{ readonly bytes: Buffer; readonly rest: Buffer } | undefined> {
  let bytes = start;
  while (bytes.length < 5 && bytes.length < length(bytes)) {
    const more = await pull(client);
    if (!more) return undefined;
    bytes = Buffer.concat([bytes, more]);
  }
  while (bytes.length < length(bytes)) {
    const more = await pull(client);
    if (!more) return undefined;
    bytes = Buffer.concat([bytes, more]);
  }
  return { bytes: bytes.subarray(0, length(bytes)), rest: bytes.subarray(length(bytes)) };
}
