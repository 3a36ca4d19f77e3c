/** Which line of a Caddyfile refuses: the one without which the request is not refused so. And how to take one path out of it. */
import { type Edit, layOver, type ReadText, readFromDisk } from '../shared/config-edit.ts';
import type { ServerView } from '../shared/server-view.ts';
import type { Place } from '../shared/trial.ts';
import { type CaddyJudged, isHidden } from './judge.ts';
import { type Node, parseCaddyfile, walkNodes } from './parse.ts';

type Again = (read: ReadText) => CaddyJudged | undefined;

const REFUSING: Readonly<Record<string, readonly string[]>> = {
  static_response: ['respond', 'abort', 'redir'],
  error: ['error'],
  hide: ['hide'],
  authentication: ['basicauth', 'basic_auth'],
  forward_auth: ['forward_auth'],
  listing: ['file_server'],
};

/** In a JSON configuration: the line with the status, or the abort, whose change changes the answer. */
export function findJsonLine(file: string, judged: CaddyJudged, again: Again): Place | undefined {
  const lines = readFromDisk(file).split('\n');
  const wanted = new RegExp(`"status_code"\\s*:\\s*"?${judged.status}\\b|"abort"\\s*:\\s*true`);
  const tries = lines.flatMap((text, i) => (wanted.test(text) ? [{ file, line: i + 1, text: text.trim() }] : []));
  const turns = (some: readonly Place[]): boolean => {
    const edits = some.map(({ line }): Edit => {
      const text = (lines[line - 1] ?? '').replace(wanted, '"status_code": 200');
      return { op: 'replace', file, line, text };
    });
    const other = again(layOver(readFromDisk, edits));
    return other !== undefined && other.status !== judged.status;
  };
  // One line decides, so of each half that holds it all are changed at once.
  let left: readonly Place[] = tries;
  while (left.length > 1) {
    const half = left.slice(0, Math.ceil(left.length / 2));
    left = turns(half) ? half : left.slice(half.length);
  }
  return left.length && turns(left) ? left[0] : undefined;
}

/** A line of a Caddyfile, and the blocks around it. */
export interface Found {
  readonly node: Node;
  readonly around: readonly Node[];
}

/** So many lines are left out one after the other, in a file that Caddy reads at once. */
const FEW = 12;
const SHORT = 20_000;

/** Lines that share the most words with the request's way, which are tried first. */
const LIKELY = 3;

/**
 * The directive whose absence changes the answer. Of many those that are the most like what the request matched are tried
 * first: one whose change lets the request pass, or that refuses alike where all others are left out is taken for it. Else all but one half are left out, and then one half
 * of the half that still refuses alike: each try adapts a text half as long.
 */
export function findLine(file: string, judged: CaddyJudged, view: ServerView, again: Again): Found | undefined {
  const names = REFUSING[judged.stage] ?? [];
  const text = readFromDisk(file);
  const nodes = walkNodes(parseCaddyfile(file, text));
  const all = nodes.filter(({ node }) => names.includes(node.words[0] ?? ''));
  const turns = (edits: readonly Edit[]): boolean => {
    const other = again(layOver(readFromDisk, edits));
    return other !== undefined && (!other.refused || other.status !== judged.status);
  };
  if (all.length <= 1) return all[0];
  if (all.length <= FEW && text.length <= SHORT) return all.find(({ node }) => turns([removal(node)]));
  const likely = byWords(all, judged.words).slice(0, LIKELY);
  // A change of the likeliest one that helps tells the line too, and has then been tried.
  const [likeliest] = likely;
  const [change] = exemptions(file, judged, view, likeliest);
  if (change && turns(change.edits)) return likeliest;
  const alone = likely.find((one) => {
    const other = again(layOver(readFromDisk, withoutOthers(nodes, all, [one])));
    return other?.refused && other.status === judged.status && other.stage === judged.stage;
  });
  if (alone) return alone;
  let left = all;
  while (left.length > 1) {
    const half = left.slice(0, Math.ceil(left.length / 2));
    left = turns(withoutOthers(nodes, all, half)) ? left.slice(half.length) : half;
  }
  const [one] = left;
  return one && turns([removal(one.node)]) ? one : undefined;
}

/**
 * The lines that are the most like what the request matched first: those that share the most words with it, the lines of their
 * matchers included, and of these the ones with the fewest other words.
 */
function byWords(all: readonly Found[], words: readonly string[]): readonly Found[] {
  const wanted = new Set(words);
  const matchers = new Map<Node, ReadonlyMap<string, Node>>();
  const rank = (found: Found): { found: Found; shared: number; others: number } => {
    const { node, around } = found;
    const site = around[0] ?? node;
    const named = matchers.get(site) ?? matchersOf(site);
    matchers.set(site, named);
    const own = new Set(
      [node, ...around].flatMap((one) => [
        ...one.words.flatMap(plainWords),
        ...one.words.flatMap((word) => wordsOf(named.get(word))),
      ]),
    );
    for (const child of node.children) for (const word of wordsOf(child)) own.add(word);
    let shared = 0;
    for (const word of own) if (wanted.has(word)) shared++;
    return { found, shared, others: own.size - shared };
  };
  // Caddy takes the first of those that match alike
  return all
    .map(rank)
    .sort((x, y) => y.shared - x.shared || x.others - y.others)
    .map(({ found }) => found);
}

const matchersOf = (site: Node): ReadonlyMap<string, Node> =>
  new Map(walkNodes([site]).flatMap(({ node }) => (node.words[0]?.startsWith('@') ? [[node.words[0], node]] : [])));

const wordsOf = (node: Node | undefined): readonly string[] =>
  node ? [...node.words.flatMap(plainWords), ...node.children.flatMap(wordsOf)] : [];

/** A word, and the host in it where it is the address of a site. */
const plainWords = (word: string): readonly string[] => {
  const host = /^(?:https?:\/\/)?([^:/]+)(?::\d+)?,?$/.exec(word)?.[1];
  return host === undefined || host === word ? [word] : [word, host];
};

const removal = ({ file, line, endLine }: Node): Edit => ({ op: 'delete', file, line, to: endLine });

/** Takes out all of these directives but the kept ones, and what nothing else needs then: named matchers, imports of emptied snippets. */
function withoutOthers(nodes: readonly Found[], all: readonly Found[], kept: readonly Found[]): readonly Edit[] {
  const keep = new Set(kept);
  const gone = new Set(all.filter((one) => !keep.has(one)).map(({ node }) => node));
  const used = new Set(nodes.filter(({ node }) => !gone.has(node)).flatMap(({ node }) => node.words.slice(1)));
  const emptied = new Set(
    nodes.flatMap(({ node }) => {
      const snippet = /^\((.+)\)$/.exec(node.words[0] ?? '')?.[1];
      return snippet !== undefined && node.children.every((child) => gone.has(child)) ? [snippet] : [];
    }),
  );
  return nodes
    .filter(({ node, around }) => {
      if (around.some((outer) => gone.has(outer))) return false;
      const [name = '', first = ''] = node.words;
      if (name === 'import') return emptied.has(first);
      return gone.has(node) || (name.startsWith('@') && around.length > 0 && !used.has(name));
    })
    .map(({ node }) => removal(node));
}

/** Changes that let the request pass, the narrowest first; each still has to be tried. */
export function exemptions(
  file: string,
  judged: CaddyJudged,
  view: ServerView,
  found: Found | undefined,
): readonly { readonly edits: readonly Edit[]; readonly text: string }[] {
  // A wrong login is mended by the right one, not by taking the login away.
  if (!found || judged.login) return [];
  const { node, around } = found;
  if (judged.stage === 'hide') return [...serveOne(node, around, view), ...unhide(node, judged)];
  if (judged.stage === 'listing')
    return [
      {
        edits: [
          {
            op: 'replace',
            file,
            line: node.line,
            text: node.block ? node.text.replace(/\s*\{$/, ' browse {') : `${node.text} browse`,
          },
        ],
        text: 'Let folders without an index be listed.',
      },
    ];
  const path = `not path ${view.rawPath}`;
  const out: { edits: readonly Edit[]; text: string }[] = [];
  const text = `Take ${view.rawPath} out of ${file}:${node.line}.`;
  const site = around[0];
  const [name = '', first = ''] = node.words;
  if (first.startsWith('@') && site) {
    const matcher = walkNodes([site]).find(({ node: one }) => one.words[0] === first)?.node;
    if (matcher) out.push(...widenAddress(matcher, view), { edits: extend(matcher, path), text });
  } else if (site && (first.startsWith('/') || first === '*')) {
    out.push({
      edits: [
        { op: 'replace', file, line: node.line, text: node.text.replace(first, '@why403-others') },
        matcherBefore(node, [`path ${first}`, path]),
      ],
      text,
    });
  } else if (site) {
    out.push({
      edits: [
        { op: 'replace', file, line: node.line, text: node.text.replace(name, `${name} @why403-others`) },
        matcherBefore(node, [path]),
      ],
      text,
    });
  }
  // The condition may stand on a block around the directive.
  for (const outer of [...around].reverse()) {
    const by = outer.words[1] ?? '';
    if (!/^(?:handle|handle_path|route)$/.test(outer.words[0] ?? '') || !by.startsWith('@') || !site) continue;
    const matcher = walkNodes([site]).find(({ node: one }) => one.words[0] === by)?.node;
    if (matcher) out.push(...widenAddress(matcher, view), { edits: extend(matcher, path), text });
  }
  return out;
}

/** A named matcher before a directive; a node within a block that takes no matchers is no place for one, and the try fails. */
function matcherBefore(node: Node, lines: readonly string[]): Edit {
  return {
    op: 'insert',
    file: node.file,
    after: node.line - 1,
    lines: [`@why403-others {`, ...lines.map((line) => `    ${line}`), '}'].map((line) => `    ${line}`),
  };
}

/** One more condition in a named matcher, whether it is written on one line or as a block. */
function extend(matcher: Node, line: string): readonly Edit[] {
  if (matcher.block) return [{ op: 'insert', file: matcher.file, after: matcher.line, lines: [line] }];
  const own = matcher.text.slice((matcher.words[0] ?? '').length).trim();
  return [
    { op: 'replace', file: matcher.file, line: matcher.line, text: `${matcher.words[0]} {` },
    {
      op: 'insert',
      file: matcher.file,
      after: matcher.line,
      lines: [`    ${own}`, `    ${line}`, '}'].map((one) => `    ${one}`),
    },
  ];
}

/** The client's address added to a list of those who pass, or taken out of a list of those who do not. */
function widenAddress(
  matcher: Node,
  view: ServerView,
): readonly { readonly edits: readonly Edit[]; readonly text: string }[] {
  const address = view.clientAddress;
  if (!address) return [];
  const lines = matcher.block ? matcher.children : [matcher];
  const text = `Let ${address} pass in ${matcher.file}:${matcher.line}.`;
  return lines.flatMap((line) => {
    const words = line === matcher ? line.words.slice(1) : line.words;
    const negated = words[0] === 'not';
    const name = words[negated ? 1 : 0] ?? '';
    if (!/^(?:remote_ip|client_ip)$/.test(name)) return [];
    if (negated)
      return [
        {
          edits: [{ op: 'replace' as const, file: line.file, line: line.line, text: `${line.text} ${address}` }],
          text,
        },
      ];
    return [{ edits: extend(matcher, `not ${name} ${address}`), text }];
  });
}

/** A handle of its own for the one path, with a file server that hides nothing. */
function serveOne(
  node: Node,
  around: readonly Node[],
  view: ServerView,
): readonly { readonly edits: readonly Edit[]; readonly text: string }[] {
  const server = around.at(-1);
  if (server?.words[0] !== 'file_server' || /\s/.test(view.rawPath)) return [];
  const root = server.children.find((child) => child.words[0] === 'root');
  const body = root ? ['    file_server {', `        ${root.text}`, '    }'] : ['    file_server'];
  const lines = [`handle ${view.rawPath} {`, ...body, '}'].map((line) => `    ${line}`);
  return [
    {
      edits: [{ op: 'insert', file: node.file, after: server.line - 1, lines }],
      text: `Serve ${view.rawPath} by itself; everything else stays hidden.`,
    },
  ];
}

function unhide(
  node: Node,
  judged: CaddyJudged,
): readonly { readonly edits: readonly Edit[]; readonly text: string }[] {
  const name = judged.filename.slice(judged.filename.lastIndexOf('/') + 1);
  const patterns = node.words.slice(1);
  const hiding = patterns.filter((pattern) => isHidden(judged.filename, [pattern]));
  return [...new Set(hiding)].map((pattern) => {
    const left = patterns.filter((one) => one !== pattern);
    const edit: Edit = left.length
      ? { op: 'replace', file: node.file, line: node.line, text: `hide ${left.join(' ')}` }
      : { op: 'delete', file: node.file, line: node.line };
    return { edits: [edit], text: `No longer hide ${pattern}, so that ${name} is served.` };
  });
}
