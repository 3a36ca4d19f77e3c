import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as send } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasNginx } from '../bench/nginx-agree.ts';
import nginx from '../src/inspect/nginx.ts';
import { type Site, startSite } from './inspect-nginx-helpers.ts';

const able = hasNginx() && spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
if (!able) console.log('skipped: nginx or openssl is not installed');

let keys = '';
beforeAll(() => {
  keys = mkdtempSync(join(tmpdir(), 'why403-keys-'));
  if (!able) return;
  for (const name of ['server', 'stranger'])
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-keyout',
        `${keys}/${name}.key`,
        '-out',
        `${keys}/${name}.pem`,
        '-days',
        '2',
        '-subj',
        `/CN=${name}`,
      ],
      { stdio: 'ignore' },
    );
  // Signed by the certificate that the server trusts, and over since yesterday.
  execFileSync(
    'openssl',
    [
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      `${keys}/late.key`,
      '-out',
      `${keys}/late.csr`,
      '-subj',
      '/CN=late',
    ],
    { stdio: 'ignore' },
  );
  execFileSync(
    'openssl',
    [
      'x509',
      '-req',
      '-in',
      `${keys}/late.csr`,
      '-CA',
      `${keys}/server.pem`,
      '-CAkey',
      `${keys}/server.key`,
      '-CAcreateserial',
      '-days',
      '-1',
      '-out',
      `${keys}/late.pem`,
    ],
    { stdio: 'ignore' },
  );
});
afterAll(() => rmSync(keys, { recursive: true, force: true }));

/** Asks over TLS, with a client certificate where one is named. */
function ask(site: Site, client: string | undefined): Promise<Exchange> {
  const certificate = client
    ? { key: readFileSync(`${keys}/${client}.key`), cert: readFileSync(`${keys}/${client}.pem`) }
    : {};
  return new Promise((resolve, reject) => {
    const request = send(
      { host: '127.0.0.1', port: site.port, path: '/a.txt', rejectUnauthorized: false, agent: false, ...certificate },
      (response) => {
        response.resume();
        response.on('end', () =>
          resolve({
            request: {
              method: 'GET',
              url: `https://127.0.0.1:${site.port}/a.txt`,
              headers: [['Host', `127.0.0.1:${site.port}`]],
            },
            response: { status: response.statusCode ?? 0, headers: [] },
            transport: {
              address: '127.0.0.1',
              port: site.port,
              tls: { protocol: 'TLSv1.3', authorized: false, clientCertificateSent: client !== undefined },
            },
            gaps: [],
          }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

describe.skipIf(!able)('a client certificate that is wanted', () => {
  const http = (rules: string): string =>
    `server { listen 127.0.0.1:@PORT@ ssl; root @DIR@/www;\nssl_certificate ${keys}/server.pem; ssl_certificate_key ${keys}/server.key; ssl_client_certificate ${keys}/server.pem;\n${rules}\n}`;
  test.each([
    ['and did not come', 'ssl_verify_client on;', undefined, 400, 'ssl_verify_client on;', 'tls-required'],
    [
      'and came from a stranger',
      'ssl_verify_client on;',
      'stranger',
      400,
      'ssl_verify_client on;',
      'credentials-invalid',
    ],
    ['and is past its time', 'ssl_verify_client on;', 'late', 400, 'ssl_verify_client on;', 'credentials-expired'],
    [
      'by a condition, and did not come',
      'ssl_verify_client optional;\nif ($ssl_client_verify != SUCCESS) { return 403; }',
      undefined,
      403,
      'if ($ssl_client_verify != SUCCESS)',
      'tls-required',
    ],
    [
      'as optional, and came from a stranger',
      'ssl_verify_client optional;',
      'stranger',
      400,
      'ssl_verify_client optional;',
      'credentials-invalid',
    ],
  ])('%s', async (_, rules, client, status, quote, cause) => {
    const site = await startSite(http(rules));
    try {
      const exchange = await ask(site, client);
      expect(exchange.response?.status).toBe(status);
      const { findings } = await nginx.inspect(exchange, {
        config: site.config,
        errorLog: join(site.dir, 'error.log'),
      });
      expect(findings[0]).toMatchObject({ cause, weight: 'proves' });
      expect(findings[0]?.quote).toContain(quote);
      expect(new Set(findings.map(({ cause }) => cause))).toEqual(new Set([cause]));
    } finally {
      await site.stop();
    }
  });
});
