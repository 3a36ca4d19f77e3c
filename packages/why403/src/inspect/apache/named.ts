/** Directives by name, found once for each list: a list of thousands is asked for them again and again. */
import type { Directive, Fragment } from './types.ts';

const found = new WeakMap<readonly Directive[], Map<string, readonly Directive[]>>();

/** The directives of these names, in order. */
export function named(directives: readonly Directive[], ...names: readonly string[]): readonly Directive[] {
  const lists = found.get(directives) ?? new Map<string, readonly Directive[]>();
  found.set(directives, lists);
  const key = names.join();
  const known = lists.get(key);
  if (known) return known;
  const list = directives.filter(({ name }) => names.includes(name));
  lists.set(key, list);
  return list;
}

/** The same along a chain. */
export const namedIn = (chain: readonly Fragment[], ...names: readonly string[]): readonly Directive[] =>
  chain.flatMap(({ directives }) => named(directives, ...names));
