// What a client asks for in its first TLS message (RFC 8446 section 4.1.2), read without taking part.

export interface ClientHello {
  /** Server Name Indication (RFC 6066 section 3). */
  readonly name?: string;
  /** Application protocols that are offered (RFC 7301). */
  readonly protocols?: readonly string[];
  /** The newest version that is offered, such as 0x0304 for TLS 1.3. */
  readonly version: number;
}

/** Most bytes of a first message. */
export const MOST_HELLO = 64 * 1024;

/** Reads the message. `more` where it is not whole yet, undefined where it is none. */
export function readClientHello(bytes: Buffer): ClientHello | 'more' | undefined {
  const pieces: Buffer[] = [];
  for (let at = 0; ; ) {
    if (bytes.length < at + 5) return bytes.length > MOST_HELLO ? undefined : 'more';
    if (bytes[at] !== 0x16 || bytes[at + 1] !== 3) return undefined;
    const length = bytes.readUInt16BE(at + 3);
    if (bytes.length < at + 5 + length) return bytes.length > MOST_HELLO ? undefined : 'more';
    pieces.push(bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
    const message = Buffer.concat(pieces);
    if (message.length < 4) continue;
    if (message[0] !== 1) return undefined;
    if (message.length >= 4 + message.readUIntBE(1, 3)) return parse(message.subarray(4, 4 + message.readUIntBE(1, 3)));
  }
}

function parse(body: Buffer): ClientHello | undefined {
  try {
    let at = 34;
    at += 1 + body.readUInt8(at);
    at += 2 + body.readUInt16BE(at);
    at += 1 + body.readUInt8(at);
    let name: string | undefined;
    let protocols: readonly string[] | undefined;
    let version = body.readUInt16BE(0);
    const end = at + 2 < body.length ? at + 2 + body.readUInt16BE(at) : 0;
    for (at += 2; at + 4 <= end; ) {
      const type = body.readUInt16BE(at);
      const data = body.subarray(at + 4, at + 4 + body.readUInt16BE(at + 2));
      at += 4 + data.length;
      if (type === 0 && data[2] === 0) name = data.subarray(5, 5 + data.readUInt16BE(3)).toString('latin1');
      if (type === 16) protocols = listOf(data.subarray(2));
      if (type === 43) version = newest(data.subarray(1));
    }
    return { ...(name !== undefined && { name }), ...(protocols && { protocols }), version };
  } catch {
    return undefined;
  }
}

function listOf(data: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at < data.length; at += 1 + data[at]!)
    found.push(data.toString('latin1', at + 1, at + 1 + data[at]!));
  return found;
}

function newest(data: Buffer): number {
  let found = 0;
  for (let at = 0; at + 2 <= data.length; at += 2) {
    const version = data.readUInt16BE(at);
    // values for trying out that others are passed over (RFC 8701) are no versions
    if ((version & 0x0f0f) !== 0x0a0a) found = Math.max(found, version);
  }
  return found;
}
