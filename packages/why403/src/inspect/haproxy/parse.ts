/** HAProxy's configuration: sections, lines, words. Source: https://docs.haproxy.org/2.6/configuration.html#2.2 */
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';
import type { Place } from '../shared/trial.ts';

export interface Line extends Place {
  readonly words: readonly string[];
}

export interface Section {
  readonly kind: string;
  readonly name: string;
  /** Name of the defaults section that it takes from, where it says so. */
  readonly from: string | undefined;
  readonly lines: readonly Line[];
}

export interface HaConfig {
  readonly file: string;
  readonly sections: readonly Section[];
  readonly unseen: readonly string[];
}

const SECTIONS = new Set([
  'global',
  'defaults',
  'frontend',
  'backend',
  'listen',
  'userlist',
  'peers',
  'resolvers',
  'mailers',
  'program',
  'http-errors',
  'cache',
  'ring',
  'log-forward',
  'crt-store',
  'traces',
]);

/** Splits a line: blanks part words, quotes and backslashes keep them together, `#` starts a comment. */
export function splitWords(line: string, env: Readonly<Record<string, string>> = {}): readonly string[] {
  const words: string[] = [];
  let word = '';
  let inside = false;
  const push = (): void => {
    if (inside) words.push(word);
    word = '';
    inside = false;
  };
  for (let i = 0; i < line.length; i++) {
    const c = line[i] as string;
    if (c === '#') break;
    if (/\s/.test(c)) push();
    else if (c === '\\') {
      const hex = /^x([0-9a-fA-F]{2})/.exec(line.slice(i + 1, i + 4));
      if (hex) {
        word += String.fromCharCode(Number.parseInt(hex[1] as string, 16));
        i += 3;
      } else {
        const next = line[++i] ?? '';
        word += ({ n: '\n', r: '\r', t: '\t' } as Readonly<Record<string, string>>)[next] ?? next;
      }
      inside = true;
    } else if (c === "'") {
      const end = line.indexOf("'", i + 1);
      word += line.slice(i + 1, end < 0 ? undefined : end);
      i = end < 0 ? line.length : end;
      inside = true;
    } else if (c === '"') {
      inside = true;
      for (i++; i < line.length && line[i] !== '"'; i++) {
        if (line[i] === '\\' && /["\\$]/.test(line[i + 1] ?? '')) i++;
        else if (line[i] === '$') {
          const name = /^\$(?:\{(\w+)\}|(\w+))/.exec(line.slice(i, i + 80));
          if (name) {
            word += env[name[1] ?? name[2] ?? ''] ?? '';
            i += name[0].length - 1;
            continue;
          }
        }
        word += line[i];
      }
    } else {
      word += c;
      inside = true;
    }
  }
  push();
  return words;
}

/** Reads the file. Never throws. */
export function readHaproxy(file: string, read: ReadText, env: Readonly<Record<string, string>>): HaConfig {
  let text: string;
  try {
    text = read(file);
  } catch (error) {
    return { file, sections: [], unseen: [`${file}: ${sayFileError(error)}.`] };
  }
  const sections: { kind: string; name: string; from: string | undefined; lines: Line[] }[] = [];
  for (const [i, raw] of text.split('\n').entries()) {
    const words = splitWords(raw.replace(/\r$/, ''), env);
    const [first = '', second = ''] = words;
    if (!first || first.startsWith('.')) continue;
    if (SECTIONS.has(first) && !/^\s/.test(raw)) {
      const from = words.indexOf('from');
      sections.push({
        kind: first,
        name: second,
        from: from > 0 ? words[from + 1] : undefined,
        lines: [{ file, line: i + 1, text: raw.trim(), words }],
      });
    } else sections.at(-1)?.lines.push({ file, line: i + 1, text: raw.trim(), words });
  }
  return { file, sections, unseen: [] };
}

/** One alternative of a condition: all its terms must hold. */
export type Term = { readonly negate: boolean } & ({ readonly name: string } | { readonly words: readonly string[] });

/** Reads `if …` or `unless …`: alternatives joined by `||`, each a run of terms. */
export function readCondition(
  words: readonly string[],
): { readonly unless: boolean; readonly any: readonly (readonly Term[])[] } | undefined {
  const at = words.findIndex((word) => word === 'if' || word === 'unless');
  if (at < 0) return undefined;
  const any: Term[][] = [[]];
  let negate = false;
  for (let i = at + 1; i < words.length; i++) {
    let word = words[i] as string;
    if (word === '||' || word.toLowerCase() === 'or') {
      any.push([]);
      continue;
    }
    while (word.startsWith('!')) {
      negate = !negate;
      word = word.slice(1);
    }
    if (word === '') continue;
    if (word === '{') {
      const end = words.indexOf('}', i);
      any.at(-1)?.push({ negate, words: words.slice(i + 1, end < 0 ? undefined : end) });
      i = end < 0 ? words.length : end;
    } else any.at(-1)?.push({ negate, name: word });
    negate = false;
  }
  return { unless: words[at] === 'unless', any };
}
