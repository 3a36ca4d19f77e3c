import { InputError } from '@why403/core';
import { SendError } from '../send/error.ts';
import { fileReason } from '../shared/read-file.ts';
import { behindDoor, sayCaret, sayError } from './door.ts';
import { EXIT, type Io } from './io.ts';

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
  doctor: {
    what: 'what listens on a port of this machine, as whom, with which rules and files',
    load: () => import('../commands/doctor.ts'),
  },
  guide: { what: 'the guide to debugging a 403, step by step', load: () => import('../commands/guide.ts') },
  diff: { what: 'two requests compared, and their answers', load: () => import('../commands/diff.ts') },
  verify: { what: 'whether a saved refusal is still there', load: () => import('../commands/verify.ts') },
  forget: {
    what: 'delete the secrets that printed lines read from files',
    load: () => import('../commands/forget.ts'),
  },
  demo: { what: 'real refusals on this machine, each diagnosed', load: () => import('../commands/demo.ts') },
  apply: {
    what: 'changes that a stopped run of --apply left on this server',
    load: () => import('../commands/apply.ts'),
  },
  completion: { what: 'a completion script for bash, zsh or fish', load: () => import('../commands/completion.ts') },
};

/** Runs the command and gives its exit status. Known errors are one line and a hint; stacks are for bugs. */
export async function run(argv: readonly string[], streams: Io): Promise<number> {
  const io = behindDoor(streams, argv);
  try {
    const [first, ...rest] = argv;
    const command = first === undefined ? undefined : Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command) return await (await command.load()).run(rest, io);
    const { run: diagnose } = await import('../commands/diagnose.ts');
    return await diagnose(argv, io);
  } catch (error) {
    if (error instanceof InputError) {
      io.stderr.write(`why403: ${sayError(io, error.message)}\n`);
      if (error.caret) io.stderr.write(sayCaret(io, error.caret));
      if (error.hint) io.stderr.write(`        ${sayError(io, error.hint)}\n`);
      return EXIT.input;
    }
    if (error instanceof SendError) {
      io.stderr.write(`why403: ${sayError(io, error.message)}\n`);
      return error.code === 'FILE' ? EXIT.input : EXIT.unreachable;
    }
    // what the file system refuses is no bug of ours, wherever it was met
    if (isFileError(error)) {
      io.stderr.write(`why403: ${sayError(io, `${error.path} cannot be used: ${fileReason(error)}.`)}\n`);
      return EXIT.input;
    }
    throw error;
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException & { readonly path: string } {
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  return error instanceof Error && code !== undefined && syscall !== undefined && typeof path === 'string';
}
