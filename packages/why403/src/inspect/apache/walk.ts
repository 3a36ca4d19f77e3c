/** From a file name to the sections that govern it: `<Directory>` and `.htaccess` along the path, then the rest, in Apache's order. */
import { lstatSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReadText } from '../shared/config-edit.ts';
import { compilePattern, matchWildcard } from '../shared/user-pattern.ts';
import { evaluateExpr } from './expr.ts';
import { loadHtaccess } from './load.ts';
import { named } from './named.ts';
import { optionsOf } from './options.ts';
import { permitOverrides } from './overrides.ts';
import type { Step } from './request.ts';
import { sectionsOf } from './server.ts';
import type { Config, Directive, Fragment, Server } from './types.ts';

export interface Walked {
  readonly chain: readonly Fragment[];
  readonly filename: string;
  readonly pathInfo: string;
  readonly kind: 'file' | 'directory' | 'none';
  /** The component where the walk was refused, and why. */
  readonly refused?: { readonly path: string; readonly why: 'symlink' | 'search'; readonly by: Directive | undefined };
  /** A directive in an `.htaccess` that may not stand there: the server answers 500. */
  readonly broken?: Directive;
}

/** The directives of a server that stand outside every section, as the first link of the chain. */
export function serverFragment(server: Server): Fragment {
  const known = fragments.get(server);
  if (known) return known;
  const directives = server.directives.filter((d) => !PATH_SECTIONS.has(d.name));
  const fragment: Fragment = { kind: 'server', of: '', directives };
  fragments.set(server, fragment);
  return fragment;
}

const fragments = new WeakMap<Server, Fragment>();

const PATH_SECTIONS = new Set([
  'directory',
  'directorymatch',
  'location',
  'locationmatch',
  'proxy',
  'proxymatch',
  'virtualhost',
]);

interface DirSection {
  readonly section: Directive;
  readonly path: string;
  readonly components: number;
  readonly regex: boolean;
}

function dirSections(server: Server): readonly DirSection[] {
  return sectionsOf(server.directives, 'directory', 'directorymatch')
    .map((section): DirSection => {
      const tilde = section.args[0] === '~';
      const regex = tilde || section.name === 'directorymatch';
      const raw = section.args[tilde ? 1 : 0] ?? '/';
      const path = raw === '/' || regex ? raw : raw.replace(/\/+$/, '');
      return {
        section,
        path, // Patterns are put in order by the slashes in them.
        components: regex ? path.split('/').length - 1 : path.split('/').filter(Boolean).length,
        regex,
      };
    })
    .sort((a, b) => (a.regex === b.regex ? a.components - b.components : a.regex ? 1 : -1));
}

/** Walks the path of a mapped file. */
export function walkDirectory(step: Step, config: Config, wanted: string, read: ReadText, subrequest: boolean): Walked {
  const { server } = step.request;
  const sections = dirSections(server);
  const chain: Fragment[] = [serverFragment(server)];
  const parts = wanted.split('/').filter(Boolean);
  const trailing = wanted.endsWith('/');
  const accessName = named(server.directives, 'accessfilename').at(-1)?.args ?? ['.htaccess'];
  let filename = '';
  let kind: Walked['kind'] = 'directory';
  let pathInfo = '';
  const whole = stat(wanted);
  const exists = whole !== undefined && (whole.isDirectory() || !trailing);
  const matchLevel = (level: number): void => {
    const here = filename || '/';
    for (const entry of sections) {
      if (entry.regex || entry.components !== level) continue;
      const fits = /[*?[]/.test(entry.path) ? matchWildcard(entry.path, here, { pathname: true }) : entry.path === here;
      if (fits) chain.push(toFragment('directory', entry.section, `${entry.path.replace(/\/$/, '')}/`));
    }
  };
  for (let i = 0; i <= parts.length; i++) {
    // At this point `filename` is a directory ('' is the root).
    const here = filename || '/';
    matchLevel(i);
    const access = readAccess(chain, here, accessName, config, read);
    if (access?.broken) return { chain, filename: here, pathInfo, kind, broken: access.broken };
    if (access) chain.push(access.fragment);
    const next = parts[i];
    if (next === undefined) break;
    const path = `${filename}/${next}`;
    // A path known to exist is not looked at piece by piece where links are simply followed; its last
    // component then passes for a directory, so that <Directory> sections with wildcards match files too.
    const { set } = optionsOf(chain);
    const hasty = exists && set.has('followsymlinks') && !set.has('symlinksifownermatch');
    const refused = hasty ? undefined : checkLink(path, chain);
    if (refused) return { chain, filename: path, pathInfo: '', kind: 'none', refused };
    const info = stat(path);
    filename = path;
    if (!info?.isDirectory()) {
      kind = info?.isFile() ? 'file' : 'none';
      const rest = parts.slice(i + 1).join('/');
      pathInfo = rest || trailing ? `/${rest}${rest && trailing ? '/' : ''}` : '';
      // An index file's sub-request takes over the walk of its directory.
      if (hasty && !subrequest) matchLevel(i + 1);
      break;
    }
  }
  // Without a slash in the path, the name has none either, and a pattern with one does not match it.
  if (kind === 'directory') filename = trailing || filename === '' ? `${filename}/` : filename;
  for (const entry of sections) {
    if (entry.regex && compilePattern(entry.path)?.exec(filename))
      chain.push(toFragment('directorymatch', entry.section, entry.path));
  }
  return { chain, filename, pathInfo, kind };
}

function toFragment(kind: Fragment['kind'], section: Directive, base?: string): Fragment {
  return {
    kind,
    of: section.args.at(-1) ?? '',
    directives: section.children ?? [],
    section,
    ...(base === undefined ? {} : { base }),
  };
}

function readAccess(
  chain: readonly Fragment[],
  dir: string,
  names: readonly string[],
  config: Config,
  read: ReadText,
): { fragment: Fragment; broken?: undefined } | { broken: Directive } | undefined {
  const permit = permitOverrides(chain);
  if (!permit) return undefined;
  for (const name of names) {
    const file = `${dir.replace(/\/$/, '')}/${name}`;
    let directives: readonly Directive[];
    try {
      directives = loadHtaccess(file, read, config.modules);
    } catch {
      continue;
    }
    const broken = directives.find((directive) => !permit(directive));
    if (broken) return { broken };
    return { fragment: { kind: 'htaccess', of: dir, directives, base: `${dir.replace(/\/$/, '')}/` } };
  }
  return undefined;
}

function stat(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

/** The symlink policy. Source: https://httpd.apache.org/docs/2.4/mod/core.html#options */
function checkLink(path: string, chain: readonly Fragment[]): Walked['refused'] | undefined {
  const options = optionsOf(chain);
  // SymLinksIfOwnerMatch is asked first; FollowSymLinks beside it changes nothing.
  if (options.set.has('followsymlinks') && !options.set.has('symlinksifownermatch')) return undefined;
  try {
    const link = lstatSync(path);
    if (!link.isSymbolicLink()) return undefined;
    const target = statSync(resolve(dirname(path), readlinkSync(path)));
    if (options.set.has('symlinksifownermatch') && target.uid === link.uid) return undefined;
    return { path, why: 'symlink', by: options.by };
  } catch {
    return undefined;
  }
}

/** `<Files>`, `<Location>` and `<If>` after the directories, in their order. */
export function finishChain(step: Step, start: readonly Fragment[], filename: string | undefined): readonly Fragment[] {
  const chain = [...start];
  const { request } = step;
  if (filename !== undefined) {
    const name = filename.slice(filename.lastIndexOf('/') + 1);
    for (const section of chain.flatMap((f) => sectionsOf(f.directives, 'files', 'filesmatch'))) {
      const tilde = section.args[0] === '~';
      const wanted = section.args[tilde ? 1 : 0] ?? '';
      const fits =
        tilde || section.name === 'filesmatch'
          ? !!compilePattern(wanted)?.exec(name)
          : /[*?[]/.test(wanted)
            ? matchWildcard(wanted, name, { pathname: true })
            : wanted === name;
      if (fits) chain.push(toFragment('files', section, ''));
    }
  }
  for (const section of sectionsOf(request.server.directives, 'location', 'locationmatch')) {
    const tilde = section.args[0] === '~';
    const wanted = section.args[tilde ? 1 : 0] ?? '/';
    const fits =
      tilde || section.name === 'locationmatch'
        ? !!compilePattern(wanted)?.exec(request.uri)
        : locationFits(wanted, request.uri);
    if (fits) chain.push(toFragment('location', section, wanted));
  }
  chain.push(...ifFragments(step, chain, 0));
  return chain;
}

function locationFits(wanted: string, uri: string): boolean {
  if (/[*?[]/.test(wanted)) return matchWildcard(wanted, uri, { pathname: true });
  const merged = wanted.replace(/\/{2,}/g, '/');
  return uri.startsWith(merged) && (merged.endsWith('/') || uri.length === merged.length || uri[merged.length] === '/');
}

function ifFragments(step: Step, chain: readonly Fragment[], depth: number): readonly Fragment[] {
  const out: Fragment[] = [];
  let taken: boolean = false;
  for (const section of chain.flatMap((f) => sectionsOf(f.directives, 'if', 'elseif', 'else'))) {
    const source = section.args.length === 1 && /^["']/.test(section.rest) ? (section.args[0] ?? '') : section.rest;
    const asked: boolean | undefined =
      section.name === 'else' || (section.name === 'elseif' && taken)
        ? undefined
        : evaluateExpr(source, step, section, `if:${section.file}:${section.line}`).value;
    const fits: boolean =
      section.name === 'if' ? asked === true : !taken && (section.name === 'else' || asked === true);
    taken = section.name === 'if' ? fits : taken || fits;
    if (!fits) continue;
    const fragment = toFragment('if', section, '');
    out.push(fragment);
    if (depth < 5) out.push(...ifFragments(step, [fragment], depth + 1));
  }
  return out;
}
