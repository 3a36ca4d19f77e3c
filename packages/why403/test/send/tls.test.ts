import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { SendOptions } from '@why403/core';
import { expect, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { createTestAuthority, openssl } from './certificates.ts';
import { failure } from './failure.ts';
import { echoServer, listen, OK, scratchFolder } from './servers.ts';

const authority = createTestAuthority('TLS');
const skip = authority === undefined;
const get = (url: string) => ({ method: 'GET', url, headers: [] });

/** A TLS server with a certificate for 127.0.0.1, and what else its options say. */
async function tlsServer(more: object = {}, names = 'IP:127.0.0.1,DNS:localhost', expired = false) {
  const identity = authority!.issue('shop', names, expired);
  return echoServer(() => OK, { cert: identity.cert, key: identity.key, ...more });
}

test.skipIf(skip)('the exchange tells protocol, cipher and certificate', async () => {
  const echo = await tlsServer();
  const { transport } = await send(get(echo.url), { caFile: authority!.certFile });
  expect(transport).toEqual({
    address: '127.0.0.1',
    port: echo.port,
    tls: {
      protocol: 'TLSv1.3',
      cipher: expect.stringMatching(/^TLS_/),
      authorized: true,
      certificate: {
        subject: 'O=Test, CN=shop',
        issuer: 'CN=Test CA',
        validFrom: expect.stringMatching(/GMT$/),
        validTo: expect.stringMatching(/GMT$/),
      },
      clientCertificateSent: false,
    },
    timings: {
      lookup: expect.any(Number),
      connect: expect.any(Number),
      tls: expect.any(Number),
      firstByte: expect.any(Number),
      end: expect.any(Number),
    },
  });
});

test.skipIf(skip)('a CA that is not known is told, and -k goes on and says why not', async () => {
  const echo = await tlsServer();
  expect(await failure(send(get(echo.url), {}))).toEqual([
    'TLS',
    `TLS with 127.0.0.1:${echo.port} failed: the issuer of its certificate is not known here, or the server leaves out an intermediate certificate; give the CA with --cacert, or accept it with -k (certificate of "O=Test, CN=shop").`,
  ]);
  expect(echo.requests).toEqual([]);
  const { transport } = await send(get(echo.url), { insecure: true });
  expect([transport?.tls?.authorized, transport?.tls?.authorizationError]).toEqual([
    false,
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ]);
});

test.skipIf(skip)('a certificate for another name, a self-signed one and an expired one are told apart', async () => {
  const ca = { caFile: authority!.certFile };
  const other = await tlsServer({}, 'DNS:other.example');
  expect((await failure(send(get(other.url), ca)))[1]).toBe(
    `TLS with 127.0.0.1:${other.port} failed: its certificate is for another name; check the host in the URL, or accept it with -k (certificate of "O=Test, CN=shop").`,
  );
  const own = await echoServer(() => OK, { cert: authority!.cert, key: authority!.key });
  expect((await failure(send(get(own.url), {})))[1]).toBe(
    `TLS with 127.0.0.1:${own.port} failed: its certificate is self-signed; give its CA with --cacert, or accept it with -k (certificate of "CN=Test CA").`,
  );
  const old = await tlsServer({}, 'IP:127.0.0.1', true);
  expect((await failure(send(get(old.url), ca)))[1]).toBe(
    `TLS with 127.0.0.1:${old.port} failed: its certificate has expired; the server needs a new one, or accept it with -k (certificate of "O=Test, CN=shop").`,
  );
});

test.skipIf(skip)('the server name goes out in the handshake, and --resolve leads there', async () => {
  const names: (string | undefined)[] = [];
  const echo = await tlsServer(
    {
      SNICallback: (name: string, done: (error: null) => void) => {
        names.push(name);
        done(null);
      },
    },
    'DNS:shop.example',
  );
  const exchange = await send(get(`https://shop.example:${echo.port}/`), {
    caFile: authority!.certFile,
    resolve: [`shop.example:${echo.port}:127.0.0.1`],
  });
  expect([names, exchange.transport?.tls?.authorized]).toEqual([['shop.example'], true]);
});

test.skipIf(skip)(
  'a client certificate is shown as PEM or PKCS #12, and one that is wanted and missing is told',
  async () => {
    const folder = scratchFolder();
    const client = authority!.issue('client', 'DNS:client');
    const bundle = join(folder, 'client.p12');
    openssl(
      'pkcs12',
      '-export',
      '-inkey',
      client.keyFile,
      '-in',
      client.certFile,
      '-out',
      bundle,
      '-passout',
      'pass:secret',
    );
    const locked = join(folder, 'locked.key');
    openssl('pkey', '-in', client.keyFile, '-aes256', '-passout', 'pass:secret', '-out', locked);
    const joined = join(folder, 'joined.pem');
    writeFileSync(joined, Buffer.concat([client.cert, client.key]));
    const echo = await tlsServer({ requestCert: true, rejectUnauthorized: true, ca: authority!.cert });
    const ca = { caFile: authority!.certFile };
    const good: SendOptions[] = [
      { cert: client.certFile, key: client.keyFile },
      { cert: joined },
      { cert: client.certFile, key: locked, passphrase: 'secret' },
      { cert: bundle, passphrase: 'secret' },
    ];
    for (const options of good) {
      const { response, transport } = await send(get(echo.url), { ...ca, ...options });
      expect([response?.status, transport?.tls?.clientCertificateSent]).toEqual([200, true]);
    }
    expect(await failure(send(get(echo.url), { ...ca, cert: bundle, passphrase: 'wrong' }))).toEqual([
      'FILE',
      `The key in ${JSON.stringify(bundle)} cannot be opened; give its passphrase with --pass.`,
    ]);
    expect(await failure(send(get(echo.url), { ...ca, cert: client.certFile, key: locked }))).toEqual([
      'FILE',
      `The key in ${JSON.stringify(locked)} cannot be opened; give its passphrase with --pass.`,
    ]);
    const [code, message] = await failure(send(get(echo.url), ca));
    expect([code, message]).toEqual([
      'TLS',
      `TLS with 127.0.0.1:${echo.port} failed: the server ended the handshake (certificate required); it may want a client certificate (--cert, --key).`,
    ]);
  },
);

test.skipIf(skip)('files that cannot be read are told', async () => {
  const folder = scratchFolder();
  const gone = join(folder, 'gone.pem');
  const echo = await tlsServer();
  const shown = JSON.stringify(gone);
  expect(await failure(send(get(echo.url), { caFile: gone }))).toEqual([
    'FILE',
    `${shown} of --cacert cannot be read: there is no such file.`,
  ]);
  expect(await failure(send(get(echo.url), { cert: gone }))).toEqual([
    'FILE',
    `${shown} of --cert cannot be read: there is no such file.`,
  ]);
  expect(await failure(send(get(echo.url), { caPath: folder }))).toEqual([
    'FILE',
    `The folder ${JSON.stringify(folder)} of --capath holds no PEM certificate; check the path.`,
  ]);
  writeFileSync(join(folder, 'ca.pem'), authority!.cert);
  expect((await send(get(echo.url), { caPath: folder })).response?.status).toBe(200);
});

test.skipIf(skip)('versions and ciphers are held to, and what does not suit is told', async () => {
  const echo = await tlsServer({ maxVersion: 'TLSv1.2' });
  const ca = { caFile: authority!.certFile };
  const held = await send(get(echo.url), { ...ca, tlsMax: '1.2', ciphers: 'ECDHE-ECDSA-AES256-GCM-SHA384' });
  expect([held.transport?.tls?.protocol, held.transport?.tls?.cipher]).toEqual([
    'TLSv1.2',
    'ECDHE-ECDSA-AES256-GCM-SHA384',
  ]);
  expect(await failure(send(get(echo.url), { ...ca, tlsMin: '1.3' }))).toEqual([
    'TLS',
    `TLS with 127.0.0.1:${echo.port} failed: no TLS version suits both sides; try --tlsv1.2 or --tls-max.`,
  ]);
  expect(await failure(send(get(echo.url), { ...ca, ciphers: 'NOPE' }))).toEqual([
    'TLS',
    'The ciphers "NOPE" are not known here; check --ciphers.',
  ]);
});

test('a port that does not speak TLS, or hangs up, is told', async () => {
  const plain = await echoServer();
  const server = createServer(
    (socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  const port = await listen(server);
  expect(await failure(send(get(`https://127.0.0.1:${port}/`), {}))).toEqual([
    'TLS',
    `TLS with 127.0.0.1:${port} failed: the port does not speak TLS; try http:// instead of https://.`,
  ]);
  const closing = createServer((socket) => void socket.once('data', () => socket.resetAndDestroy()));
  const closed = await listen(closing);
  expect(await failure(send(get(`https://127.0.0.1:${closed}/`), {}))).toEqual([
    'RESET',
    `127.0.0.1:${closed} closed the connection during the TLS handshake; check that the port speaks TLS, and whether it wants a client certificate or another TLS version.`,
  ]);
  expect(await failure(send(get(`https://127.0.0.1:${plain.port}/`), { connectTimeout: 80 }))).toEqual([
    'TIMEOUT',
    `127.0.0.1:${plain.port} did not finish the TLS handshake within 0.08 s; check that the port speaks TLS.`,
  ]);
});
