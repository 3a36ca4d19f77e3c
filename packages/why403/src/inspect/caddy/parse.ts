/** The Caddyfile as a tree of lines with their places. What it means is left to `caddy adapt`. Source: https://caddyserver.com/docs/caddyfile/concepts */
import type { Place } from '../shared/trial.ts';

export interface Node extends Place {
  readonly words: readonly string[];
  /** Last line of its block, or its own. */
  readonly endLine: number;
  readonly children: readonly Node[];
  readonly block: boolean;
}

interface Row {
  readonly words: readonly string[];
  readonly line: number;
  readonly lastLine: number;
}

/** Rows of words; quotes and backquotes may run over lines. */
function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let words: string[] = [];
  let word = '';
  let inside = false;
  let line = 1;
  let start = 1;
  const push = (): void => {
    if (inside) words.push(word);
    word = '';
    inside = false;
  };
  const end = (): void => {
    push();
    if (words.length) rows.push({ words, line: start, lastLine: line });
    words = [];
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (!words.length && !inside) start = line;
    if (c === '\n') {
      end();
      line++;
    } else if (c === '\\' && text[i + 1] === '\n') {
      push();
      i++;
      line++;
    } else if (/\s/.test(c)) push();
    else if (c === '#' && !inside) {
      while (i + 1 < text.length && text[i + 1] !== '\n') i++;
    } else if ((c === '"' || c === '`') && !inside) {
      inside = true;
      for (i++; i < text.length && text[i] !== c; i++) {
        if (c === '"' && text[i] === '\\' && text[i + 1] === '"') i++;
        if (text[i] === '\n') line++;
        word += text[i];
      }
      push();
    } else {
      word += c;
      inside = true;
    }
  }
  end();
  return rows;
}

/** The tree of a Caddyfile. */
export function parseCaddyfile(file: string, text: string): readonly Node[] {
  const raw = text.split('\n');
  const rows = rowsOf(text);
  let at = 0;
  const level = (depth: number): readonly Node[] => {
    const nodes: Node[] = [];
    while (at < rows.length) {
      const row = rows[at++] as Row;
      if (row.words[0] === '}' && row.words.length === 1) return nodes;
      const block = row.words.at(-1) === '{';
      const children = block && depth < 40 ? level(depth + 1) : [];
      const endLine = block ? (rows[at - 1]?.lastLine ?? row.lastLine) : row.lastLine;
      nodes.push({
        file,
        line: row.line,
        text: (raw[row.line - 1] ?? '').trim(),
        words: block ? row.words.slice(0, -1) : row.words,
        endLine,
        children,
        block,
      });
    }
    return nodes;
  };
  return level(0);
}

/** Every node, with the ones around it. */
export function walkNodes(
  nodes: readonly Node[],
  around: readonly Node[] = [],
): readonly { readonly node: Node; readonly around: readonly Node[] }[] {
  return nodes.flatMap((node) => [{ node, around }, ...walkNodes(node.children, [...around, node])]);
}
