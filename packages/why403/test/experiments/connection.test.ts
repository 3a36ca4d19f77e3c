import { createServer } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Server } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { catalogue, compare, type Diagnosis, judge } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diagnose } from '../../src/run/diagnose.ts';
import { readText } from '../../src/run/read-input.ts';
import { send } from '../../src/send/send.ts';
import { recorder } from '../limits/recorder.ts';
import { createTestAuthority } from '../send/certificates.ts';

async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  onTestFinished(() => {
    (server as { closeAllConnections?: () => void }).closeAllConnections?.();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function ask(
  line: string,
  options: { maxRequests?: number; maxWait?: number; tryDirect?: boolean } = {},
): Promise<Diagnosis> {
  const [read] = readText(line, {});
  return await diagnose(read!, { allowWrites: true, maxRequests: 30, maxWait: 0, ...options }, { env: {} });
}

const outcomes = (told: Diagnosis, id: string): readonly string[] =>
  told.experiments.filter((e) => e.id === id).map((e) => e.outcome);

/** Puts one experiment by itself, whatever the plan would ask first. */
async function put(id: string, line: string): Promise<readonly string[]> {
  const [read] = readText(line, {});
  const base = await send(read!.exchange.request, read!.send);
  const { case: c } = judge(base, catalogue);
  const variations = catalogue.experiments
    .find((e) => e.id === id)!
    .vary(c, { send: read!.send, credentials: [], seen: [] }, catalogue.causes);
  return await Promise.all(
    variations.map(async (v) => compare(base, await send(v.request, v.send ?? read!.send), catalogue)),
  );
}

describe('a wait', () => {
  async function serve(passesLater: boolean): Promise<string> {
    let from: number | undefined;
    const server = createServer((_req, res) => {
      from ??= performance.now();
      const passes = passesLater && performance.now() - from > 2900;
      res.writeHead(passes ? 200 : 403, { 'content-type': 'text/plain', ...(passes ? {} : { 'retry-after': '3' }) });
      res.end(passes ? 'here it is' : 'Forbidden');
    });
    return `http://127.0.0.1:${await listen(server)}/x`;
  }

  test('is what a rate limit passes after', async () => {
    const told = await ask(`curl ${await serve(true)}`, { maxWait: 5000, maxRequests: 6 });
    expect(outcomes(told, 'after-a-wait')).toContain('allowed');
    expect(told.causes[0]!.cause).toBe('rate-limited');
  });

  test('does not help against any other refusal', async () => {
    const told = await ask(`curl ${await serve(false)}`, { maxWait: 5000, maxRequests: 3 });
    expect(outcomes(told, 'after-a-wait')).not.toContain('allowed');
    expect(told.verdict.certainty).not.toBe('proven');
  });
});

describe('the forward proxy left out', () => {
  async function ways(originRefuses: boolean, tryDirect = true) {
    const proxy = await recorder((_req, res) => res.writeHead(403, { 'content-type': 'text/plain' }).end('Forbidden'));
    const site = await recorder((_req, res) =>
      res.writeHead(originRefuses ? 403 : 200).end(originRefuses ? 'Forbidden' : 'here it is'),
    );
    return await ask(`curl -x ${proxy.origin} ${site.origin}/x`, { tryDirect });
  }

  test('passes where the proxy refused', async () => {
    const told = await ways(false);
    expect(outcomes(told, 'without-proxy')).toContain('allowed');
    expect(told.verdict.cause).toBe('proxy-refused');
  });

  test('is not tried unless it is asked for', async () => {
    expect(outcomes(await ways(false, false), 'without-proxy')).toEqual([]);
  });

  test('is refused where the origin refuses', async () => {
    const told = await ways(true);
    expect(outcomes(told, 'without-proxy')).not.toContain('allowed');
    expect(told.verdict).not.toMatchObject({ cause: 'proxy-refused', certainty: 'proven' });
  });
});

const authority = createTestAuthority('experiments on the connection');
const identity = authority?.issue('site', 'IP:127.0.0.1');

describe.skipIf(!identity)('the connection', () => {
  async function secure(passes: (version: string, protocol: string) => boolean): Promise<string> {
    const server = createSecureServer({ cert: identity!.cert, key: identity!.key, allowHTTP1: true }, (req, res) => {
      const good = passes(req.httpVersion, (req.socket as TLSSocket).getProtocol?.() ?? '');
      res.writeHead(good ? 200 : 403, { 'content-type': 'text/plain' });
      res.end(good ? 'here it is' : 'Forbidden');
    });
    server.on('sessionError', () => {});
    const port = await listen(server);
    return `curl --cacert ${authority!.certFile} https://127.0.0.1:${port}/x`;
  }

  const wants = {
    'http-version': (version: string) => version === '1.1',
    'tls-version': (_version: string, protocol: string) => protocol === 'TLSv1.2',
  };

  test.each(['http-version', 'tls-version'] as const)(
    '%s turns a server that wants the other one, and no other',
    async (id) => {
      expect(await put(id, await secure(wants[id]))).toEqual(['allowed']);
      expect(await put(id, await secure(() => false))).toEqual(['refused-alike']);
    },
  );
});
