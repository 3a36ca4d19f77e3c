import { realpathSync } from 'node:fs';
import type { ShellLine } from '@why403/core';
import type { Change } from '../apply/change.ts';
import { sedReplace } from '../shared/shell.ts';
import type { Config, Directive } from './syntax.ts';

/** One change of text on one line of a configuration file. */
export interface Edit {
  readonly file: string;
  readonly line: number;
  readonly from: string;
  readonly to: string;
}

/** A change with what it means. */
export interface Candidate {
  readonly edit: Edit;
  readonly text: string;
  readonly opens: readonly string[];
}

const lineAt = (text: string, line: number): string => text.split('\n')[line - 1] ?? '';

/** Builds an edit of the text at a place; where the same text stands earlier on the line, the line's beginning goes along. */
export function editAt(
  config: Config,
  place: { file: string; start: number },
  from: string,
  to: string,
): Edit | undefined {
  const text = config.texts.get(place.file);
  if (text === undefined || from.includes('\n') || from === '') return undefined;
  const begin = text.lastIndexOf('\n', place.start - 1) + 1;
  const line = text.slice(0, place.start).split('\n').length;
  const whole = lineAt(text, line);
  const column = place.start - begin;
  if (whole.indexOf(from) === column) return { file: place.file, line, from, to };
  if (!whole.startsWith(from, column)) return undefined;
  const before = whole.slice(0, column);
  return { file: place.file, line, from: before + from, to: before + to };
}

/** The first line of a directive's own bytes. */
export function firstLine(config: Config, directive: Directive): string {
  const text = config.texts.get(directive.file) ?? '';
  return (text.slice(directive.start, directive.bodyStart ?? directive.end).split('\n')[0] ?? '').trimEnd();
}

/** Puts a directive before another one. */
export function insertBefore(config: Config, directive: Directive, added: string): Edit | undefined {
  const from = firstLine(config, directive);
  return editAt(config, directive, from, `${added} ${from}`);
}

/** Puts a directive at the beginning of a block. */
export function insertInto(config: Config, block: Directive, added: string): Edit | undefined {
  if (block.bodyStart === undefined) return undefined;
  return editAt(config, { file: block.file, start: block.bodyStart - 1 }, '{', `{ ${added}`);
}

/** Replaces a directive that stands on one line. */
export function replaceDirective(config: Config, directive: Directive, to: string): Edit | undefined {
  const text = config.texts.get(directive.file)?.slice(directive.start, directive.bodyStart ?? directive.end) ?? '';
  return editAt(config, directive, text, to);
}

/** The text of a file after an edit. */
export function applyEdit(text: string, edit: Edit): string {
  const lines = text.split('\n');
  const line = lines[edit.line - 1] ?? '';
  const at = line.indexOf(edit.from);
  if (at >= 0) lines[edit.line - 1] = line.slice(0, at) + edit.to + line.slice(at + edit.from.length);
  return lines.join('\n');
}

/** The file itself where the name is a link, as in sites-enabled: `sed -i` would put a copy in the link's place. */
function realFile(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}

/** The shell command that carries an edit out. */
export const commandOf = (edit: Edit): ShellLine => sedReplace(realFile(edit.file), edit.line, edit.from, edit.to);

/** The same edit as data. */
export const changeOf = ({ file, line, from, to }: Edit): Change => ({
  kind: 'edit',
  path: realFile(file),
  edits: [{ op: 'swap', line, from, to }],
});

/** A word for a configuration file, quoted. */
export const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
