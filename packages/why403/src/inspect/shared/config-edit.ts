/** Changes of configuration lines: tried in memory first, then told as shell commands. */
import { realpathSync } from 'node:fs';
import { type ShellLine, sh } from '@why403/core';
import { readConfigured } from '../../shared/read-file.ts';
import type { Change } from '../apply/change.ts';

/** One change. Lines count from 1; `after` 0 inserts before the first line. */
export type Edit =
  | { readonly op: 'replace'; readonly file: string; readonly line: number; readonly text: string }
  | { readonly op: 'delete'; readonly file: string; readonly line: number; readonly to?: number }
  | { readonly op: 'insert'; readonly file: string; readonly after: number; readonly lines: readonly string[] };

/** Where configuration text comes from: the disk, or the disk with changes laid over it. Throws as `readFileSync` does. */
export type ReadText = (file: string) => string;

const MAX_FILE = 4 * 1024 * 1024;

/** Reads a configuration file, at most 4 MiB of it. */
export const readFromDisk: ReadText = (file) => {
  const text = readConfigured(file, { most: MAX_FILE });
  return text.includes('\0') ? '' : text;
};

/** The reader with edits laid over it, as if they had been made. */
export function layOver(read: ReadText, edits: readonly Edit[]): ReadText {
  return (file) => {
    const mine = edits.filter((edit) => edit.file === file);
    const text = read(file);
    if (!mine.length) return text;
    const lines: (string | undefined)[] = text.split('\n');
    // Line numbers are those of the text as it stands, so nothing is shifted before the end.
    const added = new Map<number, string[]>();
    for (const edit of mine) {
      if (edit.op === 'replace') lines[edit.line - 1] = edit.text;
      else if (edit.op === 'delete') lines.fill(undefined, edit.line - 1, edit.to ?? edit.line);
      else {
        const after = Math.min(edit.after, lines.length);
        added.set(after, [...edit.lines, ...(added.get(after) ?? [])]);
      }
    }
    const out: string[] = [...(added.get(0) ?? [])];
    for (const [i, line] of lines.entries()) {
      if (line !== undefined) out.push(line);
      for (const one of added.get(i + 1) ?? []) out.push(one);
    }
    return out.join('\n');
  };
}

// sed reads backslashes in the text of a, i and c, and a line break ends it.
const sedText = (text: string): string => text.replace(/[\\\n]/g, '\\$&');

/** The edits as `sed -i` commands on the real files (`sed -i` on a link would put a copy in its place). */
export function toCommands(edits: readonly Edit[]): readonly ShellLine[] {
  const files = [...new Set(edits.map((edit) => edit.file))];
  return files.map((file) => {
    // After c or d sed goes on to the next line, so what is appended to the same line must come first.
    const mine = edits.filter((edit) => edit.file === file);
    const scripts = [
      ...mine.filter((edit) => edit.op === 'insert'),
      ...mine.filter((edit) => edit.op !== 'insert'),
    ].flatMap(toSed);
    return sh`sed -i ${scripts.flatMap((script) => ['-e', script])} ${realFile(file)}`;
  });
}

/** Lines more at the end of a file that can be read. */
export function atEnd(file: string, lines: readonly string[]): readonly Edit[] {
  const text = readFromDisk(file);
  return [{ op: 'insert', file, after: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), lines }];
}

/** The same edits as data, one change for each file, links followed. */
export function changesOf(edits: readonly Edit[]): readonly Change[] {
  return [...new Set(edits.map((edit) => edit.file))].map((file) => ({
    kind: 'edit',
    path: realFile(file),
    edits: edits.filter((edit) => edit.file === file),
  }));
}

function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    // Told as it was named.
    return file;
  }
}

/** What a replacement only adds at the end of its line; undefined where it changes more. */
function addedAtEnd(edit: Edit & { op: 'replace' }): string | undefined {
  try {
    const old = readFromDisk(edit.file).split('\n')[edit.line - 1];
    return old && edit.text.length > old.length && edit.text.startsWith(old) ? edit.text.slice(old.length) : undefined;
  } catch {
    return undefined;
  }
}

function toSed(edit: Edit): readonly string[] {
  if (edit.op === 'replace') {
    // The shorter command is read more easily, and does not repeat a line that may hold a secret.
    const added = addedAtEnd(edit);
    return [
      added === undefined
        ? `${edit.line}c\\${sedText(edit.text)}`
        : `${edit.line}s|$|${added.replace(/[\\&|]/g, '\\$&')}|`,
    ];
  }
  if (edit.op === 'delete') return [edit.to && edit.to !== edit.line ? `${edit.line},${edit.to}d` : `${edit.line}d`];
  if (edit.after === 0) return edit.lines.map((line) => `1i\\${sedText(line)}`);
  return edit.lines.map((line) => `${edit.after}a\\${sedText(line)}`);
}
