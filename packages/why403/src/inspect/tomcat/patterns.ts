/** URL patterns of deployment descriptors. Source: Jakarta Servlet 6.0 §12.2 */

/** Whether a pattern fits a path inside the application. */
export function fitsPattern(pattern: string, path: string): boolean {
  return rankOf(pattern, path) > 0;
}

/** The pattern that fits best: an exact one, the longest prefix, an ending, the default. */
export function bestPattern(patterns: readonly string[], path: string): string | undefined {
  const fitting = patterns.filter((pattern) => fitsPattern(pattern, path));
  return fitting.sort((a, b) => rankOf(b, path) - rankOf(a, path))[0];
}

function rankOf(pattern: string, path: string): number {
  if (pattern === path || (pattern === '' && path === '/')) return 1e6;
  if (pattern.endsWith('/*')) {
    const prefix = pattern.slice(0, -2);
    return path === prefix || path.startsWith(`${prefix}/`) ? 10 + prefix.length : 0;
  }
  if (pattern.startsWith('*.')) return path.endsWith(pattern.slice(1)) ? 5 : 0;
  return pattern === '/' ? 1 : 0;
}
