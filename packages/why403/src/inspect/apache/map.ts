/** From a URL path to a file or a handler: Redirect, Alias, ScriptAlias, ProxyPass, DocumentRoot. Source: https://httpd.apache.org/docs/2.4/urlmapping.html */
import { isAbsolute, join } from 'node:path';
import { readConfigured } from '../../shared/read-file.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import { named } from './named.ts';
import type { Step } from './request.ts';
import type { Config, Directive, Server } from './types.ts';

/** `plain` is the file name that the path means; `script` says that a program answers there. */
export type Mapped =
  | { readonly is: 'file'; readonly filename: string; readonly script: Directive | undefined }
  | { readonly is: 'proxy'; readonly by: Directive; readonly url: string };

/** Does a path prefix cover the path, as mod_alias compares them? The rest of the path where it does. */
export function afterPrefix(prefix: string, uri: string): string | undefined {
  if (!uri.startsWith(prefix)) return undefined;
  const rest = uri.slice(prefix.length);
  return prefix.endsWith('/') || rest === '' || rest.startsWith('/') ? rest : undefined;
}

const REDIRECTS = ['redirect', 'redirectmatch', 'redirecttemp', 'redirectpermanent'] as const;
const WORDS: Readonly<Record<string, number>> = { permanent: 301, temp: 302, seeother: 303, gone: 410 };

/** The first Redirect that covers the path: its status and the directive. */
export function findRedirect(
  directives: readonly Directive[],
  step: Step,
  within?: string,
): { readonly status: number; readonly by: Directive } | undefined {
  const { uri } = step.request;
  for (const directive of named(directives, ...REDIRECTS)) {
    const [first = ''] = directive.args;
    const stated = /^\d{3}$/.test(first) ? Number(first) : WORDS[first.toLowerCase()];
    const status = directive.name === 'redirectpermanent' ? 301 : (stated ?? 302);
    const rest = stated === undefined ? directive.args : directive.args.slice(1);
    // Within a <Location> the path may be left out: the section's own is meant.
    const path =
      within !== undefined && (rest.length === 0 || (rest.length === 1 && status >= 300 && status < 400))
        ? within
        : (rest[0] ?? '/');
    const match =
      directive.name === 'redirectmatch' ? !!compilePattern(path)?.exec(uri) : afterPrefix(path, uri) !== undefined;
    const yes = step.trial.leaf({
      key: `redirect:${directive.file}:${directive.line}`,
      // what covers every path asks of none
      about: directive.name !== 'redirectmatch' && path === '/' ? 'always' : 'path',
      value: match,
      known: true,
      place: directive,
      asks: () => `the path "${uri}" is covered by ${path}`,
      amend: () => [[{ op: 'delete', file: directive.file, line: directive.line, to: directive.lastLine }]],
    });
    if (yes) return { status, by: directive };
  }
  return undefined;
}

/** The document root of a server, absolute. */
export function documentRoot(server: Server, config: Config): string {
  const root = named(server.directives, 'documentroot').at(-1)?.args[0] ?? '/usr/local/apache2/htdocs';
  return (isAbsolute(root) ? root : join(config.serverRoot, root)).replace(/\/+$/, '') || '/';
}

/** A virtual host's own directives stand before the main server's in mod_alias's and mod_proxy's lists. */
function ownFirst(server: Server): readonly Directive[] {
  const known = mappings.get(server);
  if (known) return known;
  const own = named(server.section?.children ?? [], ...MAPPINGS);
  const already = new Set(own);
  const list = [...own, ...named(server.directives, ...MAPPINGS).filter((d) => !already.has(d))];
  mappings.set(server, list);
  return list;
}

const MAPPINGS = [
  'proxypass',
  'proxypassmatch',
  'alias',
  'aliasmatch',
  'scriptalias',
  'scriptaliasmatch',
  'userdir',
] as const;
const mappings = new WeakMap<Server, readonly Directive[]>();

/** Maps the path. */
export function mapPath(uri: string, server: Server, config: Config): Mapped {
  const directives = ownFirst(server);
  for (const by of directives) {
    if (by.name === 'proxypass' && by.args.length > 1) {
      if (afterPrefix(by.args[0] as string, uri) === undefined) continue;
      if (by.args[1] === '!') break;
      return { is: 'proxy', by, url: by.args[1] as string };
    }
    if (by.name === 'proxypassmatch' && compilePattern(by.args[0] ?? '')?.exec(uri)) {
      if (by.args[1] === '!') break;
      return { is: 'proxy', by, url: by.args[1] ?? '' };
    }
  }
  for (const by of directives) {
    const [from = '', to = ''] = by.args;
    const script = by.name.startsWith('script') ? by : undefined;
    if (by.name === 'alias' || by.name === 'scriptalias') {
      const rest = afterPrefix(from, uri);
      if (rest !== undefined)
        return { is: 'file', filename: join('/', isAbsolute(to) ? to : join(config.serverRoot, to)) + rest, script };
    }
    if (by.name === 'aliasmatch' || by.name === 'scriptaliasmatch') {
      const groups = compilePattern(from)?.exec(uri);
      if (groups)
        return { is: 'file', filename: to.replace(/\$(\d)/g, (_, n: string) => groups[Number(n)] ?? ''), script };
    }
  }
  const home = userFolder(uri, directives);
  if (home) return { is: 'file', filename: home, script: undefined };
  return { is: 'file', filename: `${documentRoot(server, config).replace(/\/$/, '')}${uri}`, script: undefined };
}

/** `/~name/…` with mod_userdir. Source: https://httpd.apache.org/docs/2.4/mod/mod_userdir.html */
function userFolder(uri: string, directives: readonly Directive[]): string | undefined {
  const found = /^\/~([A-Za-z0-9_.-]{1,64})(\/.*)?$/.exec(uri);
  if (!found) return undefined;
  const set = directives.filter((d) => d.name === 'userdir');
  const where = set.findLast((d) => !/^(?:enabled|disabled)$/i.test(d.args[0] ?? ''))?.args[0];
  if (!where) return undefined;
  const [, name = '', rest = ''] = found;
  const off = set.some((d) => /^disabled$/i.test(d.args[0] ?? '') && (d.args.length === 1 || d.args.includes(name)));
  const on = set.some((d) => /^enabled$/i.test(d.args[0] ?? '') && d.args.includes(name));
  if (off && !on) return undefined;
  if (where.includes('*')) return `${where.replace('*', name)}${rest}`;
  if (isAbsolute(where)) return `${where}/${name}${rest}`;
  const home = homeOf(name);
  return home && `${home}/${where}${rest}`;
}

function homeOf(name: string): string | undefined {
  try {
    return readConfigured('/etc/passwd')
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.split(':')[5];
  } catch {
    return undefined;
  }
}
