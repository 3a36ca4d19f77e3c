// On a real terminal: what a person sees before a wait, a write, a password and a change of a server, and what Ctrl-C leaves there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderOf, serve } from '../cli/command.ts';
import type { Running } from '../inspect-real-servers.ts';
import { hasNginx, likeness, settledStatus, startNginx } from './apply-support.ts';
import { CTRL_C, CTRL_D, hasTerminal, onTerminal, type Session, type Typed } from './terminal.ts';

if (!hasTerminal) console.log('skipped: there is no `script` of util-linux');

const SOON = { timeout: 60_000 };
const INTERRUPTED = 'why403: interrupted; this is what was known until then.';
/** Asks nothing that is not the promise under test: with --json no question is put about the refusal itself. */
const ALONE = ['--json'] as const;

/** An answer to a question for leave. */
const ask = (keys: string): Typed[] => [[/\[y\/N\] $/, keys]];

/** What stood on the terminal before the document. */
function before({ screen }: Session): readonly string[] {
  const document = screen.indexOf('{');
  return screen.slice(0, document < 0 ? undefined : document);
}

/** The notes of the document. */
function notes({ screen }: Session): string {
  const text = screen.slice(screen.indexOf('{')).join('\n');
  return JSON.parse(text)
    .diagnoses.flatMap(({ notes }: { notes?: { text: string }[] }) => (notes ?? []).map(({ text }) => text))
    .join('\n');
}

describe.skipIf(!hasTerminal)('a wait that the server asks for', () => {
  const limited = (seconds: number) =>
    serve((_request, response) => {
      response.writeHead(403, { 'retry-after': String(seconds) });
      response.end('Forbidden');
    });
  test('is counted down, and a key skips it', SOON, async () => {
    const { origin, seen } = await limited(9);
    const ran = await onTerminal([...ALONE, 'curl', `${origin}/a`], [[/any key skips.*any key skips/s, 'x']]);
    const frames = ran.output.split('\r\u001b[2K').filter((line) => line.includes('any key'));
    const left = frames.map((line) =>
      Number(/^The wait that the server asks for: (\d) s, any key skips$/.exec(line)?.[1]),
    );
    expect(left.length).toBeGreaterThan(1);
    expect(left).toEqual([...new Set(left)].sort((a, b) => b - a));
    expect(before(ran)).toEqual([]);
    expect(notes(ran)).toContain('The wait that the server asks for: the wait was ended early');
    expect([ran.status, seen]).toEqual([1, ['GET /a']]);
  });

  test('is spent with questions to the person', SOON, async () => {
    const { origin, seen } = await limited(9);
    const ran = await onTerminal(
      ['curl', `${origin}/a`],
      [
        [/\[y\/n, Enter if you do not know\] $/, '\n'],
        [/\[y\/n, Enter if you do not know\] $/, '\n'],
        [/\[y\/n, Enter if you do not know\] $/, '\n'],
        [/ \d s, any key skips/, 'x'],
      ],
    );
    expect(ran.screen.slice(0, 3)).toEqual(Array(3).fill(expect.stringMatching(/\? \[y\/n, Enter/)));
    expect(seen).toEqual(['GET /a']);
  });

  test('ends by Ctrl-C as the run does', SOON, async () => {
    const { origin, seen } = await limited(9);
    const ran = await onTerminal([...ALONE, 'curl', `${origin}/a`], [[/ \d s, any key skips/, CTRL_C]]);
    expect(before(ran)).toEqual([INTERRUPTED]);
    expect([ran.status, seen]).toEqual([130, ['GET /a']]);
  });

  // a second may have gone by until it is asked
  const QUESTION = 'The wait that the server asks for takes N seconds. Wait? [y/N] ';
  const timeless = (ran: Session) => before(ran).map((line) => line.replace(/\b(?:1\d|20) seconds/, 'N seconds'));
  test.each<[string, Typed[], number, readonly string[]]>([
    ['n', ask('n\n'), 1, [`${QUESTION}n`]],
    ['Ctrl-D', ask(CTRL_D), 1, [QUESTION]],
    ['Ctrl-C', ask(CTRL_C), 130, [`${QUESTION}^C`, INTERRUPTED]],
  ])('that is long is asked about; %s does not wait', SOON, async (_name, typed, status, shown) => {
    const { origin, seen } = await limited(20);
    const ran = await onTerminal([...ALONE, 'curl', `${origin}/a`], typed);
    expect(timeless(ran)).toEqual(shown);
    expect([ran.status, seen]).toEqual([status, ['GET /a']]);
  });

  test('that is long is counted down after a yes', SOON, async () => {
    const { origin, seen } = await limited(20);
    const ran = await onTerminal(
      [...ALONE, 'curl', `${origin}/a`],
      [
        [/\[y\/N\] $/, 'y\n'],
        [/ \d+ s, any key skips/, 'x'],
      ],
    );
    expect(timeless(ran)).toEqual([`${QUESTION}y`]);
    expect([ran.status, seen]).toEqual([1, ['GET /a']]);
  });
});

describe.skipIf(!hasTerminal)('a request from a file that may change something', () => {
  test.each<[string, Typed[], number, readonly string[], number]>([
    ['y', ask('y\n'), 1, ['y'], 1],
    ['n', ask('n\n'), 1, ['n'], 0],
    ['Enter', ask('\n'), 1, [''], 0],
    ['Ctrl-D', ask(CTRL_D), 1, [''], 0],
    ['Ctrl-C', ask(CTRL_C), 130, ['^C', INTERRUPTED], 0],
    ['y and Ctrl-C', [...ask('y'), [/^y/, CTRL_C]], 130, ['y^C', INTERRUPTED], 0],
  ])('is asked about; %s decides', SOON, async (_name, typed, status, [answer, ...more], times) => {
    const { origin, seen } = await serve((_request, response) => response.writeHead(403).end('Forbidden'));
    const cwd = folderOf({ 'a.http': `DELETE /a HTTP/1.1\r\nHost: ${origin.slice(7)}\r\n\r\n` });
    const ran = await onTerminal([...ALONE, '--max-requests', '1', 'a.http'], typed, { cwd });
    expect(before(ran)).toEqual([`DELETE ${origin}/a may change something. Send it? [y/N] ${answer}`, ...more]);
    expect(seen).toEqual(Array(times).fill('DELETE /a'));
    if (times === 0) expect(notes(ran)).toContain('Nothing was sent: DELETE may change something');
    expect(ran.status).toBe(status);
  });
});

describe.skipIf(!hasTerminal)('a wrong password', () => {
  const QUESTION =
    'To see whether the password is read, a wrong one is sent once. Servers may count it towards a lock-out. Send it? [y/N] ';
  const RIGHT = `Basic ${Buffer.from('ann:correct-horse-1').toString('base64')}`;

  test.each<[string, Typed[], readonly string[], number]>([
    ['y', ask('y\n'), ['y'], 1],
    ['n', ask('n\n'), ['n'], 0],
    ['Ctrl-D', ask(CTRL_D), [''], 0],
    ['Ctrl-C', ask(CTRL_C), ['^C', INTERRUPTED], 0],
  ])('is asked about; %s decides', SOON, async (_name, typed, [answer, ...more], times) => {
    let wrong = 0;
    const { origin } = await serve(({ headers: { authorization } }, response) => {
      if (authorization !== undefined && authorization !== RIGHT) wrong++;
      response.writeHead(authorization === undefined ? 401 : 403, { 'www-authenticate': 'Basic realm="a"' });
      response.end('Forbidden');
    });
    const ran = await onTerminal([...ALONE, 'curl', '-u', 'ann:correct-horse-1', `${origin}/a`], typed);
    expect(before(ran)).toEqual([`${QUESTION}${answer}`, ...more]);
    expect(wrong).toBe(times);
    if (times === 0) expect(notes(ran)).toContain('A wrong password was not tried');
    expect(ran.status).toBe(more.length ? 130 : 1);
  });
});

describe.skipIf(!hasTerminal || !hasNginx)('--apply', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startNginx();
  }, 60_000);
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    await server?.stop();
  }, 60_000);

  const apply = (typed: readonly Typed[]): Promise<Session> =>
    onTerminal(['--no-input', '--config', server.config, '--apply', `http://127.0.0.1:${server.port}/a.txt`], typed, {
      env: { HOME: server.folder, XDG_STATE_HOME: join(server.folder, 'state') },
    });
  /** What stands behind the report. */
  const after = ({ screen }: Session): readonly string[] =>
    screen.slice(screen.findIndex((line) => line.startsWith('Apply this now?')));

  test.each<[string, Typed[], number, readonly string[]]>([
    ['n', ask('n\n'), 1, ['n', 'why403: Nothing was changed.', '']],
    ['Enter', ask('\n'), 1, ['', 'why403: Nothing was changed.', '']],
    ['Ctrl-D', ask(CTRL_D), 1, ['', 'why403: Nothing was changed.', '']],
    ['Ctrl-C', ask(CTRL_C), 130, ['^C', 'why403: Nothing was changed.', '']],
    ['y and Ctrl-C', [...ask('y'), [/^y/, CTRL_C]], 130, ['y^C', 'why403: Nothing was changed.', '']],
  ])('asks before it changes anything; %s changes nothing', SOON, async (_name, typed, status, [answer, ...more]) => {
    const was = likeness(server.config);
    const ran = await apply(typed);
    expect(after(ran)).toEqual([`Apply this now? [y/N] ${answer}`, ...more]);
    expect([ran.status, likeness(server.config)]).toEqual([status, was]);
    expect(await settledStatus(server, 403)).toBe(403);
  });

  test('changes the server after a yes', SOON, async () => {
    const was = readFileSync(server.config, 'utf8');
    const ran = await apply([[/\[y\/N\] $/, 'y\n']]);
    expect(after(ran)).toEqual([
      'Apply this now? [y/N] y',
      expect.stringMatching(/^why403: journal of this change: .+\.json$/),
      expect.stringMatching(/^why403: /),
      expect.stringMatching(/^ {8}copy of before: /),
      '',
    ]);
    expect(ran.status).toBe(0);
    expect(readFileSync(server.config, 'utf8')).not.toBe(was);
    expect(await settledStatus(server, 200)).toBe(200);
  });
});
