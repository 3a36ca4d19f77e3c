/**
 * The source or configuration of an application server: the line where a guard stands whose rule is a plain list, read for
 * this request. Code is not run, so what is found suggests and never proves.
 */
import { extname } from 'node:path';
import type { Exchange } from '@why403/core';
import { type Guard, readGuards } from './app-source/guards.ts';
import { readRoutes } from './app-source/routes.ts';
import { type Edit, readFromDisk, toCommands, touchedBy } from './shared/config-edit.ts';
import { listenersOn } from './shared/listener.ts';
import { sayFileError } from './shared/log-tail.ts';
import { restartCommand } from './shared/restart.ts';
import type { Process } from './shared/running.ts';
import { type ServerView, viewExchange } from './shared/server-view.ts';
import type { Finding, Inspection, Inspector, ServerFix, ServerInput } from './types.ts';

const MOST_LINES = 20_000;
const SOURCES = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts', '.jsx', '.tsx', '.py']);

function inspect(exchange: Exchange, { config }: ServerInput): Promise<Inspection> {
  if (config === undefined) return Promise.resolve({ findings: [], unseen: [] });
  try {
    const view = viewExchange(exchange);
    const text = readFromDisk(config);
    const decided = readGuards(text, view);
    const guards = decided.length ? decided : readRoutes(text.split('\n', MOST_LINES), view);
    const process = guards.length ? runningFrom(config, view.port) : undefined;
    return Promise.resolve({ findings: guards.map((guard) => findingOf(guard, config, view, process)), unseen: [] });
  } catch (error) {
    return Promise.resolve({ findings: [], unseen: [`${config}: ${sayFileError(error)}.`] });
  }
}

/** The process that answers on the port, where it was started in the file's folder or with its name. */
function runningFrom(config: string, port: number): Process | undefined {
  return listenersOn(port).find(
    ({ cwd, words }) =>
      (cwd !== undefined && config.startsWith(`${cwd}/`)) ||
      words.some((word) => word.length > 3 && config.endsWith(word)),
  );
}

function findingOf(guard: Guard, file: string, view: ServerView, process: Process | undefined): Finding {
  return {
    cause: guard.cause,
    weight: guard.decides ? 'suggests' : 'hints',
    says: `${file}:${guard.line} ${guard.says}.`,
    quote: guard.text.trim().slice(0, 300),
    location: { file, line: guard.line },
    fixes: guard.mended === undefined ? [] : [fixOf(guard, guard.mended, file, view, process)],
    by: 'app-source',
  };
}

function fixOf(guard: Guard, text: string, file: string, view: ServerView, process: Process | undefined): ServerFix {
  const edits: readonly Edit[] = [{ op: 'replace', file, line: guard.line, text }];
  const reload = process ? [restartCommand(process)] : [];
  return {
    who: 'server-admin',
    text: `Add ${guard.value} to the list at ${file}:${guard.line}, and start the application again.`,
    commands: [...toCommands(edits), ...reload],
    opens:
      guard.cause === 'ip-refused'
        ? [`what else this guard stands before, to ${guard.value}`]
        : [`every path of it under the name ${view.host}`],
    touches: touchedBy(edits),
    reload,
  };
}

const appSource: Inspector = {
  id: 'app-source',
  title: "The application's source",
  find: (input) => Promise.resolve(input.config !== undefined && SOURCES.has(extname(input.config)) ? [input] : []),
  inspect,
};

export default appSource;
