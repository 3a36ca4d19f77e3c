/** The main server, the virtual hosts, and which of them answers a request. Source: https://httpd.apache.org/docs/2.4/vhosts/details.html */
import type { ServerView } from '../shared/server-view.ts';
import type { Trial } from '../shared/trial.ts';
import { matchWildcard } from '../shared/user-pattern.ts';
import type { Loaded } from './load.ts';
import { named } from './named.ts';
import type { Config, Directive, Server } from './types.ts';

/** Parts the directives into the main server and the virtual hosts, each host with the main one's directives before its own. */
export function splitServers(file: string, loaded: Loaded): Config {
  const mainDirectives = loaded.directives.filter((directive) => directive.name !== 'virtualhost');
  const main = toServer(mainDirectives, undefined);
  const hosts = loaded.directives
    .filter((directive) => directive.name === 'virtualhost')
    .map((section) => toServer(mainDirectives, section));
  return {
    file,
    main,
    hosts,
    modules: loaded.modules,
    serverRoot: loaded.serverRoot,
    files: loaded.files,
    unseen: loaded.unseen,
  };
}

function toServer(main: readonly Directive[], section: Directive | undefined): Server {
  const own = section ? (section.children ?? []) : main;
  let directives: readonly Directive[] | undefined;
  return {
    // of thousands of hosts one answers, and for it alone the list is made
    get directives() {
      directives ??= section ? [...main, ...own] : main;
      return directives;
    },
    ...(section ? { section } : {}),
    names: own
      .filter((d) => d.name === 'servername')
      .slice(-1)
      .map((d) =>
        (d.args[0] ?? '')
          .replace(/^https?:\/\//, '')
          .replace(/:\d+$/, '')
          .toLowerCase(),
      ),
    aliases: own
      .filter((d) => d.name === 'serveralias')
      .flatMap((d) => d.args)
      .map((name) => name.toLowerCase()),
    addresses: (section?.args ?? []).map(readAddress),
  };
}

function readAddress(text: string): { host: string; port: string } {
  const found = /^(\[[^\]]*\]|[^:]*)(?::(\d+|\*))?$/.exec(text);
  const host = (found?.[1] ?? text).replace(/^\[|\]$/g, '');
  return { host: host === '_default_' || host === '' ? '*' : host, port: found?.[2] ?? '*' };
}

/** Chooses the host that answers: by address and port first, then by name, the first of them where no name fits. */
export function selectServer(config: Config, view: ServerView, trial: Trial): Server {
  const onPort = (server: Server, exact: boolean): boolean =>
    server.addresses.some(
      ({ host, port }) =>
        (port === '*' || port === String(view.port)) &&
        (exact
          ? host !== '*' &&
            (host === view.serverAddress || (host === 'localhost' && view.serverAddress === '127.0.0.1'))
          : host === '*'),
    );
  let set = config.hosts.filter((server) => onPort(server, true));
  if (!set.length) set = config.hosts.filter((server) => onPort(server, false));
  if (!set.length) return config.main;
  if (set.length === 1) return set[0] as Server;
  return set.find((server) => answers(server, view, trial)) ?? (set[0] as Server);
}

function answers(server: Server, view: ServerView, trial: Trial): boolean {
  const value =
    server.names.includes(view.host) ||
    server.aliases.some((alias) => matchWildcard(alias, view.host, { ignoreCase: true }));
  const line = server.section?.children?.find((d) => d.name === 'servername') ?? server.section;
  if (!line || (!server.names.length && !server.aliases.length)) return value;
  return trial.leaf({
    key: `host:${line.file}:${line.line}`,
    about: 'host',
    value,
    known: true,
    place: line,
    asks: () => `the host name "${view.host}" is one of ${[...server.names, ...server.aliases].join(', ')}`,
  });
}

/** Sections of one name among a server's directives; `a` also finds the `…match` form where both are merged in order. */
export function sectionsOf(directives: readonly Directive[], ...names: readonly string[]): readonly Directive[] {
  return named(directives, ...names).filter(({ children }) => children);
}
