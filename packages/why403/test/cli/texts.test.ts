import { chmodSync, closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { diagnosed, folderOf, serve, why403 } from './command.ts';

const GIT =
  "remote: Permission to acme/web.git denied to alice.\nfatal: unable to access 'https://github.com/acme/web.git/': The requested URL returned error: 403\n";

describe('a text in which a refusal stands', () => {
  it('is told with what it shows, with the fix in the tool’s own commands, and with what it does not show', async () => {
    const { status, stdout } = await why403(['--no-color'], { stdin: GIT });
    expect(status).toBe(0);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('403  GET https://github.com/acme/web.git/               Git over HTTPS at GitHub');
    expect(lines[2]).toMatch(/^proven  role-missing/);
    expect(stdout).toContain('<  Permission to acme/web.git denied to alice.');
    expect(stdout).toContain('       git config --show-origin --get-all credential.helper\n');
    expect(stdout).toContain('note   Of the request only the address is shown.\n');
    expect(stdout).toContain('note   Of the answer only these words are shown.\n');
  });

  it('is never sent, whatever address stands in it', async () => {
    const { origin, seen } = await serve((_request, response) => response.writeHead(403).end());
    const texts = [
      `DELETE ${origin}/api/orders/7\n403\n12 ms\nRequest Headers\nAuthorization: Bearer abc\nResponse Body\n{"message":"no"}\n`,
      `Error: GET ${origin}/a failed with 403: {"error":"account suspended"}\n`,
      `curl: (22) The requested URL returned error: 403\n`,
      `{ "info": { "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json" }, "item": [ { "request": { "method": "DELETE", "url": "${origin}/x" }, "response": [] } ] }`,
      `DELETE ${origin}/x\nHTTP 204\n`,
    ];
    for (const stdin of texts) {
      const { diagnoses } = await diagnosed([], { stdin });
      expect(diagnoses.map(({ requestsSent }) => requestsSent)).toEqual([0]);
    }
    expect(seen).toEqual([]);
  });

  it('tells each refusal where it holds several, and of those told twice one', async () => {
    const npm = 'npm error 403 403 Forbidden - GET https://npm.example/a - forbidden\n';
    const stdin = `${npm}${npm}npm error 403 403 Forbidden - GET https://npm.example/b - forbidden\n`;
    const { diagnoses } = await diagnosed([], { stdin });
    expect(diagnoses.map(({ request }) => request.url)).toEqual(['https://npm.example/a', 'https://npm.example/b']);
  });

  it.each([
    ['ssh', 'git@github.com: Permission denied (publickey).\n', 'a refusal of SSH, not of HTTP'],
    ['a file', "Error: EACCES: permission denied, open '/usr/lib/x'\n", 'a refusal of the file system, not of HTTP'],
    [
      'a database',
      "ERROR 1045 (28000): Access denied for user 'app'@'10.0.0.2'\n",
      'a refusal of a database, not of HTTP',
    ],
    ['a name', 'curl: (6) Could not resolve host: a.example\n', 'a connection that failed before any answer'],
    ['a description', 'openapi: 3.1.0\npaths: {}\n', 'the description of an API: it shows no refusal'],
  ])('that holds none of HTTP says what it looks like (%s)', async (_name, stdin, what) => {
    const { status, stdout, stderr } = await why403([], { stdin });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toBe(`why403: Standard input looks like ${what}.`);
  });

  it('names the variables whose values it does not show', async () => {
    const stdin = 'GET https://{{host}}/a HTTP/1.1\nAuthorization: Bearer $TOKEN\n\nHTTP/1.1 403 Forbidden\n\n';
    const { stderr } = await why403(['--json'], { stdin: `@a = b\n${stdin}` });
    expect(stderr).toContain('{{host}}, $TOKEN are variables');
  });

  it('may be the words of an answer, and no others', async () => {
    const one = await diagnosed(['Resource not accessible by integration']);
    const many = await diagnosed(['Resource', 'not', 'accessible', 'by', 'integration']);
    for (const { diagnoses } of [one, many])
      expect(diagnoses.map((d) => [d.verdict.cause, d.request.known])).toEqual([['scope-insufficient', 'none']]);
    const { status, stderr } = await why403(['npm', 'publish']);
    expect([status, stderr]).toEqual([
      2,
      'why403: "npm publish" names no request, and no words that refuse.\n        To ask why npm was refused, give its output: npm … 2>&1 | why403\n',
    ]);
  });

  it('may come in UTF-16, as PowerShell redirects it', async () => {
    const folder = folderOf();
    writeFileSync(path.join(folder, 'out.txt'), Buffer.from(`\ufeff${GIT}`, 'utf16le'));
    const { diagnoses } = await diagnosed(['out.txt'], { cwd: folder });
    expect(diagnoses[0]?.request.url).toBe('https://github.com/acme/web.git/');
  });

  it('may stand far inside a log of any length', async () => {
    const folder = folderOf();
    const handle = openSync(path.join(folder, 'ci.log'), 'w');
    const block = 'INFO processed batch 403 of tenant a403f in 403ms, next poll in 30s\n'.repeat(16_000);
    for (let i = 0; i < 40; i++) writeSync(handle, i === 20 ? block + GIT + block : block);
    closeSync(handle);
    const { diagnoses } = await diagnosed(['ci.log'], { cwd: folder });
    expect(diagnoses.map((d) => [d.request.url, d.verdict.cause])).toEqual([
      ['https://github.com/acme/web.git/', 'role-missing'],
    ]);
  });
});

describe('--clipboard', () => {
  /** A folder with a program that prints this, where the desktop's would be. */
  function desktop(text: string): Readonly<Record<string, string>> {
    const folder = folderOf({ xclip: `#!/bin/sh\ncat <<'EOF'\n${text}\nEOF\n` });
    chmodSync(path.join(folder, 'xclip'), 0o755);
    return { PATH: `${folder}:/usr/bin:/bin`, WAYLAND_DISPLAY: '' };
  }

  it('reads what the clipboard holds', async () => {
    const { status, stdout } = await why403(['--clipboard', '--json'], { env: desktop(GIT) });
    expect([status, JSON.parse(stdout).diagnoses[0].verdict.cause]).toEqual([0, 'role-missing']);
  });

  it('sends no command of the clipboard that may change something', async () => {
    const { origin, seen } = await serve((_request, response) => response.writeHead(403).end());
    const { stdout } = await why403(['--clipboard', '--json'], { env: desktop(`curl -X DELETE ${origin}/x`) });
    expect(JSON.parse(stdout).diagnoses[0].requestsSent).toBe(0);
    expect(seen).toEqual([]);
  });

  it('says what is missing where it cannot be read, and what contradicts', async () => {
    const none = await why403(['--clipboard'], { env: { PATH: folderOf() } });
    expect([none.status, none.stderr]).toEqual([
      2,
      'why403: No program that reads the clipboard was found.\n        Install wl-clipboard or xclip, or pipe the text: … | why403\n',
    ]);
    const both = await why403(['--clipboard', 'https://a.example/']);
    expect([both.status, both.stderr.split('\n')[0]]).toEqual([
      2,
      'why403: --clipboard reads the clipboard, and a request is given besides.',
    ]);
  });
});
