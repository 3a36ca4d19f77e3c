import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { combined, command, inFolder } from './files.ts';

const ERROR =
  '2026/01/31 12:00:02 [error] 7#7: *2 open() "/srv/www/s" failed (13: Permission denied), client: 192.0.2.2, server: x, request: "GET /s HTTP/1.1", host: "x"\n';

describe('why403 logs', () => {
  it('ends with 0 where the cause of a refusal is known, and prints no line wider than 80 columns', async () => {
    await inFolder(async (put) => {
      const access = combined(2, '192.0.2.2', 'GET /s', 403) + combined(3, '192.0.2.2', 'GET /ok', 200);
      const { status, stdout, stderr } = await command([await put('a.log', access), await put('e.log', ERROR)]);
      expect([status, stderr]).toEqual([0, '']);
      expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
      expect(stdout).toBe(`1 refused of 2 requests (50.0 %)
2026-01-31 12:00:02 to 2026-01-31 12:00:02, clock of the logs; statuses 401, 403
cause known of 1 (100.0 %)

cause
100.0 %        1  ############  file-permissions
                  nginx: the worker may not read the file or search a directory
                  above it
                  100.0 % /s

path
100.0 %        1  /s                                    file-permissions

client
100.0 %        1  192.0.2.2                             file-permissions

time
           1 |#
             |#
             |#
             |#
             |#
           0 |#
             +-
              2026-01-31 12:00; each column 1 second, up to 2026-01-31 12:00

more   why403 explain file-permissions
`);
    });
  });

  it('ends with 1 where no cause is known, and reads standard input without a file', async () => {
    const { status, stdout } = await command([], combined(1, '192.0.2.1', 'GET /x', 403));
    expect([status, stdout.split('\n')[0]]).toEqual([1, '1 refused of 1 requests (100.0 %)']);
  });

  it('ends with 4 where nothing was refused', async () => {
    const { status, stdout } = await command(['-'], combined(1, '192.0.2.1', 'GET /x', 200));
    expect([status, stdout]).toEqual([4, '0 refused of 1 requests (0.0 %)\n']);
  });

  it.each([
    [['--status', '4o3'], 'why403 logs: --status 4o3 is no list of statuses.\n  --status 401,403,429\n'],
    [['--top', '0'], 'why403 logs: --top 0 is no number from 1 to 9999.\n'],
    [['--colour'], "why403 logs: unknown option '--colour'\n"],
    [['/no/such/access.log'], 'why403 logs: /no/such/access.log: not found.\n'],
    [['/'], 'why403 logs: /: is a directory.\n'],
    [['--format', '$host', '-'], 'why403 logs: The log format holds no status.\n  It needs $status.\n'],
  ])('ends with 2 and one clear line: %j', async (argv, stderr) => {
    expect(await command(argv, combined(1, 'c', 'GET /', 403))).toEqual({ status: 2, stdout: '', stderr });
  });

  it('prints its help', async () => {
    const { status, stdout, stderr } = await command(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Usage: why403 logs [options] [file...]');
  });

  it('lets nothing from a log act on a terminal or a page', async () => {
    await inFolder(async (put) => {
      const evil = combined(1, '192.0.2.1', 'GET /<script>alert(1)</script>\u001b[31m\u202e&', 403);
      const page = await put('page.html', '');
      const { stdout } = await command(['--html', page, await put('a', evil)]);
      expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
      const html = await readFile(page, 'utf8');
      expect(stdout).toContain('/<script>alert(1)</script>');
      expect(html).toContain('/&#60;script&#62;alert(1)&#60;');
      expect(html).not.toContain('<script');
      expect(html).not.toMatch(/[\u001b\u202e]/);
      expect(html).not.toMatch(/(?:src|href)=/);
    });
  });

  it('gives JSON alone on standard output', async () => {
    const { stdout } = await command(['--json'], combined(1, '192.0.2.1', 'GET /x/5', 401));
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'why403/logs/1',
      refusals: 1,
      paths: [{ key: '/x/{id}', count: 1 }],
    });
  });

  it('follows a log through its rotation, joins late error lines, and reports at the end', async () => {
    await inFolder(async (put) => {
      const access = await put('access.log', combined(1, '192.0.2.1', 'GET /first', 403));
      const error = await put('error.log', ERROR);
      const end = new AbortController();
      const done = command(['--follow', access, error], '', end.signal);
      await setTimeout(700);
      const line = combined(2, '192.0.2.2', 'GET /s', 403);
      await appendFile(access, line.slice(0, 30));
      await setTimeout(700);
      await appendFile(access, line.slice(30));
      await rename(access, `${access}.1`);
      await writeFile(access, combined(9, '192.0.2.3', 'GET /after', 401));
      await setTimeout(1600);
      end.abort();
      const { status, stdout, stderr } = await done;
      expect(stderr).toBe(`${access} was rotated; reading the new file\n`);
      expect(stdout.split('\n').slice(0, 4)).toEqual([
        '12:00:01  403  server-rule?          192.0.2.1        GET /first',
        '12:00:02  403  file-permissions      192.0.2.2        GET /s',
        '12:00:09  401  credentials-missing?  192.0.2.3        GET /after',
        '3 refused of 3 requests (100.0 %)',
      ]);
      expect(status).toBe(0);
    });
  });
});
