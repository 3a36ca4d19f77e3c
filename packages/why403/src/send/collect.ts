/** Bytes of a body as they come in, up to a limit. One growing buffer: a body in pieces of one byte must not cost an object each. */
export interface Collector {
  /** Takes a piece; false where it did not fit whole. */
  add(piece: Uint8Array): boolean;
  bytes(): Uint8Array;
}

/** `limit` is in bytes. */
export function createCollector(limit: number): Collector {
  let buffer = Buffer.alloc(0);
  let used = 0;
  return {
    add(piece) {
      const fits = piece.byteLength <= limit - used;
      const part = fits ? piece : piece.subarray(0, limit - used);
      if (used + part.byteLength > buffer.byteLength) {
        const larger = Buffer.alloc(Math.min(limit, Math.max(4096, buffer.byteLength * 2, used + part.byteLength)));
        larger.set(buffer.subarray(0, used));
        buffer = larger;
      }
      buffer.set(part, used);
      used += part.byteLength;
      return fits;
    },
    bytes: () => buffer.subarray(0, used),
  };
}
