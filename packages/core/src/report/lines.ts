// Lines of a terminal: how wide a text stands, where it is broken, what stands at the right edge.
import { type ShellLine, wordsOf } from '../model/shell.ts';

/** Columns that a text takes in a terminal: wide characters of East Asia and emoji take two, combining marks none. */
export function columns(text: string): number {
  // most texts are plain, and a character is a column there
  if (!/[^\u0020-\u007e\u00a0-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u257f]/.test(text)) return text.length;
  let sum = 0;
  for (const ch of text) sum += /\p{M}/u.test(ch) ? 0 : WIDE.test(ch) ? 2 : 1;
  return sum;
}

// Unicode Standard Annex #11: the wide and full-width blocks, and pictographs
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** The longest beginning of a text that takes at most so many columns. */
export function fit(text: string, width: number): string {
  if (columns(text) <= width) return text;
  let out = '';
  let sum = 0;
  for (const ch of text) {
    sum += columns(ch);
    if (sum > width) break;
    out += ch;
  }
  return out;
}

/** The longest end of a text that takes at most so many columns. */
export function fitEnd(text: string, width: number): string {
  if (columns(text) <= width) return text;
  const reversed = [...text].reverse().join('');
  return [...fit(reversed, width)].reverse().join('');
}

/** Breaks a text at its spaces; a word that is longer than a line stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}

/** A text broken to a width, with a word at the right edge of its last line, on a line of its own where there is no room. */
export function withEdge(text: string, edge: string, width: number): string[] {
  const lines = wrap(text, width);
  const last = lines.at(-1)!;
  const room = width - columns(last) - columns(edge);
  if (room >= 2) return [...lines.slice(0, -1), `${last}${' '.repeat(room)}${edge}`];
  return [...lines, `${' '.repeat(Math.max(0, width - columns(edge)))}${edge}`];
}

/** A line for the shell broken between its words, each line but the last ended by a backslash, so that it can be pasted. */
export function shellLines(line: ShellLine, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of joined(line)) {
    if (current && columns(current) + 1 + columns(word) + 2 > width) {
      lines.push(`${current} \\`);
      current = `  ${word}`;
    } else current = current ? `${current} ${word}` : word;
  }
  lines.push(current);
  return lines;
}

/** The words of a line as they are written; what a short option takes stays with it. */
function joined(line: ShellLine): readonly string[] {
  const words: string[] = [];
  for (const word of wordsOf(line)) {
    const before = words.at(-1);
    if (before !== undefined && /^--?[A-Za-z][\w-]*$/.test(before)) words[words.length - 1] = `${before} ${word}`;
    else words.push(word);
  }
  return words;
}
