/** A quoted-string (RFC 9110 §5.6.4) of nothing but printable ASCII: no text can end the value, or the header. */
export function quoted(text: string): string {
  const safe = text.slice(0, 500).replace(/[^\x20-\x7e]/g, '?');
  return `"${safe.replace(/["\\]/g, '\\$&')}"`;
}

/** A challenge (RFC 9110 §11.6.1). What is undefined is left out; numbers stand in quotes too, as RFC 9470 writes them. */
export function challengeLine(scheme: string, parameters: object): string {
  const pairs = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== '');
  if (pairs.length === 0) return scheme;
  return `${scheme} ${pairs.map(([name, value]) => `${name}=${quoted(String(value))}`).join(', ')}`;
}
