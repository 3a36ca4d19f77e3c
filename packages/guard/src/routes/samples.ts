const MOST = 32;

/**
 * Paths that a pattern matches, with and without its optional parts: `{/a}` of path-to-regexp 8, `/:id?` of others.
 * A guard protects a route only where it covers all of them.
 */
export function samplesOf(pattern: string): readonly string[] {
  let samples = [pattern];
  for (let step = 0; step < 10 && samples.length < MOST && samples.some(hasOptional); step++) {
    samples = samples.flatMap((one) => {
      const group = /\{([^{}]*)\}/.exec(one) ?? /(\/?:\w{1,100})\?/.exec(one);
      if (group === null) return [one];
      const [whole, inner] = group;
      return ['', inner!].map((part) => one.slice(0, group.index) + part + one.slice(group.index + whole.length));
    });
  }
  return [...new Set(samples.map((one) => one.replace(/[:*][A-Za-z0-9_]{1,100}/g, 'x').replace(/[{}]/g, '')))];
}

function hasOptional(pattern: string): boolean {
  return /\{[^{}]*\}|:\w{1,100}\?/.test(pattern);
}

/** What routers that are not strict take for the same path, and guards may not. */
export function spellingsOf(path: string): readonly string[] {
  const capitals = path.toUpperCase();
  return [path, capitals, ...(path.endsWith('/') ? [] : [`${path}/`, `${capitals}/`])];
}

/** Of the guards on the ways to a route, those that are on each. */
export function onEvery<T>(ways: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...rest] = ways;
  return first.filter((one) => rest.every((way) => way.includes(one)));
}
