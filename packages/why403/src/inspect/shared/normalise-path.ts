/** Decodes a path as servers do: %XX, `.` and `..`, and doubled slashes. Undefined where nginx answers 400. */
export function normalisePath(raw: string, mergeSlashes: boolean): string | undefined {
  const bytes = Buffer.from(raw, 'utf8');
  const out: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0x25) {
      const code = Number.parseInt(bytes.toString('latin1', i + 1, i + 3), 16);
      if (!/^[0-9A-Fa-f]{2}$/.test(bytes.toString('latin1', i + 1, i + 3)) || code === 0) return undefined;
      out.push(code);
      i += 2;
    } else out.push(bytes[i] as number);
  }
  const text = Buffer.from(out).toString('utf8');
  const merged = mergeSlashes ? text.replace(/\/{2,}/g, '/') : text;
  const parts: string[] = [];
  const pieces = merged.split('/').slice(1);
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    if (piece === '.' || piece === '..') {
      if (piece === '..' && parts.pop() === undefined) return undefined;
      if (last) parts.push('');
    } else parts.push(piece);
  }
  return `/${parts.join('/')}`;
}
