import { errorAt, quoteShort } from '../parts/caret.ts';

const BACKTICK: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Gives the value of a variable (`name`, or `env:NAME`), or `undefined` where it is not known. */
type LookUp = (name: string) => string | undefined;

/** What was read and where the reading stopped. */
interface ReadString {
  readonly value: string;
  readonly end: number;
}

/**
 * Reads a PowerShell string that starts at `at`: `'…'`, `"…"` with backtick escapes and variables, and both
 * here-strings (https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules).
 */
export function readPowerShellString(text: string, at: number, lookUp: LookUp): ReadString {
  const here = /^@(['"])[ \t]{0,20}\r?\n/.exec(text.slice(at, at + 26));
  if (here) {
    const from = at + here[0].length;
    const close = `\n${here[1]}@`;
    // The line break before the closing mark is not part of the string; an empty one closes at once.
    const end = text.startsWith(close.slice(1), from) ? from - 1 : text.indexOf(close, from);
    if (end < 0) throw unclosed(text, at, `@${here[1]}`);
    const body = end < from ? '' : text.slice(from, end).replace(/\r$/, '');
    return { value: here[1] === "'" ? body : readExpanding(body, 0, lookUp, false).value, end: end + close.length };
  }
  if (text[at] === "'") {
    const parts: string[] = [];
    let i = at + 1;
    for (;;) {
      const end = text.indexOf("'", i);
      if (end < 0) throw unclosed(text, at, "'");
      parts.push(text.slice(i, end));
      if (text[end + 1] !== "'") return { value: parts.join(''), end: end + 1 };
      parts.push("'");
      i = end + 2;
    }
  }
  return readExpanding(text, at, lookUp, true);
}

/** Reads one backtick escape at `at`: its value and the place after it. */
export function readBacktick(text: string, at: number): ReadString {
  const unicode = /^`u\{([0-9A-Fa-f]{1,6})\}/.exec(text.slice(at, at + 12));
  if (unicode) {
    const code = Number.parseInt(unicode[1]!, 16);
    return { value: code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd', end: at + unicode[0].length };
  }
  const next = text[at + 1] ?? '';
  return { value: BACKTICK[next] ?? next, end: at + 2 };
}

/** Reads `$name`, `${name}`, `$env:NAME` or `$([char]65)` at `at`; `undefined` where the dollar stands for itself. */
export function readVariable(text: string, at: number, lookUp: LookUp): ReadString | undefined {
  const head = text.slice(at, at + 120);
  const char = /^\$\(\[char\]\s{0,5}(0x[0-9A-Fa-f]{1,6}|[0-9]{1,7})\)/.exec(head);
  if (char) return { value: String.fromCharCode(Number(char[1])), end: at + char[0].length };
  const inner = /^\$\(\s{0,5}\$((?:env:)?[A-Za-z_][A-Za-z0-9_]{0,80})\s{0,5}\)/i.exec(head);
  const plain =
    inner ?? /^\$(?:\{((?:env:)?[A-Za-z_][A-Za-z0-9_]{0,80})\}|((?:env:)?[A-Za-z_][A-Za-z0-9_]{0,80}))/i.exec(head);
  if (plain) return { value: lookUp((plain[1] ?? plain[2])!) ?? '', end: at + plain[0].length };
  if (head.startsWith('$(')) {
    const end = text.indexOf(')', at);
    const length = end < 0 ? 2 : end + 1 - at;
    const name = quoteShort(text.slice(at, at + length), 40);
    throw errorAt(
      'BAD_VALUE',
      `The PowerShell expression ${name} is not run.`,
      { text, at, length },
      'Put its value in its place.',
    );
  }
  return undefined;
}

function readExpanding(text: string, at: number, lookUp: LookUp, quoted: boolean): ReadString {
  const parts: string[] = [];
  let i = quoted ? at + 1 : at;
  while (i < text.length) {
    const char = text[i]!;
    if (char === '`') {
      const { value, end } = readBacktick(text, i);
      parts.push(value);
      i = end;
    } else if (char === '$') {
      const found = readVariable(text, i, lookUp);
      parts.push(found?.value ?? '$');
      i = found?.end ?? i + 1;
    } else if (quoted && char === '"') {
      if (text[i + 1] !== '"') return { value: parts.join(''), end: i + 1 };
      parts.push('"');
      i += 2;
    } else {
      const run = /[^"`$]{1,8192}|"/y;
      run.lastIndex = i;
      const plain = run.exec(text)![0];
      parts.push(plain);
      i += plain.length;
    }
  }
  if (quoted) throw unclosed(text, at, '"');
  return { value: parts.join(''), end: i };
}

function unclosed(text: string, at: number, quote: string) {
  return errorAt(
    'MALFORMED',
    `The quote ${quote} is not closed.`,
    { text, at, length: quote.length },
    'Copy the whole line, up to its last quote.',
  );
}
