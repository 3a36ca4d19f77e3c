import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createServer as createTcpServer, type Socket } from 'node:net';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BIN, diagnosed, folderOf, har, harEntry, type RunOptions, serve, why403 } from './command.ts';

/** Runs what cannot be read and gives the lines on standard error, which hold no stack. */
async function refusedInput(words: readonly string[], options: RunOptions = {}) {
  const { status, stdout, stderr } = await why403(words, options);
  expect(stdout).toBe('');
  expect(stderr).not.toMatch(/^ {4}at |node:internal|Error:/m);
  return [
    status,
    stderr
      .trimEnd()
      .split('\n')
      .map((line) => line.trim())[0],
  ];
}

async function tcp(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket.on('error', () => {}));
    onConnection(socket);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return (server.address() as { port: number }).port;
}

describe('an input that cannot be read ends with 2 and one clear line', () => {
  it.each([
    ['nothing', [], 'why403: standard input is empty.'],
    ['no HTTP', ['hello world'], 'why403: "hello world" names no request, and no words that refuse.'],
    ['words without curl', ['npm', 'publish'], 'why403: "npm publish" names no request, and no words that refuse.'],
    ['a misspelt option', ['--jsno', 'http://a.example/'], "why403: Unknown option '--jsno'."],
    [
      'an option of curl that is not known',
      ['curl', '--no-such', 'http://a.example/'],
      'why403: curl has no option --no-such.',
    ],
    [
      'a bound that is no number',
      ['--max-wait', 'long', 'http://a.example/'],
      'why403: --max-wait takes seconds from 0 to 3600, not "long".',
    ],
    [
      'a number in words',
      ['--max-requests', 'many', 'http://a.example/'],
      'why403: --max-requests takes a whole number from 1 to 1000, not "many".',
    ],
    [
      'a credential without a header',
      ['--as', 'admin', 'http://a.example/'],
      'why403: --as takes a name and a header.',
    ],
    [
      'two reports at once',
      ['--json', '--markdown', 'http://a.example/'],
      'why403: --json and --markdown ask for two reports at once.',
    ],
    ['a file that is not there', ['gone.har'], 'why403: gone.har cannot be read: there is no such file.'],
    ['a folder without a recording', ['.'], 'why403: . is a folder without a recording.'],
  ])('%s', async (_name, words, line) => {
    expect(await refusedInput(words, { cwd: folderOf() })).toEqual([2, line]);
  });

  it('names the option that was meant', async () => {
    const { stderr } = await why403(['--max-request', '3', 'http://a.example/']);
    expect(stderr).toContain('Did you mean --max-requests?');
  });

  it('a HAR that is cut off, with the place', async () => {
    const whole = har(harEntry({ url: 'https://a.example/', status: 403 }));
    const folder = folderOf({ 'cut.har': whole.slice(0, 200) });
    expect(await refusedInput(['cut.har'], { cwd: folder })).toEqual([
      2,
      `why403: The HAR cut.har is cut off: it ends at byte 200, inside entry 1, which begins at byte ${whole.indexOf('{"started')}.`,
    ]);
  });

  it('a HAR that is malformed, with the place', async () => {
    const whole = har(harEntry({ url: 'https://a.example/', status: 403 })).replace('"status":403', '"status":403,,');
    const folder = folderOf({ 'bad.har': whole });
    const [status, line] = await refusedInput(['bad.har'], { cwd: folder });
    expect([status, line]).toEqual([
      2,
      `why403: Entry 1 of the HAR is not well-formed JSON at byte ${whole.indexOf(',,') + 1}.`,
    ]);
  });

  it('bytes that are no text', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 89) % 251);
    expect(await refusedInput(['x.bin'], { cwd: folderOf({ 'x.bin': bytes }) })).toEqual([
      2,
      'why403: x.bin shows no refusal: no status such as 401 or 403, and no words that refuse.',
    ]);
  });

  it('a page that cannot be written', async () => {
    const { status, stderr } = await why403(['-', '--html', 'none/x.html'], {
      stdin: har(harEntry({ url: 'https://a.example/', status: 403 })),
      cwd: folderOf(),
    });
    expect([status, stderr]).toEqual([2, 'why403: none/x.html cannot be written: ENOENT.\n']);
  });
});

describe('a body that is hard to read is read as far as it goes', () => {
  const answer = (type: string, body: Uint8Array | string): Uint8Array =>
    Buffer.concat([
      Buffer.from(`HTTP/1.1 403 Forbidden\r\nContent-Type: ${type}\r\n\r\n`),
      Buffer.from(body as string),
    ]);

  it('binary', async () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, i) => (i * 97) % 256);
    const { status, stdout } = await why403(['-'], { stdin: answer('application/octet-stream', bytes) });
    expect(status).toBe(1);
    expect(stdout).toContain('note   The response body is not text.');
  });

  it('of another charset than it says', async () => {
    const body = Buffer.concat([Buffer.from('<title>Acc\xe8s</title><p>CSRF token missing', 'latin1')]);
    const { diagnoses } = await diagnosed(['-'], { stdin: answer('text/html; charset=utf-8', body) });
    expect(diagnoses[0]?.verdict.cause).toBe('csrf-missing');
  });

  it('of 8 MB: cut at what is kept, and said; of 100 MB: only what tells of the refusal is read', async () => {
    const folder = folderOf();
    const write = (name: string, blocks: number): void => {
      const handle = openSync(path.join(folder, name), 'w');
      writeSync(handle, 'HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nCSRF token missing. ');
      const block = Buffer.alloc(1 << 20, 'x ');
      for (let i = 0; i < blocks; i++) writeSync(handle, block);
      closeSync(handle);
    };
    write('long.http', 8);
    const { status, stdout } = await why403(['long.http'], { cwd: folder });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^note {3}The response body has 8388\d{3} bytes; its first 4 MiB were read\.$/m);
    write('large.http', 100);
    const large = await why403(['large.http'], { cwd: folder });
    expect(large.status).toBe(0);
    expect(large.stdout).toContain('csrf-missing');
    expect(large.stderr).toBe('why403: large.http is long: of it only the lines around refusals were read.\n');
  });

  it('of 100 MB from a server: no more than the limit is taken', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(403, { 'Content-Type': 'text/plain' });
      const block = Buffer.alloc(1 << 20, 'x ');
      let left = 100;
      response.write('CSRF token missing. ');
      const more = (): void => {
        while (left-- > 0) if (!response.write(block)) return void response.once('drain', more);
        response.end();
      };
      more();
    });
    const { status, stdout } = await why403([`${origin}/large`, '--max-requests', '1']);
    expect(status).toBeLessThanOrEqual(1);
    expect(stdout).toMatch(/^note {3}.*(?:MiB|bytes)/m);
  });
});

describe('a server that cannot be reached ends with 3, each told apart', () => {
  const told = async (words: readonly string[]) => {
    const { status, stdout, stderr } = await why403(words);
    expect([stdout, stderr.trimEnd().split('\n').length]).toEqual(['', 1]);
    return [status, stderr.trimEnd()];
  };

  it('a name that is not resolved', async () => {
    expect(await told(['http://no-such-host.invalid/'])).toEqual([
      3,
      expect.stringMatching(/^why403: The name of no-such-host\.invalid:80 was not resolved \(E\w+\)/),
    ]);
  });

  it('a connection that is refused', async () => {
    expect(await told(['http://127.0.0.1:1/'])).toEqual([
      3,
      expect.stringMatching(/^why403: 127\.0\.0\.1:1 refused the connection;/),
    ]);
  });

  it('a connection that is reset', async () => {
    const port = await tcp((socket) => socket.once('data', () => socket.resetAndDestroy()));
    expect(await told([`http://127.0.0.1:${port}/`])).toEqual([
      3,
      expect.stringMatching(/^why403: 127\.0\.0\.1:\d+ closed the connection before it answered;/),
    ]);
  });

  it('TLS that fails', async () => {
    const port = await tcp((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')));
    expect(await told([`https://127.0.0.1:${port}/`])).toEqual([
      3,
      expect.stringMatching(/^why403: TLS with 127\.0\.0\.1:\d+ failed: the port does not speak TLS; try http/),
    ]);
  });

  it('an answer that does not come in time', async () => {
    const port = await tcp(() => {});
    expect(await told(['curl', '-m', '0.3', `http://127.0.0.1:${port}/`])).toEqual([
      3,
      expect.stringMatching(/^why403: .*(?:in time|0\.3 s|300 ms|time)/),
    ]);
  });

  it('a redirect without end', async () => {
    const { origin } = await serve((request, response) => {
      response.writeHead(302, { Location: `${request.url}x` });
      response.end();
    });
    const { status, stderr } = await why403(['curl', '-L', '--max-redirs', '5', `${origin}/a`]);
    expect([status, stderr.split('\n').length]).toEqual([3, 2]);
    expect(stderr).toMatch(/^why403: .*redirect/i);
  });
});

it('goes on with the other entries of a HAR when one has no answer', async () => {
  const gone = harEntry({ url: 'http://127.0.0.1:1/gone', status: 0 });
  const { status, stdout, stderr } = await why403(['-'], {
    stdin: har(gone, harEntry({ url: 'https://a.example/x', method: 'POST', status: 403, text: 'CSRF token missing' })),
  });
  expect(status).toBe(0);
  expect(stdout).toContain('csrf-missing');
  expect(stderr).toBe('why403: Entry 1, GET http://127.0.0.1:1/gone: The browser got no answer that it shows.\n');
});

describe('control characters and bidi marks of a response', () => {
  const nasty =
    '\u001b[31mred\u001b]0;title\u0007 \u0008\u0008 \u202egnp.exe\u202c \u2066x\u2069 \u200bzero \u009b1m <script>alert(1)</script> `code` | [a](javascript:b)';
  const text = `CSRF token missing ${nasty}`;
  const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/;

  it('are shown escaped in every report', async () => {
    const folder = folderOf({
      'x.har': har(
        harEntry({
          url: `https://a.example/${'\u202e'}x`,
          method: 'POST',
          status: 403,
          text,
          got: { 'X-Reason': nasty, 'Content-Type': 'text/plain', Server: 'nginx\u001b[2J' },
        }),
      ),
    });
    for (const form of [[], ['--markdown'], ['--html', 'x.html'], ['--json']]) {
      const ran = await why403(['--no-send', ...form, 'x.har'], { cwd: folder });
      const stdout = form[0] === '--html' ? readFileSync(path.join(folder, 'x.html'), 'utf8') : ran.stdout;
      expect(stdout).toContain('csrf-missing');
      expect(stdout + ran.stderr).not.toMatch(raw);
      if (form[0] === '--json') expect(JSON.parse(stdout).diagnoses[0].response.body).toBe(text);
      if (form[0] === '--html') expect(stdout).not.toContain('<script');
      if (form.length === 0) expect(stdout).toContain('\\x1b[31mred');
    }
  });

  it('are shown escaped in lines for a shell, which hold the same bytes', async () => {
    const { origin } = await serve((_request, response) => {
      response.writeHead(403);
      response.end('Forbidden');
    });
    const { stdout } = await why403([
      'curl',
      `${origin}/x`,
      '-H',
      "X-Note: a\u202eb'c",
      '-H',
      'Authorization: opaque1234567',
      '--max-requests',
      '2',
    ]);
    expect(stdout).not.toMatch(raw);
  });
});

describe('Ctrl-C', () => {
  it('says what was already known, and ends with 130', async () => {
    let asked = 0;
    // the refusal is answered; the first experiment is not
    const { origin } = await serve((_request, response) => {
      if (++asked > 1) return void child?.kill('SIGINT');
      response.writeHead(403);
      response.end('Forbidden');
    });
    const child = spawn(process.execPath, [BIN, 'curl', `${origin}/x`, '-H', 'Origin: https://b.example'], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => (stdout += piece));
    child.stderr.setEncoding('utf8').on('data', (piece) => (stderr += piece));
    const status = await new Promise((done) => child.on('close', done));
    expect([status, stderr]).toEqual([130, 'why403: interrupted; this is what was known until then.\n']);
    expect(stdout).toMatch(/^403 {2}GET http/);
  });

  it('says that nothing was known yet', async () => {
    const { origin } = await serve(() => void child.kill('SIGINT'));
    const child = spawn(process.execPath, [BIN, `${origin}/x`], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (piece) => (out += piece));
    child.stderr.setEncoding('utf8').on('data', (piece) => (out += piece));
    const status = await new Promise((done) => child.on('close', done));
    expect([status, out]).toEqual([130, 'why403: interrupted before anything was known.\n']);
  });
});

it('ends quietly when its reader closes standard output', async () => {
  const entries = Array.from({ length: 300 }, (_, i) =>
    harEntry({ url: `https://a.example/${i}`, method: 'POST', status: 403, text: `CSRF token missing ${i}` }),
  );
  const folder = folderOf({ 'x.har': har(...entries) });
  const shell = spawn('bash', ['-c', `set -o pipefail; "$0" "$1" --no-send x.har | head -1`, process.execPath, BIN], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  shell.stdout.setEncoding('utf8').on('data', (piece) => (stdout += piece));
  shell.stderr.setEncoding('utf8').on('data', (piece) => (stderr += piece));
  const status = await new Promise((done) => shell.on('close', done));
  expect([status, stdout.split('\n').length, stderr]).toEqual([0, 2, '']);
});
