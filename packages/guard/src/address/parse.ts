/** Version of the address that `parseAddress` left in `WORDS`, or 0 where the text is none. */
export type Version = 0 | 4 | 6;

/**
 * The last address parsed, as 32-bit words: one for version 4, four for version 6. Shared, so that reading an address
 * costs no memory; take what is needed before the next call.
 */
export const WORDS = new Uint32Array(4);

/**
 * Reads an address strictly. An IPv4 address written as IPv6 (`::ffff:192.0.2.1`, RFC 4291 §2.5.5.2) is version 4:
 * a list must not be got round by the socket's spelling. Leading zeros are refused, since some read them as octal.
 */
export function parseAddress(text: string): Version {
  if (text.length < 2 || text.length > 60) return 0;
  if (!text.includes(':')) return parse4(text, 0, 0) ? 4 : 0;
  const zone = text.indexOf('%');
  if (!parse6(zone < 0 ? text : text.slice(0, zone))) return 0;
  if (WORDS[0] !== 0 || WORDS[1] !== 0 || WORDS[2] !== 0xffff) return 6;
  WORDS[0] = WORDS[3]!;
  return 4;
}

/** Reads dotted decimal from `start` to the end into one word. */
function parse4(text: string, start: number, word: number): boolean {
  let value = 0;
  let part = -1;
  let parts = 0;
  for (let at = start; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 46;
    if (code === 46) {
      if (part < 0) return false;
      value = value * 256 + part;
      part = -1;
      parts++;
    } else {
      const digit = code - 48;
      if (digit < 0 || digit > 9 || part === 0) return false;
      part = part < 0 ? digit : part * 10 + digit;
      if (part > 255) return false;
    }
  }
  if (parts !== 4) return false;
  WORDS[word] = value;
  return true;
}

const GROUPS = new Uint16Array(8);

function parse6(text: string): boolean {
  const dot = text.indexOf('.');
  const colon = text.lastIndexOf(':');
  if (dot >= 0 && (dot < colon || !parse4(text, colon + 1, 3))) return false;
  const tail = dot >= 0 ? WORDS[3]! : 0;
  const end = dot >= 0 ? colon + 1 : text.length;
  const room = dot >= 0 ? 6 : 8;
  let count = 0;
  let gap = -1;
  let at = 0;
  if (text.startsWith('::')) {
    gap = 0;
    at = 2;
  } else if (text.charCodeAt(0) === 58) return false;
  while (at < end) {
    let value = 0;
    const from = at;
    for (; at < end && text.charCodeAt(at) !== 58; at++) {
      const digit = hex(text.charCodeAt(at));
      if (digit < 0 || at - from === 4) return false;
      value = value * 16 + digit;
    }
    if (at === from || count === room) return false;
    GROUPS[count++] = value;
    if (at === end) break;
    at++;
    if (at < text.length && text.charCodeAt(at) === 58) {
      if (gap >= 0) return false;
      gap = count;
      at++;
    } else if (at === end && dot < 0) return false;
  }
  if (gap < 0 ? count !== room : count >= room) return false;
  if (gap >= 0) {
    GROUPS.copyWithin(room - (count - gap), gap, count);
    GROUPS.fill(0, gap, room - (count - gap));
  }
  for (let word = 0; word < room / 2; word++) WORDS[word] = GROUPS[word * 2]! * 65536 + GROUPS[word * 2 + 1]!;
  if (dot >= 0) WORDS[3] = tail;
  return true;
}

function hex(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** One spelling for each address, so that it can be a key: `4:` or `6:` and its words in hexadecimal. */
export function addressKey(text: string, bits6 = 128): string | undefined {
  const version = parseAddress(text);
  if (version === 0) return undefined;
  if (version === 4) return `4:${WORDS[0]!.toString(16)}`;
  // A network of version 6 has as many addresses as it likes; its first bits tell who it is.
  let key = '6';
  for (let word = 0; word * 32 < bits6; word++) {
    const bits = Math.min(32, bits6 - word * 32);
    key += `:${bits === 32 ? WORDS[word]!.toString(16) : (WORDS[word]! >>> (32 - bits)).toString(16)}`;
  }
  return key;
}
