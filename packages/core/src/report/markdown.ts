import type { Diagnosis } from '../model/diagnosis.ts';
import type { ShellLine } from '../model/shell.ts';
import { markdownCell as cell, markdownCode as code, markdownText as text } from './escape.ts';
import { placeOf } from './overview.ts';
import { percent } from './percent.ts';
import { QUESTIONS, requestLine, WHO } from './words.ts';

/** The report for a ticket. `times` is how many entries of a HAR told the same. */
export function markdown(d: Diagnosis, times = 1): string {
  const { verdict } = d;
  const top = d.causes.find((c) => c.cause === verdict.cause);
  const sure =
    verdict.certainty === 'proven' || verdict.certainty === 'unknown'
      ? verdict.certainty
      : `${verdict.certainty}, ${percent(verdict.probability)}`;
  const lines = [
    `## ${d.response?.status ?? 'no answer'} ${code(requestLine(d.request))}${times > 1 ? ` × ${times}` : ''}`,
    '',
    ...(d.source ? [text(placeOf(d)), ''] : []),
    `**${verdict.cause ?? 'cause not known'}** (${sure}): ${text(verdict.summary)}.`,
  ];
  for (const note of d.notes.filter((n) => n.kind === 'number' || n.kind === 'hop'))
    lines.push('', `${text(note.text)}.`);
  if (d.response?.words) lines.push('', `The answer says: ${code(d.response.words)}`);
  const shown = top?.evidence.filter((e) => e.bits > 0) ?? [];
  if (shown.length) {
    lines.push('', '### Evidence', '');
    for (const e of shown)
      lines.push(
        `- ${text(e.says)}${e.quote ? `: ${code(e.quote)}` : ''} (${text(e.from)}, ${e.bits.toFixed(1)} bits)`,
      );
  }
  if (d.experiments.length) {
    lines.push('', '### Experiments', '');
    for (const e of d.experiments)
      lines.push(`- ${text(e.changed)} → ${e.status ?? 'no answer'}, ${e.outcome}. ${text(e.says)}`);
  }
  if (top?.fixes.length) {
    lines.push('', '### What to do', '');
    for (const fix of top.fixes) {
      lines.push(`- ${text(WHO[fix.who])}: ${text(fix.text)}${fix.verified === true ? ' (tried: it works)' : ''}`);
      const block = [fix.request, ...(fix.commands ?? [])].filter((l) => l !== null);
      if (block.length) lines.push('', ...fenced(block).map((l) => `  ${l}`), '');
      if (fix.withheld) lines.push(`  ${text(fix.withheld)}`);
    }
  }
  const others = d.causes.filter((c) => c !== top && c.probability >= 0.02).slice(0, 5);
  if (others.length && verdict.certainty !== 'proven')
    lines.push('', `Other candidates: ${others.map((c) => `${c.cause} ${percent(c.probability)}`).join(', ')}.`);
  lines.push('', '### Checklist', '', '| question | answer | because |', '|---|---|---|');
  for (const a of d.checklist) lines.push(`| ${QUESTIONS[a.item]} | ${a.answer} | ${cell(a.because)} |`);
  const notes = d.notes.filter((n) => n.kind !== 'number' && n.kind !== 'hop');
  if (notes.length) lines.push('', ...notes.map((n) => `- ${text(n.text)}`));
  return `${lines.join('\n')}\n`;
}

function fenced(lines: readonly ShellLine[]): string[] {
  const longest = Math.max(2, ...lines.flatMap((line) => [...line.matchAll(/`+/g)].map((m) => m[0].length)));
  const fence = '`'.repeat(longest + 1);
  return [`${fence}sh`, ...lines, fence];
}
