// A printed line, run by a real shell with the real curl, sends the bytes that why403 itself sends for the request.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { curlLine } from '@why403/core';
import { expect, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { echoServer, hasProgram } from '../send/servers.ts';
import { hostileRequest } from './hostile.ts';
import { isThere, SHELLS, seeded } from './shells.ts';

const hasCurl = hasProgram('curl');
if (!hasCurl) console.log('skipped: curl is not installed, so no printed line is sent by it');

/** A curlrc that would change each request, and write a file, if a line let curl read it. */
const CURLRC = `header = "X-Curlrc: 1"
user-agent = "curlrc"
user = "curlrc:curlrc"
cookie = "curlrc=1"
output = "curlrc"
proxy = "http://127.0.0.1:1"
`;

/** A request's head and body, with the headers in order of their names: curl puts its own first. */
function parts(bytes: string): { readonly first: string; readonly headers: readonly string[]; readonly body: string } {
  const end = bytes.indexOf('\r\n\r\n');
  const [first = '', ...headers] = bytes.slice(0, end).split('\r\n');
  // white space around a value is no part of it (RFC 9110 section 5.5)
  const lower = headers.map((line) => {
    const colon = line.indexOf(':');
    return `${line.slice(0, colon).toLowerCase()}: ${line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')}`;
  });
  return { first, headers: lower.sort(), body: bytes.slice(end + 4) };
}

for (const [shell, words] of SHELLS.filter(([name]) => hasCurl && isThere(name))) {
  test(`${shell} and curl send what why403 sends`, async () => {
    const { seed, below } = seeded();
    const ours = await echoServer();
    const theirs = await echoServer();
    // of a request without any header a line leaves curl its own
    const requests = Array.from({ length: 60 }, () => hostileRequest({ below }, ours.url)).filter(
      (request) => request.headers.some(([name]) => name !== 'Host') && curlLine(request) !== null,
    );
    const folder = mkdtempSync(join(tmpdir(), 'why403-curl-'));
    const home = mkdtempSync(join(tmpdir(), 'why403-home-'));
    writeFileSync(join(home, '.curlrc'), CURLRC);
    try {
      for (const request of requests) await send(request, {});
      const lines = requests.map(
        (request) => curlLine({ ...request, url: request.url.replace(ours.url, theirs.url) })!,
      );
      const script = join(folder, 'script');
      writeFileSync(script, lines.map((line) => `${line}\n`).join(''));
      const child = spawn(shell, [...words, script], {
        cwd: folder,
        env: { PATH: process.env['PATH'], HOME: home },
        stdio: 'ignore',
      });
      await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
      expect(readdirSync(folder)).toEqual(['script']);
    } finally {
      for (const one of [folder, home]) rmSync(one, { recursive: true, force: true });
    }
    const port = (text: string): string => text.replaceAll(`127.0.0.1:${theirs.port}`, `127.0.0.1:${ours.port}`);
    expect(theirs.requests.length).toBe(ours.requests.length);
    for (const [i, sent] of ours.requests.entries())
      expect(parts(port(theirs.requests[i]!)), `seed ${seed}: ${curlLine(requests[i]!)}`).toEqual(parts(sent));
    console.log(`no-harm: ${shell} with curl: ${requests.length} requests, different bytes 0`);
  }, 60_000);
}
