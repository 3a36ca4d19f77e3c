/**
 * `Require` and its containers, as mod_authz_core evaluates them: granted, denied, neutral, or "a user is needed first".
 * Source: https://httpd.apache.org/docs/2.4/mod/mod_authz_core.html
 */

import { readConfigured } from '../../shared/read-file.ts';
import { isLoopback, rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import type { About } from '../shared/trial.ts';
import { evaluateExpr } from './expr.ts';
import { splitArgs } from './lex.ts';
import { limitHolds, openLimits } from './limit.ts';
import type { Step } from './request.ts';
import type { Directive, Fragment } from './types.ts';

export type Answer = 'granted' | 'denied' | 'neutral' | 'no-user';

interface Node {
  readonly op: 'and' | 'or' | 'provider';
  readonly negate: boolean;
  readonly directive?: Directive;
  /** Arguments after `not`. */
  readonly args: readonly string[];
  readonly limits: readonly Directive[];
  readonly children: readonly Node[];
}

export interface Tree {
  readonly root: Node;
  /** Every `Require` in force, in order. */
  readonly requires: readonly Directive[];
}

interface Conf {
  readonly op: 'and' | 'or' | 'off' | 'unset';
  readonly section: Node | undefined;
}

/** Sections of one group are merged among themselves before they are merged onto the groups before them. */
const GROUPS: readonly (readonly Fragment['kind'][])[] = [
  ['server'],
  ['proxy', 'directory', 'htaccess', 'directorymatch'],
  ['files'],
  ['location'],
  ['if'],
];

/** The tree in force for a chain, with `AuthMerging` as each section says; undefined where nothing is required. */
export function requireTree(chain: readonly Fragment[]): Tree | undefined {
  let conf: Conf | undefined;
  for (const kinds of GROUPS) {
    const group = chain
      .filter((fragment) => kinds.includes(fragment.kind))
      .flatMap((fragment) => readConf(fragment) ?? []);
    const merged = group.reduce<Conf | undefined>((base, next) => (base ? mergeConf(base, next) : next), undefined);
    if (merged) conf = conf ? mergeConf(conf, merged) : merged;
  }
  const root = conf?.section;
  return root ? { root, requires: requiresIn(root) } : undefined;
}

/** What a section says of authorization; undefined where it says nothing at all. */
function readConf({ directives }: Fragment): Conf | undefined {
  const known = confs.get(directives);
  if (known) return known.conf;
  const conf = makeConf(directives);
  confs.set(directives, { conf });
  return conf;
}

const confs = new WeakMap<readonly Directive[], { readonly conf: Conf | undefined }>();

function makeConf(directives: readonly Directive[]): Conf | undefined {
  const children = readNodes(directives, []);
  const merging = directives.findLast((d) => d.name === 'authmerging')?.args[0]?.toLowerCase();
  const op = merging === 'and' || merging === 'or' || merging === 'off' ? merging : 'unset';
  if (!children.length && op === 'unset') return undefined;
  return { op, section: children.length ? { op: 'or', negate: false, args: [], limits: [], children } : undefined };
}

function mergeConf(base: Conf, next: Conf): Conf {
  if (next.op === 'unset' && !next.section) return base;
  if (next.op === 'off' || next.op === 'unset' || !(base.section || next.section)) return next;
  const children = [base.section, next.section].filter((node) => node !== undefined);
  return { op: next.op, section: { op: next.op, negate: false, args: [], limits: [], children } };
}

function requiresIn(node: Node): readonly Directive[] {
  return node.directive ? [node.directive] : node.children.flatMap(requiresIn);
}

const CONTAINERS: Readonly<Record<string, 'and' | 'or'>> = { requireall: 'and', requireany: 'or', requirenone: 'or' };

function readNodes(directives: readonly Directive[], around: readonly Directive[]): readonly Node[] {
  return openLimits(directives).flatMap(({ directive, limits }): readonly Node[] => {
    const all = [...around, ...limits];
    const op = CONTAINERS[directive.name];
    if (op && directive.children) {
      const children = readNodes(directive.children, all);
      return children.length ? [{ op, negate: directive.name === 'requirenone', args: [], limits: [], children }] : [];
    }
    if (directive.name !== 'require') return [];
    const negate = directive.args[0]?.toLowerCase() === 'not';
    return [
      { op: 'provider', negate, directive, args: directive.args.slice(negate ? 1 : 0), limits: all, children: [] },
    ];
  });
}

/** A container holds for a method where any of its members does. */
function concerns(node: Node, step: Step): boolean {
  return node.directive ? limitHolds(node.limits, step) : node.children.some((child) => concerns(child, step));
}

/** Evaluates a tree, or a part of it. */
export function evaluateNode(node: Node, step: Step, parent: 'and' | 'or' = 'and'): Answer {
  if (!concerns(node, step)) return parent === 'and' ? 'granted' : 'neutral';
  const answer = node.directive ? provide(node.directive, node.args, node.negate, step) : combine(node, step);
  if (!node.negate) return answer;
  if (answer === 'granted') return 'denied';
  return answer === 'neutral' ? 'neutral' : 'neutral';
}

function combine(node: Node, step: Step): Answer {
  const op = node.op === 'and' ? 'and' : 'or';
  let result: Answer = 'neutral';
  for (const child of node.children) {
    const answer = evaluateNode(child, step, op);
    if (answer === 'neutral') continue;
    if (answer === (op === 'and' ? 'denied' : 'granted')) return answer;
    const softer = op === 'and' ? result !== 'denied' : result === 'denied';
    if ((answer === 'no-user' && softer) || result === 'neutral') result = answer;
  }
  return result;
}

function provide(directive: Directive, args: readonly string[], negate: boolean, step: Step): Answer {
  const [provider = '', ...values] = args;
  const { request, trial } = step;
  const ask = (
    about: About,
    value: boolean,
    asks: string,
    more: { known?: boolean; absent?: boolean; amend?: () => readonly (readonly Edit[])[] } = {},
  ): boolean =>
    trial.leaf({
      key: `require:${directive.file}:${directive.line}`,
      place: directive,
      about,
      value,
      known: true,
      asks: () => asks,
      ...more,
    });
  const say = (value: boolean): Answer => (value ? 'granted' : 'denied');
  const drop: readonly Edit[] = [{ op: 'delete', file: directive.file, line: directive.line, to: directive.lastLine }];
  const rewrite = (words: readonly string[]): readonly Edit[] => [
    {
      op: 'replace',
      file: directive.file,
      line: directive.line,
      text: `Require ${negate ? 'not ' : ''}${provider} ${words.join(' ')}`,
    },
    ...(directive.lastLine > directive.line
      ? [{ op: 'delete' as const, file: directive.file, line: directive.line + 1, to: directive.lastLine }]
      : []),
  ];
  // A rule that has to be widened gets the value; a negated one loses what holds for it.
  const widen = (value: string, holds: (word: string) => boolean): readonly (readonly Edit[])[] => {
    if (!negate) return [rewrite([...values, value])];
    const left = values.filter((word) => !holds(word));
    return [left.length ? rewrite(left) : drop];
  };
  // A rule on the client's name or on this machine is widened by a line on the address beside it.
  const beside: readonly (readonly Edit[])[] = negate
    ? [drop]
    : request.client
      ? [[{ op: 'insert', file: directive.file, after: directive.lastLine, lines: [`Require ip ${request.client}`] }]]
      : [];
  switch (provider.toLowerCase()) {
    case 'all': {
      const granted = values[0]?.toLowerCase() === 'granted';
      return say(ask('always', granted, `all ${values[0] ?? ''}`));
    }
    case 'ip': {
      const holds = (range: string): boolean => rangeHolds(range, request.client) === true;
      const known = request.client !== '';
      return say(
        ask(
          'ip',
          values.some(holds),
          `the client's address ${request.client || '(not known)'} is in ${values.join(', ')}`,
          { known, amend: () => (known ? widen(request.client, holds) : []) },
        ),
      );
    }
    case 'local': {
      const local = isLoopback(request.client) || request.client === request.view.serverAddress;
      return say(ask('ip', local, `the client's address ${request.client} is this machine's`, { amend: () => beside }));
    }
    case 'host':
    case 'forward-dns': {
      const names = isLoopback(request.client) ? hostNames(request.client) : undefined;
      if (!names)
        trial.unseen(
          `${directive.file}:${directive.line}: the name of ${request.client} was not looked up; taken as not in ${values.join(', ')}.`,
        );
      const value =
        names?.some((name) => values.some((v) => name === v || name.endsWith(v.startsWith('.') ? v : `.${v}`))) ??
        false;
      return say(
        ask('ip', value, `the client's host name is in ${values.join(', ')}`, {
          known: names !== undefined,
          amend: () => beside,
        }),
      );
    }
    case 'method': {
      const methods = values.map((m) => m.toUpperCase());
      const holds = (m: string): boolean =>
        m === request.method ||
        (m === 'GET' && request.method === 'HEAD') ||
        (m === 'HEAD' && request.method === 'GET');
      return say(
        ask('method', methods.some(holds), `the method ${request.method} is one of ${methods.join(', ')}`, {
          amend: () => widen(request.method, (w) => holds(w.toUpperCase())),
        }),
      );
    }
    case 'env': {
      const value = values.some((name) => request.env.has(name));
      return say(
        ask('env', value, `the variable ${values.join(' or ')} is set`, {
          absent: !value,
          amend: () => (negate ? [drop] : []),
        }),
      );
    }
    case 'expr': {
      const rest = directive.rest.replace(/^\s*(?:not\s+)?expr\s+/i, '').trim();
      const source = /^["']/.test(rest) ? (splitArgs(rest)[0] ?? '') : rest;
      const { value, wantsUser } = evaluateExpr(source, step, directive, `require:${directive.file}:${directive.line}`);
      if (value) return 'granted';
      return wantsUser && request.user === undefined ? 'no-user' : 'denied';
    }
    case 'valid-user':
      return request.user === undefined ? 'no-user' : 'granted';
    case 'user': {
      const { user } = request;
      if (user === undefined) return 'no-user';
      return say(
        ask('group', values.includes(user), `the user ${quoteEvidence('group', user)} is one of ${values.join(', ')}`, {
          amend: () => widen(user, (w) => w === user),
        }),
      );
    }
    case 'group': {
      if (request.user === undefined) return 'no-user';
      const groups = groupsOf(request.user, step);
      return say(
        ask(
          'group',
          groups?.some((group) => values.includes(group)) ?? false,
          `the user ${quoteEvidence('group', request.user)} is in ${values.join(', ')}`,
          { known: groups !== undefined, amend: () => (groups?.[0] ? widen(groups[0], () => false) : []) },
        ),
      );
    }
    default: {
      trial.unseen(
        `${directive.file}:${directive.line}: "Require ${provider}" cannot be evaluated here; taken as not fulfilled.`,
      );
      const needsUser = /^(?:ldap-|dbm-|dbd-|file-)/.test(provider) && request.user === undefined;
      if (needsUser) return 'no-user';
      return say(
        ask(
          /group|attribute|user/.test(provider) ? 'group' : 'unseen',
          false,
          `Require ${provider} ${values.join(' ')}`,
          { known: false },
        ),
      );
    }
  }
}

/** Names that /etc/hosts gives to an address; a name server is not asked. */
function hostNames(address: string): readonly string[] {
  try {
    const lines = readConfigured('/etc/hosts')
      .split('\n')
      .map((line) => line.replace(/#.*/, '').trim().split(/\s+/));
    return lines.filter((words) => words[0] === address).flatMap((words) => words.slice(1, 2));
  } catch {
    return [];
  }
}

function groupsOf(user: string, step: Step): readonly string[] | undefined {
  const file = step.request.groupFile;
  if (!file) return undefined;
  try {
    return readConfigured(file)
      .split('\n')
      .flatMap((line) => {
        const [group, members = ''] = line.split(':');
        return group && members.trim().split(/\s+/).includes(user) ? [group.trim()] : [];
      });
  } catch {
    return undefined;
  }
}
