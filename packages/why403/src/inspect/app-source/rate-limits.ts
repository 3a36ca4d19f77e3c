/**
 * Rate limiters in an application's source: the status they answer with, the window they count in, and whether the words of
 * the answer are theirs. Sources of the option names stand with each kind.
 */
import type { ServerView } from '../shared/server-view.ts';
import type { Guard } from './guards.ts';
import { leadsTo } from './guards.ts';
import { fitsRoute } from './routes.ts';
import { readSeconds } from './seconds.ts';

interface Kind {
  readonly is: RegExp;
  readonly name: string;
  /** What it answers with where nothing else is said. */
  readonly status: number;
  /** Where in the call the window stands, and the seconds of a bare number there. */
  readonly window: RegExp;
  readonly unit: number;
  /** What its own answer is written after where that stands outside of the call. */
  readonly handler?: RegExp;
}

/** Every pattern ends in the parenthesis, the quote or the word that opens what is read. */
const KINDS: readonly Kind[] = [
  // https://github.com/animir/node-rate-limiter-flexible/wiki/Options
  {
    is: /\bnew (?:\w{1,30}\.)?(?:RateLimiter[A-Z]\w{2,20}|BurstyRateLimiter)\s?\(/g,
    name: 'rate-limiter-flexible',
    status: 429,
    window: /\b(?:blockDuration|duration)\s?:\s?([^,}\n]{1,60})/g,
    unit: 1,
    handler: /\.consume\s?\(/g,
  },
  // https://github.com/fastify/fastify-rate-limit: past `ban` it answers 403
  {
    is: /\bregister\s?\((?=[^;\n]{0,80}rate-?limit)/gi,
    name: '@fastify/rate-limit',
    status: 429,
    window: /\btimeWindow\s?:\s?([^,}\n]{1,60})/g,
    unit: 0.001,
  },
  // https://express-rate-limit.mintlify.app/reference/configuration, https://github.com/rhinobi/hono-rate-limiter,
  // https://github.com/koajs/ratelimit
  {
    is: /\b(?:expressRateLimit|express_rate_limit|rateLimit|RateLimit|rateLimiter|ratelimit)\s?\(\s?\{/g,
    name: 'a rate limiter',
    status: 429,
    window: /\b(?:windowMs|duration|timeWindow)\s?:\s?([^,}\n]{1,60})/g,
    unit: 0.001,
  },
  // https://flask-limiter.readthedocs.io, https://slowapi.readthedocs.io
  {
    is: /@\w{1,30}\.(?:limit|shared_limit)\s?\(/g,
    name: 'the limiter',
    status: 429,
    window: /['"]([^'"\n]{3,60})['"]/g,
    unit: 1,
    handler: /\berrorhandler\s?\(\s?429|\b(?:error|exception)_?handlers?\s?\(\s?RateLimitExceeded|\bon_breach\b/g,
  },
  // https://django-ratelimit.readthedocs.io/en/stable/usage.html: Ratelimited is a PermissionDenied
  {
    is: /@ratelimit\s?\(/g,
    name: 'django-ratelimit',
    status: 403,
    window: /\brate\s?=\s?(['"][^'"\n]{3,30}['"])/g,
    unit: 1,
  },
  // https://github.com/rack/rack-attack#throttling
  {
    is: /\bthrottle\s?\(\s?(?=['"])/g,
    name: 'Rack::Attack',
    status: 429,
    window: /\bperiod:\s?([^,)\n]{1,40})/g,
    unit: 1,
    handler: /\bthrottled_respon(?:der|se)\b/g,
  },
  // https://laravel.com/docs/routing#rate-limiting: throttle:<requests>,<minutes>
  {
    is: /['"]throttle:(?=\d)/g,
    name: 'the throttle middleware',
    status: 429,
    window: /^['"]throttle:\d{1,6},(\d{1,5})/g,
    unit: 60,
    handler: /\bThrottleRequestsException\b/g,
  },
];

const MOST_TEXT = 512 * 1024;
/** Longest call and longest handler that are read, in characters. */
const MOST_CALL = 2000;
const MOST_HANDLER = 700;
const MOST = 3;

/** Whether a limiter stands in the source whose options can be read: then the bare word says nothing more. */
export function hasLimiter(text: string): boolean {
  return KINDS.some(({ is }) => text.search(is) >= 0);
}

/** The limiters that stand before this request and answer with its status, as guards with a wait; `body` is the answer's. */
export function readLimits(whole: string, view: ServerView, body: string | undefined): readonly Guard[] {
  const text = whole.slice(0, MOST_TEXT);
  const lines = text.split('\n');
  const said = body === undefined || body.length > 1000 ? '' : bare(body);
  const found: Guard[] = [];
  const taken = new Set<number>();
  for (const kind of KINDS)
    for (const { index } of text.matchAll(kind.is)) {
      const call = callAt(text, index);
      const line = text.slice(0, index).split('\n').length;
      const own = lines[line - 1] ?? '';
      if (found.length >= MOST || taken.has(line) || /^\s*(?:\/\/|#|\*)/.test(own)) continue;
      if (!standsBefore(lines, line, view)) continue;
      const outside = kind.handler ? handlersIn(text, kind.handler) : '';
      if (!statusesOf(kind, call, outside).includes(view.status ?? 0)) continue;
      taken.add(line);
      const wait = windowOf(kind, call);
      const within = wait === undefined ? '' : ` in ${wait === 1 ? 'a second' : `${wait} seconds`}`;
      const words = said.length >= 4 && bare(call + outside).includes(said);
      const only = words && bare(text).split(said).length === 2;
      found.push({
        cause: 'rate-limited',
        line,
        text: own,
        decides: true,
        says: `lets ${kind.name} stand before this path, which answers ${view.status} to whom sends too much${within}`,
        ...(wait !== undefined && { wait }),
        ...(words && {
          words: only
            ? `gives this limiter the very words of the answer, and nothing else there has them`
            : `gives this limiter the very words of the answer`,
        }),
      });
    }
  return found;
}

/** The text of a call up to its closing parenthesis; strings are not told apart, so it may end early. */
function callAt(text: string, index: number): string {
  const end = Math.min(text.length, index + MOST_CALL);
  let depth = 0;
  for (let i = index; i < end; i++) {
    const ch = text[i];
    if (ch === '(') depth++;
    else if (ch === ')' && --depth <= 0) return text.slice(index, i + 1);
    else if (ch === '\n' && depth === 0) return text.slice(index, i);
  }
  return text.slice(index, end);
}

function handlersIn(text: string, handler: RegExp): string {
  return [...text.matchAll(handler)]
    .slice(0, 5)
    .map(({ index }) => text.slice(index, index + MOST_HANDLER))
    .join('\n');
}

const STATUS = /\b(?:statusCode|status_code|status|code|abort)\s?[:=(]\s?([45]\d\d)\b/g;

function statusesOf(kind: Kind, call: string, outside: string): readonly number[] {
  const said = [...call.matchAll(STATUS)].map((one) => Number(one[1]));
  // A response in Ruby and in Python names its number alone: `[403, {}, []]`, `return 'no', 403`.
  const elsewhere = /\b(?:[45]\d\d)\b/.exec(outside.replace(/^[^\n]*errorhandler\s?\(\s?429/, ''))?.[0];
  const banned = /\bban\s?:\s?\d/.test(call) ? [403] : [];
  if (said.length) return [...said, ...banned];
  return [...(elsewhere ? [Number(elsewhere)] : [kind.status]), ...banned];
}

/** The longest of the times that the call names, in whole seconds. */
function windowOf(kind: Kind, call: string): number | undefined {
  const seconds = [...call.matchAll(kind.window)].flatMap((one) => readSeconds(one[1] ?? '', kind.unit) ?? []);
  return seconds.length ? Math.max(1, Math.ceil(Math.max(...seconds))) : undefined;
}

/** Whether the limiter on this line may see the request: by the paths that it, or what it is called by, is bound to. */
function standsBefore(lines: readonly string[], line: number, view: ServerView): boolean {
  const own = lines[line - 1] ?? '';
  if (/^\s*@/.test(own)) {
    // A decorator stands between the routes of one function.
    const around = lines.slice(Math.max(0, line - 4), line + 3).map((one) => fitsRoute(one, view));
    return around.every((one) => one === undefined) || around.includes(true);
  }
  const name = /\b([A-Za-z_$][\w$]{0,60})\s?=\s?(?:await )?(?:new )?[\w.(]{0,60}\(/.exec(own)?.[1];
  const uses = name ? lines.flatMap((one, i) => (i !== line - 1 && hasWord(one, name) ? [routeOf(lines, i)] : [])) : [];
  // An import has paths that are none of the server's; a use without any holds for all.
  const bound = uses.length ? uses : [own.replace(/(?:import|require)\s?\([^)]{0,100}\)/g, '')];
  return bound.some((one) => leadsTo(one, view.rawPath));
}

/** The line itself where it names a path, else the one above that opens the handler around it. */
function routeOf(lines: readonly string[], index: number): string {
  const own = lines[index] ?? '';
  const depth = own.search(/\S/);
  for (let i = index - 1; i >= 0 && i > index - 10 && !/['"`]\//.test(own); i--) {
    const above = lines[i] ?? '';
    if (above.search(/\S/) < depth && /\.(?:use|route|get|post|put|patch|delete|all)\s?\(\s?['"`]\//.test(above))
      return above;
  }
  return own;
}

function hasWord(line: string, word: string): boolean {
  const at = line.indexOf(word);
  return at >= 0 && !/[\w$]/.test(line[at - 1] ?? ' ') && !/[\w$]/.test(line[at + word.length] ?? ' ');
}

/** A text without white space and quotes: so JSON and a literal in the source look alike. */
const bare = (text: string): string => text.replace(/[\s"'`]/g, '');
