import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { ExchangeDiff } from '@why403/core';
import { afterAll, describe, expect, test } from 'vitest';
import { run } from '../../src/command/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'why403-diff-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function diff(...words: readonly string[]): Promise<{ status: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const status = await run(['diff', ...words], {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
  });
  return { status, out, err };
}

async function differences(a: string, b: string): Promise<ExchangeDiff['differences']> {
  const { out } = await diff('--json', a, b);
  return (JSON.parse(out) as ExchangeDiff).differences;
}

function file(name: string, text: string): string {
  const full = path.join(folder, name);
  writeFileSync(full, text.replaceAll('\n', '\r\n'));
  return full;
}

const jwt = (claims: object): string =>
  `${btoa(JSON.stringify({ alg: 'HS256', typ: 'JWT' })).replace(/=+$/, '')}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJlc2lnbmF0dXJl`;

describe('why403 diff', () => {
  test('says nothing but that two like requests are alike', async () => {
    const line = "curl https://api.example/a?x=1 -H 'Accept: text/html' -b 'a=1; b=2'";
    const { status, out } = await diff(line, line);
    expect(status).toBe(0);
    expect(out).toContain('alike in everything');
  });

  test('tells method, host, path and query apart', async () => {
    expect(
      (
        await differences("curl 'https://a.example/one?x=1&y=2'", "curl -X DELETE 'http://b.example/two?y=2&x=1&z=3'")
      ).map(({ kind, name, a, b }) => [kind, name, a, b]),
    ).toEqual([
      ['method', '', 'GET', 'DELETE'],
      ['scheme', '', 'https', 'http'],
      ['host', '', 'a.example:443', 'b.example:80'],
      ['path', '', '/one', '/two'],
      ['query', 'z', null, '3'],
      ['query order', '', 'x, y', 'y, x'],
    ]);
  });

  test('sees the order, the case and the number of headers', async () => {
    const raw = (headers: string): string => `GET / HTTP/1.1\nHost: h.example\n${headers}\n\n`;
    const a = file('a.http', raw('Accept: x\nX-One: 1\nX-Two: 2'));
    const b = file('b.http', raw('x-one: 1\nAccept: x\nX-Two: 2\nX-Two: 2'));
    expect((await differences(a, b)).map(({ kind, name, a, b }) => [kind, name, a, b])).toEqual([
      ['header', 'X-Two', '2', '2, 2 (2 times)'],
      ['header order', '', 'accept, x-one, x-two', 'x-one, accept, x-two'],
      ['header case', '', 'X-One', 'x-one'],
    ]);
  });

  test('names cookies that differ and their order, and shows no value of them', async () => {
    const a = "curl https://h.example/ -b 'session=aaaabbbbcccc; theme=dark; old=1'";
    const b = "curl https://h.example/ -b 'theme=dark; session=ddddeeeeffff'";
    const found = await differences(a, b);
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ['cookie', 'session'],
      ['cookie', 'old'],
      ['cookie order', ''],
    ]);
    const shown = await diff(a, b);
    expect(shown.out).not.toMatch(/aaaabbbb|ddddeeee/);
    expect(shown.status).toBe(1);
  });

  test('reads what two tokens say, and marks what is new in each by itself', async () => {
    const a = `curl https://h.example/ -H 'Authorization: Bearer ${jwt({ sub: 'u1', scope: 'read', iat: 1, exp: 1700000000 })}'`;
    const b = `curl https://h.example/ -H 'Authorization: Bearer ${jwt({ sub: 'u1', scope: 'read write', iat: 2, exp: 1800000000 })}'`;
    const tokens = (await differences(a, b)).filter((d) => d.kind === 'token');
    expect(tokens.map(({ name, a, b, volatile }) => [name, a, b, volatile])).toEqual([
      ['Authorization scope', 'read', 'read write', false],
      ['Authorization exp', '2023-11-14T22:13:20Z', '2027-01-15T08:00:00Z', false],
      ['Authorization iat', '1970-01-01T00:00:01Z', '1970-01-01T00:00:02Z', true],
    ]);
    expect((await diff(a, b)).out).not.toContain('eyJ');
  });

  test('compares bodies by their fields, nested ones too', async () => {
    const send = (body: object): string =>
      `curl https://h.example/ -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`;
    const found = await differences(
      send({ user: { name: 'a', roles: ['x'] }, password: 'hunter22' }),
      send({ user: { name: 'a', roles: ['x', 'y'] }, password: 'hunter33' }),
    );
    expect(found.map(({ kind, name, a, b }) => [kind, name, a, b])).toEqual([
      ['field', 'password', '<redacted value>', '<redacted value> (another one)'],
      ['field', 'user.roles[1]', null, 'y'],
    ]);
  });

  test('compares two answers, and lets dates and ids pass', async () => {
    const answer = (status: string, id: string, text: string): string =>
      `GET /x HTTP/1.1\nHost: h.example\n\nHTTP/1.1 ${status}\nDate: Mon, 0${id} Jan 2024 00:00:00 GMT\nServer: nginx\nX-Request-Id: ${id}\nContent-Type: text/html\n\n<html><body><h1>${text}</h1></body></html>`;
    const found = await differences(
      file('refused.http', answer('403 Forbidden', '1', 'Forbidden')),
      file('works.http', answer('200 OK', '2', 'Welcome')),
    );
    expect(found.map(({ part, kind, name, volatile }) => [part, kind, name, volatile])).toEqual([
      ['answer', 'status', '', false],
      ['answer', 'text', '', false],
      ['answer', 'header', 'Date', true],
      ['answer', 'header', 'X-Request-Id', true],
    ]);
  });

  test('refuses fewer than two requests, with a hint and status 2', async () => {
    const { status, err, out } = await diff('https://h.example/');
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('takes two requests, and got 1');
  });
});
