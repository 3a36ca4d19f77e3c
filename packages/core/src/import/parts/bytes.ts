import type { Body } from '../../model/exchange.ts';

const encoder = new TextEncoder();
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Decodes UTF-8; undecodable bytes become U+FFFD, a byte order mark stays. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A body from its bytes: text in `charset` (UTF-8 where it is unknown), the bytes beside it where the text does not give them back. */
export function bodyFromBytes(bytes: Uint8Array, charset?: string): Body {
  const text = decodeAs(bytes, charset);
  return equalBytes(encoder.encode(text), bytes) ? { text } : { text, bytes };
}

function decodeAs(bytes: Uint8Array, charset: string | undefined): string {
  if (charset) {
    try {
      return new TextDecoder(charset, { ignoreBOM: true }).decode(bytes);
    } catch {
      // A label that no decoder knows: UTF-8 is the best guess.
    }
  }
  return utf8.decode(bytes);
}

/** The charset that a Content-Type value names. */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /;\s{0,9}charset\s{0,9}=\s{0,9}"?([^";,\s]{1,40})/i.exec(contentType ?? '')?.[1];
}

/** Base64 of bytes (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Bytes of base64 text, `undefined` where it is not base64. White space is passed over. */
export function fromBase64(text: string): Uint8Array | undefined {
  try {
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    // a loop: `Uint8Array.from` with a function takes many times as long, and recordings are full of images
    for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
    return bytes;
  } catch {
    return undefined;
  }
}
