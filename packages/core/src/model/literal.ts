// Reads the object that a text holds, be it JSON, JSONP, JSON behind a prefix or cut off, or an object as JavaScript and Python print
// it. Our own, since libraries read one of these forms each and none a text that ends too early.

const DEEPEST = 40;
const WORDS: Readonly<Record<string, unknown>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
  undefined: null,
  NaN: null,
};

/** The value that a text holds; undefined where it begins with no object or list. */
export function readLiteral(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const open = text.search(/[{[]/);
    if (open < 0 || open > 200) return undefined;
    const reader = { text, at: open };
    return value(reader, 0);
  }
}

interface Place {
  readonly text: string;
  at: number;
}

function value(p: Place, depth: number): unknown {
  space(p);
  const c = p.text[p.at];
  if ((c === '{' || c === '[') && depth < DEEPEST) return c === '{' ? object(p, depth) : list(p, depth);
  if (c === '"' || c === "'") return quoted(p, c);
  const word = /[^\s,:{}[\]"']{1,200}/y;
  word.lastIndex = p.at;
  const found = word.exec(p.text)?.[0] ?? '';
  p.at += Math.max(1, found.length);
  if (found in WORDS) return WORDS[found];
  return /^-?\d{1,15}(?:\.\d{1,15})?$/.test(found) ? Number(found) : found;
}

function object(p: Place, depth: number): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  p.at++;
  while (more(p, '}')) {
    const name = value(p, depth + 1);
    space(p);
    if (p.text[p.at] !== ':') continue;
    p.at++;
    const held = p.at < p.text.length ? value(p, depth + 1) : undefined;
    if (typeof name === 'string' && held !== undefined)
      Object.defineProperty(found, name, { value: held, enumerable: true });
  }
  return found;
}

function list(p: Place, depth: number): unknown[] {
  const found: unknown[] = [];
  p.at++;
  while (more(p, ']')) found.push(value(p, depth + 1));
  return found;
}

/** Whether another member comes; passes over the sign that ends the object or list, at the end of the text as well. */
function more(p: Place, end: string): boolean {
  while (p.at < p.text.length && /[\s,;:]/.test(p.text[p.at]!)) p.at++;
  if (p.at >= p.text.length) return false;
  if (p.text[p.at] !== end && !/[}\])]/.test(p.text[p.at]!)) return true;
  p.at++;
  return false;
}

function space(p: Place): void {
  while (p.at < p.text.length && /\s/.test(p.text[p.at]!)) p.at++;
}

function quoted(p: Place, mark: string): string {
  const start = ++p.at;
  while (p.at < p.text.length && p.text[p.at] !== mark) p.at += p.text[p.at] === '\\' ? 2 : 1;
  const raw = p.text.slice(start, p.at++);
  try {
    return JSON.parse(`"${raw.replaceAll('"', '\\"').replace(/\\'/g, "'")}"`) as string;
  } catch {
    return raw.replace(/\\(.)/g, '$1');
  }
}
