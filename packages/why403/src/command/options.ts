import { InputError } from '@why403/core';
import type { Command } from 'commander';
import type { Io } from './io.ts';

/** The options of the main command, as `contract` states them. */
export interface Options {
  readonly working?: string;
  /** Files with values of variables, and which of their environments is meant. */
  readonly variables: readonly string[];
  readonly env?: string;
  /** Recordings, and folders of them. */
  readonly har: readonly string[];
  readonly as: readonly { readonly name: string; readonly header: readonly [string, string] }[];
  /** `--send`, `--no-send`; neither where absent. */
  readonly send?: boolean;
  readonly allowWrites: boolean;
  readonly maxRequests: number;
  /** The way without the proxy that is set may be tried too. */
  readonly tryDirect: boolean;
  /** The text that the clipboard holds is read. */
  readonly clipboard: boolean;
  /** Longest wait that is not asked for first, in milliseconds. */
  readonly maxWait: number;
  readonly server: boolean;
  readonly config?: string;
  readonly errorLog?: string;
  readonly accessLog?: string;
  readonly root?: string;
  readonly worker?: string;
  /** The server's processes are watched while the request is answered. */
  readonly trace: boolean;
  readonly apply: boolean;
  readonly yes: boolean;
  readonly openapi?: string;
  readonly jwks: boolean;
  readonly plan: boolean;
  /** False with `--no-input`: a person is not asked anything. */
  readonly input: boolean;
  readonly message: boolean;
  readonly save?: string;
  /** File for what a recorded command sent and was answered. */
  readonly keep?: string;
  readonly withSecrets: boolean;
  readonly json: boolean;
  readonly markdown: boolean;
  readonly html?: string;
  readonly showSecrets: boolean;
  readonly color?: boolean;
}

/** Options that take a value: what follows them is never the start of a curl command. */
const VALUED = new Set([
  '--working',
  '--variables',
  '--env',
  '--har',
  '--as',
  '--max-requests',
  '--max-wait',
  '--config',
  '--error-log',
  '--access-log',
  '--root',
  '--worker',
  '--openapi',
  '--html',
  '--save',
  '--keep',
]);

/** What the words of the command line come to. */
export interface Given {
  readonly options: Options;
  /** The words of the request. */
  readonly words: readonly string[];
  /** The words after `--`: a command that is to be run and recorded. */
  readonly command?: readonly string[];
}

/**
 * Parts our own options from the request: from the word `curl` on everything is curl's, and after `--` everything is another
 * command's. Undefined after help was printed.
 */
export async function readOptions(argv: readonly string[], io: Io): Promise<Given | undefined> {
  const at = requestAt(argv);
  const own = at < 0 ? argv : argv.slice(0, at);
  const command = at >= 0 && argv[at] === '--' ? argv.slice(at + 1) : undefined;
  const { Command, CommanderError } = await import('commander');
  const program = describe(new Command());
  program.configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => {} });
  try {
    program.parse(own, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (/^commander\.(?:help|version)/.test(error.code)) return undefined;
      const message = error.message.replace(/^error: /, '').split('\n');
      throw new InputError('UNKNOWN_OPTION', `${message[0]!.charAt(0).toUpperCase()}${message[0]!.slice(1)}.`, {
        hint: message[1]?.trim().replace(/^\((.*)\)$/, '$1') ?? 'why403 --help lists the options.',
      });
    }
    throw error;
  }
  const found = program.opts<Record<string, unknown>>();
  const options = {
    ...found,
    variables: (found['variables'] as string[] | undefined) ?? [],
    har: (found['har'] as string[] | undefined) ?? [],
    as: ((found['as'] as string[] | undefined) ?? []).map(credential),
    maxRequests: Number(found['maxRequests']),
    maxWait: Number(found['maxWait']) * 1000,
  } as unknown as Options;
  if (command) return { options, words: program.args, command };
  return { options, words: [...program.args, ...(at < 0 ? [] : argv.slice(at))] };
}

/** Where the words begin that are not ours: `curl`, or the `--` before another command. */
export function requestAt(argv: readonly string[]): number {
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i]!;
    if (VALUED.has(word)) i++;
    else if (word === '--' || /^(?:.*[\\/])?curl(?:\.exe)?$/.test(word)) return i;
  }
  return -1;
}

/** The program's options and help. Completion reads them too. */
export function describe(program: Command): Command {
  return program
    .name('why403')
    .description('Says why a request is refused: put why403 before it.')
    .argument(
      '[request...]',
      'a URL, the words of a curl command, a line of another client in quotes, files, a folder of recordings or - for standard input with any text in which a refusal stands, or the words of the answer',
    )
    .option('--clipboard', 'read what the clipboard holds', false)
    .option(
      '--har <file or dir>',
      'the recording of a session or a test run, or a folder of them; may be given again',
      collect,
    )
    .option(
      '--variables <file>',
      'values of variables: an environment of Postman, Insomnia or Bruno, http-client.env.json; may be given again',
      collect,
    )
    .option('--env <name>', 'which environment of --variables is meant')
    .option('--working <request>', 'a request that succeeds, or a recording of some, to compare with')
    .option('--as <name=Header: value>', 'another credential to try; may be given again', collect)
    .option('--send', 'send a request that stands in a recording (HAR, log, pasted answer)')
    .option('--no-send', 'judge what was given, send nothing')
    .option(
      '--allow-writes',
      'experiments may send changed POST, PUT, PATCH and DELETE requests, each twice at most while it is refused, and never again once it passed',
      false,
    )
    .option('--max-requests <n>', 'at most n requests', wholeNumber, 12)
    .option('--max-wait <s>', 'wait at most s seconds at a time; on a terminal it asks before more', seconds, 10)
    .option('--try-direct', 'also try without the proxy that is set', false)
    .option('--server', 'inspect the servers on this machine', false)
    .option('--config <file>', "the server's configuration")
    .option('--error-log <file>', "the server's error log")
    .option('--access-log <file>', "the server's access log")
    .option('--root <dir>', "the server's document root")
    .option('--worker <user>', "the user that the server's workers run as")
    .option('--trace', "watch the server's processes with strace while they answer the request", false)
    .option(
      '--apply',
      "carry the server's change out after a yes, and put it back if it does not help or the run is ended",
      false,
    )
    .option('--yes', 'agree beforehand to --apply, and to send a request that may change something', false)
    .option('--openapi <file or URL>', "the API's description: scopes and methods that an operation wants")
    .option('--jwks', "fetch the published keys of the token's issuer, to check its signature", false)
    .option('--plan', 'show which experiments would be sent and why, send none of them', false)
    .option('--no-input', 'ask no questions on the terminal')
    .option('--message', 'draft the message to the one who can mend it', false)
    .option('--save <dir>', 'keep the refusal without its secrets, for why403 verify <dir>')
    .option('--with-secrets', 'with --save: keep the secrets too, in a file for you alone', false)
    .option('--keep <file>', 'with -- COMMAND: keep what it sent and was answered as a HAR, without secrets')
    .option('--json', 'the diagnosis as JSON', false)
    .option('--markdown', 'the diagnosis for a ticket', false)
    .option('--html <file>', 'the diagnosis as a page')
    .option('--show-secrets', 'do not redact', false)
    .option('--no-color', 'no colour (NO_COLOR does the same)')
    .version('', '-V, --version', 'the version')
    .helpOption('-h, --help', 'this help')
    .addHelpText('after', HELP)
    .showSuggestionAfterError()
    .exitOverride();
}

const HELP = `
Commands:
  why403 explain <cause>     what a cause means, and how to fix it; everyday words do too
  why403 logs <file…>        refusals of access and error logs, by cause, path and client
  why403 lint <file or URL…> refusals that lie or leak
  why403 open <token or id>  the whole decision behind a refusal of a guard
  why403 routes <module>     the routes of an application, and what they demand
  why403 doctor <port>       what listens there, as whom, with which rules and files
  why403 diff <a> <b>        two requests compared, and their answers
  why403 verify <dir>        whether a saved refusal is still there, for the same reason
  why403 forget              delete the secrets that printed lines read from files
  why403 guide               the guide to debugging a 403, step by step
  why403 demo                real refusals on this machine, each diagnosed
  why403 apply --recover     puts back what a stopped run of --apply left
  why403 completion <shell>  a completion script for bash, zsh or fish

Examples:
  why403 curl -X DELETE https://api.example.com/posts/7 -H 'Authorization: Bearer …'
  why403 https://example.com/private/
  curl -i https://example.com/private/ | why403
  npm publish 2>&1 | why403
  why403 'Resource not accessible by integration'
  why403 --server http://localhost/private/          on the server's own machine
  why403 session.har --markdown
  why403 test-results/ --working admin.har           a folder of HARs and traces
  why403 -- git push                                 any command, with its requests recorded

Exit status: 0 a cause was found, 1 refused and no cause stands out, 2 the input
or an option cannot be read, 3 the server cannot be reached, 4 not refused.
Where a signal ends it, what was known until then is reported: 130 for Ctrl-C,
143 for SIGTERM, 129 for SIGHUP.

What is sent: a URL or a command that you give, and experiments on it, to its own
scheme, host and port. A recording is never sent without --send. A credential that
cannot be right is tried once at most, and a wrong password only after you agree.
Secrets are taken out of every report unless --show-secrets is given.`;

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function wholeNumber(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1 || n > 1000)
    throw new InputError(
      'BAD_VALUE',
      `--max-requests takes a whole number from 1 to 1000, not "${value.slice(0, 40)}".`,
    );
  return n;
}

function seconds(value: string): number {
  const n = Number(value);
  if (value.trim() === '' || !Number.isFinite(n) || n < 0 || n > 3600)
    throw new InputError('BAD_VALUE', `--max-wait takes seconds from 0 to 3600, not "${value.slice(0, 40)}".`);
  return n;
}

function credential(text: string): Options['as'][number] {
  const match = /^([^=]{1,100})=\s*([!#$%&'*+.^_`|~\w-]{1,100}):[ \t]*([^\r\n]*)$/.exec(text);
  if (!match)
    throw new InputError('BAD_VALUE', '--as takes a name and a header.', {
      hint: "It looks like --as 'admin=Authorization: Bearer …'.",
    });
  return { name: match[1]!.trim(), header: [match[2]!, match[3]!.trim()] };
}
