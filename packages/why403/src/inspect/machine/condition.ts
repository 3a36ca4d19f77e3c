/**
 * The condition that a line of code hangs on, read by its form alone: the nearest line above that opens a block around it, or the
 * condition on the line itself; and what the names in it were set to. No language is parsed, so what is found is told as code near by.
 */
import type { ProgramFile } from './program-files.ts';

export interface Condition {
  readonly file: string;
  /** Line of the condition, from 1. */
  readonly line: number;
  readonly text: string;
  /** Lines that set the names in it, nearest first. */
  readonly behind: readonly { readonly line: number; readonly text: string }[];
}

const FARTHEST = 25;
const MOST_BEHIND = 8;
const MAX_LINE = 500;

/** Opens a block under a condition. */
const OPENS =
  /^\W{0,3}(?:\}?\s*)?(?:els(?:e ?)?if|elif|if|unless|when|case|guard|except|catch|rescue|switch|while|cond|match)\b|^\s*[A-Z]\w*Error\b.*=>/;
/** Stands under its own condition: `halt 403 unless …`, `if (…) return …`, `… ? … : …`, `… || deny()`, `a && b`. */
const INLINE = /\b(?:if|unless|when)\b[\s(].+|\?.+:.+|\|\||\bor\b|&&/;
const ELSE = /^\W{0,3}(?:\}\s*)?else\b(?!\s*if\b)|^\s*(?:default|_)\s*(?::|=>|->)/;
/** Begins a function or a handler: what stands above it has another condition. */
const HEAD =
  /\b(?:def|function|func|fn|sub|proc|lambda|fun)\b|=>\s*\{?\s*$|\bdo\b(?:\s*\|[^|]*\|)?\s*$|^\s*(?:public|private|protected|static|async)\b.*\)\s*\{/;

const indentOf = (line: string): number => /^[\t ]*/.exec(line)![0].replaceAll('\t', '    ').length;

/** The condition around a line (from 1); `head`: the function that it stands in, where that has no condition. */
export function conditionOf(file: ProgramFile, at: number): { readonly condition?: Condition; readonly head?: string } {
  const { lines, path } = file;
  const own = (lines[at - 1] ?? '').slice(0, MAX_LINE);
  const make = (line: number, text: string): Condition => ({
    file: path,
    line,
    text: text.trim(),
    behind: behind(lines, line, text),
  });
  if (OPENS.test(own)) return { condition: make(at, own) };
  if (INLINE.test(own)) return { condition: make(at, own) };
  // a function on one line has its condition where it is called
  const here = HEAD.test(own) ? nameOfHead(own) : undefined;
  if (here !== undefined) return { head: here };
  // a statement that ends above its text: `… unless` on the last line of a call
  let depth = indentOf(own);
  let skipTo: number | undefined;
  for (let i = at - 2; i >= 0 && i >= at - 2 - FARTHEST; i--) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE);
    if (!line.trim() || /^\s*(?:\/\/|#|\*|--)/.test(line)) continue;
    const indent = indentOf(line);
    if (indent > depth || (indent === depth && skipTo === undefined)) continue;
    if (skipTo !== undefined && indent !== skipTo) continue;
    if (ELSE.test(line)) {
      skipTo = indent;
      depth = indent;
      continue;
    }
    if (OPENS.test(line)) return { condition: make(i + 1, joined(lines, i)) };
    if (skipTo !== undefined) continue;
    if (HEAD.test(line)) return { head: nameOfHead(line) ?? '', ...beforeReturn(file, i, at, make) };
    depth = indent;
  }
  return beforeReturn(file, Math.max(0, at - 2 - FARTHEST), at, make);
}

/** What ends early before a line at the same depth: the last condition that leaves, so that the line is reached where it does not hold. */
function beforeReturn(
  { lines }: ProgramFile,
  from: number,
  at: number,
  make: (line: number, text: string) => Condition,
): { readonly condition?: Condition } {
  for (let i = at - 2; i > from; i--) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE);
    if (/^\W{0,3}(?:if|unless|when)\b/.test(line) && indentOf(line) <= indentOf(lines[at - 1] ?? ''))
      return { condition: make(i + 1, joined(lines, i)) };
  }
  return {};
}

/** A condition over several lines, as far as its brackets are open. */
function joined(lines: readonly string[], from: number): string {
  let text = '';
  for (let i = from; i < Math.min(lines.length, from + 5); i++) {
    text += `${i === from ? '' : ' '}${(lines[i] ?? '').slice(0, MAX_LINE).trim()}`;
    const open = text.split(/[([]/).length - text.split(/[)\]]/).length;
    if (open <= 0) break;
  }
  return text;
}

function nameOfHead(line: string): string | undefined {
  return (
    /\b(?:def|function|func|fn|sub|fun)\s+(?:\([^)]*\)\s*)?(?:self\.)?([A-Za-z_]\w*[?!]?)/.exec(line)?.[1] ??
    /\b(?:const|let|var|my|local)\s+([A-Za-z_]\w*)\s*=/.exec(line)?.[1] ??
    // `helper deny => sub (…)`, `deny: function (…)`, `deny = lambda …`
    /([A-Za-z_]\w*)['"]?\s*(?:=>|=|:)\s*(?:async\s+)?(?:sub|function|func|fn|lambda|proc|\([^)]*\)\s*=>)/.exec(
      line,
    )?.[1] ??
    /^\s*(?:async\s+)?([A-Za-z_]\w*)\s*\([^)]*\)\s*\{/.exec(line)?.[1]
  );
}

const NAME = /(?<![\w'"])[$@%]?([A-Za-z_]\w*)/g;
const WORDS =
  /^(?:if|elif|else|elsif|unless|when|case|not|and|or|in|is|any|all|for|of|return|halt|raise|throw|new|true|false|null|nil|None|True|False|undefined|defined|self|this|req|res|request|response|ctx|c|params|except|catch|rescue|as|e|err|error|await|async|const|let|var|my|local|then|do|end|get|len|length|includes|contains|has|some|every|find|test|match|status|json|send|render|abort|const)$/;

const IS_FLAG = /=\s*(?:true|false|True|False|nil|null|None|undefined|[01])\s*[;,]?\s*$/;

/** The condition around a line, by its indentation alone. */
function openerOf(lines: readonly string[], at: number): number | undefined {
  const depth = indentOf(lines[at - 1] ?? '');
  for (let i = at - 2; i >= 0 && i >= at - 2 - FARTHEST; i--) {
    const line = (lines[i] ?? '').slice(0, MAX_LINE);
    if (!line.trim() || indentOf(line) >= depth) continue;
    return OPENS.test(line) ? i + 1 : undefined;
  }
  return undefined;
}

/** What the names in a condition were set to, and twice more for the names there. */
function behind(lines: readonly string[], at: number, text: string): Condition['behind'] {
  const found: { line: number; text: string }[] = [];
  const asked = new Set<string>();
  let texts = [text];
  for (let hop = 0; hop < 3; hop++) {
    const next: string[] = [];
    for (const one of texts)
      for (const [, name = ''] of one.matchAll(NAME)) {
        if (asked.has(name) || WORDS.test(name) || asked.size > 30 || found.length >= MOST_BEHIND) continue;
        asked.add(name);
        const line = setAt(lines, at, name);
        if (line === undefined || found.some((other) => other.line === line)) continue;
        const set = (lines[line - 1] ?? '').slice(0, MAX_LINE).trim();
        found.push({ line, text: set });
        next.push(set);
        // a flag says nothing by itself: what it was set under does
        const under = IS_FLAG.test(set) ? openerOf(lines, line) : undefined;
        if (under === undefined || under === at || found.some((other) => other.line === under)) continue;
        const opener = (lines[under - 1] ?? '').slice(0, MAX_LINE).trim();
        found.push({ line: under, text: opener });
        next.push(opener);
      }
    texts = next;
  }
  return found;
}

/** The nearest line above that gives a name its value, or failing that the first one anywhere. */
function setAt(lines: readonly string[], at: number, name: string): number | undefined {
  const sets = new RegExp(
    `(?:^|[\\s({,;$@%])${name}\\s*(?::?=(?![=~>])|,.{0,80}[^=!<>]=(?!=)|:\\s*\\w+\\s*=)|\\bfor\\s*\\(?(?:const\\s+|let\\s+)?${name}\\s+(?:in|of)\\b|\\b(?:def|function|func|sub)\\s+${name}\\b|\\bas\\s+[$@%]?${name}\\b`,
  );
  for (let i = at - 2; i >= 0 && i > at - 2_000; i--) if (sets.test((lines[i] ?? '').slice(0, MAX_LINE))) return i + 1;
  const below = lines.slice(at, at + 500).findIndex((line) => sets.test(line.slice(0, MAX_LINE)));
  return below < 0 ? undefined : at + below + 1;
}
