import { styleText } from 'node:util';
import { visible } from '@why403/core';
import type { Finding, Level } from './model.ts';

const WIDTH = 80;
const COLOURS: Readonly<Record<Level, 'red' | 'yellow' | 'cyan'>> = { error: 'red', warning: 'yellow', note: 'cyan' };

/** Findings as text of 80 columns, grouped by exchange. */
export function renderText(findings: readonly Finding[], looked: number, paint: { readonly colour: boolean }): string {
  const lines: string[] = [];
  let last = '';
  for (const { source, status, request, level, rule, says, quote, mend, reference } of findings) {
    const entry = source?.entry === undefined ? '' : `, entry ${source.entry + 1}`;
    const where = source ? `   ${source.name}${entry}` : '';
    const head = visible(`${status}  ${request.method} ${request.url}${where}`);
    if (head !== last) {
      if (last !== '') lines.push('');
      lines.push(clip(head, 400), '');
      last = head;
    }
    const word = level.padEnd(8);
    lines.push(`  ${paint.colour ? styleText(COLOURS[level], word, { validateStream: false }) : word} ${rule}`);
    for (const part of wrap(visible(says))) lines.push(`           ${part}`);
    if (quote) lines.push(`        <  ${clip(visible(quote), WIDTH - 11)}`);
    for (const part of wrap(visible(mend))) lines.push(`           ${part}`);
    lines.push(`           ${reference.title}`);
  }
  if (findings.length > 0) lines.push('');
  const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
  lines.push(`${count(findings.length, 'finding')} in ${count(looked, 'answer')}`);
  return `${lines.join('\n')}\n`;
}

function clip(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

function wrap(text: string): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const piece = clip(word, WIDTH - 11);
    if (line !== '' && line.length + 1 + piece.length > WIDTH - 11) {
      lines.push(line);
      line = piece;
    } else line = line === '' ? piece : `${line} ${piece}`;
  }
  lines.push(line);
  return lines;
}
