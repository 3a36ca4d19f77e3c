import { realpathSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { resolve } from 'node:path';
import type { Exchange } from '@why403/core';
import { readConfigured, readStart } from '../shared/read-file.ts';
import { evaluateAll } from './nginx/evaluate.ts';
import { reloadCommands } from './nginx/fixes.ts';
import { buildModel } from './nginx/model.ts';
import { parseConfig } from './nginx/parse.ts';
import { builtWith, runningNginx } from './nginx/processes.ts';
import { type Gathered, report } from './nginx/report.ts';
import { readRequest } from './nginx/request.ts';
import type { Files } from './nginx/run.ts';
import { clientFromAccessLog, type NginxLogLine, readNginxLog } from './nginx-log.ts';
import { lookUpUser, type ProcessUser, userOfProcess } from './path-walk/users.ts';
import { newWalkCache, type WalkCache, walkPath } from './path-walk.ts';
import { plainAddress } from './shared/address.ts';
import { newTries } from './shared/tries.ts';
import type { Inspection, Inspector, ServerInput } from './types.ts';

/** Whether a file looks like nginx's configuration: blocks with braces that only nginx has. */
function looksLikeNginx(file: string): boolean {
  try {
    const text = readStart(file, 1 << 18);
    return (
      /^\s*(?:events|http|server)\s*\{/m.test(text) ||
      (/^\s*(?:server_name|location)\s[^\n]*[;{]/m.test(text) && /;\s*$/m.test(text))
    );
  } catch {
    return /nginx/i.test(file);
  }
}

function mainFile(config: string): string {
  const full = resolve(config);
  try {
    return statSync(full).isDirectory() ? `${full}/nginx.conf` : full;
  } catch {
    return full;
  }
}

function isNginxLog(file: string | undefined): boolean {
  if (!file) return false;
  try {
    return /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[\w+\] \d+#\d+: /m.test(readStart(file, 4096));
  } catch {
    return false;
  }
}

function find(input: ServerInput): Promise<readonly ServerInput[]> {
  if (input.config !== undefined) {
    const config = mainFile(input.config);
    return Promise.resolve(looksLikeNginx(config) ? [{ ...input, config }] : []);
  }
  if (isNginxLog(input.errorLog)) {
    const main = runningNginx().map(({ config }) => config);
    return Promise.resolve([{ ...input, ...(main.length === 1 && main[0] ? { config: main[0] } : {}) }]);
  }
  if (input.errorLog !== undefined) return Promise.resolve([]);
  const configs = new Set(runningNginx().map(({ config }) => config));
  return Promise.resolve([...configs].map((config) => ({ ...input, config })));
}

/** The client's address as far as this side knows it: a connection inside this machine comes from it. */
function clientAddress(
  exchange: Exchange,
  lines: readonly NginxLogLine[],
  accessLog: string | undefined,
): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(exchange.request.url)?.[1] ?? '';
  const to = plainAddress(exchange.transport?.address ?? (host === 'localhost' ? '127.0.0.1' : host));
  const own =
    isIP(to) !== 0 &&
    (to === '::1' ||
      to.startsWith('127.') ||
      Object.values(networkInterfaces()).some((list) => list?.some(({ address }) => address === to)));
  // The address that a process of this machine reaches 127.x.y.z from is 127.0.0.1.
  if (own) return to.startsWith('127.') ? '127.0.0.1' : to;
  return (
    lines.findLast(({ client }) => client)?.client ??
    (accessLog === undefined ? undefined : clientFromAccessLog(accessLog, exchange))
  );
}

function serverAddress(exchange: Exchange): string | undefined {
  const host = /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?(\[[^\]]*\]|[^:/?#]*)/i.exec(exchange.request.url)?.[1] ?? '';
  const address = plainAddress(exchange.transport?.address ?? (host === 'localhost' ? '127.0.0.1' : host));
  return isIP(address) ? address : undefined;
}

/** The user that the workers run as: said by hand, seen running, or named in the configuration. */
function workerOf(
  input: ServerInput,
  named: readonly string[] | undefined,
  workers: readonly number[],
  unseen: string[],
): { user: ProcessUser | undefined; pid: number | undefined } {
  const pid = workers[0];
  const running = pid === undefined ? undefined : userOfProcess(pid);
  if (input.worker !== undefined) {
    const user = lookUpUser(input.worker);
    if (!user) unseen.push(`there is no user ${input.worker} on this machine`);
    return { user: running && user && running.uid === user.uid ? running : user, pid };
  }
  if (running) return { user: running, pid };
  const name = named?.[0] ?? builtWith().user;
  const user = lookUpUser(name, named?.[1]) ?? lookUpUser('www-data');
  if (!user) unseen.push(`there is no user ${name} on this machine, so rights on files were not weighed`);
  return { user, pid };
}

/** The disk as it would be with a file that everyone may read; links in the folder's name are followed. */
function withNode(cache: WalkCache, path: string): WalkCache {
  const name = path.slice(path.lastIndexOf('/') + 1);
  let folder = path.slice(0, path.lastIndexOf('/'));
  try {
    folder = realpathSync(folder);
  } catch {
    // A folder that cannot be looked at is taken as it is named.
  }
  const real = `${folder}/${name}`;
  const nodes = new Map(cache.nodes).set(real, { path: real, kind: 'file', mode: 0o644, uid: 0, gid: 0 });
  return { ...cache, nodes, acls: new Map(cache.acls).set(real, undefined) };
}

/** Reads configuration, log and files for one request and evaluates it in every way that what is not known allows. */
export function gather(exchange: Exchange, input: ServerInput, depth = 0): Gathered {
  const unseen: string[] = [];
  const config = parseConfig(input.config === undefined ? builtWith().conf : mainFile(input.config));
  unseen.push(...config.problems);
  const model = buildModel(config);
  const running = runningNginx().find((one) => one.config === config.main);
  const top = (name: string): readonly string[] | undefined =>
    config.directives.findLast((directive) => directive.name === name)?.args;
  const prefix = running?.prefix ?? builtWith().prefix;
  const within = (file: string): string => resolve(prefix, file);
  const errorLog =
    input.errorLog ??
    [...config.directives, ...model.http.directives].findLast(({ name }) => name === 'error_log')?.args[0];
  const log =
    errorLog === undefined
      ? { lines: [] }
      : readNginxLog(within(input.errorLog === undefined ? errorLog : resolve(errorLog)), exchange);
  if (log.unseen) unseen.push(log.unseen);
  const { user, pid } = workerOf(input, top('user'), running?.workers ?? [], unseen);
  const client = clientAddress(exchange, log.lines, input.accessLog);
  const server = serverAddress(exchange);
  const request = readRequest(exchange, {
    ...(client === undefined ? {} : { clientAddress: client }),
    ...(server === undefined ? {} : { serverAddress: server }),
  });
  const nobody: ProcessUser = { name: 'nobody', uid: 65534, gid: 65534, groups: [65534] };
  const makeFiles = (granted: ReadonlyMap<string, number>, cache: WalkCache): Files => ({
    prefix,
    walk: (path, need, links, linksFrom) =>
      walkPath(path, user ?? nobody, need, {
        cache,
        granted,
        ...(links ? { links } : {}),
        ...(linksFrom ? { linksFrom } : {}),
      }),
    withGrants: (grants) => {
      const sum = new Map(granted);
      for (const [path, rights] of grants) sum.set(path, rights | (sum.get(path) ?? 0));
      return makeFiles(sum, cache);
    },
    withFile: (path) => makeFiles(granted, withNode(cache, path)),
    text: (path) => {
      try {
        return readConfigured(path, { most: 1 << 22 });
      } catch {
        return undefined;
      }
    },
  });
  const files = makeFiles(new Map(), newWalkCache());
  const pidFile = top('pid')?.[0];
  const reload = reloadCommands(
    config.main,
    running?.prefixGiven ? running.prefix : undefined,
    pidFile === undefined ? undefined : within(pidFile),
  );
  const ways = model.servers.length > 0 ? evaluateAll(model, request, files) : [];
  if (model.servers.length === 0 && config.problems.length === 0)
    unseen.push(`${config.main}: there is no server in this configuration`);
  // This nginx may be its own upstream, or another one of this machine is.
  const next = (onward: Exchange): Inspection | undefined => {
    if (depth >= 3) return undefined;
    const port = onward.transport?.port;
    const configs = [config.main, ...runningNginx().map((one) => one.config)];
    for (const main of new Set(configs)) {
      const there = main === config.main ? model : buildModel(parseConfig(main));
      if (!there.servers.some(({ listens }) => listens.some((listen) => listen.port === port))) continue;
      const { errorLog: _log, accessLog: _access, ...rest } = input;
      return report(gather(onward, { ...(main === config.main ? input : rest), config: main }, depth + 1));
    }
    return undefined;
  };
  const tries = newTries(config.size);
  return { exchange, ways, lines: log.lines, errorLog, files, reload, tries, user, pid, unseen, next };
}

/** Judges one request; see `Inspector`. */
function inspect(exchange: Exchange, input: ServerInput): Promise<Inspection> {
  return Promise.resolve(report(gather(exchange, input)));
}

/** nginx: its configuration, error log and files. */
const nginx: Inspector = { id: 'nginx', title: 'nginx', programs: ['nginx'], find, inspect };
export default nginx;
