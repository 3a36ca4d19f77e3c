// The server itself: who calls is looked at, and before or after it the one check that the cause stands for. All else passes.
import { type Check, CSRF_TOKEN } from './checks.ts';
import { sentValue } from './credentials.ts';
import type { Asked, Axes, Reply } from './model.ts';
import { chance } from './random.ts';
import { type Reason, refusals } from './refusals.ts';

interface Known {
  readonly user: string;
  readonly admin: string;
  readonly place: string;
}

export function server(axes: Axes, check: Check, known: Known, seed: number): () => (asked: Asked) => Reply {
  return () => {
    const refuse = refusals(axes, chance(seed + 1e6));
    let count = 0;
    return (asked) => {
      count++;
      if (axes.flaky && count % axes.flaky === 0) return page(502, 'Bad Gateway');
      if (axes.health && asked.path === '/health') return page(200, 'ok');
      if (axes.cors && asked.method === 'OPTIONS')
        return { status: 204, headers: { 'access-control-allow-origin': '*' }, body: '' };
      if (axes.noHead && asked.method === 'HEAD') return page(405, '');
      if (count > axes.limit) return refuse('rate-limited', 429);
      const reason = refusedFor(axes, check, known, asked);
      if (reason) return refuse(reason, reason === axes.cause ? axes.status : undefined);
      return found(axes, asked);
    };
  };
}

/** Why this request is refused, or undefined. */
function refusedFor(axes: Axes, check: Check, known: Known, asked: Asked): Reason | undefined {
  const { cause } = axes;
  const here = within(axes, asked.path);
  const value = sentValue(axes.session, known.place, asked);
  if (check.admin === undefined && axes.stage === 'before' && here && !check.passes(asked)) return cause;
  const guarded =
    axes.session !== 'none' && (here || axes.reach !== 'path') && asked.path !== '/' && asked.path !== '/health';
  if (guarded) {
    if (!value)
      return Object.keys(asked.headers).includes('authorization') ? 'credentials-malformed' : 'credentials-missing';
    if (value !== known.user && value !== known.admin) return 'credentials-invalid';
    const stale = check.admin !== undefined && (cause === 'credentials-invalid' || cause === 'credentials-expired');
    if (stale && value === known.user) return cause;
  }
  if (!here) return asked.path === '/' || asked.path === '/mine' || asked.path === axes.path ? undefined : 'absent';
  if (check.admin === undefined) return axes.stage === 'after' && !check.passes(asked) ? cause : absent(axes, asked);
  // one that is let in is refused for what it is, or may not do
  const open = axes.writesOnly && asked.method === 'GET';
  if (value === known.user && !/^credentials/.test(cause) && !open) {
    if (cause === 'not-owner' || cause === 'object-hidden')
      return asked.path === axes.path ? cause : absent(axes, asked);
    return cause;
  }
  return absent(axes, asked);
}

function absent(axes: Axes, asked: Asked): Reason | undefined {
  return asked.path === axes.path || asked.path === '/' || asked.path === '/mine' ? undefined : 'absent';
}

/** Whether a path lies where the check holds. */
function within(axes: Axes, path: string): boolean {
  if (axes.reach === 'site') return true;
  if (axes.reach === 'path') return path === axes.path;
  return (
    path.startsWith(axes.path.replace(/\/$/, '').slice(0, axes.path.replace(/\/$/, '').lastIndexOf('/') + 1)) &&
    path !== '/'
  );
}

function found(axes: Axes, asked: Asked): Reply {
  if (asked.path === '/' && axes.root === 'absent') return page(404, 'Not Found');
  if (asked.path === '/' && axes.root === 'list')
    return page(200, '<title>Index of /</title><a href="files/">files/</a>');
  if (axes.family === 'app' && asked.method === 'GET')
    return withCookie(
      200,
      `<form method="post"><input type="hidden" name="csrf_token" value="${CSRF_TOKEN}"><input name="name"></form>`,
    );
  return page(200, axes.family === 'static' ? '<p>here it is</p>' : '{"ok":true}');
}

function withCookie(status: number, body: string): Reply {
  const { headers, ...rest } = page(status, body);
  return { ...rest, headers: { ...headers, 'set-cookie': 'visitor=5e7c1a90; Path=/; HttpOnly' } };
}

function page(status: number, body: string): Reply {
  return { status, headers: { 'content-type': body.startsWith('{') ? 'application/json' : 'text/html' }, body };
}
