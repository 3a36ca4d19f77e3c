/**
 * The source or configuration of an application server: the line where a guard stands whose rule is a plain list, read for
 * this request. Code is not run, so what is found suggests and never proves.
 */
import { extname, resolve } from 'node:path';
import { type Exchange, type ShellLine, sh } from '@why403/core';
import { type Guard, readGuards } from './app-source/guards.ts';
import { hasLimiter, readLimits } from './app-source/rate-limits.ts';
import { readRoutes } from './app-source/routes.ts';
import { readTokenPages, type TokenPage } from './app-source/token-pages.ts';
import { changesOf, type Edit, readFromDisk, toCommands } from './shared/config-edit.ts';
import { listenersOn } from './shared/listener.ts';
import { sayFileError } from './shared/log-tail.ts';
import { restartCommand } from './shared/restart.ts';
import type { Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerFix, ServerInput } from './types.ts';

const MOST_LINES = 20_000;
const SOURCES = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx', '.py', '.rb', '.php']);

function inspect(exchange: Exchange, { config }: ServerInput): Promise<Inspection> {
  const view = viewExchange(exchange);
  const listeners = listenersOn(view.port);
  const file = config ?? listeners.map(sourceOf).find((one) => one !== undefined);
  if (file === undefined) return Promise.resolve({ findings: [], unseen: [] });
  try {
    const text = readFromDisk(file);
    const limits = readLimits(text, view, exchange.response?.body?.text);
    const decided = readGuards(text, view);
    const guards = decided.length
      ? decided
      : readRoutes(text.split('\n', MOST_LINES), view).filter(
          ({ cause }) => cause !== 'rate-limited' || !hasLimiter(text),
        );
    const process = listeners.find((one) => isFrom(one, file));
    const findings = [...limits, ...guards].flatMap((guard) => findingsOf(guard, file, view, process));
    const pages = readTokenPages(text);
    return Promise.resolve({
      findings: [...findings, ...pages.slice(0, 1).flatMap((page) => tokenFinding(page, exchange, file))],
      unseen: [],
      tokenPages: pages.map(({ path }) => path),
    });
  } catch (error) {
    return Promise.resolve({ findings: [], unseen: [`${file}: ${sayFileError(error)}.`] });
  }
}

/** An application that hands a token out asks for it where something changes. */
function tokenFinding({ path, line, text }: TokenPage, { request }: Exchange, file: string): readonly Finding[] {
  if (/^(?:GET|HEAD|OPTIONS|TRACE)$/.test(request.method)) return [];
  const sent =
    request.headers.some(([name]) => /csrf|xsrf/i.test(name)) ||
    /csrf|xsrf|_token=/i.test(request.body?.text.slice(0, 65_536) ?? '');
  return [
    {
      cause: sent ? 'csrf-invalid' : 'csrf-missing',
      weight: 'hints',
      says: `${file}:${line} hands a CSRF token out at ${path}, and ${sent ? 'the one that was sent may be another' : 'none was sent'}.`,
      quote: text.trim().slice(0, 300),
      location: { file, line },
      fixes: [],
      by: 'app-source',
    },
  ];
}

/** The file that a process was started with, where it is a source: `node app.mjs`, `python3 app.py`. */
function sourceOf({ cwd, words }: Process): string | undefined {
  const word = words.slice(1).find((one) => SOURCES.has(extname(one)) && !one.includes('node_modules/'));
  return word === undefined ? undefined : resolve(cwd ?? '/', word);
}

/** Whether a process was started in the file's folder or with its name. */
function isFrom({ cwd, words }: Process, file: string): boolean {
  return (
    (cwd !== undefined && file.startsWith(`${cwd}/`)) || words.some((word) => word.length > 3 && file.endsWith(word))
  );
}

function findingsOf(guard: Guard, file: string, view: ServerView, process: Process | undefined): readonly Finding[] {
  const base = {
    cause: guard.cause,
    weight: guard.decides ? ('suggests' as const) : ('hints' as const),
    quote: guard.text.trim().slice(0, 300),
    location: { file, line: guard.line },
    by: 'app-source',
  };
  const says = (text: string): string => `${file}:${guard.line} ${text}.`;
  return [
    { ...base, says: says(guard.says), fixes: fixesOf(guard, file, view, process) },
    ...(guard.words === undefined ? [] : [{ ...base, says: says(guard.words), fixes: [] }]),
  ];
}

function fixesOf(guard: Guard, file: string, view: ServerView, process: Process | undefined): readonly ServerFix[] {
  if (guard.cause === 'rate-limited') return guard.decides ? waitFixes(guard, file, view) : [];
  return guard.mended === undefined ? [] : [fixOf(guard, guard.mended, file, view, process)];
}

/** Longest wait that is worth a line of shell, and of one `sleep`, in seconds: what runs commands may end long ones. */
const LONGEST = 300;
const STEP = 50;

function waitFixes({ wait, line }: Guard, file: string, { status }: ServerView): readonly ServerFix[] {
  const commands: ShellLine[] = [];
  // A request that comes at the very end of the window may still be counted in it.
  if (wait !== undefined && wait <= LONGEST)
    for (let left = wait + 1; left > 0; left -= STEP) commands.push(sh`sleep ${Math.min(STEP, left)}`);
  const own: ServerFix[] =
    wait === undefined
      ? []
      : [
          {
            who: 'caller',
            text: `Wait ${wait} seconds, the window at ${file}:${line}, then send it again.`,
            commands,
            opens: [],
          },
        ];
  if (status === 429) return own;
  const text = `Let the limiter at ${file}:${line} answer 429 with Retry-After instead of ${status}, so that clients wait by themselves.`;
  return [...own, { who: 'api-owner', text, commands: [], opens: [] }];
}

function fixOf(guard: Guard, text: string, file: string, view: ServerView, process: Process | undefined): ServerFix {
  const edits: readonly Edit[] = [{ op: 'replace', file, line: guard.line, text }];
  const reload = process ? [restartCommand(process, view)] : [];
  return {
    who: 'server-admin',
    text: `Add ${guard.value} to the list at ${file}:${guard.line}, and start the application again.`,
    commands: [...toCommands(edits), ...reload],
    opens:
      guard.cause === 'ip-refused'
        ? [`what else this guard stands before, to ${guard.value}`]
        : [`every path of it under the name ${view.host}`],
    changes: changesOf(edits),
    reload,
  };
}

const appSource: Inspector = {
  id: 'app-source',
  title: "The application's source",
  find: (input) => Promise.resolve(input.config === undefined || SOURCES.has(extname(input.config)) ? [input] : []),
  inspect,
};

export default appSource;
