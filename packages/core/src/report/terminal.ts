import type { Diagnosis, ToldCause, ToldEvidence } from '../model/diagnosis.ts';
import { visible } from './escape.ts';
import { columns, fit, fitEnd, shellLines, withEdge, wrap } from './lines.ts';
import { placeOf } from './overview.ts';
import { percent } from './percent.ts';
import { requestLine, WHO } from './words.ts';

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
  if (!d.refused && d.response) return notRefused(d, top, paint, width, options.times ?? 1);
  const blocks = [
    headline(d, paint, width, options.times ?? 1),
    verdict(d, paint, width),
    top ? evidence(top, paint, width) : [],
    said(d, top, width),
    experiments(d, paint, width),
    advice(d, top, paint, width),
    checks(d, paint, width),
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => line.trimEnd()).join('\n'))
    .join('\n\n');
}

/** What was not refused: what the answer is instead, and what to do, in a few lines. */
function notRefused(d: Diagnosis, top: ToldCause | undefined, paint: Paint, width: number, times: number): string {
  const fix = top?.fixes[0];
  const lines = [
    ...headline(d, paint, width, times),
    '',
    ...hang(paint('bold', 'not refused'), visible(d.verdict.summary), width, 13, 11),
    ...(fix ? hang(paint('green', 'try'), visible(fix.text), width, 13, 3) : []),
    ...d.notes
      .filter(({ kind }) => kind === 'gap' || kind === 'fault')
      .flatMap(({ text }) => hang(paint('dim', 'note'), visible(text), width, 13, 4)),
  ];
  return lines.map((line) => line.trimEnd()).join('\n');
}

function headline(d: Diagnosis, paint: Paint, width: number, times: number): string[] {
  const status = d.response ? String(d.response.status) : '---';
  const names = [...new Set(d.products.map((p) => p.name))].slice(0, 2).join(', ');
  const right = visible([fit(names, width / 2), ...(times > 1 ? [`× ${times}`] : [])].filter(Boolean).join('  '));
  const asked = cutMiddle(visible(requestLine(d.request)), width - status.length - 4 - columns(right));
  const left = `${status}  ${asked}`;
  const gap = ' '.repeat(Math.max(2, width - columns(left) - columns(right)));
  const place = placeOf(d);
  const indent = ' '.repeat(status.length + 2);
  return [
    `${paint('bold', left)}${right ? gap + right : ''}`,
    ...(place === '' ? [] : [`${indent}${paint('dim', fit(visible(place), width - indent.length))}`]),
  ];
}

/** A request line cut in its middle: host and end tell most. */
function cutMiddle(text: string, room: number): string {
  const most = Math.max(24, room);
  if (columns(text) <= most) return text;
  const end = Math.floor(most / 3);
  return `${fit(text, most - end - 1)}…${fitEnd(text, end)}`;
}

function verdict(d: Diagnosis, paint: Paint, width: number): string[] {
  const { cause, certainty, probability, summary } = d.verdict;
  const style = certainty === 'proven' ? 'green' : certainty === 'likely' ? 'yellow' : 'cyan';
  const sure = certainty === 'likely' || certainty === 'possible' ? `${certainty} ${percent(probability)}` : certainty;
  const label = `${sure}${cause ? `  ${cause}` : ''}`;
  const painted = `${paint(style, sure)}${cause ? `  ${paint('bold', cause)}` : ''}`;
  const said = visible(summary);
  const beside = label.length + 3 + columns(said) <= width;
  const lines = beside ? [`${painted}   ${said}`] : [painted, ...wrap(said, width - 2).map((line) => `  ${line}`)];
  for (const note of d.notes.filter((n) => n.kind === 'number' || n.kind === 'hop'))
    lines.push(...wrap(visible(note.text), width - 2).map((line) => `  ${line}`));
  if (certainty === 'possible' || certainty === 'unknown') {
    const others = d.causes
      .filter((c) => c.cause !== cause)
      .slice(0, 4)
      .map((c) => `${c.cause} ${percent(c.probability)}`);
    lines.push(...hang('', `${cause ? 'or' : 'perhaps'} ${others.join(', ')}`, width, 2));
  }
  return lines;
}

function evidence(top: ToldCause, paint: Paint, width: number): string[] {
  const shown = top.evidence.filter((e) => e.bits > 0).slice(0, 5);
  const lines = shown.flatMap((item, i) => spot(item, i + 1, paint, width));
  if (top.location) lines.push(`  at ${visible(top.location.file)}${top.location.line ? `:${top.location.line}` : ''}`);
  return lines;
}

/** The answer's own words, where the evidence does not show them whole. */
function said(d: Diagnosis, top: ToldCause | undefined, width: number): string[] {
  const words = d.response?.words;
  if (!words) return [];
  const shown = top ? evidence(top, (_style, text) => text, width) : [];
  if (shown.some((line) => line.includes(visible(words)))) return [];
  return hang('said', `\u201c${visible(words)}\u201d`, width, 7);
}

/** The user's own bytes with the smallest span marked, and what it says. */
function spot(item: ToldEvidence, number: number, paint: Paint, width: number): string[] {
  const mark = `[${number}]`;
  const arrow = item.from.startsWith('request') ? '>' : item.from.startsWith('response') ? '<' : '·';
  const says = visible(item.says);
  // a status and a method are marked by nothing; what an experiment was answered stands in the list of what was asked
  if (!item.quote || /^(?:response status|request method|experiment .*)$/.test(item.from))
    return indented(withEdge(says, mark, width - 5), 5, `  ${arrow}  `);
  const { lead, quote, tail } = around(item, width - 5);
  const line = `  ${arrow}  ${lead}${paint('bold', quote)}${tail}`;
  const at = 5 + columns(lead);
  const carets = '^'.repeat(Math.max(1, columns(quote)));
  // the sentence stands beside its marks where there is room, under them where there is none
  const room = width - at - carets.length - 1;
  if (columns(says) + mark.length + 2 <= room)
    return [line, `${' '.repeat(at)}${paint('red', carets)} ${withEdge(says, mark, room)[0]}`];
  return [line, `${' '.repeat(at)}${paint('red', carets)}`, ...indented(withEdge(says, mark, width - 5), 5)];
}

/** A window around the quote: the line that it stands on, cut at both ends where it is longer than the room. */
function around(item: ToldEvidence, room: number): { lead: string; quote: string; tail: string } {
  const header = /^(?:request|response) header (.+)$/.exec(item.from)?.[1];
  const place = header ? `${visible(header)}: ` : item.from.startsWith('re') ? '' : `${visible(item.from)}  `;
  const before = visible(item.before).trimStart();
  const after = visible(item.after).trimEnd();
  const whole = visible(item.quote);
  const inner = Math.max(16, room - columns(place));
  const quote = columns(whole) > inner ? `${fit(whole, inner - 1)}…` : whole;
  const left = inner - columns(quote);
  // what follows tells less than what leads to it
  const wanted = Math.max(Math.ceil((left * 2) / 3), left - columns(after));
  const shownBefore = columns(before) > wanted ? (wanted > 1 ? `…${fitEnd(before, wanted - 1)}` : '') : before;
  const rest = left - columns(shownBefore);
  const tail = columns(after) > rest ? (rest > 1 ? `${fit(after, rest - 1)}…` : '') : after;
  return { lead: `${place}${shownBefore}`, quote, tail };
}

function indented(lines: readonly string[], indent: number, first = ' '.repeat(indent)): string[] {
  return lines.map((line, i) => `${i === 0 ? first : ' '.repeat(indent)}${line}`);
}

const OUTCOME = {
  allowed: 'allowed',
  'refused-alike': 'the same',
  'refused-otherwise': 'another refusal',
  failed: 'no answer',
} as const;

function experiments(d: Diagnosis, paint: Paint, width: number): string[] {
  return d.experiments.flatMap((e, i) => {
    const answer = `${e.status ?? '-'} ${OUTCOME[e.outcome]}`;
    const asked = withEdge(visible(e.changed), answer, width - 7);
    const lines = e.says ? [...asked, ...wrap(visible(e.says), width - 9).map((line) => `  ${line}`)] : asked;
    return indented(lines, 7, i === 0 ? `${paint('dim', 'asked')}  ` : '       ');
  });
}

function advice(d: Diagnosis, top: ToldCause | undefined, paint: Paint, width: number): string[] {
  const lines: string[] = [];
  (top?.fixes ?? []).slice(0, 3).forEach((fix, i) => {
    const tried =
      fix.verified === true ? ' (tried: it works)' : fix.verified === false ? ' (tried: it did not help)' : '';
    const label = i === 0 ? 'try' : 'or';
    lines.push(
      ...indented(
        withEdge(`${visible(fix.text)}${tried}`, WHO[fix.who], width - 7),
        7,
        `${paint('green', label)}${' '.repeat(7 - label.length)}`,
      ),
    );
    if (fix.request) lines.push(...indented(shellLines(fix.request, width - 7), 7));
    for (const command of fix.commands ?? []) lines.push(...indented([command], 7));
    if (fix.withheld) lines.push(...indented(wrap(fix.withheld, width - 7), 7));
  });
  for (const rival of d.causes.filter((c) => c !== top && rivalWorthNaming(c, d)).slice(0, 2)) {
    const against = rival.evidence.filter((e) => e.bits <= -1.5).sort((a, b) => a.bits - b.bits)[0];
    if (against) lines.push(...hang(paint('dim', 'not'), `${rival.cause}: ${visible(against.says)}`, width, 7, 3));
  }
  const told = (kinds: readonly string[], label: string, style: 'dim' | 'cyan'): void => {
    for (const note of d.notes.filter((n) => kinds.includes(n.kind)))
      lines.push(...hang(paint(style, label), visible(note.text), width, 7, label.length));
  };
  told(['step'], 'next', 'cyan');
  told(['next'], 'open', 'dim');
  told(['question'], 'ask', 'cyan');
  told(['gap', 'fault', 'server'], 'note', 'dim');
  lines.push(`${paint('dim', 'more')}   why403 explain ${d.verdict.cause ?? d.causes[0]?.cause ?? ''}`);
  return lines;
}

// A look-alike of the same family: only that is worth a line saying why it was left aside.
function rivalWorthNaming(c: ToldCause, d: Diagnosis): boolean {
  const stem = d.verdict.cause?.split('-')[0];
  return stem !== undefined && c.cause.startsWith(`${stem}-`);
}

const SIGN = { ok: 'ok', problem: 'wrong', unknown: '?', 'not-applicable': '-' } as const;

/** The seven questions, a line each: sign, name, reason. */
function checks(d: Diagnosis, paint: Paint, width: number): string[] {
  return d.checklist.flatMap((a, i) => {
    const sign = SIGN[a.answer];
    const shown =
      a.answer === 'problem' ? paint('red', sign) : a.answer === 'ok' ? paint('green', sign) : paint('dim', sign);
    const label = `${i === 0 ? 'check  ' : '       '}${shown}${' '.repeat(7 - sign.length)}${a.item}`;
    // what is wrong was said above
    const because = a.answer === 'problem' && a.because === d.verdict.summary ? 'this refuses, see above' : a.because;
    return hang(label, visible(because), width, 32, 14 + a.item.length);
  });
}

/** `label` and a text that hangs beside it. `length` is the label's own where it holds colour. */
function hang(label: string, text: string, width: number, indent: number, length = label.length): string[] {
  const [first = '', ...rest] = wrap(text, width - indent);
  return [`${label}${' '.repeat(Math.max(0, indent - length))}${first}`, ...rest.map((l) => ' '.repeat(indent) + l)];
}
