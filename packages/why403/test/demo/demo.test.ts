import { Readable } from 'node:stream';
import { CAUSE_IDS } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { run } from '../../src/command/run.ts';
import { makeUnreadable } from '../../src/demo/unreadable.ts';

/** Runs the command in this process and keeps what it wrote. */
async function why403(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const status = await run(argv, {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
  });
  return { status, out, err };
}

describe('why403 demo', () => {
  it('finds the cause of every refusal of its shop and ends with 0', { timeout: 60_000 }, async () => {
    const file = makeUnreadable();
    file?.remove();
    if (!file) console.log('why403 demo: no unreadable file on this system, so that scene is left out');
    const { status, out, err } = await why403('demo');
    expect(err).toBe('');
    const rows = out
      .split('─\n')[1]!
      .split('\n\n')[0]!
      .split('\n')
      .map((row) => row.split(/ {2,}/));
    const expected = [
      ['no token', 'credentials-missing'],
      ['expired token', 'credentials-expired'],
      ['wrong scope', 'scope-insufficient'],
      ['right token, no role', 'role-missing'],
      ["someone else's object", 'not-owner'],
      ['CSRF token missing', 'csrf-missing'],
      ['CSRF token stale', 'csrf-invalid'],
      ['address not allowed', 'ip-refused'],
      ['rate limit as 403', 'rate-limited'],
      ...(file ? [['unreadable file', 'file-permissions']] : []),
      ['API key without scope', 'scope-insufficient'],
      ['feature flag off', 'feature-unavailable'],
      ['hidden as 404', 'object-hidden'],
    ];
    expect(rows.map((row) => row.slice(0, 3))).toEqual(expected.map(([title, cause]) => [title, cause, cause]));
    expect(rows.every((row) => CAUSE_IDS.includes(row[2] as (typeof CAUSE_IDS)[number]))).toBe(true);
    expect(rows.every((row) => Number(row[4]) >= 1 && Number(row[4]) <= 12)).toBe(true);
    expect(out).toMatch(new RegExp(`\\n${expected.length} of ${expected.length} causes found, with \\d+ requests, `));
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(status).toBe(0);
  });

  it('tells what it does, and does not take other words', async () => {
    const help = await why403('demo', '--help');
    expect([help.status, help.err]).toEqual([0, '']);
    expect(help.out).toMatch(/^Usage: why403 demo \[--full\]\n/);
    expect(await why403('demo', 'more')).toEqual({
      status: 2,
      out: '',
      err: 'why403: The demo does not know "more".\n        why403 demo --help shows what it takes.\n',
    });
  });
});
