/**
 * The bytes that `printf FORMAT` gives, where the format is plain text with octal escapes and `%%`: the lines that why403
 * prints write so what no shell can quote. Undefined for any other format, which is not worked out.
 */
export function printfBytes(format: string): Uint8Array | undefined {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  for (const [part] of format.matchAll(/\\[0-7]{1,3}|%%|[^\\%]+|[\\%]/g)) {
    if (part === '\\' || part === '%') return undefined;
    if (part.startsWith('\\')) bytes.push(Number.parseInt(part.slice(1), 8) & 0xff);
    else for (const byte of encoder.encode(part === '%%' ? '%' : part)) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** What `$(printf '…')` at this place stands for, and where it ends; undefined for any other substitution. */
export function readPrintf(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  const found = /\$\(printf '([^']*)'\)/y;
  found.lastIndex = at;
  const [whole, format] = found.exec(text) ?? [];
  const bytes = format === undefined ? undefined : printfBytes(format);
  if (!bytes) return undefined;
  let value = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  // the shell takes line breaks at the end away
  while (value.endsWith('\n')) value = value.slice(0, -1);
  return { value, end: at + whole!.length };
}
