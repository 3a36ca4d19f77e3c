/** Directives by name, found once for each list: a list of thousands is asked for them again and again. */
import type { Directive, Fragment } from './types.ts';

const found = new WeakMap<readonly Directive[], Map<string, readonly Directive[]>>();

function byName(directives: readonly Directive[]): Map<string, readonly Directive[]> {
  const lists = new Map<string, Directive[]>();
  for (const directive of directives) {
    const list = lists.get(directive.name);
    if (list) list.push(directive);
    else lists.set(directive.name, [directive]);
  }
  found.set(directives, lists);
  return lists;
}

/** The directives of these names, in order. */
export function named(directives: readonly Directive[], ...names: readonly string[]): readonly Directive[] {
  const lists = found.get(directives) ?? byName(directives);
  const key = names.join();
  const known = lists.get(key);
  if (known) return known;
  const list = names.length === 1 ? [] : directives.filter(({ name }) => names.includes(name));
  lists.set(key, list);
  return list;
}

/** The same along a chain. */
export const namedIn = (chain: readonly Fragment[], ...names: readonly string[]): readonly Directive[] =>
  chain.flatMap(({ directives }) => named(directives, ...names));
