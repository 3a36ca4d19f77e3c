/** Apache's configuration lines: continuation, comments, quoted arguments. Source: https://httpd.apache.org/docs/2.4/configuring.html */

export interface ConfigLine {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
}

const MAX_LINE = 16 * 1024 * 1024;

/** Logical lines: a backslash at the end joins the next one. Comments and blank lines are left out; a comment is continued too. */
export function joinLines(text: string): readonly ConfigLine[] {
  const raw = text.split('\n');
  const out: ConfigLine[] = [];
  for (let i = 0; i < raw.length; i++) {
    const line = i + 1;
    let joined = (raw[i] ?? '').replace(/\r$/, '');
    while (joined.endsWith('\\') && i + 1 < raw.length && joined.length < MAX_LINE) {
      joined = joined.slice(0, -1) + (raw[++i] ?? '').replace(/\r$/, '');
    }
    const trimmed = joined.trim();
    if (trimmed && !trimmed.startsWith('#')) out.push({ text: trimmed, line, lastLine: i + 1 });
  }
  return out;
}

/** Splits arguments as `ap_getword_conf` does: blanks part them, quotes hold them together, a backslash keeps a quote. */
export function splitArgs(rest: string): readonly string[] {
  // most lines: cut in one go, which takes a part of the memory
  if (!/["'\\]/.test(rest)) return rest.split(/\s+/).filter(Boolean);
  const args: string[] = [];
  let i = 0;
  while (i < rest.length) {
    while (i < rest.length && /\s/.test(rest[i] as string)) i++;
    if (i >= rest.length) break;
    const quote = rest[i];
    if (quote === '"' || quote === "'") {
      let word = '';
      i++;
      while (i < rest.length && rest[i] !== quote) {
        if (rest[i] === '\\' && (rest[i + 1] === quote || rest[i + 1] === '\\')) {
          // Within quotes only the quote itself loses its backslash; a pair of them becomes one.
          word += rest[i + 1] === quote ? quote : '\\';
          i += 2;
        } else word += rest[i++];
      }
      i++;
      args.push(word);
    } else {
      let word = '';
      while (i < rest.length && !/\s/.test(rest[i] as string)) {
        if (rest[i] === '\\' && rest[i + 1] === '\\') i++;
        word += rest[i++];
      }
      args.push(word);
    }
  }
  return args.slice();
}

/** Name and remainder of a directive or section line. */
export function splitName(text: string): {
  readonly name: string;
  readonly rest: string;
  readonly section: 'open' | 'close' | undefined;
} {
  const close = /^<\/\s*([^>\s]*)/.exec(text);
  if (close) return { name: (close[1] ?? '').toLowerCase(), rest: '', section: 'close' };
  const open = /^<\s*([^>\s]+)\s*/.exec(text);
  if (open) {
    const end = text.lastIndexOf('>');
    return {
      name: (open[1] ?? '').toLowerCase(),
      rest: text.slice(open[0].length, end < 0 ? undefined : end).trim(),
      section: 'open',
    };
  }
  const word = /^(\S+)\s*/.exec(text);
  return { name: (word?.[1] ?? '').toLowerCase(), rest: text.slice(word?.[0].length ?? 0), section: undefined };
}
