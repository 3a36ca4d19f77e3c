/**
 * The value of a cookie, as it was sent. Names match exactly. Where a name came twice the answer is undefined: which
 * of the two an attacker on a sibling domain planted cannot be told (RFC 6265 §8.6).
 */
export function cookieValue(header: string | undefined, name: string): string | undefined {
  if (header === undefined) return undefined;
  let value: string | undefined;
  let at = header.indexOf(`${name}=`);
  while (at >= 0) {
    if (at === 0 || header.charCodeAt(at - 1) === 32 || header.charCodeAt(at - 1) === 59) {
      if (value !== undefined) return undefined;
      const from = at + name.length + 1;
      const end = header.indexOf(';', from);
      value = header.slice(from, end < 0 ? undefined : end).trimEnd();
    }
    at = header.indexOf(`${name}=`, at + name.length + 1);
  }
  return value;
}
