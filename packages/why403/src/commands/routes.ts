import { existsSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { InputError, jsonText, visible } from '@why403/core';
import type { Route } from '@why403/guard/routes';
import { EXIT, type Io } from '../command/io.ts';
import { parseCommand } from '../command/parse.ts';
import { fileReason, readFileBytes } from '../shared/read-file.ts';

/** Most of a module: servers are built into one file of some MiB. */
const MOST_MODULE = 64 * 1024 * 1024;

interface Options {
  readonly export?: string;
  readonly strict?: boolean;
  readonly json?: boolean;
}

const HELP = `
The module is imported, as the server does, and has to export the application
or its router. A server that it starts gets a free port of loopback, and ends
with the command. With Fastify, guard.record(app) stands before the routes. Of
Next.js, give the files: app/api/posts/route.js.

A limit, a CSRF token, a list of refused addresses and a trial in shadow mode
let any stranger pass: a route that demands nothing else is open. Handlers and
applications that are mounted are listed too.

Exit status: 0, 1 with --strict where a route demands nothing, 2 the module
cannot be read.`;

/** `why403 routes <module>`: every route of an application with what its guards demand. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const { Command } = await import('commander');
  const command = new Command('why403 routes')
    .description('Lists the routes of an application with what their guards demand.')
    .argument('<module...>', 'the module that exports the application')
    .option('--export <name>', 'the name of the export; default, app and router are tried by themselves')
    .option('--strict', 'exit with 1 where a route demands nothing')
    .option('--json', 'the routes as JSON')
    .addHelpText('after', HELP);
  if (!(await parseCommand(command, argv, io))) return EXIT.found;
  const options = command.opts<Options>();
  const { formatRoutes, isOpen, readRoutes } = await import('@why403/guard/routes');
  const routes: Route[] = [];
  await onLoopback(async () => {
    for (const file of command.args) routes.push(...(await routesOf(file, options, readRoutes)));
  });
  const open = routes.filter(isOpen).length;
  const told = routes.map((route) => ({
    ...route,
    // where no demand says it
    ...(isOpen(route) && route.demands.length > 0 ? { open: true } : {}),
  }));
  io.stdout.write(
    options.json
      ? `${jsonText({ schema: 'why403-routes/1', routes: told, open }, 2)}
`
      : formatRoutes(routes),
  );
  const status = options.strict && open > 0 ? EXIT.undecided : EXIT.found;
  // what the module opened (pools, timers) would keep the process
  if (io.isProcess) process.stdout.write('', () => process.exit(status));
  return status;
}

type Read = (app: unknown) => readonly Route[] | undefined;

async function routesOf(file: string, options: Options, read: Read): Promise<readonly Route[]> {
  const module = await load(file);
  const found = options.export === undefined ? Object.keys(module) : [options.export];
  const order = (name: string): number => ['router', 'app', 'default'].indexOf(name);
  for (const name of found.toSorted((a, b) => order(b) - order(a))) {
    const routes = read(await ready(module[name]));
    if (routes?.length) return routes;
  }
  const handlers = options.export === undefined ? read({ [nextPath(file)]: module }) : undefined;
  if (handlers) return handlers;
  const where = options.export === undefined ? 'exports' : `exports as "${options.export}"`;
  throw new InputError('BAD_VALUE', `${file} ${where} no application with routes.`, {
    hint: 'Export the application or its router; with Fastify, call guard.record(app) before its routes.',
  });
}

/** The application itself: after a promise of it, and with Fastify's plugins loaded, which add routes. */
async function ready(value: unknown): Promise<unknown> {
  const app = (await value) as { ready?: unknown; addHook?: unknown } | undefined;
  if (typeof app?.ready === 'function' && typeof app.addHook === 'function') await app.ready();
  return app;
}

/** The path that Next.js gives to a route's file: folders in brackets are groups (https://nextjs.org/docs/app/getting-started/project-structure). */
function nextPath(file: string): string {
  const inner = file
    .replaceAll('\\', '/')
    .replace(/^(?:.*\/)?app\//, '')
    .replace(/(?:^|\/)route\.[cm]?[jt]s$/, '');
  return `/${inner
    .split('/')
    .filter((part) => part && part !== '.' && !/^\(.*\)$/.test(part))
    .join('/')}`;
}

/** Imports a user's module, and turns what goes wrong there into one line. */
async function load(file: string): Promise<Readonly<Record<string, unknown>>> {
  const at = path.resolve(file);
  try {
    // Node would read a device or a pipe without end.
    if (existsSync(at)) readFileBytes(at, { most: MOST_MODULE });
  } catch (error) {
    throw new InputError('UNREADABLE_FILE', `${file} cannot be read: ${fileReason(error)}.`, {
      hint: 'Give the path of a module that Node can import.',
    });
  }
  try {
    return await import(pathToFileURL(path.resolve(file)).href);
  } catch (error) {
    const { code, message = 'unknown' } = error as { readonly code?: string; readonly message?: string };
    const [reason = ''] = message.split('\n');
    throw new InputError('UNREADABLE_FILE', `${file} cannot be imported: ${visible(reason).slice(0, 300)}`, {
      hint:
        code === 'ERR_UNKNOWN_FILE_EXTENSION'
          ? 'Give the module as it was built for Node, or start why403 under a loader of TypeScript.'
          : 'Give the path of a module that Node can import.',
    });
  }
}

/**
 * Many modules start their server when they are imported. Meanwhile servers listen on a free port of loopback, so that none
 * takes the port of one that runs, nor fails because of it.
 */
async function onLoopback<T>(work: () => Promise<T>): Promise<T> {
  const { listen } = net.Server.prototype;
  const started = new Set<net.Server>();
  net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]) {
    started.add(this);
    const heard = args.at(-1);
    if (typeof heard === 'function') this.once('listening', () => heard());
    return listen.call(this, { port: 0, host: '127.0.0.1' });
  };
  try {
    return await work();
  } finally {
    net.Server.prototype.listen = listen;
    for (const server of started) server.close();
  }
}
