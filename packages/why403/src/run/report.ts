// What is written of the diagnoses: one report, or of several an overview by cause and then the reports of each.
import { styleText } from 'node:util';
import {
  countOf,
  type Diagnosis,
  type Document,
  foldEqual,
  type Group,
  groupByCause,
  InputError,
  itemOf,
  json,
  lineOf,
  markdown,
  message,
  type NotJudged,
  originOfAll,
  overview,
  overviewMarkdown,
  type Part,
  page,
  partsOf,
  terminal,
  toldGroups,
  visible,
} from '@why403/core';
import { writeReport } from '../command/door.ts';
import type { Io } from '../command/io.ts';
import type { Options } from '../command/options.ts';
import type { Input } from './read-input.ts';

/** What was read, with what of it was only counted. */
export interface Counted extends Input {
  readonly unjudged?: readonly NotJudged[];
}

/** Writes the reports that the options ask for. Throws InputError where a file cannot be written. */
export function report(told: readonly Diagnosis[], input: Counted, options: Options, io: Io): void {
  const { entries, unjudged = [] } = input;
  if (options.html !== undefined) {
    try {
      writeReport(io, options.html, page(told, { showSecrets: options.showSecrets, unjudged }));
    } catch (error) {
      throw new InputError(
        'UNREADABLE_FILE',
        `${options.html} cannot be written: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`,
      );
    }
  }
  if (entries !== undefined && !told.some((d) => d.refused))
    io.stderr.write(
      `why403: ${entries === 1 ? 'the one entry was not' : `none of the ${entries} entries was`} refused.\n`,
    );
  if (options.json) {
    const groups = toldGroups(told);
    const document: Document = {
      schema: 'why403/1',
      diagnoses: told,
      ...(groups && { groups }),
      ...(unjudged.length > 0 && { unjudged }),
    };
    io.stdout.write(json(document));
    return;
  }
  const text = options.message
    ? foldEqual(told)
        .map(({ d }) => message(d))
        .join('\n')
    : options.markdown
      ? forTicket(told, input)
      : options.html !== undefined
        ? `${options.html}\n`
        : forTerminal(told, input, options, io);
  if (text) io.stdout.write(text);
}

function forTicket(told: readonly Diagnosis[], input: Counted): string {
  const groups = groupByCause(told);
  const [only] = groups;
  if (groups.length === 1 && only!.folded.length === 1) return markdown(only!.folded[0]!.d, only!.folded[0]!.times);
  if (groups.length === 0) return '';
  const parts = partsOf(groups).map((part) =>
    [
      ...part.whole.map(({ d, times }) => markdown(d, times)),
      ...(part.lines.length > 0 ? ['### Refused alike', '', ...part.lines.map(itemOf), ...moreOf(part, '- '), ''] : []),
    ].join('\n'),
  );
  return [`# ${headOf(told, groups, input)}`, '', overviewMarkdown(groups), '', ...parts].join('\n');
}

function forTerminal(told: readonly Diagnosis[], input: Counted, options: Options, io: Io): string {
  const coloured =
    options.color !== false && io.stdout.isTTY === true && !io.env['NO_COLOR'] && io.env['TERM'] !== 'dumb';
  const paint = styleText as NonNullable<NonNullable<Parameters<typeof terminal>[1]>['paint']>;
  const style = { ...(coloured && { paint }), ...(io.stdout.columns && { width: io.stdout.columns }) };
  const width = Math.max(60, Math.min(io.stdout.columns ?? 80, 110));
  const groups = groupByCause(told);
  const rule = `\n${'─'.repeat(Math.min(io.stdout.columns ?? 80, 80))}\n\n`;
  const parts = partsOf(groups).flatMap((part) => [
    ...part.whole.map(({ d, times }) => `${terminal(d, { ...style, times })}\n`),
    ...(part.lines.length > 0 ? [alike(part, width)] : []),
  ]);
  if (groups.reduce((sum, { folded }) => sum + folded.length, 0) < 2) return parts.join(rule);
  const head = headOf(told, groups, input);
  return [`${coloured ? paint('bold', head) : head}\n\n${overview(groups, width)}\n`, ...parts].join(rule);
}

/** Refusals of one cause that are not reported in full. */
function alike(part: Part, width: number): string {
  return `${[`also ${part.group.cause ?? 'refused, and no cause stands out'}`, '', ...part.lines.map((one) => lineOf(one, width)), ...moreOf(part, '')].join('\n')}\n`;
}

function moreOf({ more }: Part, before: string): readonly string[] {
  return more > 0 ? [`${before}${more} more: --json and --html FILE have all of them`] : [];
}

function headOf(
  told: readonly Diagnosis[],
  groups: readonly Group[],
  { entries, recordings, unjudged = [] }: Counted,
): string {
  const refused = count(countOf(told), 'refusal', 'refusals');
  const among = entries === undefined ? '' : ` among ${count(entries, 'request', 'requests')}`;
  const of = recordings !== undefined && recordings > 1 ? ` of ${recordings} recordings` : '';
  const origin = originOfAll(groups);
  const left = unjudged.reduce((sum, { answers }) => sum + answers, 0);
  const rest = left > 0 ? `, ${left} more answers not judged` : '';
  return visible(`${refused}${among}${of}${rest}${origin === undefined ? '' : `, all to ${origin}`}`);
}

function count(n: number, one: string, more: string): string {
  return `${n} ${n === 1 ? one : more}`;
}
