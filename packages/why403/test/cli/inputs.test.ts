import { describe, expect, it } from 'vitest';
import { diagnosed, folderOf, har, harEntry, serve, why403 } from './command.ts';

/** An API that refuses for a scope, and keeps what it was asked. */
async function api() {
  return await serve((_request, response) => {
    response.writeHead(403, {
      'Content-Type': 'application/json',
      'WWW-Authenticate': 'Bearer realm="posts", error="insufficient_scope", scope="posts:delete"',
    });
    response.end('{"error":"insufficient_scope"}');
  });
}

const RAW_REQUEST =
  'DELETE /posts/7 HTTP/1.1\r\nHost: api.example\r\nAuthorization: Bearer opaque-1234567\r\nAccept: */*\r\n\r\n';
const RAW_RESPONSE =
  'HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nWWW-Authenticate: Bearer error="insufficient_scope"\r\n\r\n{"error":"insufficient_scope"}';

describe('the request may be given', () => {
  let origin = '';
  let seen: string[] = [];

  it('as a URL', async () => {
    ({ origin, seen } = await api());
    const { diagnoses } = await diagnosed([`${origin}/posts/7`]);
    expect(diagnoses.map((d) => [d.request.method, d.response?.status, d.verdict.cause])).toEqual([
      ['GET', 403, 'scope-insufficient'],
    ]);
    expect(seen[0]).toBe('GET /posts/7');
  });

  it('as the words of a curl command, whose options are its own', async () => {
    ({ origin, seen } = await api());
    const { diagnoses } = await diagnosed([
      'curl',
      '-s',
      '-X',
      'DELETE',
      `${origin}/posts/7`,
      '-H',
      'Authorization: Bearer opaque-1234567',
      '--data-raw',
      '{"why":1}',
    ]);
    expect(diagnoses[0]?.verdict.cause).toBe('scope-insufficient');
    // an unsafe request is sent once, and not varied
    expect(seen).toEqual(['DELETE /posts/7 {"why":1}']);
  });

  it.each([
    ['bash', (o: string) => `curl '${o}/posts/7' -H 'accept: text/html' -b 'a=b' --compressed`],
    ['cmd', (o: string) => `curl ^"${o}/posts/7^" ^\r\n  -H ^"accept: text/html^" ^\r\n  -b ^"a=b^"`],
    [
      'PowerShell',
      (o: string) =>
        `Invoke-WebRequest -UseBasicParsing -Uri "${o}/posts/7" \`\n-Headers @{\n"accept"="text/html"\n  "cookie"="a=b"\n}`,
    ],
    [
      'fetch',
      (o: string) =>
        `fetch("${o}/posts/7", {\n  "headers": {\n    "accept": "text/html",\n    "cookie": "a=b"\n  },\n  "body": null,\n  "method": "GET"\n});`,
    ],
  ])('as a quoted line that browsers copy for %s', async (_name, line) => {
    ({ origin, seen } = await api());
    const { diagnoses } = await diagnosed([line(origin)]);
    expect(diagnoses[0]?.verdict.cause).toBe('scope-insufficient');
    expect(diagnoses[0]?.request.headers.map(([n, v]) => `${n.toLowerCase()}: ${v}`)).toContain('accept: text/html');
    expect(seen[0]).toBe('GET /posts/7');
  });

  it('as a HAR, each refused entry in its order, the others passed over', async () => {
    const folder = folderOf({
      'a.har': har(
        harEntry({ url: 'https://a.example/1', status: 200, text: 'ok' }),
        harEntry({ url: 'https://a.example/2', status: 403, text: 'csrf token missing', method: 'POST' }),
        harEntry({ url: 'https://a.example/3', status: 401, got: { 'WWW-Authenticate': 'Bearer' } }),
      ),
    });
    const { diagnoses } = await diagnosed(['a.har', '--no-send'], { cwd: folder });
    expect(diagnoses.map((d) => [d.request.url, d.verdict.cause])).toEqual([
      ['https://a.example/2', 'csrf-missing'],
      ['https://a.example/3', 'credentials-missing'],
    ]);
  });

  it('as a raw request in a file, with its response: nothing is sent', async () => {
    const folder = folderOf({ 'x.http': `${RAW_REQUEST}${RAW_RESPONSE}` });
    const { diagnoses } = await diagnosed(['x.http'], { cwd: folder });
    expect(diagnoses.map((d) => [d.request.method, d.verdict.cause, d.requestsSent])).toEqual([
      ['DELETE', 'scope-insufficient', 0],
    ]);
  });

  it('as a raw request without a response: it is sent', async () => {
    ({ origin, seen } = await api());
    const folder = folderOf({
      'x.http': `GET ${origin}/raw HTTP/1.1\r\nHost: ${origin.slice(7)}\r\nX-Mine: 1\r\n\r\n`,
    });
    const { diagnoses } = await diagnosed(['x.http'], { cwd: folder });
    expect(diagnoses[0]?.verdict.cause).toBe('scope-insufficient');
    expect(seen[0]).toBe('GET /raw');
  });

  it.each([[[]], [['-']]])('as a response on standard input (%j): nothing is sent', async (words) => {
    const { diagnoses } = await diagnosed(words, { stdin: RAW_RESPONSE });
    expect(diagnoses.map((d) => [d.response?.status, d.verdict.cause, d.requestsSent])).toEqual([
      [403, 'scope-insufficient', 0],
    ]);
  });

  it('as a HAR and as a curl line on standard input', async () => {
    const entry = har(
      harEntry({ url: 'https://a.example/2', status: 403, text: 'csrf token missing', method: 'POST' }),
    );
    expect((await diagnosed(['-'], { stdin: entry })).diagnoses[0]?.verdict.cause).toBe('csrf-missing');
    const { diagnoses } = await diagnosed(['--no-send'], { stdin: "curl 'https://a.example/x' -H 'accept: a/b'" });
    expect(diagnoses[0]?.request.url).toBe('https://a.example/x');
  });
});

describe('the exit status', () => {
  const text = 'GET /x HTTP/1.1\r\nHost: a.example\r\nAccept: */*\r\nUser-Agent: x\r\n\r\n';
  it('is 0 where a cause was found', async () => {
    const { status, stderr } = await why403(['-'], { stdin: `${RAW_REQUEST}${RAW_RESPONSE}` });
    expect([status, stderr]).toEqual([0, '']);
  });

  it('is 1 where none stands out, and the candidates are listed', async () => {
    const { status, stdout } = await why403(['-'], { stdin: `${text}HTTP/1.1 403 Forbidden\r\n\r\n` });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^ {2}(?:or|perhaps) [a-z-]+ \d+ %, [a-z-]+ \d+ %/m);
  });

  it('is 1 where no response is known, which is null then', async () => {
    const { status, stdout } = await why403(['--no-send', '--json', 'https://a.example/x']);
    expect([status, JSON.parse(stdout).diagnoses[0].response]).toEqual([1, null]);
  });

  it('is 2 for an input that cannot be read', async () => {
    expect((await why403(['not a request'])).status).toBe(2);
  });

  it('is 3 where the server cannot be reached', async () => {
    expect((await why403(['http://127.0.0.1:1/'])).status).toBe(3);
  });

  it('is 4 where the request is not refused', async () => {
    const { origin } = await serve((_request, response) => void response.end('{"fine":true}'));
    const { status, stdout } = await why403([`${origin}/`]);
    expect([status, stdout.split('\n', 1)[0]?.slice(0, 8)]).toEqual([4, '200  GET']);
  });

  it('is 4 for a HAR without refusals, and says how many entries it saw', async () => {
    const entries = [1, 2, 3].map((n) => harEntry({ url: `https://a.example/${n}`, status: 200, text: 'ok' }));
    const { status, stdout, stderr } = await why403(['-', '--no-send'], { stdin: har(...entries) });
    expect([status, stdout, stderr]).toEqual([4, '', 'why403: none of the 3 entries was refused.\n']);
  });
});
