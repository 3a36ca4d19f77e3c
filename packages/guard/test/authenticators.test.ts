import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { createServer, request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeerCertificate, TLSSocket } from 'node:tls';
import { InMemoryProvider, OpenFeature } from '@openfeature/server-sdk';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  apiKey,
  authenticated,
  basic,
  clientCertificate,
  createGuard,
  flag,
  sameSecret,
  session,
} from '../src/index.ts';
import { node } from '../src/node.ts';
import { serve } from './serve.ts';
import { findCommand } from './servers/redis.ts';

test('an API key is known, unknown, or cannot be one', async () => {
  const find = (key: string) => sameSecret(key, 'the right key') && { subject: 'robot' };
  const guarded = await serve(authenticated(), { authenticate: apiKey({ header: 'X-Key', find: (key) => find(key) }) });
  const none = await guarded.ask();
  expect([none.status, none.headers['www-authenticate']]).toEqual([401, 'ApiKey realm="api", header="x-key"']);
  expect((await guarded.ask({ 'x-key': 'wrong' })).denial?.cause).toBe('credentials-invalid');
  expect((await guarded.ask({ 'x-key': 'two words' })).denial?.cause).toBe('credentials-malformed');
  expect((await guarded.ask({ 'x-key': 'k'.repeat(2000) })).denial?.cause).toBe('credentials-malformed');
  const right = await serve(authenticated(), { authenticate: apiKey({ find: () => ({ subject: 'robot' }) }) });
  expect((await right.ask({ 'x-api-key': 'any' })).status).toBe(200);
  expect(right.callers).toMatchObject([{ subject: 'robot', scheme: 'api-key' }]);
});

test('a secret equals itself alone', () => {
  expect(sameSecret('the right key', 'the right key')).toBe(true);
  for (const other of ['', 'the right ke', 'the right key ', 'The right key'])
    expect(sameSecret('the right key', other)).toBe(false);
});

test('a name and a password are known, unknown, or cannot be read', async () => {
  const find = async (user: string, password: string) =>
    user === 'ann' && sameSecret(password, 'pass:wörd') ? { subject: user } : undefined;
  const guarded = await serve(authenticated(), { authenticate: basic({ find }) });
  const ask = (value: string) => guarded.ask({ authorization: value });
  const line = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
  expect((await guarded.ask()).headers['www-authenticate']).toBe('Basic realm="api", charset="UTF-8"');
  expect((await ask(line('ann:pass:wörd'))).status).toBe(200);
  expect((await ask(line('ann:pass:wörd').replace('Basic', 'bAsIc'))).status).toBe(200);
  expect((await ask(line('ann:wrong'))).denial?.cause).toBe('credentials-invalid');
  for (const bad of [
    'Basic',
    'Basic ',
    'Basic ???',
    line('no colon'),
    line('ann:\u0000'),
    `Basic ${'A'.repeat(5000)}`,
  ]) {
    expect([bad.slice(0, 20), (await ask(bad)).denial?.cause]).toEqual([bad.slice(0, 20), 'credentials-malformed']);
  }
});

test('a session is found, unknown, past its time, or too long', async () => {
  const find = async (id: string) => (id === 'good' ? { subject: '7' } : id === 'old' ? 'expired' : null);
  const guarded = await serve(authenticated(), { authenticate: session({ cookie: 'sid', find: find as never }) });
  const ask = async (cookie: string) => (await guarded.ask({ cookie })).denial?.cause ?? 'allowed';
  expect(await ask('x=1; sid=good; y=2')).toBe('allowed');
  expect(await ask('sid=old')).toBe('credentials-expired');
  expect(await ask('sid=forged')).toBe('credentials-invalid');
  expect(await ask('xsid=good')).toBe('credentials-missing');
  expect(await ask('sid=')).toBe('credentials-missing');
  expect(await ask('sid=good; sid=good')).toBe('credentials-missing');
  expect(await ask(`sid=${'x'.repeat(5000)}`)).toBe('credentials-malformed');
});

test('a flag of OpenFeature is on, off, or cannot be told', async () => {
  const variants = { on: true, off: false };
  const provider = new InMemoryProvider({
    open: { variants, defaultVariant: 'on', disabled: false },
    shut: { variants, defaultVariant: 'off', disabled: false },
    mine: {
      variants,
      defaultVariant: 'off',
      disabled: false,
      contextEvaluator: (context) => (context.targetingKey === '7' ? 'on' : 'off'),
    },
  });
  await OpenFeature.setProviderAndWait(provider);
  onTestFinished(() => OpenFeature.close());
  const client = OpenFeature.getClient();
  const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
  const statusOf = async (name: string, sid = '7') =>
    (await (await serve(flag(name, { client }), { authenticate })).ask({ cookie: `sid=${sid}` })).status;
  expect(await statusOf('open')).toBe(200);
  expect(await statusOf('shut')).toBe(403);
  expect([await statusOf('mine'), await statusOf('mine', '8')]).toEqual([200, 403]);
  expect(await statusOf('unknown')).toBe(503);
});

const OPENSSL = findCommand(['openssl']) ?? 'openssl';
const hasOpenssl = (() => {
  try {
    execFileSync(OPENSSL, ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    console.log('skipped: openssl is not installed');
    return false;
  }
})();

describe.skipIf(!hasOpenssl)('a client certificate', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'guard-tls-'));
    for (const name of ['server', 'known', 'other']) {
      const files = ['-keyout', join(directory, `${name}.key`), '-out', join(directory, `${name}.pem`)];
      const subject = ['-subj', `/CN=${name}`, '-addext', 'subjectAltName=IP:127.0.0.1', '-days', '2'];
      const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
      execFileSync(OPENSSL, [...kind, ...files, ...subject], { stdio: 'ignore' });
    }
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  const read = (name: string) => readFile(join(directory, name));

  test('is known, unknown, or missing', async () => {
    const certificate = (req: IncomingMessage) => {
      const socket = req.socket as TLSSocket;
      return socket.authorized ? socket.getPeerCertificate() : undefined;
    };
    const find = (one: PeerCertificate) => (one.subject.CN === 'known' ? { subject: one.subject.CN } : undefined);
    const guard = node(createGuard({ authenticate: clientCertificate({ certificate, find }) }));
    const ca = [await read('known.pem'), await read('other.pem')];
    const server = createServer(
      {
        key: await read('server.key'),
        cert: await read('server.pem'),
        ca,
        requestCert: true,
        rejectUnauthorized: false,
      },
      guard(authenticated(), (_req, res, { caller }) => res.end(caller.subject)),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const ask = async (name: string | undefined) => {
      const own = name === undefined ? {} : { key: await read(`${name}.key`), cert: await read(`${name}.pem`) };
      const { port } = server.address() as AddressInfo;
      const url = `https://127.0.0.1:${port}/`;
      return new Promise<string>((resolve, reject) => {
        const sent = request(url, { ...own, rejectUnauthorized: false, agent: false }, (response) => {
          let body = '';
          response.on('data', (chunk) => {
            body += chunk;
          });
          response.on('end', () => {
            const told = response.statusCode === 200 ? body : JSON.parse(body).cause;
            resolve(`${response.statusCode} ${told} ${response.headers['www-authenticate'] ?? ''}`.trim());
          });
        });
        sent.on('error', reject);
        sent.end();
      });
    };
    expect(await ask('known')).toBe('200 known');
    expect(await ask(undefined)).toBe('403 tls-required');
    // Known to the server's trust and to nobody else: 401 needs a challenge, and there is none for certificates.
    expect(await ask('other')).toBe('403 credentials-invalid');
  });
});
