import type { Body, Gap, Header } from '@why403/core';
import { createCollector } from './collect.ts';
import { quoteOutside } from './error.ts';
import { headerValue } from './headers.ts';

/** What a body's bytes came to, and what the user should know about it. */
export interface DecodedBody {
  readonly body: Body;
  readonly gaps: readonly Gap[];
}

/** More codings than this on one body are an attack, not a compression. */
const MAX_CODINGS = 5;

/**
 * Undoes Content-Encoding (RFC 9110 section 8.4) and the character set. At most `maxBytes` come out, so that a small body
 * cannot unpack to a huge one. What cannot be undone is kept as it came, and said.
 */
export async function decodeBody(
  raw: Uint8Array,
  headers: readonly Header[],
  maxBytes: number,
  size: { readonly cut: boolean; readonly declared: number | undefined },
): Promise<DecodedBody> {
  const gaps: Gap[] = [];
  let bytes = raw;
  let cutFrom = size.cut ? Math.max(size.declared ?? 0, raw.byteLength + 1) : undefined;
  if (size.cut)
    gaps.push({
      code: 'response-body-cut',
      text: `The response's body is longer than ${describeSize(maxBytes)}; it was cut there.`,
    });
  const codings = headers
    .filter(([name]) => name.toLowerCase() === 'content-encoding')
    .flatMap(([, value]) => value.split(','))
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length > MAX_CODINGS) {
    gaps.push({
      code: 'response-body-unreadable',
      text: `The response's body is encoded ${codings.length} times; it was not decoded.`,
    });
  } else if (raw.byteLength > 0) {
    for (const coding of codings.reverse()) {
      const unpacked = await unpack(bytes, coding, maxBytes);
      if (unpacked === undefined) {
        gaps.push({
          code: 'response-body-unreadable',
          text: `The response's body is encoded as ${quoteOutside(coding)}, which is not known here; it was not decoded.`,
        });
        break;
      }
      if (unpacked.failed && !size.cut) {
        gaps.push({
          code: 'response-body-unreadable',
          text: `The response's body is not valid ${coding}; it was decoded as far as it goes.`,
        });
        if (unpacked.bytes.byteLength === 0) break;
      }
      if (unpacked.cut) {
        gaps.push({
          code: 'response-body-cut',
          text: `The response's body unpacks to more than ${describeSize(maxBytes)}; it was cut there.`,
        });
        cutFrom = Math.max(cutFrom ?? 0, unpacked.bytes.byteLength + 1);
      }
      bytes = unpacked.bytes;
    }
  }
  if (bytes.byteLength === 0 && cutFrom === undefined) return { body: { text: '' }, gaps };
  const text = decodeText(bytes, headerValue(headers, 'content-type'), gaps);
  const isFaithful = Buffer.from(text, 'utf8').equals(bytes);
  return {
    body: { text, ...(isFaithful ? {} : { bytes }), ...(cutFrom === undefined ? {} : { cutFrom }) },
    gaps,
  };
}

function describeSize(bytes: number): string {
  return bytes % (1024 * 1024) === 0 ? `${bytes / 1024 / 1024} MiB` : `${bytes} bytes`;
}

interface Unpacked {
  readonly bytes: Uint8Array;
  readonly cut: boolean;
  readonly failed: boolean;
}

async function unpack(bytes: Uint8Array, coding: string, maxBytes: number): Promise<Unpacked | undefined> {
  const zlib = await import('node:zlib');
  const sync = { finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const stream = (() => {
    switch (coding) {
      case 'gzip':
      case 'x-gzip':
        return zlib.createGunzip(sync);
      case 'deflate':
        // Some servers send raw deflate under this name; a zlib header tells the two apart (RFC 1950 section 2.2).
        return isZlib(bytes) ? zlib.createInflate(sync) : zlib.createInflateRaw(sync);
      case 'br':
        return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
      case 'zstd': {
        // Node has it from 22.15 on.
        const make = (zlib as unknown as { createZstdDecompress?: () => ReturnType<typeof zlib.createGunzip> })
          .createZstdDecompress;
        return make?.();
      }
      default:
        return undefined;
    }
  })();
  if (stream === undefined) return undefined;
  const kept = createCollector(maxBytes);
  return new Promise((resolve) => {
    const finish = (cut: boolean, failed: boolean) => {
      stream.removeAllListeners();
      stream.on('error', () => {});
      stream.destroy();
      resolve({ bytes: kept.bytes(), cut, failed });
    };
    stream.on('data', (piece: Uint8Array) => {
      if (!kept.add(piece)) finish(true, false);
    });
    stream.on('end', () => finish(false, false));
    stream.on('error', () => finish(false, true));
    stream.end(bytes);
  });
}

function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
}

function decodeText(bytes: Uint8Array, contentType: string | undefined, gaps: Gap[]): string {
  const label = charsetOf(bytes, contentType);
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    gaps.push({
      code: 'response-body-unreadable',
      text: `The response names the character set ${quoteOutside(label)}, which is not known; it was read as UTF-8.`,
    });
    return new TextDecoder().decode(bytes);
  }
}

/** Byte order mark, then Content-Type, then what HTML or XML says in its first kilobyte (WHATWG Encoding, HTML 13.2.3.2). */
function charsetOf(bytes: Uint8Array, contentType: string | undefined): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  const named = /;\s*charset\s*=\s*["']?([^"';,\s]{1,40})/i.exec(contentType ?? '')?.[1];
  if (named !== undefined) return named;
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const declared =
    /<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?([A-Za-z0-9_:.-]{1,40})/i.exec(start)?.[1] ??
    /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([A-Za-z0-9_:.-]{1,40})/i.exec(start)?.[1];
  // Text that could be read as ASCII to find the declaration is not UTF-16 (HTML 13.2.3.2, step on prescan results).
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}
