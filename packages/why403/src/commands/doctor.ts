import { InputError, newVault, redactConfig, redactorOf, visible } from '@why403/core';
import { EXIT, type Io } from '../command/io.ts';
import type { Survey, SurveyedProcess } from '../inspect/machine/survey.ts';

const USAGE = `Usage: why403 doctor [--json] <port>

Shows what listens on a port of this machine, without a request: its processes and
as whom they run, its files and logs, the servers that it asks, the settings that
can refuse, and the files of its folders that its user cannot read. Any program
will do. Root sees more than other users; what could not be seen is said.

  --json    the same as JSON

Exit status: 0; 3 nothing that you may see listens there.
`;

const WIDTH = 12;
const MOST = 12;

/** `why403 doctor PORT`: the server's side alone. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    io.stdout.write(USAGE);
    return EXIT.found;
  }
  const port = portOf(argv.filter((word) => word !== '--json'));
  const { surveyPort } = await import('../inspect/machine/survey.ts');
  const redact = redactorOf(newVault());
  const surveys = surveyPort(port).map((one) => shown(one, (text) => redactConfig(text, redact)));
  if (argv.includes('--json'))
    io.stdout.write(`${JSON.stringify({ schema: 'why403-doctor/1', servers: surveys }, null, 2)}\n`);
  else if (surveys.length) io.stdout.write(surveys.map(textOf).join('\n'));
  if (surveys.length) return EXIT.found;
  const { isListenedOn } = await import('../inspect/shared/listener.ts');
  io.stderr.write(
    isListenedOn(port)
      ? `why403: Which process listens on port ${port} is shown to its user and to root only.\n`
      : `why403: Nothing on this machine listens on port ${port}.\n`,
  );
  return EXIT.unreachable;
}

function portOf(words: readonly string[]): number {
  const [word, ...more] = words;
  const odd = more[0] ?? (word?.startsWith('-') ? word : undefined);
  if (odd !== undefined)
    throw new InputError('UNKNOWN_OPTION', `why403 doctor does not know "${odd.slice(0, 60)}".`, {
      hint: 'It takes one port: why403 doctor 8080',
    });
  const port = Number(/^(?:[a-z]+:\/\/)?(?:localhost|127\.[\d.]+|\[::1\])?:?(\d{1,5})\/?$/i.exec(word ?? '')?.[1]);
  if (!(port > 0 && port < 65_536))
    throw new InputError(
      'BAD_VALUE',
      word === undefined ? 'why403 doctor needs a port.' : `"${word.slice(0, 60)}" is no port of this machine.`,
      {
        hint: 'It looks like: why403 doctor 8080',
      },
    );
  return port;
}

/** Without what command lines and settings hold of secrets. */
function shown(survey: Survey, redact: (text: string) => string): Survey {
  return {
    ...survey,
    processes: survey.processes.map((one) => ({ ...one, command: redact(one.command) })),
    rules: survey.rules.map((rule) => ({ ...rule, text: redact(rule.text) })),
  };
}

function textOf({ port, processes, files, logs, asks, rules, unreadable, unseen }: Survey): string {
  const [first] = processes;
  const lines = [
    `Port ${port}   ${first?.name ?? ''}${first?.unit ? ` (${first.unit})` : ''}`,
    '',
    ...section('processes', processes.map(sayProcess)),
    ...section('folder', [...new Set(processes.flatMap(({ folder }) => folder ?? []))]),
    ...section('files', files),
    ...section('logs', logs),
    ...section(
      'asks',
      asks.map((other) => `port ${other}`),
    ),
    ...section(
      'can refuse',
      rules.map(({ cause, file, line, text }) => `${cause.padEnd(20)} ${file}:${line}  ${text}`),
    ),
    ...section(
      'cannot read',
      unreadable.map(({ because }) => because),
    ),
    ...section('note', unseen),
  ];
  return `${lines.map((line) => visible(line).trimEnd()).join('\n')}\n`;
}

function section(title: string, rows: readonly string[]): readonly string[] {
  const told = rows.length > MOST ? [...rows.slice(0, MOST), `and ${rows.length - MOST} more (--json has all)`] : rows;
  return told.map((row, i) => `${(i === 0 ? title : '').padEnd(WIDTH)} ${row}`);
}

function sayProcess({ pid, user, groups, capabilities, command }: SurveyedProcess): string {
  const more = groups.filter((group) => group !== user);
  const whom = `${user}${more.length ? ` (${more.join(', ')})` : ''}${capabilities.length ? ` with ${capabilities.join(', ')}` : ''}`;
  return `${pid}  as ${whom}  ${command}`;
}
