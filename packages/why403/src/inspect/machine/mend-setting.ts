/** The least change of one setting, where its form leaves no doubt how it is written: an item more in a list, or a switch turned. */
import { changesOf, type Edit, toCommands } from '../shared/config-edit.ts';
import { restartCommand } from '../shared/restart.ts';
import type { Process } from '../shared/running.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { ServerFix } from '../types.ts';
import type { ProgramFile } from './program-files.ts';
import type { Weighed } from './weigh-setting.ts';

export function fixOf(
  weighed: Weighed,
  file: ProgramFile,
  process: Process | undefined,
  view: ServerView,
): ServerFix | undefined {
  const { setting, mend } = weighed;
  const edit = mend && ('add' in mend ? added(weighed, file.lines, mend.add) : turned(weighed, file.lines, mend.turn));
  if (!mend || !edit) return undefined;
  const reload = process ? [restartCommand(process, view)] : [];
  const name = setting.keys.at(-1);
  const place = `${setting.file}:${edit.op === 'replace' ? edit.line : setting.line}`;
  return {
    who: 'server-admin',
    text:
      'add' in mend
        ? `Add ${mend.add} to "${name}" at ${place}, and restart ${process?.name ?? 'the program'}.`
        : `Set "${name}" at ${place} to ${mend.turn}, and restart ${process?.name ?? 'the program'}.`,
    commands: [...toCommands([edit]), ...reload],
    opens: ['add' in mend ? `what else "${name}" guards, to ${mend.add}` : `what else "${name}" switches`],
    changes: changesOf([edit]),
    reload,
  };
}

function added({ setting }: Weighed, lines: readonly string[], value: string): Edit | undefined {
  if (!/^[\w.:/@-]{1,200}$/.test(value)) return undefined;
  const last = setting.values.at(-1);
  const line = last && lines[last.line - 1];
  if (!last || line === undefined || last.text === '') return undefined;
  const at = line.lastIndexOf(last.text);
  if (at < 0) return undefined;
  const { file } = setting;
  const end = at + last.text.length;
  // an item on a line of its own: one more such line
  const alone = /^(\s*(?:-\s+)?["']?)[^\s"',]+(["']?,?\s*)$/.exec(line);
  if (
    setting.list &&
    last.line !== setting.line &&
    alone &&
    (line.trim().startsWith('-') || setting.values.every((one) => one.line !== setting.line))
  ) {
    const twin = `${line.slice(0, at)}${value}${line.slice(end)}`;
    // the last item of a JSON list has no comma: the new one goes before it
    const comma = line.trimEnd().endsWith(',') || line.trim().startsWith('-') || !/["']/.test(line);
    return comma
      ? { op: 'insert', file, after: last.line, lines: [twin] }
      : { op: 'insert', file, after: last.line - 1, lines: [twin.replace(/\s*$/, ',')] };
  }
  const quote = /["']/.exec(line[at - 1] ?? '')?.[0];
  const single = setting.values.length === 1 && !setting.list;
  const more = quote && !single ? `${quote}, ${quote}${value}` : `${separatorOf(line, setting.values)}${value}`;
  return { op: 'replace', file, line: last.line, text: `${line.slice(0, end)}${more}${line.slice(end)}` };
}

/** What stands between the items of a plain list; a comma where there is one item. */
function separatorOf(line: string, values: readonly { readonly text: string }[]): string {
  const [first, second] = values.slice(-2);
  if (!first || !second) return ',';
  const from = line.lastIndexOf(second.text) - 1;
  return /[,;|]?\s*$/.exec(line.slice(0, from + 1))?.[0] || ' ';
}

function turned({ setting }: Weighed, lines: readonly string[], to: string): Edit | undefined {
  const [value] = setting.values;
  const line = value && lines[value.line - 1];
  if (!value || line === undefined) return undefined;
  const at = line.toLowerCase().lastIndexOf(value.text.toLowerCase());
  if (at < 0) return undefined;
  return {
    op: 'replace',
    file: setting.file,
    line: value.line,
    text: `${line.slice(0, at)}${to}${line.slice(at + value.text.length)}`,
  };
}
