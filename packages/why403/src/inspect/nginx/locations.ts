import type { Location, Scope } from './model.ts';
import { matchRegex } from './regex.ts';
import type { Run } from './run.ts';

interface Found {
  readonly location: Location | undefined;
  /** An exact or a regular match ends the search on every level. */
  readonly final: boolean;
  /** The name without the slash at its end was asked for: nginx sends the caller to the name with it. */
  readonly addsSlash?: boolean;
}

const PASS = /^(?:proxy|fastcgi|uwsgi|scgi|memcached|grpc)_pass$/;

/**
 * Chooses the location for the current URI as nginx does: at each level the longest prefix, in it its nested ones,
 * then the regular expressions of the level in their order unless `^~` forbids them.
 * Source: https://nginx.org/en/docs/http/ngx_http_core_module.html#location
 */
export function chooseLocation(run: Run, level: Scope): Found {
  const { uri } = run;
  const statics = level.locations.filter(({ match }) => match === '=' || match === 'prefix' || match === '^~');
  const exact = statics.find(({ match, pattern }) => match === '=' && pattern === uri);
  if (exact) return { location: exact, final: true };
  // A location that an upstream serves and that ends in a slash, unless the name as asked has a location of its own.
  const slashed = statics.find(
    ({ pattern, directives }) => pattern === `${uri}/` && directives.some(({ name }) => PASS.test(name)),
  );
  if (slashed && !statics.some(({ pattern }) => pattern === uri))
    return { location: slashed, final: true, addsSlash: true };
  let longest: Location | undefined;
  for (const one of statics)
    if (one.match !== '=' && uri.startsWith(one.pattern) && (!longest || one.pattern.length > longest.pattern.length))
      longest = one;
  let found: Found = { location: undefined, final: false };
  if (longest) {
    const inner = chooseLocation(run, longest);
    if (inner.final) return inner;
    found = { location: inner.location ?? longest, final: false };
  }
  if (longest?.match === '^~') return found;
  for (const one of level.locations) {
    if (one.match !== '~' && one.match !== '~*') continue;
    const result = matchRegex(one.pattern, one.match === '~*', uri);
    if ('unknown' in result) {
      run.unseen.add(`${one.directive.file}:${one.directive.line}: ${result.unknown}`);
      continue;
    }
    if (!result.matched) continue;
    run.captures = result.captures;
    run.captureDeps = new Set(['uri']);
    for (const [name, text] of Object.entries(result.named))
      run.vars.set(name, { text: text ?? '', deps: new Set(['uri']), via: [] });
    const inner = chooseLocation(run, one);
    return { location: inner.location ?? one, final: true };
  }
  return found;
}
