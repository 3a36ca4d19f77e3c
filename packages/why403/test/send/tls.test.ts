import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { SendError, send } from '../../src/send/index.ts';
import { type Authority, createAuthority } from './certificates.ts';
import { echoServer, hasProgram, listen, OK, scratchFolder } from './servers.ts';

const skip = !hasProgram('openssl');
if (skip) console.log('skipped: openssl is not installed, so no test of TLS can make its certificates');

let authority: Authority;
beforeAll(() => {
  if (!skip) authority = createAuthority(mkdtempSync(join(tmpdir(), 'why403-ca-')));
});

const get = (url: string) => ({ method: 'GET', url, headers: [] });
const failure = async (work: Promise<unknown>): Promise<{ code: string; message: string }> => {
  try {
    await work;
  } catch (error) {
    if (error instanceof SendError) return { code: error.code, message: error.message };
    throw error;
  }
  throw new Error('nothing was thrown');
};

test.skipIf(skip)('the exchange tells protocol, cipher and certificate', async () => {
  const identity = authority.issue('shop', 'IP:127.0.0.1');
  const echo = await echoServer(() => OK, { cert: identity.cert, key: identity.key });
  const { transport } = await send(get(echo.url), { caFile: authority.certFile });
  expect(transport?.tls).toEqual({
    protocol: 'TLSv1.3',
    cipher: expect.stringMatching(/^TLS_/),
    authorized: true,
    certificate: {
      subject: 'CN=shop, O=Test',
      issuer: 'CN=Test CA',
      validFrom: expect.stringMatching(/GMT$/),
      validTo: expect.stringMatching(/GMT$/),
    },
    clientCertificateSent: false,
  });
});
