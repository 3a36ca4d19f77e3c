/** `Order`, `Allow`, `Deny`, `Satisfy` of mod_access_compat. Source: https://httpd.apache.org/docs/2.4/mod/mod_access_compat.html */
import { rangeHolds } from '../shared/address-match.ts';
import type { Edit } from '../shared/config-edit.ts';
import { type Limited, limitHolds, openLimits } from './limit.ts';
import type { Step } from './request.ts';
import type { Directive, Fragment } from './types.ts';

export interface Compat {
  readonly allowed: boolean;
  readonly satisfyAny: boolean;
  /** The directive that decided. */
  readonly by: Directive | undefined;
}

const WORDS = new Set(['order', 'allow', 'deny', 'satisfy']);

const own = new WeakMap<readonly Directive[], readonly Limited[]>();

/** The old words among these directives. */
function compatIn(directives: readonly Directive[]): readonly Limited[] {
  const known = own.get(directives);
  if (known) return known;
  const list = openLimits(directives).filter(({ directive }) => WORDS.has(directive.name));
  own.set(directives, list);
  return list;
}

/** Evaluates the old access rules; undefined where the chain has none. The last section that has any replaces the ones before. */
export function evaluateCompat(chain: readonly Fragment[], step: Step): Compat | undefined {
  const fragment = chain.findLast(({ directives }) => compatIn(directives).length);
  if (!fragment) return undefined;
  const mine = compatIn(fragment.directives).filter(({ directive }) => !directive.children);
  const inForce = (limited: Limited): boolean => limitHolds(limited.limits, step);
  const order = mine.findLast((l) => l.directive.name === 'order' && inForce(l))?.directive;
  const mode = (order?.args.join('') ?? 'deny,allow').toLowerCase().replace(/\s/g, '');
  const find = (name: string): Directive | undefined => {
    let found: Directive | undefined;
    // Every entry is asked, so that all are on record.
    for (const limited of mine) {
      if (limited.directive.name !== name || !inForce(limited)) continue;
      if (matches(limited.directive, step) && !found) found = limited.directive;
    }
    return found;
  };
  const allow = find('allow');
  const deny = find('deny');
  const satisfyAny =
    mine.findLast((l) => l.directive.name === 'satisfy' && inForce(l))?.directive.args[0]?.toLowerCase() === 'any';
  const fallback = order ?? mine[0]?.directive;
  if (mode === 'allow,deny') return { allowed: !!allow && !deny, satisfyAny, by: deny ?? allow ?? fallback };
  if (mode === 'mutual-failure') return { allowed: !!allow && !deny, satisfyAny, by: deny ?? fallback };
  return { allowed: !!allow || !deny, satisfyAny, by: allow ?? deny ?? fallback };
}

function matches(directive: Directive, step: Step): boolean {
  const { request, trial } = step;
  const words = directive.args.filter((word, i) => !(i === 0 && word.toLowerCase() === 'from'));
  const base = { key: `compat:${directive.file}:${directive.line}`, place: directive, known: true };
  const env = words.find((word) => /^env=/i.test(word));
  if (words.some((word) => word.toLowerCase() === 'all'))
    return trial.leaf({ ...base, about: 'always', value: true, asks: () => `${directive.name} from all` });
  if (env) {
    const not = env[4] === '!';
    const value = request.env.has(env.slice(not ? 5 : 4)) !== not;
    return trial.leaf({
      ...base,
      about: 'env',
      value,
      asks: () => `the variable ${env.slice(4)} is set`,
      absent: !value,
    });
  }
  const holds = (word: string): boolean => rangeHolds(word, request.client) === true;
  if (words.some((word) => rangeHolds(word, request.client) === undefined)) {
    trial.unseen(`${directive.file}:${directive.line}: host names are not looked up.`);
  }
  const keep = words.filter((word) => !holds(word));
  const name = directive.name === 'allow' ? 'Allow' : 'Deny';
  const to = (list: readonly string[]): readonly Edit[] =>
    list.length
      ? [{ op: 'replace', file: directive.file, line: directive.line, text: `${name} from ${list.join(' ')}` }]
      : [{ op: 'delete', file: directive.file, line: directive.line, to: directive.lastLine }];
  return trial.leaf({
    ...base,
    about: 'ip',
    value: words.some(holds),
    asks: () => `the client's address ${request.client} is in ${words.join(', ')}`,
    amend: () => [to(directive.name === 'allow' ? [...words, request.client] : keep)],
  });
}
