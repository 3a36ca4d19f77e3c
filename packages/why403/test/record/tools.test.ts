// Real programs before refusing servers: with `why403 --` they say and end the same, and the refusal is told.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTestAuthority } from '../send/certificates.ts';
import { hasProgram } from '../send/servers.ts';
import { both, direct, folder, recorded, refusing, told } from './support.ts';

const SCOPE = ['403 GET scope-insufficient'];
const authority = createTestAuthority('recording');
const identity = authority?.issue('localhost', 'DNS:localhost,IP:127.0.0.1');

/** The user's variables that name the test's authority. */
const trust = (): Record<string, string> => {
  const file = authority!.certFile;
  return {
    SSL_CERT_FILE: file,
    CURL_CA_BUNDLE: file,
    GIT_SSL_CAINFO: file,
    NODE_EXTRA_CA_CERTS: file,
    REQUESTS_CA_BUNDLE: file,
    PIP_CERT: file,
  };
};

const ifThere = (program: string) => it.skipIf(!hasProgram(program));

describe('curl', () => {
  it('in clear', async () => {
    const { origin, seen } = await refusing();
    const ran = await both(['curl', '-sS', `${origin}/x`, '-H', 'Authorization: Bearer abc']);
    expect(told(ran)).toEqual(SCOPE);
    expect(seen).toEqual(['1.1 GET /x', '1.1 GET /x']);
  });

  it.skipIf(!identity).each([
    ['HTTP/1.1', false, '1.1'],
    ['HTTP/2', true, '2.0'],
  ])('over TLS with %s', async (_, h2, version) => {
    const { origin, seen } = await refusing({ identity: identity!, h2 });
    const ran = await both(['curl', '-sS', '--http2', '-w', '%{http_version} %{http_code}', `${origin}/x`], {
      env: trust(),
    });
    expect(told(ran)).toEqual(SCOPE);
    expect(seen).toEqual([`${version} GET /x`, `${version} GET /x`]);
  });

  it('asks a server in clear for HTTP/2, and is given it or not', async () => {
    const { origin } = await refusing();
    expect(told(await both(['curl', '-sS', '--http2', `${origin}/x`]))).toEqual(SCOPE);
  });

  it('speaks HTTP/2 from the first byte on', async () => {
    const { origin, seen } = await refusing({ h2: true });
    const ran = await both(['curl', '-sS', '--http2-prior-knowledge', '-w', '%{http_version}', `${origin}/x`]);
    expect(told(ran)).toEqual(SCOPE);
    expect(seen).toEqual(['2.0 GET /x', '2.0 GET /x']);
  });

  it('many requests on few connections, to several hosts', async () => {
    const [one, two] = [await refusing(), await refusing()];
    const urls = [`${one.origin}/ok`, `${two.origin}/x`, `${one.origin}/y`, `${two.origin}/ok`, `${one.origin}/ok`];
    const ran = await both(['curl', '-sS', ...urls]);
    expect(told(ran)).toEqual([...SCOPE, ...SCOPE]);
    expect(one.seen).toHaveLength(6);
  });
});

ifThere('wget')('wget, in clear and over TLS with its settings', async () => {
  const cwd = folder();
  const plain = await refusing();
  expect(told(await both(['wget', '-nv', '-O-', `${plain.origin}/x`], { cwd }))).toEqual(SCOPE);
  if (!identity) return;
  const secure = await refusing({ identity });
  writeFileSync(path.join(cwd, '.wgetrc'), `ca_certificate = ${authority!.certFile}\nuser_agent = Mine/1\n`);
  const ran = await both(['wget', '-nv', '-O-', `${secure.origin}/x`], { cwd });
  expect(told(ran)).toEqual(SCOPE);
  expect(ran.diagnoses[0]!.request.headers).toContainEqual(['User-Agent', 'Mine/1']);
});

describe.skipIf(!hasProgram('git'))('git', () => {
  const repository = async (): Promise<string> => {
    const cwd = folder();
    await direct(['git', 'init', '-q', '--bare', 'remote.git'], { cwd });
    await direct(['git', 'init', '-q', 'work'], { cwd });
    const settings = ['-c', 'user.name=a', '-c', 'user.email=a@b.example'];
    await direct(['git', ...settings, 'commit', '-q', '--allow-empty', '-m', 'first'], { cwd: path.join(cwd, 'work') });
    return cwd;
  };

  /** Git's own server, behind a login; who reads may not write. */
  const backend =
    (root: string) =>
    (request: IncomingMessage, response: ServerResponse): void => {
      const [, login] = /^Basic (.*)$/.exec(request.headers.authorization ?? '') ?? [];
      const user = Buffer.from(login ?? '', 'base64').toString();
      const url = new URL(request.url!, 'http://localhost');
      if (user === '') {
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="Git"' });
        return void response.end('Login first.\n');
      }
      if (user === 'reader:word' && /receive-pack/.test(request.url!)) {
        response.writeHead(403, { 'Content-Type': 'text/plain' });
        return void response.end('You do not have permission to push to this repository.\n');
      }
      const child = spawn('git', ['http-backend'], {
        env: {
          PATH: process.env['PATH'],
          GIT_PROJECT_ROOT: root,
          GIT_HTTP_EXPORT_ALL: '1',
          REMOTE_USER: 'x',
          PATH_INFO: url.pathname,
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method,
          CONTENT_TYPE: request.headers['content-type'] ?? '',
          HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
          GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        },
      });
      request.pipe(child.stdin);
      let text = Buffer.alloc(0);
      child.stdout.on('data', (bytes: Buffer) => {
        text = Buffer.concat([text, bytes]);
      });
      child.on('close', () => {
        const end = text.indexOf('\r\n\r\n');
        const fields = text
          .toString('latin1', 0, end)
          .split('\r\n')
          .map((line) => line.split(': ') as [string, string]);
        const status = fields.find(([name]) => name === 'Status')?.[1] ?? '200';
        response.writeHead(
          Number.parseInt(status, 10),
          Object.fromEntries(fields.filter(([name]) => name !== 'Status')),
        );
        response.end(text.subarray(end + 4));
      });
    };

  it('pushes where it may not: the 401 before is no refusal, and is told as tried', async () => {
    const cwd = await repository();
    const { port, seen } = await refusing({ answer: backend(cwd) });
    const push = ['git', 'push', `http://reader:word@localhost:${port}/remote.git`, 'HEAD:refs/heads/main'];
    const ran = await both(push, { cwd: path.join(cwd, 'work') });
    expect(ran.status).not.toBe(0);
    expect(told(ran)).toEqual(['403 GET role-missing']);
    expect(ran.notes).toContain('was tried before: 401 without Authorization. The last answer is what is diagnosed.');
    // twice the same: without us, and with us
    expect(seen.slice(seen.length / 2)).toEqual(seen.slice(0, seen.length / 2));
  });

  it('clones what it may read, and none of that is a refusal', async () => {
    const cwd = await repository();
    const { port } = await refusing({ answer: backend(cwd) });
    const remote = `http://writer:word@localhost:${port}/remote.git`;
    await direct(['git', 'push', '-q', remote, 'HEAD:refs/heads/main'], { cwd: path.join(cwd, 'work') });
    const ran = await recorded(['git', 'clone', '-q', remote, 'copy'], { cwd });
    expect([ran.status, ran.stdout, told(ran), ran.left]).toEqual([0, '', [], []]);
    expect(ran.notes).toMatch(/^why403: \d requests recorded, none was refused\.\n$/m);
  });

  it.skipIf(!identity)('over TLS', async () => {
    const { origin } = await refusing({ identity: identity! });
    expect(told(await both(['git', 'ls-remote', `${origin}/x.git`], { env: trust() }))).toEqual(SCOPE);
  });
});

describe.skipIf(!hasProgram('npm'))('npm', () => {
  const view = (origin: string): string[] => [
    'npm',
    'view',
    'thing',
    '--registry',
    `${origin}/`,
    '--no-update-notifier',
  ];

  it('in clear', async () => {
    const { origin } = await refusing();
    expect(told(await both(view(origin), { cwd: folder() }))).toEqual(SCOPE);
  }, 60_000);

  it.skipIf(!identity)(
    'over TLS, with authorities in its own settings',
    async () => {
      const { origin } = await refusing({ identity: identity! });
      const cwd = folder();
      writeFileSync(path.join(cwd, '.npmrc'), `cafile=${authority!.certFile}\n`);
      expect(told(await both(view(origin), { cwd }))).toEqual(SCOPE);
    },
    60_000,
  );
});

describe('Node', () => {
  const programs: Record<string, string> = {
    fetch: 'const r = await fetch(process.argv[1]); console.log(r.status, await r.text());',
    'http and https': `const m = await import(process.argv[1].startsWith('https') ? 'node:https' : 'node:http');
      m.get(process.argv[1], (r) => { console.log(r.statusCode, r.headers['content-type']); r.resume(); });`,
    'a socket of its own': `const { connect } = await import(process.argv[1].startsWith('https') ? 'node:tls' : 'node:net');
      const u = new URL(process.argv[1]);
      const s = connect({ port: u.port, host: u.hostname, servername: u.hostname });
      s.write('GET ' + u.pathname + ' HTTP/1.0\\r\\nHost: ' + u.host + '\\r\\n\\r\\n');
      let text = ''; s.on('data', (d) => { text += d; }); s.on('end', () => console.log(text.slice(0, 12)));`,
    'curl as its child': `const c = await import('node:child_process');
      console.log(String(c.execFileSync('curl', ['-sS', process.argv[1]])));
      c.spawn('curl', ['-sS', process.argv[1]], { stdio: 'inherit', env: { ...process.env, MORE: '1' } });`,
    'the variables of its user': `console.log(Object.keys(process.env).filter((n) => /^(https?|no|all)_proxy$/i.test(n)), process.execArgv);
      await (await fetch(process.argv[1])).text();`,
  };

  it.each(Object.keys(programs))('%s, in clear and over TLS', async (name) => {
    const plain = await refusing();
    const command = (origin: string): string[] => [
      process.execPath,
      '--input-type=module',
      '-e',
      programs[name]!,
      `${origin}/x`,
    ];
    expect(told(await both(command(plain.origin))).slice(0, 1)).toEqual(SCOPE);
    if (!identity) return;
    const secure = await refusing({ identity });
    expect(told(await both(command(secure.origin), { env: trust() })).slice(0, 1)).toEqual(SCOPE);
  });

  it('HTTP/2 in clear, where the server speaks first', async () => {
    const { origin } = await refusing({ h2: true });
    const code = `const c = (await import('node:http2')).connect(process.argv[1]); const r = c.request({ ':path': '/x' });
      r.on('response', (h) => console.log(h[':status'])); r.on('end', () => c.close()); r.resume();`;
    expect(told(await both([process.execPath, '--input-type=module', '-e', code, origin]))).toEqual(SCOPE);
  });

  it('keeps NODE_OPTIONS of its user, with blanks in a path', async () => {
    const cwd = folder();
    const file = path.join(cwd, 'a file.cjs');
    // why403 is a program of Node itself
    writeFileSync(file, "if (!/why403/.test(process.argv[1] ?? '')) console.log('loaded');");
    const { origin } = await refusing();
    const ran = await both([process.execPath, '-e', `fetch('${origin}/x').then((r) => console.log(r.status))`], {
      env: { NODE_OPTIONS: `--require "${file}"` },
    });
    expect(ran.stdout).toBe('loaded\n403\n');
    expect(told(ran)).toEqual(SCOPE);
  });

  it.each([
    ['refuses connections', 'http://127.0.0.1:1/', 'ECONNREFUSED connect ECONNREFUSED 127.0.0.1:1'],
    ['has no such name', 'http://nowhere.invalid/', 'ENOTFOUND getaddrinfo ENOTFOUND nowhere.invalid'],
  ])('meets the same failure where the host %s', async (_, url, says) => {
    const code = `require('node:http').get('${url}').on('error', (e) => console.log(e.code, e.message));`;
    const ran = await both([process.execPath, '-e', code]);
    expect(ran.stdout).toBe(`${says}\n`);
    expect(ran.notes).toContain('was not reached');
  });
});

describe.skipIf(!hasProgram('python3'))('Python', () => {
  const code = `import urllib.request, sys
try: urllib.request.urlopen(sys.argv[1])
except Exception as e: print(e)`;

  it('urllib, in clear and over TLS', async () => {
    const plain = await refusing();
    expect(told(await both(['python3', '-c', code, `${plain.origin}/x`]))).toEqual(SCOPE);
    if (!identity) return;
    const secure = await refusing({ identity });
    expect(told(await both(['python3', '-c', code, `${secure.origin}/x`], { env: trust() }))).toEqual(SCOPE);
  });
});

ifThere('php')('PHP with its own streams', async () => {
  const cwd = folder();
  writeFileSync(path.join(cwd, 'a.php'), '<?php echo @file_get_contents($argv[1]) === false ? "no" : "yes";');
  const plain = await refusing();
  expect(told(await both(['php', 'a.php', `${plain.origin}/x`], { cwd }))).toEqual(SCOPE);
});

ifThere('perl')('Perl with HTTP::Tiny', async () => {
  const { origin } = await refusing();
  const code = 'print HTTP::Tiny->new->get($ARGV[0])->{status}';
  expect(told(await both(['perl', '-MHTTP::Tiny', '-e', code, `${origin}/x`]))).toEqual(SCOPE);
});

ifThere('java')(
  'Java, in clear and over TLS; the line about its options is its own',
  async () => {
    const cwd = folder();
    writeFileSync(
      path.join(cwd, 'J.java'),
      'import java.net.*; public class J { public static void main(String[] a) throws Exception { System.out.println(((HttpURLConnection) new URL(a[0]).openConnection()).getResponseCode()); } }',
    );
    const plain = await refusing();
    expect(told(await both(['java', 'J.java', `${plain.origin}/x`], { cwd }))).toEqual(SCOPE);
    if (!identity) return;
    const secure = await refusing({ identity });
    // Java trusts a list of its own, and the test's authority is not on it: that failure stays its own
    const ran = await both(['java', 'J.java', `${secure.origin}/x`], { cwd, env: trust() });
    expect(ran.status).not.toBe(0);
    expect(ran.notes).toContain('Its certificate is not trusted here');
  },
  60_000,
);

describe('what cannot be recorded is said, with what to paste', () => {
  it.each([
    [
      'ruby',
      ['ruby', '-rnet/http', '-e', 'puts Net::HTTP.get_response(URI(ARGV[0])).code'],
      'Ruby never uses a proxy for a host on this machine.',
    ],
    [
      'kubectl',
      ['kubectl', 'get', 'pods', '--server'],
      'Programs in Go never use a proxy for a host on this machine. Paste what `kubectl -v=8 …` prints',
    ],
    ['docker', ['docker', 'pull'], 'Images are fetched by the daemon'],
  ])('%s', async (program, command, says) => {
    if (!hasProgram(program)) return;
    const { origin } = await refusing();
    const ran = await recorded([...command, program === 'docker' ? 'localhost:1/x' : origin], { cwd: folder() });
    expect(ran.notes).toContain(says);
    expect(told(ran)).toEqual([]);
  });
});
