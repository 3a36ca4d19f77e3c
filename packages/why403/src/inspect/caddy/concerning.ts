/**
 * A long Caddyfile without what cannot concern a request: sites of other hosts, and directives behind a matcher that its host
 * and path do not meet. `caddy adapt` takes time that grows with the square of some of these. The first ones stay as examples of
 * what the request would have had to meet. Source: https://caddyserver.com/docs/caddyfile/matchers
 */
import { type Node, parseCaddyfile, walkNodes } from './parse.ts';

/** What is asked of the configuration: one host, and paths on it. */
export interface Asked {
  readonly host: string;
  readonly paths: readonly string[];
}

/** Characters from which on a file is long. */
const LONG = 20_000;
/** Examples of each sort that stay. */
const EXAMPLES = 40;
/** Directives whose first word is a matcher where it begins with `/` or `@`, and how many words they then have at least. */
const MATCHED: Readonly<Record<string, number>> = {
  handle: 2,
  handle_path: 2,
  route: 2,
  respond: 3,
  error: 3,
  abort: 2,
  redir: 3,
  reverse_proxy: 3,
  header: 3,
  request_header: 3,
  basic_auth: 2,
  basicauth: 2,
  file_server: 2,
};
/** After these a matcher may see another path than the request's. */
const CHANGES_PATH = new Set(['rewrite', 'uri', 'try_files', 'php_fastcgi', 'invoke']);
/** A path that is the same before and after it is decoded and cleaned. */
const PLAIN = /^(?:\/[\w~-][\w.~-]*)+\/?$|^\/$/;

/** The text without the lines that do not concern what is asked; the text itself where nothing can be said, or it is short. */
export function onlyConcerning(text: string, asked: Asked): string {
  if (text.length < LONG) return text;
  const nodes = parseCaddyfile('', text);
  const all = walkNodes(nodes).map(({ node }) => node);
  // What an imported file holds is not known.
  if (all.some(({ words: [name, what = ''] }) => name === 'import' && /[/.*{]/.test(what))) return text;
  const gone = idleNodes(nodes, all, asked);
  if (!gone.size) return text;
  const lines: (string | undefined)[] = text.split('\n');
  for (const { line, endLine } of [...gone, ...unusedMatchers(nodes, gone)]) lines.fill(undefined, line - 1, endLine);
  return lines.filter((line) => line !== undefined).join('\n');
}

function idleNodes(nodes: readonly Node[], all: readonly Node[], asked: Asked): ReadonlySet<Node> {
  const named = namedMatchers(all);
  const snippets = new Map(nodes.flatMap((node) => (isSnippet(node) ? [[node.words[0]!.slice(1, -1), node]] : [])));
  const sortOf = idleSort(all, named, asked);
  const kept = new Map<string, number>();
  const gone = new Set<Node>();
  const take = (node: Node, sort: string): void => {
    const n = (kept.get(sort) ?? 0) + 1;
    kept.set(sort, n);
    if (n > EXAMPLES) gone.add(node);
  };
  /** The directives that a line stands for, as words. */
  const meant = (node: Node): readonly Directive[] => {
    const [name, what = '', ...args] = node.words;
    if (name !== 'import') return [node];
    return (snippets.get(what)?.children ?? []).map(({ words, block }) => ({
      words: words.map((word) => fill(word, args)),
      block,
    }));
  };
  const visit = (children: readonly Node[]): void => {
    const each = children.map((node) => ({ node, directives: meant(node) }));
    const mixed = mixedNames(
      each.flatMap(({ directives }) => directives),
      named,
    );
    for (const { node, directives } of each) {
      const sorts = directives.map((one) => (mixed.has(one.words[0] ?? '') ? undefined : sortOf(one)));
      const [sort] = sorts;
      if (sort !== undefined && !sorts.includes(undefined)) take(node, sort);
      // Below it a matcher sees the path without its beginning.
      else if (node.words[0] !== 'handle_path') visit(node.children);
    }
  };
  for (const site of nodes) {
    if (isSnippet(site) || !site.words.length) continue;
    const ports = site.words.map((address) => otherSite(address, asked.host));
    if (ports.every((port) => port !== undefined)) take(site, `site ${ports.join()}`);
    else visit(site.children);
  }
  return gone;
}

type Directive = Pick<Node, 'words' | 'block'>;
type Matchers = ReadonlyMap<string, readonly string[]>;

/** Tells of a directive of which sort it is where it meets nothing of what is asked; undefined where it may meet it. */
function idleSort(
  all: readonly Node[],
  named: Matchers,
  { host, paths }: Asked,
): (directive: Directive) => string | undefined {
  const seesPath =
    paths.every((path) => PLAIN.test(path)) && !all.some(({ words }) => CHANGES_PATH.has(words[0] ?? ''));
  const lower = paths.map((path) => path.toLowerCase());
  const missesPath = (pattern: string): boolean => seesPath && lower.every((path) => !mayMeet(pattern, path));
  return ({ words, block }) => {
    const [name = '', matcher = ''] = words;
    if (words.length < (MATCHED[name] ?? Number.POSITIVE_INFINITY) - (block ? 1 : 0)) return undefined;
    if (matcher.startsWith('/')) return missesPath(matcher) ? `${name} by path` : undefined;
    const [kind = '', ...values] = named.get(matcher) ?? [];
    if (kind === 'path' && values.every(missesPath)) return `${name} by path`;
    if (kind === 'host' && values.every((value) => isOther(value, host))) return `${name} by host`;
    return undefined;
  };
}

/**
 * Names of directives of which some have one path for a matcher and some another matcher. Caddy sorts by the length of single
 * paths and leaves others where they stand, so that in such a mixture one that is taken out may change the order of the rest.
 */
function mixedNames(directives: readonly Directive[], named: Matchers): ReadonlySet<string> {
  const seen = new Map<string, 'path' | 'other'>();
  const mixed = new Set<string>();
  for (const {
    words: [name = '', matcher = ''],
  } of directives) {
    const isNamed = matcher.startsWith('@');
    if (!isNamed && !matcher.startsWith('/')) continue;
    const [kind, ...values] = named.get(matcher) ?? [];
    const sort = !isNamed || (kind === 'path' && values.length === 1) ? 'path' : 'other';
    if ((seen.get(name) ?? sort) !== sort) mixed.add(name);
    seen.set(name, sort);
  }
  return mixed;
}

const isSnippet = ({ words: [name = ''] }: Node): boolean => /^\(.+\)$/.test(name);

/** Matchers that are written on one line, by their names; those of a name that stands twice are left out. */
function namedMatchers(all: readonly Node[]): Matchers {
  const named = new Map<string, readonly string[]>();
  for (const { words, block } of all) {
    const [name = '', ...rest] = words;
    if (!name.startsWith('@')) continue;
    const plain = !block && rest.length > 1 && !rest.some((word) => word.includes('{')) && !named.has(name);
    named.set(name, plain ? rest : []);
  }
  return named;
}

/** Named matchers that nothing needs which stays. */
function unusedMatchers(nodes: readonly Node[], gone: ReadonlySet<Node>): readonly Node[] {
  const left: Node[] = [];
  const collect = (node: Node): void => {
    if (gone.has(node)) return;
    left.push(node);
    node.children.forEach(collect);
  };
  nodes.forEach(collect);
  const used = new Set(left.flatMap(({ words }) => words.slice(1)));
  // A name that is put together may be any.
  if ([...used].some((word) => /^@.*\{/.test(word))) return [];
  return left.filter(({ words: [name = ''] }) => name.startsWith('@') && !used.has(name));
}

const fill = (word: string, args: readonly string[]): string =>
  word.replace(/\{args(?:\[(\d{1,4})\]|\.(\d{1,4}))\}/g, (whole, a, b) => args[Number(a ?? b)] ?? whole);

/** Whether a pattern may match this path, in lower case; what is not a plain text or its beginning may. */
function mayMeet(pattern: string, path: string): boolean {
  const plain = /^(\/[\w.~/-]*?)(\/?\*)?$/.exec(pattern.toLowerCase());
  if (!plain) return true;
  return plain[2] === undefined ? path === plain[1] : path.startsWith(plain[1]!);
}

const isOther = (name: string, host: string): boolean =>
  /^[\w.-]+$/.test(name) && name.toLowerCase() !== host.toLowerCase();

/** Scheme and port of a site of another host; undefined where it may be meant. */
function otherSite(address: string, host: string): string | undefined {
  const [, scheme = '', name = '', port = ''] = /^(https?:\/\/)?([\w.-]+)(:\d+)?,?$/.exec(address) ?? [];
  return name && isOther(name, host) ? `${scheme}${port}` : undefined;
}
