/**
 * Reads one cookie of a `Cookie` header by the grammar of the package `cookie` (pairs end at `;`, a name ends at the
 * first `=`, blanks and tabs around both do not count), and a test holds it against that package by fuzzing. Ours,
 * since that package keeps the first of two cookies of one name, and undoes percent signs: which of the two an attacker
 * on a sibling domain planted cannot be told (RFC 6265 §8.6), and a session's id is compared as it was sent.
 */

/** Longest header that is read. Node takes 16 KB of headers in all; other platforms may take more. */
const MOST = 65_536;

/** The value of a cookie, as it was sent. Names match exactly. Undefined where it is not there, or there twice. */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (header === undefined || header.length > MOST) return undefined;
  let value: string | undefined;
  for (let at = 0; at < header.length; ) {
    const semicolon = header.indexOf(';', at);
    const end = semicolon < 0 ? header.length : semicolon;
    const start = skip(header, at, end);
    if (header.startsWith(name, start)) {
      const equals = skip(header, start + name.length, end);
      if (equals < end && header.charCodeAt(equals) === EQUALS) {
        if (value !== undefined) return undefined;
        value = trimmed(header, equals + 1, end);
      }
    }
    at = end + 1;
  }
  return value;
}

const EQUALS = 61;

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

/** The first place from `at` on that is no blank. */
function skip(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && isBlank(text.charCodeAt(next))) next++;
  return next;
}

function trimmed(text: string, from: number, to: number): string {
  const start = skip(text, from, to);
  let end = to;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}
