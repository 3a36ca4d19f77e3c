import type { Diagnosis, ToldCause, ToldEvidence } from '../model/diagnosis.ts';
import { visible } from './escape.ts';
import { QUESTIONS, WHO } from './words.ts';

export interface TerminalOptions {
  /** Paints a text; colour is only ever a second signal. */
  readonly paint?: (style: 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan', text: string) => string;
  /** Columns; 80 where it is not known. */
  readonly width?: number;
  /** How many of the HAR's entries told the same; 1 where there is no more. */
  readonly times?: number;
}

type Paint = NonNullable<TerminalOptions['paint']>;

/** The report for a terminal. */
export function terminal(d: Diagnosis, options: TerminalOptions = {}): string {
  const paint: Paint = options.paint ?? ((_style, text) => text);
  const width = Math.max(60, Math.min(options.width ?? 80, 110));
  const top = d.causes.find((c) => c.cause === d.verdict.cause);
  return [
    headline(d, paint, width, options.times ?? 1),
    '',
    ...verdict(d, paint, width),
    ...(top ? ['', ...evidence(top, paint, width)] : []),
    ...(d.experiments.length ? ['', ...experiments(d, paint, width)] : []),
    '',
    ...advice(d, top, paint, width),
    '',
    ...checks(d, paint, width),
  ]
    .map((line) => line.trimEnd())
    .join('\n');
}

function headline(d: Diagnosis, paint: Paint, width: number, times: number): string {
  const status = d.response ? String(d.response.status) : '---';
  const url = visible(d.request.url);
  const names = [...new Set(d.products.map((p) => p.name))].slice(0, 2).join(', ');
  const right = `${names}${times > 1 ? `  × ${times}` : ''}`;
  const room = width - status.length - d.request.method.length - 5 - right.length;
  const shown = url.length > room && room > 20 ? `${url.slice(0, room - 1)}…` : url;
  const left = `${status}  ${visible(d.request.method)} ${shown}`;
  return `${paint('bold', left)}${right ? `${' '.repeat(Math.max(2, width - left.length - right.length))}${visible(right)}` : ''}`;
}

function verdict(d: Diagnosis, paint: Paint, width: number): string[] {
  const { cause, certainty, probability, summary } = d.verdict;
  const style = certainty === 'proven' ? 'green' : certainty === 'likely' ? 'yellow' : 'cyan';
  const sure =
    certainty === 'likely' || certainty === 'possible' ? `${certainty} ${Math.round(probability * 100)} %` : certainty;
  const [first, ...rest] = wrap(visible(summary), Math.max(20, width - sure.length - (cause?.length ?? 0) - 4));
  const indent = ' '.repeat(sure.length + (cause ? cause.length + 2 : 0) + 2);
  const lines = [
    `${paint(style, sure)}  ${cause ? `${paint('bold', cause)}  ` : ''}${first}`,
    ...rest.map((l) => indent + l),
  ];
  for (const note of d.notes.filter((n) => n.kind === 'number' || n.kind === 'hop'))
    lines.push(...hang('', visible(note.text), width, indent.length));
  if (certainty === 'possible' || certainty === 'unknown') {
    const others = d.causes
      .filter((c) => c.cause !== cause)
      .slice(0, 4)
      .map((c) => `${c.cause} ${Math.round(c.probability * 100)} %`);
    lines.push(...hang('', `${cause ? 'or' : 'candidates:'} ${others.join(', ')}`, width, indent.length));
  }
  return lines;
}

function evidence(top: ToldCause, paint: Paint, width: number): string[] {
  const shown = top.evidence.filter((e) => e.bits > 0).slice(0, 5);
  const lines: string[] = [];
  shown.forEach((item, i) => {
    lines.push(...spot(item, i + 1, paint, width));
  });
  if (top.location) lines.push(`  at ${visible(top.location.file)}${top.location.line ? `:${top.location.line}` : ''}`);
  return lines;
}

/** The user's own bytes with the smallest span marked, and what it says. */
function spot(item: ToldEvidence, number: number, paint: Paint, width: number): string[] {
  const mark = `[${number}]`;
  const arrow = item.from.startsWith('request') ? '>' : item.from.startsWith('response') ? '<' : '·';
  const says = visible(item.says);
  if (!item.quote || item.from === 'response status' || item.from === 'request method')
    return aligned(`  ${arrow}  ${says}`, mark, width, 5);
  const header = /^(?:request|response) header (.+)$/.exec(item.from)?.[1];
  const place = header ? `${visible(header)}: ` : item.from.startsWith('re') ? '' : `${visible(item.from)}  `;
  const room = width - 5;
  const before = visible(item.before);
  const quote = visible(item.quote);
  const after = visible(item.after);
  const lead = `${place}${before}`;
  const cutLead =
    lead.length > room / 2 ? `${place}…${before.slice(-Math.max(0, Math.floor(room / 2) - place.length - 1))}` : lead;
  const shownQuote =
    quote.length > room - cutLead.length ? `${quote.slice(0, Math.max(8, room - cutLead.length - 1))}…` : quote;
  const tail = after.slice(0, Math.max(0, room - cutLead.length - shownQuote.length));
  const line = `  ${arrow}  ${cutLead}${paint('bold', shownQuote)}${tail}`;
  const carets = '^'.repeat(Math.max(1, shownQuote.length));
  const at = 5 + cutLead.length;
  // the sentence stands beside its marks where there is room, under them where there is none
  const under =
    at + carets.length + 1 + says.length + mark.length + 2 <= width
      ? aligned(
          `${' '.repeat(at)}${paint('red', carets)} ${says}`,
          mark,
          width,
          at,
          carets.length + 1 + at + says.length,
        )
      : [`${' '.repeat(at)}${paint('red', carets)}`, ...aligned(`     ${says}`, mark, width, 5)];
  return [line, ...under];
}

/** A text with its number at the right edge. `length` is the text's own where it holds colour. */
function aligned(text: string, mark: string, width: number, indent: number, length = text.length): string[] {
  if (length + mark.length + 1 <= width) return [`${text}${' '.repeat(width - length - mark.length)}${mark}`];
  const lines = wrap(text.trimStart(), width - indent - mark.length - 1);
  const lead = text.slice(0, text.length - text.trimStart().length);
  return lines.map((line, i) => {
    const padded = `${i === 0 ? lead : ' '.repeat(indent)}${line}`;
    return i === lines.length - 1
      ? `${padded}${' '.repeat(Math.max(1, width - padded.length - mark.length))}${mark}`
      : padded;
  });
}

const OUTCOME = {
  allowed: 'allowed',
  'refused-alike': 'the same answer',
  'refused-otherwise': 'another refusal',
  failed: 'failed',
} as const;

function experiments(d: Diagnosis, paint: Paint, width: number): string[] {
  return d.experiments.flatMap((e) =>
    hang(
      paint('dim', 'asked'),
      `${visible(e.changed)} → ${e.status ?? '-'} ${OUTCOME[e.outcome]}${e.says ? `: ${visible(e.says)}` : ''}`,
      width,
      7,
      5,
    ),
  );
}

function advice(d: Diagnosis, top: ToldCause | undefined, paint: Paint, width: number): string[] {
  const lines: string[] = [];
  const fixes = top?.fixes ?? [];
  fixes.slice(0, 3).forEach((fix, i) => {
    const tried =
      fix.verified === true ? ' (tried: it works)' : fix.verified === false ? ' (tried: it did not help)' : '';
    lines.push(
      ...hang(
        paint('green', i === 0 ? 'try' : 'or'),
        `${visible(fix.text)}${tried}  — ${WHO[fix.who]}`,
        width,
        7,
        i === 0 ? 3 : 2,
      ),
    );
    if (fix.request) lines.push(...hang('', visible(fix.request), Math.max(width, 7 + fix.request.length), 7));
    for (const command of fix.commands ?? []) lines.push(`       ${visible(command)}`);
  });
  for (const against of d.causes
    .filter((c) => c !== top)
    .flatMap((c) => c.evidence.filter((e) => e.bits <= -1.5).map((e) => ({ c, e })))
    .filter(({ c }) => rivalWorthNaming(c, d))
    .slice(0, 2))
    lines.push(...hang(paint('dim', 'not'), `${against.c.cause}: ${visible(against.e.says)}`, width, 7, 3));
  for (const note of d.notes.filter((n) => n.kind === 'next'))
    lines.push(...hang(paint('dim', 'open'), visible(note.text), width, 7, 4));
  for (const note of d.notes.filter((n) => n.kind === 'question'))
    lines.push(...hang(paint('cyan', 'ask'), visible(note.text), width, 7, 3));
  for (const note of d.notes.filter((n) => n.kind === 'gap' || n.kind === 'fault' || n.kind === 'server'))
    lines.push(...hang(paint('dim', 'note'), visible(note.text), width, 7, 4));
  lines.push(`${paint('dim', 'more')}   why403 explain ${d.verdict.cause ?? d.causes[0]?.cause ?? ''}`);
  return lines;
}

// A look-alike of the same family: only that is worth a line saying why it was left aside.
function rivalWorthNaming(c: ToldCause, d: Diagnosis): boolean {
  const stem = d.verdict.cause?.split('-')[0];
  return stem !== undefined && c.cause.startsWith(`${stem}-`);
}

const SIGN = { ok: 'ok', problem: 'problem', unknown: '?', 'not-applicable': '-' } as const;

function checks(d: Diagnosis, paint: Paint, width: number): string[] {
  return d.checklist.flatMap((a, i) => {
    const sign = SIGN[a.answer];
    const shown =
      a.answer === 'problem' ? paint('red', sign) : a.answer === 'ok' ? paint('green', sign) : paint('dim', sign);
    const label = `${i === 0 ? 'check  ' : '       '}${shown}${' '.repeat(9 - sign.length)}`;
    return hang(label, `${QUESTIONS[a.item]} ${visible(a.because)}`, width, 16, 16);
  });
}

/** `label` and a text that hangs beside it. `length` is the label's own where it holds colour. */
function hang(label: string, text: string, width: number, indent: number, length = label.length): string[] {
  const [first = '', ...rest] = wrap(text, width - indent);
  return [`${label}${' '.repeat(Math.max(0, indent - length))}${first}`, ...rest.map((l) => ' '.repeat(indent) + l)];
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line ? `${line} ${word}` : word;
  }
  lines.push(line);
  return lines;
}
