/**
 * The settings of any program, whatever form its configuration has: each with the names that lead to it, its values and its line.
 * JSON and YAML are parsed as YAML, XML as XML; INI, TOML, Lua, properties and `name value` lines are alike enough for one reader.
 */
import { extname } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from '../../shared/yaml.ts';
import { type Element, readXml } from '../shared/xml.ts';
import type { ProgramFile } from './program-files.ts';

export interface Setting {
  readonly file: string;
  readonly line: number;
  /** Section and name, outermost first. */
  readonly keys: readonly string[];
  /** One, or the items of a list. */
  readonly values: readonly { readonly text: string; readonly line: number }[];
  readonly list: boolean;
}

const MOST = 20_000;
const MAX_LINE = 2_000;

export function settingsOf(file: ProgramFile): readonly Setting[] {
  const ending = extname(file.path).toLowerCase();
  const text = file.lines.join('\n');
  const yaml = /^\.(?:ya?ml|json5?|jsonc)$/.test(ending) || /^\s*[{[]\s*(?:["}\]]|\/\/)/.test(text);
  if (yaml) {
    const found = readYaml(text, file.path);
    if (found.length) return found;
  }
  if (ending === '.xml' || /^\s*<\?xml\b/.test(text)) return readElements(readXml(text).elements, file.path, []);
  return readLines(file);
}

function readYaml(text: string, file: string): readonly Setting[] {
  const counter = new LineCounter();
  const lineAt = (node: { range?: readonly number[] | null } | null | undefined): number =>
    counter.linePos(node?.range?.[0] ?? 0).line || 1;
  const found: Setting[] = [];
  const walk = (node: unknown, keys: readonly string[], line: number): void => {
    if (found.length >= MOST || keys.length > 20) return;
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = isScalar(key) ? String(key.value) : '';
        walk(value, [...keys, name], isScalar(key) ? lineAt(key) : line);
      }
    } else if (isSeq(node)) {
      const plain = node.items.filter(isScalar);
      if (plain.length)
        found.push({
          file,
          line,
          keys,
          values: plain.map((item) => ({ text: String(item.value), line: lineAt(item) })),
          list: true,
        });
      for (const item of node.items)
        if (!isScalar(item)) walk(item, keys, lineAt(item as { range?: readonly number[] }));
    } else if (isScalar(node)) {
      // `deny from: x` and a value over lines count from the name's line
      found.push({ file, line, keys, values: [{ text: String(node.value ?? ''), line: lineAt(node) }], list: false });
    }
  };
  try {
    for (const document of parseAllDocuments(text, { lineCounter: counter, strict: false, logLevel: 'silent' }))
      if ('contents' in document) walk(document.contents, [], 1);
  } catch {
    // no YAML after all: the reader of lines has it
    return [];
  }
  return found;
}

function readElements(elements: readonly Element[], file: string, keys: readonly string[]): readonly Setting[] {
  return elements.flatMap((element): readonly Setting[] => {
    const own = [...keys, element.name];
    const attributes = [...element.attributes].map(
      ([name, text]): Setting => ({
        file,
        line: element.line,
        keys: [...own, name],
        values: [{ text, line: element.line }],
        list: false,
      }),
    );
    const text: Setting[] = element.text.trim()
      ? [
          {
            file,
            line: element.textLine,
            keys: own,
            values: [{ text: element.text.trim(), line: element.textLine }],
            list: false,
          },
        ]
      : [];
    return [...attributes, ...text, ...readElements(element.children, file, own)].slice(0, MOST);
  });
}

const COMMENT = /^\s*(?:#|;|\/\/|--(?!-)|!|\*|\/\*)/;

const PAIR = /^\s*["']?[\w.-]{1,100}["']?\s*(?:=>|[:=])/;
const nextOf = (lines: readonly string[], at: number): string =>
  lines.slice(at + 1, at + 10).find((line) => line.trim() && !COMMENT.test(line)) ?? '';

/** `[section]`, `name = value`, `name: value`, `name value`, `name {`, and lists over several lines. */
function readLines({ lines, path, kind }: ProgramFile): readonly Setting[] {
  const found: Setting[] = [];
  let section: readonly string[] = [];
  const blocks: string[] = [];
  for (let i = 0; i < lines.length && found.length < MOST; i++) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE);
    if (!line.trim() || COMMENT.test(line)) continue;
    const header = /^\s*\[{1,2}\s*([^\]=]{1,200}?)\s*\]{1,2}\s*(?:[#;].*)?$/.exec(line)?.[1];
    if (header !== undefined) {
      section = header.split(/[.\s/:"]+/).filter(Boolean);
      continue;
    }
    if (/^\s*[\])}]+[;,]?\s*$/.test(line)) {
      blocks.pop();
      continue;
    }
    const block =
      /^\s*(?:local\s+)?["']?([\w.@/*-]{1,100})["']?(?:\s+([^={]{1,200}?))?\s*(?:=>|[=:])?\s*([{([])\s*$/.exec(line);
    if (block && (block[3] !== '[' || PAIR.test(nextOf(lines, i)))) {
      blocks.push(`${block[1]}${block[2] ? ` ${block[2]}` : ''}`);
      continue;
    }
    const pair =
      /^\s*(?:export\s+|local\s+|set\s+|-\s+)?["']?([\w.@/$:-]{1,120}?)["']?\s*(?:=>|[:=])\s*(.*)$/.exec(line) ??
      /^\s*([A-Za-z_][\w.-]{0,100})\s+(\S.*)$/.exec(line);
    const keys = [...section, ...blocks];
    if (!pair) {
      // a file of one word a line is a list
      if (kind === 'config')
        found.push({ file: path, line: i + 1, keys, values: [{ text: bare(line), line: i + 1 }], list: true });
      continue;
    }
    const [, name = '', rest = ''] = pair;
    const inline = inlinePairs(rest);
    if (inline.length) {
      for (const [inner, text] of inline)
        found.push({
          file: path,
          line: i + 1,
          keys: [...keys, name, inner],
          values: [{ text, line: i + 1 }],
          list: false,
        });
      continue;
    }
    const { values, list, last } = valuesFrom(lines, i, rest);
    found.push({ file: path, line: i + 1, keys: [...keys, name], values, list });
    i = last;
  }
  return found;
}

/** `{ a = 1, b = "x" }` on one line. */
function inlinePairs(rest: string): readonly (readonly [name: string, value: string])[] {
  const inside = /^\s*[{[(](.{1,1000})[}\])]\s*[,;]?\s*$/.exec(rest)?.[1] ?? '';
  return [
    ...inside.matchAll(
      /["']?([A-Za-z_][\w-]{0,60})["']?\s*(?:=>|=|:)\s*(?:"([^"]{0,200})"|'([^']{0,200})'|([^\s,;{}"']{1,200}))/g,
    ),
  ].map(([, name = '', a, b, c]) => [name, a ?? b ?? c ?? ''] as const);
}

function valuesFrom(
  lines: readonly string[],
  at: number,
  rest: string,
): { readonly values: Setting['values']; readonly list: boolean; readonly last: number } {
  const opened = /^\s*[[{(]/.test(rest) && !/[\]})]\s*[,;]?\s*(?:[#;].*)?$/.test(rest);
  const values: { text: string; line: number }[] = [];
  let last = at;
  const take = (text: string, line: number): void => {
    const quoted = [...text.matchAll(/"([^"]{0,500})"|'([^']{0,500})'/g)].map(([, a, b]) => a ?? b ?? '');
    const items = quoted.length
      ? quoted
      : bare(text)
          .replace(/^[[{(]+|[\]})]+$/g, '')
          .split(/[\s,;|]+/);
    for (const item of items) if (item) values.push({ text: bare(item), line });
  };
  take(rest, at + 1);
  if (opened)
    for (last = at + 1; last < Math.min(lines.length, at + 500); last++) {
      const line = (lines[last] ?? '').slice(0, MAX_LINE);
      if (!COMMENT.test(line)) take(line, last + 1);
      if (/[\]})]/.test(line)) break;
    }
  return {
    values: values.length ? values : [{ text: '', line: at + 1 }],
    list: opened || values.length > 1 || /^\s*[[{(]/.test(rest),
    last,
  };
}

const bare = (text: string): string =>
  text
    .trim()
    .replace(/(?<=\S)\s+(?:[#;]|--\s|\/\/\s).*$/, '')
    .replace(/^["']|["'],?;?$|(?<![,;])[,;]+$/g, '')
    .trim();
