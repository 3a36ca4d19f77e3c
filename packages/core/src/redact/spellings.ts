// How the bytes of a secret may be spelled out in a text.
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes in hex. */
export function hexOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte]!;
  return text;
}

/** Base64 of bytes in the middle of others, at each of the three places where they may fall; only what the others do not change. */
export function base64Of(bytes: Uint8Array): readonly string[] {
  const binary = String.fromCharCode(...bytes);
  return [0, 2, 3].map((drop, before) =>
    btoa('\0'.repeat(before) + binary).slice(drop, Math.floor(((before + binary.length) * 8) / 6)),
  );
}
