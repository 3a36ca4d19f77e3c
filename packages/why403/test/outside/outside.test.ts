import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { Diagnosis, Document } from '@why403/core';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/command/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'why403-outside-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function why403(...words: readonly string[]): Promise<{ status: number; told: Diagnosis; err: string }> {
  let [out, err] = ['', ''];
  const status = await run(['--json', ...words], {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
  });
  return { status, told: out ? (JSON.parse(out) as Document).diagnoses[0]! : (undefined as never), err };
}

async function serve(answer: (req: IncomingMessage, res: ServerResponse) => void) {
  const requests: string[] = [];
  const server = createServer((req, res) => {
    requests.push(`${req.method} ${req.url}`);
    answer(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { requests, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const forbid = (_req: IncomingMessage, res: ServerResponse): void => {
  res.writeHead(403, { 'content-type': 'text/plain' });
  res.end('Forbidden');
};

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function jwt(claims: object, key?: KeyObject, head: object = {}): string {
  const text = `${part({ alg: 'RS256', typ: 'JWT', ...head })}.${part(claims)}`;
  return `${text}.${key ? sign('sha256', Buffer.from(text), key).toString('base64url') : 'c2lnbmF0dXJlc2lnbmF0dXJl'}`;
}

const YAML = `openapi: 3.1.0
info: { title: Shop, version: '1' }
servers: [{ url: 'https://shop.example/api' }]
security: [{ oauth: ['orders:read'] }]
paths:
  /orders/{id}:
    get: { responses: {} }
    delete:
      security: [{ $ref: '#/nowhere' }, { oauth: ['orders:write'] }]
      responses: {}
  /orders/mine: { get: { security: [], responses: {} } }
  /keys: { get: { security: [{ key: [] }], responses: {} } }
components:
  securitySchemes:
    oauth: { $ref: '#/components/securitySchemes/real' }
    real: { type: oauth2, flows: {} }
    key: { type: apiKey, in: header, name: X-Shop-Key }
`;
const spec = path.join(folder, 'shop.yaml');
writeFileSync(spec, YAML);

const by = (d: Diagnosis, unit: string): string[] =>
  d.causes.flatMap((c) =>
    c.evidence.filter((e) => e.by === unit).map((e) => `${e.bits > 0 ? '+' : '-'} ${c.cause}: ${e.says}`),
  );

describe('--openapi', () => {
  const token = (scope: string): string[] => ['-H', `Authorization: Bearer ${jwt({ scope })}`];

  test('names the scope that the operation wants and the token lacks', async () => {
    const site = await serve(forbid);
    const { told } = await why403(
      '--openapi',
      spec,
      '--max-requests',
      '1',
      'curl',
      `${site.origin}/api/orders/7`,
      ...token('profile'),
    );
    expect(by(told, 'openapi')).toEqual([
      "+ scope-insufficient: the API's description wants the scope orders:read, and the token has profile",
    ]);
    expect(told.causes[0]!.cause).toBe('scope-insufficient');
  });

  test('speaks against a missing scope where the token has it', async () => {
    const site = await serve(forbid);
    const { told } = await why403(
      '--openapi',
      spec,
      '--max-requests',
      '1',
      'curl',
      `${site.origin}/api/orders/7`,
      ...token('orders:read'),
    );
    expect(by(told, 'openapi')).toEqual([
      "- scope-insufficient: the token has every scope that the API's description wants",
    ]);
  });

  test('prefers the path without placeholders, and takes an empty list for no credential at all', async () => {
    const site = await serve(forbid);
    const { told } = await why403(
      '--openapi',
      spec,
      '--max-requests',
      '1',
      'curl',
      `${site.origin}/api/orders/mine`,
      '-H',
      'X-A: b',
    );
    expect(by(told, 'openapi')).toEqual([expect.stringContaining('- '), expect.stringContaining('- ')]);
  });

  test('says which methods there are where this one is not', async () => {
    const site = await serve(forbid);
    const { told } = await why403('--openapi', spec, 'curl', '-X', 'PUT', `${site.origin}/api/keys`);
    expect(by(told, 'openapi')).toEqual(["+ method-refused: the API's description has no PUT for this path"]);
    expect(site.requests.filter((line) => line.startsWith('PUT'))).toHaveLength(1);
  });

  test('says which header the key belongs in', async () => {
    const site = await serve(forbid);
    const { told } = await why403(
      '--openapi',
      spec,
      '--max-requests',
      '1',
      'curl',
      `${site.origin}/api/keys`,
      ...token('x'),
    );
    expect(by(told, 'openapi')).toEqual([
      "+ credentials-malformed: a credential was sent, and the API's description wants another: an API key in the header X-Shop-Key",
    ]);
  });

  test('says nothing of a path that it does not have', async () => {
    const site = await serve(forbid);
    const { told } = await why403(
      '--openapi',
      spec,
      '--max-requests',
      '1',
      'curl',
      `${site.origin}/elsewhere`,
      ...token('x'),
    );
    expect(by(told, 'openapi')).toEqual([]);
  });

  test('fetches a URL of the same host within the budget, and none of another', async () => {
    const site = await serve((req, res) => {
      if (req.url === '/openapi.yaml') res.end(YAML);
      else forbid(req, res);
    });
    const own = await why403(
      '--openapi',
      `${site.origin}/openapi.yaml`,
      '--max-requests',
      '2',
      'curl',
      `${site.origin}/api/orders/7`,
      ...token('profile'),
    );
    expect(site.requests).toEqual(['GET /openapi.yaml', 'GET /api/orders/7']);
    expect(own.told.requestsSent).toBe(2);
    const other = await serve((_req, res) => res.end(YAML));
    const { status, err } = await why403('--openapi', `${other.origin}/openapi.yaml`, `${site.origin}/api/orders/7`);
    expect([status, other.requests]).toEqual([2, []]);
    expect(err).toContain('another host');
  });

  test.each([
    ['paths: {', 'neither JSON nor YAML'],
    ['a: 1', 'no OpenAPI description'],
  ])('says in one line what is wrong with %j, before anything is sent', async (text, says) => {
    const site = await serve(forbid);
    const file = path.join(folder, 'bad.yaml');
    writeFileSync(file, text);
    const { status, err } = await why403('--openapi', file, site.origin);
    expect([status, site.requests]).toEqual([2, []]);
    expect(err).toContain(says);
  });
});

describe('--jwks', () => {
  const own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

  async function issuer() {
    const site = await serve((req, res) => {
      res.setHeader('content-type', 'application/json');
      if (req.url === '/.well-known/openid-configuration') res.end(JSON.stringify({ jwks_uri: `${site.origin}/keys` }));
      else res.end(JSON.stringify({ keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'k1' }] }));
    });
    return site;
  }

  async function ask(key: KeyObject, head: object, ...more: readonly string[]) {
    const [api, iss] = [await serve(forbid), await issuer()];
    const token = jwt({ iss: iss.origin, sub: 'u' }, key, head);
    const answer = await why403(
      ...more,
      '--max-requests',
      '3',
      'curl',
      `${api.origin}/x`,
      '-H',
      `Authorization: Bearer ${token}`,
    );
    return { ...answer, api, iss };
  }

  test('proves a signature that is not the issuer’s', async () => {
    const { told, iss } = await ask(other.privateKey, { kid: 'k1' }, '--jwks');
    expect(told.verdict).toMatchObject({ cause: 'credentials-invalid', certainty: 'proven' });
    expect(iss.requests).toEqual(['GET /.well-known/openid-configuration', 'GET /keys']);
    expect(told.requestsSent).toBe(3);
  });

  test('speaks against an invalid token where the signature is right', async () => {
    const { told } = await ask(own.privateKey, { kid: 'k1' }, '--jwks');
    expect(by(told, 'experiment/issuer-keys')).toEqual([
      expect.stringMatching(/^- credentials-invalid: the signature is one of/),
    ]);
  });

  test('suspects a token whose key the issuer does not publish', async () => {
    const { told } = await ask(own.privateKey, { kid: 'gone' }, '--jwks');
    expect(by(told, 'experiment/issuer-keys')).toEqual([
      expect.stringMatching(/^\+ credentials-invalid: the issuer publishes no key/),
    ]);
  });

  test('sends nothing to the issuer unless it is asked to', async () => {
    const { iss, told } = await ask(other.privateKey, { kid: 'k1' });
    expect(iss.requests).toEqual([]);
    expect(told.requestsSent).toBeLessThanOrEqual(3);
  });
});
