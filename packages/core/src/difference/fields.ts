// The fields of a body by their names, so that two bodies can be compared piece by piece.
import { decodeForm } from '../model/http.ts';

/** Most fields that are looked at in one body. */
const MOST = 500;
const DEEPEST = 12;

/** Fields of a JSON text or a form, by path (`user.roles[0]`); undefined for what is neither. */
export function fieldsOf(text: string, contentType: string): ReadonlyMap<string, string> | undefined {
  if (text.length > 1_000_000) return undefined;
  const json = /json/i.test(contentType) || /^\s*[[{]/.test(text);
  if (json) {
    try {
      const found = new Map<string, string>();
      walk(JSON.parse(text), '', 0, found);
      return found;
    } catch {
      return undefined;
    }
  }
  if (!/urlencoded/i.test(contentType)) return undefined;
  const found = new Map<string, string>();
  for (const pair of text.split('&').slice(0, MOST)) {
    if (pair === '') continue;
    const eq = pair.indexOf('=');
    const name = decodeForm(eq < 0 ? pair : pair.slice(0, eq));
    const value = eq < 0 ? '' : decodeForm(pair.slice(eq + 1));
    found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value);
  }
  return found;
}

function walk(value: unknown, path: string, depth: number, found: Map<string, string>): void {
  if (found.size >= MOST) return;
  if (value !== null && typeof value === 'object' && depth < DEEPEST) {
    const entries = Array.isArray(value)
      ? value.map((inner, i) => [`${path}[${i}]`, inner] as const)
      : Object.entries(value).map(([name, inner]) => [path ? `${path}.${name}` : name, inner] as const);
    if (entries.length) {
      for (const [name, inner] of entries) walk(inner, name, depth + 1, found);
      return;
    }
  }
  found.set(path, typeof value === 'string' ? value : JSON.stringify(value));
}

/** Fields that are not alike, in the order of the first body and then of the second. */
export function compareFields(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly { readonly name: string; readonly a: string | null; readonly b: string | null }[] {
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((name) => {
    const [x, y] = [a.get(name) ?? null, b.get(name) ?? null];
    return x === y ? [] : [{ name, a: x, b: y }];
  });
}
