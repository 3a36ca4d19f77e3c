/** mod_rewrite for one request, in a server's or a directory's context. Source: https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html */
import { statSync } from 'node:fs';
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import { quoteEvidence } from '../shared/quote-value.ts';
import { compilePattern } from '../shared/user-pattern.ts';
import { evaluateExpr } from './expr.ts';
import { named } from './named.ts';
import { headerValue, type Step, type Value, variable } from './request.ts';
import type { Directive } from './types.ts';

export type Rewritten =
  | { readonly is: 'unchanged' }
  | { readonly is: 'status'; readonly status: number; readonly rule: Directive }
  | {
      readonly is: 'changed';
      readonly to: string;
      readonly query: string;
      readonly end: boolean;
      /** [PT]: the result is a path again, which aliases and locations see. */
      readonly passThrough: boolean;
      readonly handler: string | undefined;
    }
  | { readonly is: 'proxy'; readonly rule: Directive };

interface Rule {
  readonly directive: Directive;
  readonly conditions: readonly Directive[];
  readonly flags: ReadonlyMap<string, string>;
  readonly env: readonly string[];
}

const NAMES: Readonly<Record<string, string>> = {
  forbidden: 'f',
  gone: 'g',
  redirect: 'r',
  nocase: 'nc',
  ornext: 'or',
  last: 'l',
  chain: 'c',
  skip: 's',
  next: 'n',
  proxy: 'p',
  passthrough: 'pt',
  nosubreq: 'ns',
  qsappend: 'qsa',
  qsdiscard: 'qsd',
  handler: 'h',
  novary: 'nv',
  env: 'e',
  cookie: 'co',
  type: 't',
};

interface Flags {
  readonly flags: ReadonlyMap<string, string>;
  readonly env: readonly string[];
}

/** Thousands of rules have the same few flags, and each is judged again and again. */
/** Flags that are kept: more than a large configuration holds, since each is read for every request that is tried. */
const MOST_KEPT = 50_000;
const read = new Map<string, Flags>();

function readFlags(text = ''): Flags {
  const known = read.get(text);
  if (known) return known;
  if (read.size >= MOST_KEPT) read.clear();
  const found = parseFlags(text);
  read.set(text, found);
  return found;
}

function parseFlags(text: string): Flags {
  const flags = new Map<string, string>();
  const env: string[] = [];
  for (const part of text.replace(/^\[|\]$/g, '').split(',')) {
    const [name = '', ...value] = part.trim().split('=');
    const key = NAMES[name.toLowerCase()] ?? name.toLowerCase();
    if (key === 'e') env.push(value.join('='));
    else if (key) flags.set(key, value.join('='));
  }
  return { flags, env };
}

/** Rules with the conditions before them. */
function readRules(directives: readonly Directive[]): readonly Rule[] {
  const known = rulesOf.get(directives);
  if (known) return known;
  const rules: Rule[] = [];
  rulesOf.set(directives, rules);
  let conditions: Directive[] = [];
  for (const directive of directives) {
    if (directive.name === 'rewritecond') conditions.push(directive);
    if (directive.name === 'rewriterule') {
      rules.push({ directive, conditions, ...readFlags(directive.args[2]) });
      conditions = [];
    }
  }
  return rules;
}

const rulesOf = new WeakMap<readonly Directive[], readonly Rule[]>();

/** Rounds that [N] may start, as Apache's own limit is for a loop that never ends. */
const MAX_ROUNDS = 32;

/** Runs the rules. `perDirectory` is the prefix that is taken off the subject; undefined in a server's context. */
export function runRules(
  directives: readonly Directive[],
  step: Step,
  subjectAtStart: string,
  perDirectory: string | undefined,
  subrequest: boolean,
): Rewritten {
  // mod_rewrite leaves [NS] and forced redirects out of sub-requests, such as the one for an index.
  const rules = readRules(directives).filter(({ flags }) => !subrequest || !(flags.has('ns') || flags.has('r')));
  const base = named(directives, 'rewritebase').at(-1)?.args[0];
  let subject = subjectAtStart;
  let query = step.request.query;
  let changed = false;
  let handler: string | undefined;
  let rounds = 0;
  for (let i = 0; i < rules.length; i++) {
    const { directive, conditions, flags, env } = rules[i] as Rule;
    const matched = matchRule(directive, conditions, flags, step, subject, perDirectory);
    if (!matched) {
      if (flags.has('c')) while (i + 1 < rules.length && (rules[i] as Rule).flags.has('c')) i++;
      continue;
    }
    for (const entry of env) {
      const [name = '', ...value] = entry.split(':');
      if (name.startsWith('!')) step.request.env.delete(name.slice(1));
      else step.request.env.set(name, expand(value.join(':'), matched, step));
    }
    if (flags.has('h')) handler = flags.get('h') ?? '';
    const substitution = directive.args[1] ?? '-';
    const code = /^\d+$/.test(flags.get('r') ?? '') ? Number(flags.get('r')) : flags.has('r') ? 302 : undefined;
    if (flags.has('f')) return { is: 'status', status: 403, rule: directive };
    if (flags.has('g')) return { is: 'status', status: 410, rule: directive };
    if (code !== undefined && (code < 300 || code > 399)) return { is: 'status', status: code, rule: directive };
    if (substitution !== '-') {
      const full = expand(substitution, matched, step);
      if (code !== undefined || /^[a-z][a-z0-9+.-]{1,20}:\/\//i.test(full)) {
        return flags.has('p')
          ? { is: 'proxy', rule: directive }
          : { is: 'status', status: code ?? 302, rule: directive };
      }
      const [path = '', search] = full.split(/\?(.*)/s);
      if (search !== undefined) query = flags.has('qsa') && query ? `${search}&${query}` : search;
      else if (flags.has('qsd')) query = '';
      // In a directory's context a relative result stands below it.
      subject =
        path.startsWith('/') || perDirectory === undefined
          ? path
          : base === undefined
            ? `${perDirectory}${path}`
            : `${base.replace(/\/$/, '')}/${path}`;
      changed = true;
    } else if (code !== undefined) return { is: 'status', status: code, rule: directive };
    if (flags.has('p')) return { is: 'proxy', rule: directive };
    if (flags.has('n')) {
      if (++rounds > MAX_ROUNDS) return { is: 'unchanged' };
      i = -1;
    } else if (flags.has('l') || flags.has('end') || flags.has('pt')) {
      const passThrough = flags.has('pt');
      return changed
        ? { is: 'changed', to: subject, query, end: flags.has('end'), passThrough, handler }
        : { is: 'unchanged' };
    } else if (flags.has('s')) i += Number(flags.get('s')) || 0;
  }
  return changed ? { is: 'changed', to: subject, query, end: false, passThrough: false, handler } : { is: 'unchanged' };
}

interface Groups {
  readonly rule: readonly (string | undefined)[];
  readonly condition: readonly (string | undefined)[];
}

function matchRule(
  rule: Directive,
  conditions: readonly Directive[],
  flags: ReadonlyMap<string, string>,
  step: Step,
  subject: string,
  perDirectory: string | undefined,
): Groups | undefined {
  const [raw = ''] = rule.args;
  const negate = raw.startsWith('!');
  const text = perDirectory && subject.startsWith(perDirectory) ? subject.slice(perDirectory.length) : subject;
  const found = compilePattern(negate ? raw.slice(1) : raw, flags.has('nc'))?.exec(text);
  if (found === undefined)
    step.trial.unseen(`${rule.file}:${rule.line}: the pattern ${raw} cannot be run here; taken as not matching.`);
  const first = conditions[0] ?? rule;
  const yes = step.trial.leaf({
    key: `rule:${rule.file}:${rule.line}`,
    about: 'path',
    value: found !== undefined && (found !== null) !== negate,
    known: found !== undefined,
    place: rule,
    asks: () => `the path "${text}" ${negate ? 'does not match' : 'matches'} ${negate ? raw.slice(1) : raw}`,
    amend: () => [before(first, '%{REQUEST_URI}', step.request.uri)],
  });
  if (!yes) return undefined;
  let groups: Groups = { rule: found ?? [], condition: [] };
  let all = true;
  // Conditions are joined by "and"; a run of [OR] conditions counts as one.
  for (let i = 0; i < conditions.length; i++) {
    let any = false;
    for (;;) {
      const condition = conditions[i] as Directive;
      const answer = askCondition(condition, first, step, groups);
      if (answer) any = true;
      if (answer?.length) groups = { ...groups, condition: answer };
      if (!readFlags(condition.args[2]).flags.has('or')) break;
      if (i + 1 >= conditions.length) {
        // [OR] with nothing after it: Apache runs off the end of the list, and the condition counts as fulfilled.
        any = true;
        break;
      }
      i++;
    }
    if (!any) all = false;
  }
  return all ? groups : undefined;
}

/** A condition before the others that takes this one value out of the rule. */
function before(first: Directive, test: string, value: string): readonly Edit[] {
  const word = value === '' ? '!=""' : /[\s"\\]/.test(value) ? `"!=${value.replace(/["\\]/g, '\\$&')}"` : `!=${value}`;
  return [{ op: 'insert', file: first.file, after: first.line - 1, lines: [`RewriteCond ${test} ${word}`] }];
}

function askCondition(
  condition: Directive,
  first: Directive,
  step: Step,
  groups: Groups,
): readonly (string | undefined)[] | undefined {
  const [test = '', rawPattern = ''] = condition.args;
  const key = `cond:${condition.file}:${condition.line}`;
  const { flags } = readFlags(condition.args[2]);
  if (test.toLowerCase() === 'expr') return evaluateExpr(rawPattern, step, condition, key).value ? [] : undefined;
  const value = expandTest(test, groups, step);
  const negate = rawPattern.startsWith('!');
  const pattern = negate ? rawPattern.slice(1) : rawPattern;
  const { answer, captured } = compare(value.text, pattern, flags.has('nc'), test);
  const known = value.known && answer !== undefined;
  if (!known)
    step.trial.unseen(
      `${condition.file}:${condition.line}: ${test} ${rawPattern} cannot be evaluated here; taken as not fulfilled.`,
    );
  const yes = step.trial.leaf({
    key,
    about: value.about,
    value: known && answer !== negate,
    known,
    place: condition,
    asks: () => `${test} ${negate ? '!' : ''}${pattern} (here ${quoteEvidence(value.about, value.text)})`,
    absent: value.absent,
    amend: () => (value.known && /^%\{[^}]*\}$/.test(test) ? [before(first, test, value.text)] : []),
  });
  return yes ? captured : undefined;
}

function compare(
  text: string,
  pattern: string,
  ignoreCase: boolean,
  test: string,
): { answer: boolean | undefined; captured: readonly (string | undefined)[] } {
  const plain = (
    answer: boolean | undefined,
  ): { answer: boolean | undefined; captured: readonly (string | undefined)[] } => ({ answer, captured: [] });
  const fold = (s: string): string => (ignoreCase ? s.toLowerCase() : s);
  const info = (): ReturnType<typeof statSync> | undefined => {
    try {
      return statSync(text);
    } catch {
      return undefined;
    }
  };
  const number = /^-(eq|ge|gt|le|lt|ne)(-?\d+)$/.exec(pattern);
  if (number) {
    const order = (Number.parseInt(text, 10) || 0) - Number(number[2]);
    return plain(
      { eq: order === 0, ne: order !== 0, lt: order < 0, le: order <= 0, gt: order > 0, ge: order >= 0 }[
        number[1] as string
      ],
    );
  }
  if (pattern === '-f' || pattern === '-F') return plain(pattern === '-F' ? undefined : (info()?.isFile() ?? false));
  if (pattern === '-d') return plain(info()?.isDirectory() ?? false);
  if (pattern === '-s') return plain(!!info()?.isFile() && Number(info()?.size) > 0);
  if (/^-[lhLxU]$/.test(pattern)) return plain(undefined);
  const lexical = /^([<>]=?|=)(.*)$/s.exec(pattern);
  if (lexical) {
    const right = fold((lexical[2] ?? '').replace(/^""$/, ''));
    const left = fold(text);
    if (lexical[1] === '=') return plain(left === right);
    return plain(
      { '<': left < right, '>': left > right, '<=': left <= right, '>=': left >= right }[lexical[1] as string],
    );
  }
  // An address range has no operator of its own here; patterns on REMOTE_ADDR are plain ones.
  if (/REMOTE_ADDR/.test(test) && /^\d[\d.]*\/\d+$/.test(pattern)) return plain(rangeHolds(pattern, text) === true);
  const found = compilePattern(pattern, ignoreCase)?.exec(text);
  return { answer: found === undefined ? undefined : found !== null, captured: found ?? [] };
}

const REFERENCE = /\$(\d)|%(\d)|%\{([^}]{1,200})\}|\$\{[^}]*\}/g;

function expandTest(test: string, groups: Groups, step: Step): Value {
  let subject: Value | undefined;
  let known = true;
  const text = test.replace(REFERENCE, (whole, rule?: string, condition?: string, name?: string) => {
    if (rule !== undefined) return groups.rule[Number(rule)] ?? '';
    if (condition !== undefined) return groups.condition[Number(condition)] ?? '';
    const value: Value =
      name === undefined ? { text: '', about: 'unseen', absent: false, known: false } : valueNamed(name, step);
    if (!subject || subject.about === 'path') subject = value;
    if (!value.known) known = false;
    return whole && value.text;
  });
  return { text, about: subject?.about ?? 'path', absent: subject?.absent ?? false, known };
}

function valueNamed(name: string, step: Step): Value {
  const found = /^(HTTP|ENV|SSL|LA-U|LA-F):(.+)$/i.exec(name);
  if (!found) return variable(step.request, name);
  const [, kind = '', rest = ''] = found;
  if (kind.toUpperCase() === 'HTTP') return headerValue(step.request, rest);
  if (kind.toUpperCase() === 'ENV') {
    const text = step.request.env.get(rest);
    return { text: text ?? '', about: 'env', absent: text === undefined, known: true };
  }
  if (kind.toUpperCase() === 'SSL') return variable(step.request, rest);
  return { text: '', about: 'unseen', absent: false, known: false };
}

const expand = (text: string, groups: Groups, step: Step): string => expandTest(text, groups, step).text;
