/** `Options` along a chain. Source: https://httpd.apache.org/docs/2.4/mod/core.html#options */
import { namedIn } from './named.ts';
import type { Directive, Fragment } from './types.ts';

// "All" leaves SymLinksIfOwnerMatch aside: FollowSymLinks is the wider one.
const ALL = ['indexes', 'includes', 'followsymlinks', 'execcgi'];

/** The options in force, and the last directive that set them. The default is FollowSymLinks. */
export function optionsOf(chain: readonly Fragment[]): {
  readonly set: ReadonlySet<string>;
  readonly by: Directive | undefined;
} {
  let set = new Set(['followsymlinks']);
  let by: Directive | undefined;
  for (const directive of namedIn(chain, 'options')) {
    by = directive;
    if (!directive.args.some((word) => /^[+-]/.test(word))) set = new Set();
    for (const word of directive.args) {
      const name = word.replace(/^[+-]/, '').toLowerCase();
      if (name === 'none') set = new Set();
      else if (name === 'all') for (const one of ALL) set.add(one);
      else if (word.startsWith('-')) set.delete(name);
      else set.add(name);
    }
  }
  return { set, by };
}
