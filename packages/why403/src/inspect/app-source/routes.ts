/**
 * The handler of the request's route: its lines up to the next route, and the words in them that a refusal hangs on. A word is
 * no rule, so each is a hint and no more.
 */
import type { CauseId } from '@why403/core';
import type { ServerView } from '../shared/server-view.ts';
import type { Guard } from './guards.ts';

interface Word {
  readonly is: RegExp;
  readonly cause: CauseId;
  readonly says: string;
}

const WORDS: readonly Word[] = [
  // https://hono.dev/docs/middleware/builtin/csrf: it compares the Origin, and knows no token
  { is: /(?<![.\w])csrf\(\s*(?:\{\s*origin|\))/, cause: 'origin-rejected', says: 'checks the Origin of this path' },
  {
    is: /\bmax_age\s*=|\bSignatureExpired\b|\bmaxTokenAge\b/,
    cause: 'credentials-expired',
    says: 'wants a signature that is not too old',
  },
  {
    is: /\bBadSignature\b|\btimingSafeEqual\b|\bcompare_digest\b/,
    cause: 'credentials-invalid',
    says: 'checks a signature',
  },
  { is: /\bcsrf(?:_protect|Protection|Token)\b/i, cause: 'csrf-missing', says: 'wants a CSRF token' },
  // LaunchDarkly, Unleash, Flipper, django-waffle, and what people call their own
  {
    is: /\b(?:feature_?flags?|is_?feature_?enabled|flag_is_active|switch_is_active|flipper|unleash|boolVariation|variation\()/i,
    cause: 'feature-unavailable',
    says: 'asks whether a feature is switched on',
  },
  { is: /\b(?:rateLimit|limiter)\b/, cause: 'rate-limited', says: 'limits the requests' },
  { is: /\b(?:isbot|user-?agent)\b/i, cause: 'client-refused', says: 'looks at the User-Agent' },
  { is: /\b(?:referr?er)\b/i, cause: 'origin-rejected', says: 'looks at the Referer' },
  { is: /\b(?:remoteAddress|REMOTE_ADDR|remote_addr)\b/, cause: 'ip-refused', says: "looks at the client's address" },
  {
    is: /\b(?:owner|author)(?:_?id)?\b\s*(?:!==?|\))/i,
    cause: 'not-owner',
    says: 'compares the owner with the caller',
  },
  {
    is: /\b(?:permission_required|user_passes_test|requireRole|hasRole|is_staff|is_admin|isAdmin)\b/,
    cause: 'role-missing',
    says: 'wants a role or a permission',
  },
];

/** How far a handler is read. */
const MOST_LINES = 30;
// `.get('name')` reads a header or a parameter; a route begins with a slash. Django's have none before them.
const ROUTE =
  /(?:\.(?:route|get|post|put|patch|delete|all|use)\s*\(\s*['"`](?=[/*])|\b(?:re_)?path\s*\(\s*['"`]|\bHandleFunc\s*\(\s*["`]|^\s*(?:get|post|put|patch|delete|any|before)\s*\(?\s*['"](?=[/*]))([^'"`\s]{1,200})['"`]/;
const METHOD = /(?:\.|^\s*)(get|post|put|patch|delete)\s*\(?\s*['"`]/;

/** Hints from the handlers of the route that leads to this request. */
export function readRoutes(lines: readonly string[], view: ServerView): readonly Guard[] {
  const found: Guard[] = [];
  for (const [i, line] of lines.entries()) {
    const route = ROUTE.exec(line)?.[1];
    if (route === undefined || !fits(route, line, view)) continue;
    const next = lines.slice(i + 1, i + MOST_LINES).findIndex((other) => ROUTE.test(other));
    const handler = lines.slice(i, next < 0 ? i + MOST_LINES : i + 1 + next);
    for (const [k, text] of handler.entries()) {
      for (const { is, cause, says } of WORDS) {
        if (is.test(text) && !found.some((other) => other.cause === cause))
          found.push({ cause, line: i + k + 1, text, decides: false, says });
      }
    }
  }
  return found.slice(0, 3);
}

/** The paths of the routes on a line, each with what stands behind it. */
export function pathOf(line: string): readonly (readonly [path: string, rest: string])[] {
  return [...line.matchAll(new RegExp(ROUTE, 'g'))].map((found) => [
    found[1] ?? '',
    line.slice(found.index + found[0].length),
  ]);
}

/** Whether the route on this line leads to the request; undefined where none stands there. */
export function fitsRoute(line: string, view: ServerView): boolean | undefined {
  const route = ROUTE.exec(line)?.[1];
  return route === undefined ? undefined : fits(route, line, view);
}

/** Whether a route's pattern and method lead to the request: `:id`, `<int:id>`, `{id}` and `*` stand for anything. */
function fits(route: string, line: string, view: ServerView): boolean {
  const method = METHOD.exec(line)?.[1];
  if (method && method.toUpperCase() !== view.method && !(method === 'get' && view.method === 'HEAD')) return false;
  const own = parts(view.rawPath);
  const wanted = parts(route);
  const open = wanted.at(-1) === '*' || /\.use\s*\(|^\s*before\b/.test(line);
  if (wanted.length === 0) return own.length === 0;
  if (open ? own.length < wanted.length - 1 : own.length !== wanted.length) return false;
  return wanted.every((part, i) => part === '*' || /^[:<{]/.test(part) || part === own[i]);
}

const parts = (path: string): readonly string[] => path.split('/').filter(Boolean);
