/**
 * The pages of an application that hand its CSRF token out: routes whose handler makes one. Sources: csrf-csrf, csurf,
 * @fastify/csrf-protection, Django (get_token, ensure_csrf_cookie), Flask-WTF, Rails by their guides.
 */
import { pathOf } from './routes.ts';

const MAKES =
  /\b(?:generate_?Csrf(?:Token)?|generateToken|csrfToken|get_token|ensure_csrf_cookie|generate_csrf|csrf_token|form_authenticity_token|createCsrfToken)\b/i;
/** What checks a token has the same words in it at times. */
const CHECKS = /\b(?:verify|validate|check|compare|hash_equals|Protection\b)/i;

const MOST_LINES = 20_000;
const MOST_HANDLER = 12;
const MOST = 2;

export interface TokenPage {
  /** Without parameters in it: a GET may be sent there. */
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

/** The pages of a source that hand a token out. */
export function readTokenPages(text: string): readonly TokenPage[] {
  const lines = text.split('\n', MOST_LINES);
  const found = new Map<string, TokenPage>();
  const add = (path: string, i: number): void => {
    if (!found.has(path)) found.set(path, { path, line: i + 1, text: lines[i] ?? '' });
  };
  for (const [i, line] of lines.entries()) {
    for (const [path, rest] of pathOf(line)) {
      if (found.size >= MOST) break;
      if (/[:<{*(]/.test(path) || /\.(?:post|put|patch|delete|use)\s?\(/.test(line)) continue;
      if (makesToken(handlerFrom(lines, i)) || makesToken(namedHandler(lines, rest)))
        add(path.startsWith('/') ? path : `/${path}`, i);
    }
  }
  return [...found.values()];
}

const makesToken = (lines: readonly string[]): boolean => lines.some((line) => MAKES.test(line) && !CHECKS.test(line));

/** The line of a route and what is indented below it; of a decorator the function that it stands on. */
function handlerFrom(lines: readonly string[], index: number): readonly string[] {
  const own = lines[index] ?? '';
  const isDecorator = /^\s*@/.test(own);
  const depth = own.search(/\S/);
  const below = lines.slice(index + 1, index + MOST_HANDLER);
  const end = below.findIndex((line) => {
    const at = line.search(/\S/);
    return at >= 0 && at <= depth && !(isDecorator && /^\s*(?:@|(?:async )?def )/.test(line));
  });
  const mine = end < 0 ? below : below.slice(0, end);
  // A line of its own with several routes has no handler below it.
  return mine.some((line) => fitsRouteAtAll(line)) ? [own] : [own, ...mine];
}

const fitsRouteAtAll = (line: string): boolean => pathOf(line).length > 0;

/** The function that a route names: `path('form/', form)`, `app.get('/form', form)`. */
function namedHandler(lines: readonly string[], rest: string): readonly string[] {
  const name = /^\s?,\s?(?:\w{1,40}\.)?([A-Za-z_]\w{0,60})\s?[,)]/.exec(rest)?.[1];
  if (!name) return [];
  const start = lines.findIndex(
    (line) => line.includes(name) && new RegExp(`(?:def|function|const)\\s${name}\\b`).test(line),
  );
  if (start < 0) return [];
  // Decorators above belong to it.
  const above = lines.slice(Math.max(0, start - 3), start).filter((line) => /^\s*@/.test(line));
  return [...above, ...handlerFrom(lines, start)];
}
