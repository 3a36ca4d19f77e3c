import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/command/run.ts';

const TOKEN = '5up3rs3cr3tt0k3nv4lu3';
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = path.join(mkdtempSync(path.join(tmpdir(), 'why403-verify-')), 'kept');
  folders.push(path.dirname(made));
  return made;
}

async function why403(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
  let [out, err] = ['', ''];
  const status = await run(words, {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env,
  });
  return { status, out, err };
}

/** A server of which each test changes the mind. */
async function shop(answer: (req: IncomingMessage) => [status: number, text: string]) {
  const state = { answer, requests: [] as string[] };
  const server: Server = createServer((req, res) => {
    state.requests.push(`${req.method} ${req.url}`);
    const [status, text] = state.answer(req);
    res.writeHead(status, { 'content-type': 'text/plain' });
    res.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return Object.assign(state, { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/report` });
}

const byReferer = (req: IncomingMessage): [number, string] =>
  req.headers.referer ? [200, 'here it is'] : [403, 'Forbidden'];

async function saved(site: { url: string }): Promise<string> {
  const dir = folder();
  const token = `Authorization: Bearer ${TOKEN}`;
  const working = `curl ${site.url} -H '${token}' -H 'Referer: http://shop.example/'`;
  const { status, err } = await why403([
    '--save',
    dir,
    '--with-secrets',
    '--working',
    working,
    'curl',
    site.url,
    '-H',
    token,
  ]);
  expect([status, err]).toEqual([0, expect.stringContaining('why403 verify')]);
  return dir;
}

describe('--save', () => {
  test('--with-secrets keeps the secrets beside the bundle, which holds none, for the owner alone', async () => {
    const dir = await saved(await shop(byReferer));
    expect(readdirSync(dir).sort()).toEqual([
      '.gitignore',
      'README.txt',
      'bundle.json',
      'diagnosis.json',
      'secrets.json',
    ]);
    for (const name of ['README.txt', 'bundle.json', 'diagnosis.json', '.gitignore'])
      expect(readFileSync(path.join(dir, name), 'utf8')).not.toContain(TOKEN);
    expect(statSync(path.join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(path.join(dir, '.gitignore'), 'utf8')).toBe('secrets.json\n');
    const bundle = JSON.parse(readFileSync(path.join(dir, 'bundle.json'), 'utf8'));
    expect(bundle).toMatchObject({
      schema: 'why403-bundle/1',
      expected: { cause: 'origin-rejected', certainty: 'proven', status: 403 },
      secrets: ['AUTHORIZATION'],
    });
    expect(bundle.allowed.request.headers).toContainEqual(['Referer', expect.stringMatching(/^http:/)]);
  });

  test('keeps no secret without --with-secrets, and says which verify will ask for', async () => {
    const site = await shop(byReferer);
    const dir = folder();
    const { err } = await why403([
      '--save',
      dir,
      'curl',
      `${site.url}?key=${TOKEN}`,
      '-H',
      `Authorization: Bearer ${TOKEN}`,
    ]);
    expect(err).toContain('without its secrets: verify takes WHY403_AUTHORIZATION, WHY403_URL from the environment');
    expect(readdirSync(dir).sort()).toEqual(['.gitignore', 'README.txt', 'bundle.json', 'diagnosis.json']);
    for (const name of readdirSync(dir)) expect(readFileSync(path.join(dir, name), 'utf8')).not.toContain(TOKEN);
    const without = await why403(['verify', dir]);
    expect([without.status, without.out]).toEqual([2, '']);
    expect(without.err).toContain('was saved without its secrets; missing: AUTHORIZATION, URL.');
  });

  test('says that --with-secrets goes with --save', async () => {
    const { status, err } = await why403(['--with-secrets', 'http://127.0.0.1:1/']);
    expect([status, err]).toEqual([2, expect.stringContaining('there is no --save')]);
  });

  test('leaves a folder alone that holds something else', async () => {
    const site = await shop(byReferer);
    const dir = mkdtempSync(path.join(tmpdir(), 'why403-verify-'));
    folders.push(dir);
    writeFileSync(path.join(dir, 'mine.txt'), 'mine');
    const { status, err } = await why403(['--save', dir, site.url]);
    expect(status).toBe(2);
    expect(err).toContain('holds other files');
    expect(readdirSync(dir)).toEqual(['mine.txt']);
  });

  test('writes nothing where the request is not refused', async () => {
    const site = await shop(() => [200, 'welcome']);
    const dir = folder();
    expect((await why403(['--save', dir, site.url])).status).toBe(4);
    expect(existsSync(dir)).toBe(false);
  });
});

describe('why403 verify', () => {
  test('ends with 0 while the refusal is there for the same reason, with two requests', async () => {
    const site = await shop(byReferer);
    const dir = await saved(site);
    site.requests.length = 0;
    const { status, out } = await why403(['verify', dir]);
    expect(status).toBe(0);
    expect(out).toMatch(/^still refused with 403, for the same reason: origin-rejected/);
    expect(site.requests).toEqual(['GET /report', 'GET /report']);
  });

  test('ends with 4 when the request is let through', async () => {
    const site = await shop(byReferer);
    const dir = await saved(site);
    site.answer = () => [200, 'here it is'];
    expect(await why403(['verify', dir])).toMatchObject({
      status: 4,
      out: expect.stringMatching(/^not refused any more: 200/),
    });
  });

  test('ends with 1 when what passed is refused as well', async () => {
    const site = await shop(byReferer);
    const dir = await saved(site);
    site.answer = () => [403, 'Forbidden'];
    const { status, out } = await why403(['verify', '--json', dir]);
    expect(status).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ schema: 'why403-verify/1', outcome: 'otherwise', requestsSent: 2 });
  });

  test('ends with 1 when the answer names another cause', async () => {
    const site = await shop(() => [403, 'CSRF token missing']);
    const dir = folder();
    await why403(['--save', dir, 'curl', '-d', 'a=b', site.url]);
    expect((await why403(['verify', dir])).status).toBe(0);
    site.answer = () => [403, 'Your IP address is not allowed'];
    expect(await why403(['verify', dir])).toMatchObject({ status: 1, out: expect.stringContaining('ip-refused') });
  });

  test('ends with 3 when nobody answers', async () => {
    const site = await shop(byReferer);
    const dir = await saved(site);
    site.server.closeAllConnections();
    await new Promise((resolve) => site.server.close(resolve));
    expect((await why403(['verify', dir])).status).toBe(3);
  });

  test('takes secrets from the environment where their file is left out, and says which is missing', async () => {
    const seen: (string | undefined)[] = [];
    const site = await shop((req) => {
      seen.push(req.headers.authorization);
      return byReferer(req);
    });
    const dir = await saved(site);
    rmSync(path.join(dir, 'secrets.json'));
    const missing = await why403(['verify', dir]);
    expect(missing.status).toBe(2);
    expect(missing.err).toContain('WHY403_AUTHORIZATION');
    seen.length = 0;
    expect((await why403(['verify', dir], { WHY403_AUTHORIZATION: `Bearer ${TOKEN}` })).status).toBe(0);
    expect(seen).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
  });

  test('says in one line what is wrong with a folder that is none of its own', async () => {
    const dir = folder();
    expect(await why403(['verify', dir])).toMatchObject({
      status: 2,
      err: expect.stringContaining('there is no such file'),
    });
  });
});
