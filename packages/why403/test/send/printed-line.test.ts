// A printed line says how a request was sent too: login, proxy and redirects. Run with the real curl, it sends what why403 sends.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { redactorFor, shownCurlLine } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readCurlWords } from '../../../core/src/import/curl.ts';
import { mendedLines } from '../../src/run/mended-line.ts';
import { send } from '../../src/send/send.ts';
import { echoServer, hasProgram, OK } from './servers.ts';

const hasCurl = hasProgram('curl');
if (!hasCurl) console.log('skipped: curl is not installed, so no printed line is sent by it');

const PASSWORD = 'hunterQ7zx91';
const HOW: Readonly<Record<string, readonly string[]>> = {
  '--digest': ['--digest', '-u', `ann:${PASSWORD}`, 'ECHO/digest'],
  '--anyauth, Digest': ['--anyauth', '-u', `ann:${PASSWORD}`, 'ECHO/digest'],
  '--anyauth, Basic': ['--anyauth', '-u', `ann:${PASSWORD}`, 'ECHO/basic'],
  '--aws-sigv4': ['--aws-sigv4', 'aws:amz:eu-west-1:execute-api', '-u', `AKIA7:${PASSWORD}`, 'ECHO/x?a=1'],
  '-u': ['-u', `ann:${PASSWORD}`, 'ECHO/x'],
  'a proxy with a password': ['-x', `http://ann:${PASSWORD}@PROXY`, 'http://shop.example/x'],
  'a header for the proxy': ['-x', 'http://PROXY', '--proxy-header', `X-Key: ${PASSWORD}`, 'http://shop.example/x'],
  '--request-target': ['--request-target', `/t/${PASSWORD}`, 'ECHO/x'],
  '-L --post302': ['-L', '--post302', '-d', `pw=${PASSWORD}`, 'ECHO/to'],
};

/** Answers, by the path: a challenge, a redirect, or all is well. */
function answer(request: string): string {
  const empty = 'Content-Length: 0\r\n\r\n';
  if (/^\S+ \/to /.test(request)) return `HTTP/1.1 302 Go\r\nLocation: /there\r\n${empty}`;
  const challenge = /^\S+ \/(digest|basic) /.exec(request)?.[1];
  if (challenge === undefined || /^Authorization:/m.test(request)) return OK;
  const value = challenge === 'basic' ? 'Basic realm="r"' : 'Digest realm="r", nonce="n1", qop="auth"';
  return `HTTP/1.1 401 No\r\nWWW-Authenticate: ${value}\r\n${empty}`;
}

/** What is another each time: ports, nonces, dates and what is made of them; headers in order. */
function alike(request: string, port: number): string {
  const [head = '', body = ''] = request
    .replaceAll(String(port), 'PORT')
    .replace(/curl\/[\d.]+/, 'curl')
    .replace(/cnonce="[^"]*"|response="[^"]*"|Signature=\w+|\d{8}T\d{6}Z|\/\d{8}\//g, '*')
    .split('\r\n\r\n');
  const [first, ...headers] = head.split('\r\n');
  return [first, ...headers.map((line) => line.replace(/, /g, ',')).sort(), '', body].join('\n');
}

describe.skipIf(!hasCurl)('a printed line says how the request was sent', () => {
  test.each(Object.keys(HOW))('%s', async (name) => {
    const home = mkdtempSync(join(tmpdir(), 'why403-line-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));
    const [ours, theirs] = [await echoServer(answer), await echoServer(answer)];
    const words = (server: { url: string; port: number }): string[] => [
      'curl',
      ...HOW[name]!.map((word) => word.replace('ECHO', server.url).replace('PROXY', `127.0.0.1:${server.port}`)),
    ];
    const first = readCurlWords(words(ours), {});
    await send(first.exchange.request, first.send);
    const { exchange, send: how } = readCurlWords(words(theirs), {});
    const redact = redactorFor(exchange, undefined, [PASSWORD]);
    // what holds a secret is not printed, or reads it from a file that is for this user alone
    expect(shownCurlLine(exchange.request, redact, how)).toEqual({
      request: null,
      withheld: 'The line holds a secret: --show-secrets prints it.',
    });
    const lines = mendedLines(redact, { XDG_STATE_HOME: home });
    const { request: line } = lines.line(exchange.request, how);
    expect(line).not.toContain(PASSWORD);
    expect(lines.files.map((file) => readFileSync(file, 'utf8')).join()).toMatch(/hunterQ7zx91|Basic YW5u/);
    await promisify(execFile)('sh', ['-c', line!], { env: { PATH: process.env['PATH'], HOME: home } });
    expect(theirs.requests.map((one) => alike(one, theirs.port))).toEqual(
      ours.requests.map((one) => alike(one, ours.port)),
    );
    expect(ours.requests.length).toBeGreaterThan(0);
    // with --show-secrets the line is whole
    const open = mendedLines(undefined, {}).line(exchange.request, how).request!;
    await promisify(execFile)('sh', ['-c', open], { env: { PATH: process.env['PATH'], HOME: home } });
    expect(theirs.requests.slice(ours.requests.length).map((one) => alike(one, theirs.port))).toEqual(
      ours.requests.map((one) => alike(one, ours.port)),
    );
  });
});
