import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { anyOf, bearer, createGuard, type GuardOptions, owner, role, sealWith } from '@why403/guard';
import { express as adapt } from '@why403/guard/express';
import { jsonLines } from '@why403/guard/journal';
import express from 'express';
import { SignJWT } from 'jose';
import { describe, expect, it, onTestFinished } from 'vitest';
import { folderOf } from '../cli/command.ts';
import { why403 } from './why403.ts';

const KEY = 'a secret of this test, which nobody else has';
const WRONG = 'another secret of this test, of the same kind';

/** A refusal of a real guard on Express, as its caller gets it. */
async function refused(options: GuardOptions): Promise<{ denial: string; sealed: string }> {
  const authenticate = bearer({ issuer: 'https://login.example', audience: 'https://api.example', key: KEY });
  const guard = adapt(createGuard({ authenticate, ...options }));
  const app = express();
  app.delete(
    '/posts/:id',
    guard(
      anyOf(
        role('admin'),
        owner((req) => ({ id: req.params.id, ownerId: '9' }), { what: 'post' }),
      ),
    ),
  );
  const server = createServer(app);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const token = await new SignJWT({ roles: ['editor'] })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://login.example')
    .setAudience('https://api.example')
    .setSubject('alice')
    .setExpirationTime('1h')
    .sign(Buffer.from(KEY));
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}/posts/7?token=topsecret`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${token}` },
  });
  expect(answer.status).toBe(403);
  return (await answer.json()) as { denial: string; sealed: string };
}

const lines = (text: string) => text.split('\n').map((line) => line.replace(/^at {7}\S+$/, 'at       then'));

describe('why403 open', () => {
  it('finds a denial by its id in the journal, with every requirement of it', async () => {
    const file = path.join(folderOf(), 'denials.jsonl');
    const { denial } = await refused({ journal: jsonLines(file) });
    const { status, out, err } = await why403(['open', denial, '--journal', file]);
    expect([status, err]).toEqual([0, '']);
    expect(lines(out)).toEqual([
      '403  DELETE /posts/7?token',
      'state    refused',
      'cause    not-owner',
      'caller   alice from 127.0.0.1',
      'at       then',
      `denial   ${denial}`,
      'because  role failed: has editor, wants admin; owner failed: post 7 belongs to 9, the caller is alice',
      '',
      'failed  anyOf (role admin or owner of post)',
      '  failed  role (role admin): has editor, wants admin',
      '  failed  owner (owner of post): post 7 belongs to 9, the caller is alice',
      '',
    ]);
    const told = await why403(['open', '--journal', file, '--json', denial]);
    expect(told.status).toBe(0);
    expect(JSON.parse(told.out)).toMatchObject({ id: denial, caller: { subject: 'alice' }, decision: { nearest: 1 } });
  });

  it('finds an id that begins with a dash, as options do', async () => {
    const file = path.join(folderOf(), 'denials.jsonl');
    for (const id of ['-journal12345678', '--json1234567890']) {
      await refused({ journal: jsonLines(file), makeId: () => id });
      expect((await why403(['open', id, '--journal', file])).out).toContain(`denial   ${id}\n`);
      expect((await why403(['open', '--journal', file, '--', id])).out).toContain(`denial   ${id}\n`);
    }
  });

  it('opens a sealed token with the key of the environment, of a file, of an option, and from standard input', async () => {
    const { sealed, denial } = await refused({ seal: sealWith(KEY) });
    const folder = folderOf({ 'guard.key': `${KEY}\n`, 'old.key': WRONG });
    const opened = await Promise.all([
      why403(['open', sealed], { WHY403_GUARD_KEY: KEY }),
      why403([
        'open',
        sealed,
        '--key-file',
        path.join(folder, 'old.key'),
        '--key-file',
        path.join(folder, 'guard.key'),
      ]),
      why403(['open', sealed, '--key', KEY, '--journal', 'redis://127.0.0.1:1']),
      why403(['open', '-', '--key', KEY], {}, `${sealed}\n`),
    ]);
    for (const { status, out, err } of opened) {
      expect([status, err]).toEqual([0, '']);
      expect(lines(out)).toEqual([
        '403  DELETE /posts/:id',
        'state    refused',
        'cause    not-owner',
        'caller   alice from 127.0.0.1',
        'at       then',
        `denial   ${denial}`,
        expect.stringMatching(/^because {2}role failed: has editor, wants admin; owner failed: post 7 bel/),
        '',
      ]);
    }
  });

  it('takes a key of bytes that are no text', async () => {
    const key = Uint8Array.from({ length: 32 }, (_, at) => 255 - at);
    const { sealed } = await refused({ seal: sealWith(key) });
    const folder = folderOf({ 'guard.key': key });
    expect((await why403(['open', sealed, '--key-file', path.join(folder, 'guard.key')])).status).toBe(0);
  });

  it('shows nothing that has the form of a secret, nor a control character, whatever a journal holds', async () => {
    const file = path.join(folderOf(), 'denials.jsonl');
    const journal = jsonLines(file);
    const secret = `ghp_${'a1'.repeat(18)}`;
    const { denial } = await refused({
      journal: { ...journal, write: (one) => journal.write({ ...one, because: `has ${secret}\u001b[31m` }) },
    });
    for (const more of [[], ['--json']]) {
      const { status, out } = await why403(['open', denial, '--journal', file, ...more]);
      expect(status).toBe(0);
      expect(out).toMatch(/has <redacted [^>]+>/);
      expect(out).toContain('alice');
      expect(out).not.toContain('a1a1');
      expect(out).not.toContain('\u001b');
    }
  });

  it('says in one line and a hint what is missing or wrong', async () => {
    const file = path.join(folderOf(), 'denials.jsonl');
    const { sealed, denial } = await refused({ journal: jsonLines(file), seal: sealWith(KEY) });
    const says = async (wanted: number, ...argv: readonly string[]) => {
      const { status, out, err } = await why403(['open', ...argv]);
      expect([status, out]).toEqual([wanted, '']);
      return err;
    };
    expect(await says(2, sealed)).toBe(
      'why403: A sealed token needs its key.\n        Set WHY403_GUARD_KEY, or give --key-file.\n',
    );
    expect(await says(2, sealed, '--key', WRONG)).toMatch(/^why403: None of the keys opens this token\.\n.*\n$/);
    expect(await says(2, sealed.slice(0, -9), '--key', KEY)).toMatch(/^why403: This is no sealed token, or .*\n.*\n$/);
    expect(await says(2, sealed, '--key', 'short')).toMatch(/^why403: A secret is shorter than 32 bytes\.\n.*\n$/);
    expect(await says(2, sealed, '--key-file', `${file}.absent`)).toMatch(/\.absent cannot be read: ENOENT\.\n$/);
    expect(await says(2, denial)).toBe(
      'why403: An id needs the journal.\n        Give --journal with the file or URL that the server writes to.\n',
    );
    expect(await says(2, denial, '--journal', `${file}.absent`)).toMatch(/names no journal\.\n.*\n$/);
    expect(await says(2, 'neither nor', '--journal', file)).toMatch(
      /^why403: This is neither a sealed token nor an id/,
    );
    expect(await says(1, 'AAAABBBBCCCCDDDD', '--journal', file)).toMatch(/^why403: The journal has no denial of this/);
    expect(await says(3, denial, '--journal', 'redis://127.0.0.1:1')).toMatch(/^why403: The journal cannot be read: /);
    expect(await says(3, denial, '--journal', 'postgres://127.0.0.1:1/x')).toMatch(
      /^why403: The journal cannot be read: /,
    );
    expect(await says(2)).toMatch(/^why403: Missing required argument 'token or id'\.\n.*\n$/);
    expect(await says(2, '--loud', denial)).toMatch(/^why403: Unknown option '--loud'\.\n.*\n$/);
  });

  it('tells what it does', async () => {
    const { status, out } = await why403(['open', '--help']);
    expect([status, out.split('\n')[0]]).toEqual([0, 'Usage: why403 open [options] <token or id>']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
