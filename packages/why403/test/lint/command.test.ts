import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RULES, runLint } from '../../src/lint/index.ts';

async function command(argv: readonly string[], stdin = '') {
  const text = { stdout: '', stderr: '' };
  const status = await runLint(argv, {
    stdin: Readable.from(stdin ? [Buffer.from(stdin)] : []),
    stdout: { write: (piece: string) => (text.stdout += piece) },
    stderr: { write: (piece: string) => (text.stderr += piece) },
    env: {},
  });
  return { status, ...text };
}

const RAW =
  'GET /x HTTP/1.1\r\nHost: api.example\r\nUser-Agent: x\r\nAccept: */*\r\n\r\nHTTP/1.1 401 Unauthorized\r\nServer: nginx/1.24.0\r\nContent-Type: text/plain\r\n\r\nlog in first';
let folder = '';
let base = '';
const seen: string[] = [];
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url} ${request.headers['x-key'] ?? ''}`);
  const { url } = request;
  const status = url === '/good' ? 200 : url === '/absent' ? 404 : 403;
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(status === 200 ? '{}' : '{"error":"forbidden for you"}');
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why403-lint-'));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

describe('why403 lint', () => {
  it('tells the findings of a raw HTTP file with the sections of the standards, in 80 columns', async () => {
    const file = join(folder, 'a.http');
    await writeFile(file, RAW);
    const { status, stdout, stderr } = await command([file]);
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout.replace(file, 'a.http')).toBe(`401  GET https://api.example/x   a.http

  error    challenge-missing
           The 401 has no WWW-Authenticate field, which it must have.
        <  401 Unauthorized
           Send WWW-Authenticate with every 401, such as WWW-Authenticate:
           Bearer realm="api"; with a 407 Proxy-Authenticate.
           RFC 9110 §15.5.2
  note     version-leaked
           Server tells a version.
        <  nginx/1.24.0
           nginx: server_tokens off. Apache: ServerTokens Prod and
           ServerSignature Off. PHP: expose_php = Off. Express:
           app.disable("x-powered-by").
           RFC 9110 §17.12

2 findings in 1 answer
`);
  });

  it('reads standard input, and leaves out what is below the level', async () => {
    const { status, stdout } = await command(['--level', 'error', '--json', '-'], RAW);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule)).toEqual(['challenge-missing']);
  });

  it('fetches a URL once with the given headers, and ends with 0 where nothing is found', async () => {
    seen.length = 0;
    const { status, stdout } = await command([`${base}/good`, '-H', 'X-Key: k']);
    expect([status, stdout, seen]).toEqual([0, '0 findings in 1 answer\n', ['GET /good k']]);
  });

  it('compares a hidden object with an absent one', async () => {
    const { status, stdout } = await command([`${base}/hidden`, '--absent', `${base}/absent`, '--json']);
    expect(status).toBe(1);
    expect(JSON.parse(stdout).findings).toMatchObject([{ rule: 'hidden-object-shows', status: 403 }]);
  });

  it('writes SARIF with every rule, the line of the quote, and the entry of a HAR', async () => {
    const raw = join(folder, 'b.http');
    await writeFile(raw, RAW);
    const har = join(folder, 'c.har');
    const message = { httpVersion: 'HTTP/1.1', cookies: [], headersSize: -1, bodySize: -1 };
    await writeFile(
      har,
      JSON.stringify({
        log: {
          version: '1.2',
          creator: { name: 'test', version: '1' },
          entries: [200, 405].map((status) => ({
            startedDateTime: '2026-01-31T10:00:00Z',
            time: 1,
            request: {
              ...message,
              method: 'GET',
              url: 'https://api.example/y?token=abcdef123456',
              headers: [
                { name: 'Accept', value: '*/*' },
                { name: 'Host', value: 'api.example' },
              ],
              queryString: [],
            },
            response: {
              ...message,
              status,
              statusText: '',
              headers: [],
              content: { size: 2, mimeType: 'text/plain', text: 'no' },
              redirectURL: '',
            },
            cache: {},
            timings: { send: 0, wait: 1, receive: 0 },
          })),
        },
      }),
    );
    const { status, stdout } = await command(['--sarif', '--level', 'warning', raw, har]);
    expect(status).toBe(1);
    expect(stdout).not.toContain('abcdef123456');
    const sarif = JSON.parse(stdout);
    expect(sarif.version).toBe('2.1.0');
    expect(sarif.runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(RULES.map(({ id }) => id));
    expect(
      sarif.runs[0].results.map(
        (result: {
          ruleId: string;
          locations: {
            physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number } };
            logicalLocations: { fullyQualifiedName: string }[];
          }[];
        }) => {
          const [place] = result.locations;
          return [
            result.ruleId,
            place!.physicalLocation.artifactLocation.uri.replace(/.*\//, ''),
            place!.physicalLocation.region.startLine,
            place!.logicalLocations[0]!.fullyQualifiedName,
          ];
        },
      ),
    ).toEqual([
      ['challenge-missing', 'b.http', 6, 'response'],
      ['allow-missing', 'c.har', 1, 'log.entries[1].response'],
    ]);
  });

  it.each([
    [['/no/such/file.har'], 2, 'why403 lint: /no/such/file.har cannot be read: there is no such file.\n'],
    [['--level', 'loud', '-'], 2, 'why403 lint: --level loud is none of note, warning and error.\n'],
    [['-H', 'nonsense', '-'], 2, 'why403 lint: -H wants "Name: value".\n  -H \'Accept: application/json\'\n'],
    [['--nonsense'], 2, "why403 lint: unknown option '--nonsense'\n"],
    [['http://127.0.0.1:1/'], 3, expect.stringMatching(/^why403 lint: 127\.0\.0\.1:1 refused the connection.*\n$/)],
  ])('ends with one clear line: %j', async (argv, status, stderr) => {
    expect(await command(argv, RAW)).toEqual({ status, stdout: '', stderr });
  });

  it('says that a request alone has no answer to look at', async () => {
    const { status, stderr } = await command(['-'], 'GET /x HTTP/1.1\r\nHost: a.example\r\n\r\n');
    expect([status, stderr.split('\n')[0]]).toEqual([2, 'why403 lint: There is no answer in what was given.']);
  });

  it('prints its help and its rules', async () => {
    expect((await command(['--help'])).stdout).toContain('Usage: why403 lint [options] [input...]');
    const { status, stdout } = await command(['--rules']);
    expect([status, stdout.trim().split('\n').length]).toEqual([0, RULES.length]);
  });
});
