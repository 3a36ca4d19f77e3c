import { styleText } from 'node:util';
import { visible } from '@why403/core';
import type { Refusal, Triage } from './model.ts';
import { showWall } from './time.ts';
import { causeName } from './triage.ts';

const WIDTH = 80;

/** How a terminal report is painted. */
export interface Paint {
  readonly colour: boolean;
}

/** The triage as text of 80 columns. */
export function renderText(triage: Triage, paint: Paint): string {
  const lines: string[] = [];
  const bold = (text: string): string => (paint.colour ? styleText('bold', text, { validateStream: false }) : text);
  const { refusals, lines: all } = triage;
  const what = triage.statuses.join(', ');
  lines.push(bold(headline(triage)));
  if (triage.from) lines.push(`${triage.from} to ${triage.to}, clock of the logs; statuses ${what}`);
  if (refusals > 0) {
    lines.push(
      `cause known of ${number(triage.known)} (${percent(triage.known / refusals)})` +
        (all.count > 0 && !all.exact ? '; the number of requests is reckoned' : ''),
    );
    lines.push('', bold('cause'));
    for (const group of triage.causes.slice(0, 12)) {
      const name = group.known ? group.causes.join(', ') : `${group.causes.join(', ')}?`;
      lines.push(`${head(group.share, group.count)}  ${bar(group.share, 12)}  ${clip(name, 48)}`);
      const detail = group.detail ? ` [${visible(group.detail)}]` : '';
      for (const part of wrap(`${visible(group.says)}${detail}`, WIDTH - 18)) lines.push(`${' '.repeat(18)}${part}`);
      for (const path of group.paths.slice(0, 2))
        lines.push(`${' '.repeat(18)}${percent(path.count / group.count).padStart(7)} ${clip(visible(path.key), 54)}`);
    }
    more(lines, triage.causes.length - 12, 'cause');
    table(lines, bold('path'), triage.paths, triage.uncounted.paths);
    table(lines, bold('client'), triage.clients, triage.uncounted.clients);
    if (triage.times.steps.length > 0) lines.push('', bold('time'), ...plot(triage));
    const first = triage.causes.find(({ known }) => known) ?? triage.causes[0];
    if (first) lines.push('', `more   why403 explain ${first.causes[0]}`);
  }
  if (triage.notes.length > 0) {
    lines.push('');
    for (const { file, says } of triage.notes)
      for (const [i, part] of wrap(`${file ? `${visible(file)}: ` : ''}${says}.`, WIDTH - 7).entries())
        lines.push(`${i === 0 ? 'note   ' : '       '}${part}`);
  }
  return `${lines.join('\n')}\n`;
}

/** One sentence: how many were refused. */
export function headline({ refusals, lines }: Triage): string {
  if (lines.count === 0) return `${number(refusals)} refusals in error logs`;
  const about = lines.exact ? '' : 'about ';
  return `${number(refusals)} refused of ${about}${number(lines.count)} requests (${percent(refusals / lines.count)})`;
}

/** One refusal in one line, for `--follow`. */
export function renderLine(refusal: Refusal): string {
  const time = Number.isNaN(refusal.wall) ? '?' : showWall(refusal.wall).slice(11);
  const request = clip(`${visible(refusal.method)} ${visible(refusal.target.split('?', 1)[0]!)}`, 60);
  return `${time}  ${refusal.status}  ${causeName(refusal.why).padEnd(20)}  ${visible(refusal.client).padEnd(15)}  ${request}`;
}

function table(lines: string[], title: string, rows: Triage['paths'], uncounted: number): void {
  lines.push('', title);
  for (const { key, count, share, cause } of rows)
    lines.push(`${head(share, count)}  ${clip(visible(key), 36).padEnd(36)}  ${cause}`);
  if (uncounted > 0) lines.push(`  rare ones left out: ${number(uncounted)} refusals stand in no row`);
}

function more(lines: string[], n: number, noun: string): void {
  if (n > 0) lines.push(`  and ${n} more ${noun}${n === 1 ? '' : 's'}`);
}

function head(share: number, count: number): string {
  return `${percent(share).padStart(7)}${number(count).padStart(9)}`;
}

function bar(share: number, width: number): string {
  return '#'.repeat(Math.max(share > 0 ? 1 : 0, Math.round(share * width))).padEnd(width);
}

const HEIGHT = 6;

/** Columns of `#`, one per step, at most 60 steps of equal length. */
function plot({ times }: Triage): string[] {
  const { seconds, steps } = times;
  const start = wallOf(steps[0]!.at);
  const columns = Math.round((wallOf(steps.at(-1)!.at) - start) / seconds) + 1;
  const counts = new Array<number>(columns).fill(0);
  for (const { at, count } of steps) counts[Math.round((wallOf(at) - start) / seconds)] = count;
  const most = Math.max(...counts);
  const lines: string[] = [];
  for (let row = HEIGHT; row >= 1; row--) {
    const label = row === HEIGHT ? number(most) : row === 1 ? '0' : '';
    const marks = counts.map((count) => (count > 0 && Math.ceil((count / most) * HEIGHT) >= row ? '#' : ' ')).join('');
    lines.push(`${label.padStart(12)} |${marks}`.trimEnd());
  }
  const end = `each column ${step(seconds)}, up to ${times.steps.at(-1)!.at.slice(0, 16)}`;
  lines.push(`${' '.repeat(13)}+${'-'.repeat(columns)}`, `${' '.repeat(14)}${steps[0]!.at.slice(0, 16)}; ${end}`);
  return lines;
}

function wallOf(at: string): number {
  return Date.parse(`${at.replace(' ', 'T')}Z`) / 1000;
}

/** `5 minutes` */
export function step(seconds: number): string {
  const [n, unit] =
    seconds < 60
      ? [seconds, 'second']
      : seconds < 3600
        ? [seconds / 60, 'minute']
        : seconds < 86_400
          ? [seconds / 3600, 'hour']
          : [seconds / 86_400, 'day'];
  return `${n} ${unit}${n === 1 ? '' : 's'}`;
}

/** `1,234` */
export function number(n: number): string {
  return String(Math.round(n)).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `12.3 %` */
export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

function clip(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const piece = clip(word, width);
    if (line !== '' && line.length + 1 + piece.length > width) {
      lines.push(line);
      line = piece;
    } else line = line === '' ? piece : `${line} ${piece}`;
  }
  lines.push(line);
  return lines;
}
