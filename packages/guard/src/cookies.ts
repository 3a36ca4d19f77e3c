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
  // From one mention of the name to the next: to walk over every pair would let a stranger's header cost the most.
  for (let at = header.indexOf(name); at >= 0; at = header.indexOf(name, at + name.length)) {
    const equals = skip(header, at + name.length, header.length);
    if (header.charCodeAt(equals) !== EQUALS || !beginsPair(header, at)) continue;
    if (value !== undefined) return undefined;
    const end = header.indexOf(';', equals);
    value = trimmed(header, equals + 1, end < 0 ? header.length : end);
  }
  return value;
}

/** Whether nothing but blanks stands between a place and the pair before it. */
function beginsPair(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return before < 0 || text.charCodeAt(before) === SEMICOLON;
}

const EQUALS = 61;
const SEMICOLON = 59;

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
