// --apply is ended in every way at every step of a real server's change: no server is left changed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import apache from '../../src/inspect/apache.ts';
import nginx from '../../src/inspect/nginx.ts';
import type { Inspector, ServerFix } from '../../src/inspect/types.ts';
import type { Running } from '../inspect-real-servers.ts';
import {
  fixFor,
  hasApache,
  hasNginx,
  likeness,
  makeChild,
  settledStatus,
  startApache,
  startNginx,
} from './apply-support.ts';

const STEPS = ['journal', 'changed', 'command', 'sent', 'told'] as const;
const WAYS = [
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
  'SIGQUIT',
  'SIGKILL',
  'EPIPE',
  'ENOSPC',
  'thrown',
  'rejected',
  'exit',
] as const;
/** Exit status of each, where the run says it by itself. */
const ENDED: Readonly<Record<string, number>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
  SIGQUIT: 131,
  EPIPE: 1,
  ENOSPC: 1,
  rejected: 1,
};

const kinds: readonly (readonly [string, boolean, () => Promise<Running>, Inspector])[] = [
  ['nginx', hasNginx, () => startNginx(), nginx],
  ['Apache', hasApache, startApache, apache],
];
let killed = 0;
let left = 0;
afterAll(() => console.log(`--apply: ${killed} steps killed, ${left} servers left changed`));

describe.each(kinds)('a change of %s', (_name, here, start, inspector) => {
  let server: Running;
  let fix: ServerFix;
  let child: Awaited<ReturnType<typeof makeChild>>;
  beforeAll(async () => {
    if (!here) return;
    server = await start();
    fix = await fixFor(server, inspector);
    child = await makeChild();
  }, 60_000);
  afterAll(async () => {
    // Its words are in its title, so the folder alone does not find it.
    server?.child.kill('SIGTERM');
    await server?.stop();
    child?.remove();
  }, 60_000);

  const url = (): string => `http://127.0.0.1:${server.port}/a.txt`;
  const cases = WAYS.flatMap((how) => STEPS.map((step, at) => [how, step, at] as const));
  test.skipIf(!here).each(cases)('ended by %s after the step "%s" is put back', async (how, step, at) => {
    const before = likeness(server.config);
    const output = how === 'EPIPE' ? 'closed' : how === 'ENOSPC' ? 'full' : undefined;
    const { status, signal, stderr } = await child.run({ fix, url: url(), end: { step: at, how } }, output);
    killed++;
    if (how === 'SIGKILL') {
      expect(signal).toBe('SIGKILL');
      expect(child.open()).toHaveLength(1);
      const again = await child.run({ url: url() });
      expect(again.status).toBe(0);
      expect(again.stderr).toContain('was stopped before it could be put back');
    } else if (how === 'exit') expect(status).toBe(7);
    else {
      const told = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
      expect(told).toMatchObject({ applied: false, code: 'interrupted' });
      expect(told.says).toMatch(/Everything is as it was before\.$/);
      expect(told.seen.at(-1)).toBe(step);
      expect(told.ended).toBe(ENDED[how]);
    }
    const now = likeness(server.config);
    const answer = await settledStatus(server, 403);
    if (now !== before || answer !== 403 || child.open().length) left++;
    expect(now).toBe(before);
    expect(answer).toBe(403);
    expect(child.open()).toEqual([]);
  });

  test.skipIf(!here)('that is not disturbed is kept, in the same file', async () => {
    const before = JSON.parse(likeness(server.config));
    const { stderr } = await child.run({ fix, url: url() });
    const told = JSON.parse(stderr.trim().split('\n').at(-1) ?? '');
    expect(told).toMatchObject({ applied: true, status: 200, seen: [...STEPS] });
    const [content, ...rest] = JSON.parse(likeness(server.config));
    expect(content).not.toBe(before[0]);
    expect(rest).toEqual(before.slice(1));
    expect(await settledStatus(server, 200)).toBe(200);
    expect(child.open()).toEqual([]);
  });
});
