import { InputError, visible } from '@why403/core';
import { SendError } from '../send/error.ts';
import { EXIT, escaping, type Io } from './io.ts';

/** Subcommands by their word; each is loaded only when it is asked for. */
export const COMMANDS: Readonly<
  Record<string, { readonly what: string; load(): Promise<{ run(argv: readonly string[], io: Io): Promise<number> }> }>
> = {
  explain: { what: 'what a cause means, and how to mend it', load: () => import('../commands/explain.ts') },
  logs: {
    what: 'refusals of access and error logs, by cause, path, client and time',
    load: async () => ({ run: (await import('../logs/run.ts')).runLogs }),
  },
  lint: {
    what: 'refusals that lie or leak, each with the section of the standard',
    load: async () => ({ run: (await import('../lint/run.ts')).runLint }),
  },
  open: { what: 'the whole decision behind a refusal of a why403 guard', load: () => import('../commands/open.ts') },
  routes: {
    what: 'the routes of an application, with what their guards demand',
    load: () => import('../commands/routes.ts'),
  },
  guide: { what: 'the guide to debugging a 403, step by step', load: () => import('../commands/guide.ts') },
  diff: { what: 'two requests compared, and their answers', load: () => import('../commands/diff.ts') },
  verify: { what: 'whether a saved refusal is still there', load: () => import('../commands/verify.ts') },
  demo: { what: 'real refusals on this machine, each diagnosed', load: () => import('../commands/demo.ts') },
  apply: {
    what: 'changes that a stopped run of --apply left on this server',
    load: () => import('../commands/apply.ts'),
  },
  completion: { what: 'a completion script for bash, zsh or fish', load: () => import('../commands/completion.ts') },
};

/** Runs the command and gives its exit status. Known errors are one line and a hint; stacks are for bugs. */
export async function run(argv: readonly string[], streams: Io): Promise<number> {
  const io = escaping(streams);
  try {
    const [first, ...rest] = argv;
    const command = first === undefined ? undefined : Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command) return await (await command.load()).run(rest, io);
    const { run: diagnose } = await import('../commands/diagnose.ts');
    return await diagnose(argv, io);
  } catch (error) {
    if (error instanceof InputError) {
      io.stderr.write(`why403: ${visible(error.message)}\n`);
      if (error.caret) io.stderr.write(caret(error.caret));
      if (error.hint) io.stderr.write(`        ${visible(error.hint)}\n`);
      return EXIT.input;
    }
    if (error instanceof SendError) {
      io.stderr.write(`why403: ${visible(error.message)}\n`);
      return error.code === 'FILE' ? EXIT.input : error.code === 'ABORTED' ? EXIT.interrupted : EXIT.unreachable;
    }
    throw error;
  }
}

/** The user's own text with the spot under it, cut to a line. */
function caret({ text, at, length }: NonNullable<InputError['caret']>): string {
  const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const from = Math.max(lineStart, at - 40);
  const shown = visible(text.slice(from, Math.min(lineEnd, from + 78)));
  const offset = visible(text.slice(from, at)).length;
  return `        ${shown}\n        ${' '.repeat(offset)}${'^'.repeat(Math.max(1, Math.min(length, shown.length - offset)))}\n`;
}
