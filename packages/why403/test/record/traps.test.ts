// Where reading would change what the command meets, its connections are passed on unread, and that is said.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestAuthority } from '../send/certificates.ts';
import { connectProxy, socksProxy } from '../send/proxy-server.ts';
import { hasProgram } from '../send/servers.ts';
import { both, folder, recorded, refusing, told } from './support.ts';

const SCOPE = ['403 GET scope-insufficient'];
const authority = createTestAuthority('recording');
const identity = authority?.issue('localhost', 'DNS:localhost,IP:127.0.0.1');
const caFile = authority?.certFile ?? '';

describe.skipIf(!identity)('passed on unread, and said so', () => {
  const asksCertificate = { identity: identity!, asksCertificate: true };
  const byCertificate = (request: { socket: object }, response: { statusCode: number; end(text: string): unknown }) => {
    const { subject } = (request.socket as { getPeerCertificate(): { subject?: object } }).getPeerCertificate();
    response.statusCode = subject ? 200 : 403;
    response.end(subject ? 'welcome\n' : 'No certificate.\n');
  };

  it.each([
    ['-k', ['-k'], {}, '-k turns the check of certificates off'],
    ['--insecure in a bundle', ['-sSk'], {}, '-k turns the check of certificates off'],
    ['an own authority', ['--cacert', caFile], {}, '--cacert names the only authority'],
    [
      'a pin',
      ['--pinnedpubkey', 'sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='],
      { CURL_CA_BUNDLE: caFile },
      '--pinnedpubkey pins',
    ],
  ])('curl with %s', async (_, words, env, says) => {
    const { origin } = await refusing({ identity: identity! });
    const ran = await both(['curl', '-sS', ...words, `${origin}/x`], { env: env as Record<string, string> });
    expect(told(ran)).toEqual([]);
    expect(ran.notes).toContain(says);
  });

  it('curl with -k in its own settings', async () => {
    const { origin } = await refusing({ identity: identity! });
    const cwd = folder();
    writeFileSync(path.join(cwd, '.curlrc'), '# mine\ninsecure\n');
    expect((await both(['curl', '-sS', `${origin}/x`], { cwd })).notes).toContain(
      '--insecure turns the check of certificates off',
    );
  });

  it('an address as host', async () => {
    const { port } = await refusing({ identity: identity! });
    const ran = await both(['curl', '-sS', `https://127.0.0.1:${port}/x`], { env: { CURL_CA_BUNDLE: caFile } });
    expect(ran.stdout).toContain('insufficient_scope');
    expect(ran.notes).toContain(`Passed on unread: 127.0.0.1:${port}. The host is an address`);
  });

  it('a client certificate of curl: 200 stays 200', async () => {
    const own = authority!.issue('me', 'DNS:me');
    const { origin } = await refusing({ ...asksCertificate, answer: byCertificate as never });
    const words = ['--cert', own.certFile, '--key', own.keyFile, '--cacert', caFile];
    const ran = await both(['curl', '-sS', ...words, origin]);
    expect(ran.stdout).toBe('welcome\n');
    expect(ran.notes).toMatch(/--(?:cert|key) gives a client certificate/);
  });

  it('a client certificate in the code of a program: 200 stays 200', async () => {
    const own = authority!.issue('me', 'DNS:me');
    const { origin } = await refusing({ ...asksCertificate, answer: byCertificate as never });
    const code = `const fs = require('node:fs'); const [, url, cert, key] = process.argv;
      require('node:https').get(url, { cert: fs.readFileSync(cert), key: fs.readFileSync(key) }, (r) => r.pipe(process.stdout));`;
    const ran = await both([process.execPath, '-e', code, origin, own.certFile, own.keyFile], {
      env: { NODE_EXTRA_CA_CERTS: caFile },
    });
    expect(ran.stdout).toBe('welcome\n');
    expect(ran.notes).toContain('The program gives a client certificate');
  });

  it('a server that asks for a certificate, where only the program knows whether it has one', async () => {
    const own = authority!.issue('me', 'DNS:me');
    const { port } = await refusing({ ...asksCertificate, answer: byCertificate as never });
    const code = `import ssl, sys, urllib.request
c = ssl.create_default_context(); c.load_cert_chain(sys.argv[2], sys.argv[3])
print(urllib.request.urlopen(sys.argv[1], context=c).status)`;
    if (!hasProgram('python3')) return;
    const ran = await both(['python3', '-c', code, `https://localhost:${port}/`, own.certFile, own.keyFile], {
      env: { SSL_CERT_FILE: caFile },
    });
    expect(ran.stdout).toBe('200\n');
    expect(ran.notes).toContain('The server asks for a client certificate');
  });

  it('a server that asks for a certificate, where curl shows that it has none: its refusal is told', async () => {
    const { origin } = await refusing({ ...asksCertificate, answer: byCertificate as never });
    const ran = await both(['curl', '-sS', origin], { env: { CURL_CA_BUNDLE: caFile } });
    expect(told(ran)).toEqual(['403 GET tls-required']);
  });

  it('a certificate that nobody trusts: the command says so itself, with its own status', async () => {
    const { origin, seen } = await refusing({ identity: identity! });
    const ran = await both(['curl', '-sS', origin]);
    expect(ran.status).toBe(60);
    expect(ran.notes).toContain('Its certificate is not trusted here');
    expect(seen).toEqual([]);
  });

  it('an authority that only another program trusts: the failure stays', async () => {
    const { origin } = await refusing({ identity: identity! });
    const ran = await both(['curl', '-sS', origin], { env: { NODE_EXTRA_CA_CERTS: caFile } });
    expect(ran.status).toBe(60);
    expect(ran.notes).toContain('Its certificate is not trusted here');
  });

  it.skipIf(!hasProgram('git'))('Git with a check that is off, and with an authority in its settings', async () => {
    const { origin } = await refusing({ identity: identity! });
    const off = await both(['git', '-c', 'http.sslVerify=false', 'ls-remote', `${origin}/x.git`]);
    expect(off.notes).toContain('http.sslVerify=false turns the check of certificates off');
    const given = await both(['git', '-c', `http.sslCAInfo=${caFile}`, 'ls-remote', `${origin}/x.git`]);
    expect(given.notes).toContain('http.sslCAInfo names the only authority');
    const cwd = folder();
    writeFileSync(path.join(cwd, '.gitconfig'), `[http]\n\tsslCAInfo = ${caFile}\n`);
    expect(told(await both(['git', 'ls-remote', `${origin}/x.git`], { cwd }))).toEqual(SCOPE);
  });

  it('a program that trusts what is built into it: told as ours, never as the server’s', async () => {
    if (!hasProgram('python3')) return;
    const { port } = await refusing({ identity: identity! });
    const code = `import ssl, sys, urllib.request
c = ssl.create_default_context(cafile=sys.argv[2])
for i in (1, 2):
    try: urllib.request.urlopen(sys.argv[1], context=c)
    except Exception as e: print(e)`;
    const ran = await recorded(['python3', '-c', code, `https://localhost:${port}/`, caFile], {
      env: { SSL_CERT_FILE: caFile },
    });
    expect(ran.notes).toContain(`The recorder was not trusted by the command for localhost:${port}`);
    expect(ran.notes).toContain("This failure is not the server's.");
    expect(told(ran)).toEqual([]);
    // from the second time on it is let through
    expect(ran.stdout.split('\n')[1]).toBe('HTTP Error 403: Forbidden');
  });
});

describe('proxies of the user', () => {
  it('a NO_PROXY that is inherited does not lead past the recorder', async () => {
    const { origin } = await refusing();
    const env = { NO_PROXY: '*', no_proxy: 'localhost,127.0.0.1' };
    expect(told(await both(['curl', '-sS', `${origin}/x`], { env }))).toEqual(SCOPE);
    expect(told(await both([process.execPath, '-e', `fetch('${origin}/x')`], { env }))).toEqual(SCOPE);
  });

  it.skipIf(!identity)('is gone through, and obeyed where it makes exceptions', async () => {
    const proxy = await connectProxy();
    const { origin, port } = await refusing({ identity: identity! });
    const env = { https_proxy: `http://me:word@127.0.0.1:${proxy.port}`, CURL_CA_BUNDLE: caFile };
    expect(told(await recorded(['curl', '-sS', `${origin}/x`], { env }))).toEqual(SCOPE);
    expect(proxy.asked[0]).toContain(`CONNECT localhost:${port} HTTP/1.1`);
    expect(proxy.asked[0]).toContain(`Proxy-Authorization: Basic ${Buffer.from('me:word').toString('base64')}`);
    expect(told(await recorded(['curl', '-sS', `${origin}/x`], { env: { ...env, no_proxy: 'localhost' } }))).toEqual(
      SCOPE,
    );
    expect(proxy.asked).toHaveLength(1);
  });

  it.skipIf(!identity)('by SOCKS as well', async () => {
    const proxy = await socksProxy();
    const { origin, port } = await refusing({ identity: identity! });
    const env = { all_proxy: `socks5h://127.0.0.1:${proxy.port}`, CURL_CA_BUNDLE: caFile };
    expect(told(await both(['curl', '-sS', `${origin}/x`], { env }))).toEqual(SCOPE);
    expect(proxy.asked).toEqual([`5 localhost:${port}`, `5 localhost:${port}`]);
  });

  it('that refuses is told as the one who refused', async () => {
    const body =
      '<html><body><h1>ERROR: The requested URL could not be retrieved</h1><p>Access Denied.</p></body></html>';
    const proxy = await connectProxy(
      () =>
        `HTTP/1.1 403 Forbidden\r\nServer: squid/5.7\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\nContent-Type: text/html\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const env = { https_proxy: `http://127.0.0.1:${proxy.port}` };
    const ran = await both(['curl', '-sS', 'https://shop.example/'], { env });
    expect(told(ran)).toEqual(['403 CONNECT proxy-refused']);
  });

  it.each([
    ['http_proxy', 'http', 'http'],
    ['https_proxy', 'http', 'https'],
    ['all_proxy', 'socks5h', 'http'],
  ])('that is not reached by %s is named, not the host', async (name, scheme, asked) => {
    const env = { [name]: `${scheme}://me:secretword@127.0.0.1:1` };
    const ran = await recorded(['curl', '-s', `${asked}://shop.example/x`], { env });
    expect(ran.notes).toBe(
      `why403: The proxy ${scheme}://127.0.0.1:1 was not reached: it refuses connections on this port.\n`,
    );
  });

  it('-x of curl leads past the recorder, and that is said', async () => {
    const { origin } = await refusing();
    const proxy = await connectProxy();
    const ran = await recorded(['curl', '-sS', '-p', '-x', `http://127.0.0.1:${proxy.port}`, `${origin}/x`]);
    expect(ran.notes).toContain('-x of curl goes past the recorder.');
  });
});

describe('what is typed', () => {
  it.each([
    [['nothing-like-this'], 127, 'nothing-like-this is no program that is found.'],
    [['/etc/passwd'], 126, '/etc/passwd cannot be run: permission denied.'],
    [['https://shop.example/'], 127, '-- runs a command, and https://shop.example/ is a URL: leave -- out.'],
  ])('%j', async (command, status, says) => {
    const ran = await recorded(command);
    expect([ran.status, ran.stdout, ran.left]).toEqual([status, '', []]);
    expect(ran.stderr).toContain(says);
  });

  it.each([
    [[], [], 'After -- there is no command.'],
    [['--send'], ['true'], '--send is for a request that is given, and -- runs a command.'],
    [['--apply'], ['true'], '--apply is for a request that is given, and -- runs a command.'],
    [['http://a.example/'], ['true'], 'A request (http://a.example/) and a command after -- are two things at once.'],
  ])('%j -- %j', async (own, command, says) => {
    const ran = await recorded(command, { own });
    expect([ran.status, ran.stdout]).toEqual([2, '']);
    expect(ran.stderr.split('\n')[0]).toBe(`why403: ${says}`);
  });
});
