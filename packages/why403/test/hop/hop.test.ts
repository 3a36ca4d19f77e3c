import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import type { Document } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/command/run.ts';

async function why403(words: readonly string[], stdin = ''): Promise<{ status: number; out: string }> {
  let out = '';
  const status = await run(words, {
    stdin: Readable.from(stdin ? [Buffer.from(stdin)] : []),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: () => undefined },
    env: {},
  });
  return { status, out };
}

const hops = (out: string): string[] =>
  (JSON.parse(out) as Document).diagnoses[0]!.notes.filter((n) => n.kind === 'hop').map((n) => n.text);

/** The hops that are told of one answer alone. */
async function hopsOf(headers: readonly string[], body = 'Forbidden', status = '403 Forbidden'): Promise<string[]> {
  const raw = `GET /x HTTP/1.1\nHost: api.example\nAccept: */*\nUser-Agent: test\n\nHTTP/1.1 ${status}\n${headers.join('\n')}\n\n${body}`;
  return hops((await why403(['--json', '-'], raw.replaceAll('\n', '\r\n'))).out);
}

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/report`;
}

describe('which hop refused', () => {
  test('is not told where one answer gives no evidence of it', async () => {
    expect(await hopsOf(['Content-Type: text/plain'])).toEqual([]);
    expect(await hopsOf(['Server: nginx', 'Via: 1.1 varnish', 'Content-Type: text/plain'])).toEqual([]);
  });

  test.each([
    [
      'Proxy-Status: edge.example; error=http_request_denied',
      'refused at "edge.example": its Proxy-Status says "http_request_denied"',
    ],
    ['X-Squid-Error: ERR_ACCESS_DENIED 0', 'refused at a forward proxy: Squid says "ERR_ACCESS_DENIED 0"'],
    ['X-Kong-Upstream-Latency: 3', 'refused behind the gateway: Kong passed it on (X-Kong-Upstream-Latency)'],
    ['X-Kong-Response-Latency: 1', 'refused at the gateway: Kong answered itself (X-Kong-Response-Latency)'],
    [
      'X-Envoy-Upstream-Service-Time: 4',
      'refused behind the proxy: the upstream answered Envoy (X-Envoy-Upstream-Service-Time)',
    ],
  ])('is read from %s', async (line, says) => {
    expect(await hopsOf([line, 'Content-Type: text/plain'])).toEqual([says]);
  });

  test('is not a proxy whose Proxy-Status holds no error', async () => {
    expect(await hopsOf(['Proxy-Status: edge.example; fwd=miss', 'Content-Type: text/plain'])).toEqual([]);
  });

  test('lies before the application where only answers that pass carry its mark', async () => {
    const url = await serve((req, res) => {
      res.setHeader('Server', 'front/1.0');
      if (req.headers['referer']) res.setHeader('X-Powered-By', 'Express');
      else res.statusCode = 403;
      res.setHeader('Content-Type', 'text/plain');
      res.end(req.headers['referer'] ? 'here it is' : 'Forbidden');
    });
    const { out } = await why403(['--json', '--working', `curl ${url} -H 'Referer: http://a.example/'`, url]);
    expect(hops(out)).toEqual([
      expect.stringMatching(/^refused before the application: .*front\/1\.0 answered without it$/),
    ]);
  });

  test('lies in another server than the one that answers what passes', async () => {
    const url = await serve((req, res) => {
      const passes = req.headers['referer'] !== undefined;
      res.writeHead(passes ? 200 : 403, { Server: passes ? 'app/2' : 'guardian', 'Content-Type': 'text/plain' });
      res.end(passes ? 'here it is' : 'Forbidden');
    });
    const { out } = await why403(['--json', '--working', `curl ${url} -H 'Referer: http://a.example/'`, url]);
    expect(hops(out)).toEqual([
      'refused before the application: "guardian" answered, where what passes comes from "app/2"',
    ]);
  });

  test('is the application where both answers carry its mark', async () => {
    const url = await serve((req, res) => {
      const passes = req.headers['referer'] !== undefined;
      res.writeHead(passes ? 200 : 403, { 'X-Powered-By': 'Express', 'Content-Type': 'text/plain' });
      res.end(passes ? 'here it is' : 'Forbidden');
    });
    const { out } = await why403(['--json', '--working', `curl ${url} -H 'Referer: http://a.example/'`, url]);
    expect(hops(out)).toEqual([expect.stringMatching(/^refused in the application: this answer carries /)]);
  });
});

describe('--message', () => {
  const raw = [
    'GET /reports?api_key=k3yk3yk3yk3y HTTP/1.1',
    'Host: api.example',
    'Authorization: Bearer t0k3nt0k3nt0k3nt0k3n',
    'Accept: */*',
    '',
    'HTTP/1.1 403 Forbidden',
    'Date: Mon, 01 Jan 2024 00:00:00 GMT',
    'X-Request-Id: abc-123',
    'CF-Ray: 8aa-FRA',
    'WWW-Authenticate: Bearer error="insufficient_scope", scope="reports:read"',
    'Content-Type: application/json',
    '',
    '{"error":"insufficient_scope","denial":"d-42\\u001b[31m"}',
  ].join('\r\n');

  test('says what was sent, what came back, by which ids it is found and why, without secrets', async () => {
    const { out, status } = await why403(['--message', '-'], raw);
    expect(status).toBe(0);
    expect(out).toMatch(/^To: .+\nSubject: GET https?:\/\/api\.example\/reports.* is refused with 403\n/);
    for (const text of [
      'X-Request-Id: abc-123',
      'CF-Ray: 8aa-FRA',
      'denial: d-42',
      '01 Jan 2024',
      'scope-insufficient',
      'reports:read',
    ])
      expect(out).toContain(text);
    expect(out).not.toMatch(/t0k3n|k3yk3y/);
    // nothing of the server's reaches a terminal as a control
    expect(out).not.toContain('\u001b');
  });

  test('tells the experiments, refused and allowed', async () => {
    const url = await serve((req, res) => {
      const passes = req.headers['referer'] !== undefined;
      res.writeHead(passes ? 200 : 403, { 'Content-Type': 'text/plain' });
      res.end(passes ? 'here it is' : 'Forbidden');
    });
    const { out } = await why403(['--message', '--working', `curl ${url} -H 'Referer: http://a.example/'`, url]);
    expect(out).toContain('What was tried:\n');
    expect(out).toMatch(/ {2}- the working request: 200, allowed\n/);
    expect(out).toMatch(/ {2}- nothing: the same request again: 403, the same refusal\n/);
  });

  test('goes with no other report', async () => {
    expect((await why403(['--message', '--json', '-'], raw)).status).toBe(2);
  });
});
