import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readRoutes } from '../../src/inspect/app-source/routes.ts';
import { type ServerView, viewExchange } from '../../src/inspect/shared/server-view.ts';
import { diagnosed, folder, why403 } from './support.ts';

/** An application that answers 403 to everything and writes these lines to its log with each answer. */
async function refusing(log: string, lines: (path: string) => string): Promise<string> {
  const server: Server = createServer((request, response) => {
    appendFileSync(log, lines(request.url ?? ''));
    response.writeHead(403, { 'Content-Type': 'text/plain' }).end('Forbidden');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("an application's log", () => {
  test('proves the cause where the line names the path and leaves no other reading', async () => {
    const log = join(folder(), 'app.log');
    const origin = await refusing(log, (path) => `Forbidden (CSRF cookie not set.): ${path}\n`);
    const told = await diagnosed(['--error-log', log, 'curl', '-d', 'a=b', `${origin}/notes/add/`]);
    expect(told.verdict).toMatchObject({ cause: 'csrf-missing', certainty: 'proven' });
    expect(told.causes[0]?.evidence[0]).toMatchObject({
      by: 'inspect/app-log',
      from: `log ${log}:1`,
      quote: 'Forbidden (CSRF cookie not set.): /notes/add/',
    });
  });

  test('says nothing where the line names another path', async () => {
    const log = join(folder(), 'app.log');
    const origin = await refusing(log, () => 'Forbidden (CSRF cookie not set.): /other/\n');
    const told = await diagnosed(['--error-log', log, 'curl', '-d', 'a=b', `${origin}/notes/add/`]);
    expect(told.causes.flatMap(({ evidence }) => evidence).filter(({ by }) => by.startsWith('inspect/'))).toEqual([]);
  });

  test('suggests and does not prove where the line names no path', async () => {
    const log = join(folder(), 'app.log');
    const origin = await refusing(log, () => 'TokenExpiredError: jwt expired\n    at verify (node.js:1:1)\n');
    const told = await diagnosed([
      '--error-log',
      log,
      'curl',
      '-H',
      'Authorization: Bearer abc.def.ghi',
      `${origin}/api/a`,
    ]);
    const evidence = told.causes.flatMap((cause) =>
      cause.evidence.filter(({ by }) => by === 'inspect/app-log').map(({ quote }) => [cause.cause, quote]),
    );
    expect(evidence).toEqual([['credentials-expired', 'TokenExpiredError: jwt expired']]);
    expect(told.verdict.certainty).not.toBe('proven');
  });

  test('counts for nothing where it was written long before the answer', async () => {
    const log = join(folder(), 'app.log');
    writeFileSync(log, 'TokenExpiredError: jwt expired\n'.concat('GET /api/a 403\n'.repeat(60)));
    const origin = await refusing(log, (path) => `GET ${path} 403\n`);
    const told = await diagnosed(['--error-log', log, `${origin}/api/a`]);
    expect(told.causes.flatMap(({ evidence }) => evidence).filter(({ by }) => by.startsWith('inspect/'))).toEqual([]);
  });
});

const APP = `import http from 'node:http';
const ipRestriction = (info, lists) => ({ info, lists });
const use = (path, guard) => ({ path, guard });
const guards = [
  use('/ops/*', ipRestriction(null, { denyList: [], allowList: ['10.0.0.0/8'] })),
];
http.createServer((request, response) => {
  const [{ guard }] = guards;
  const ok = !request.url.startsWith('/ops/') || guard.lists.allowList.includes('127.0.0.1');
  response.writeHead(ok ? 200 : 403).end(ok ? 'fine' : 'Forbidden');
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

describe("an application's source", () => {
  async function start(): Promise<{ readonly file: string; readonly origin: string }> {
    const dir = folder();
    const file = join(dir, 'app.mjs');
    writeFileSync(file, APP);
    const port = await freePort();
    const child: ChildProcess = spawn(process.execPath, ['app.mjs'], {
      cwd: dir,
      env: { PATH: process.env['PATH'], PORT: String(port) },
      stdio: 'ignore',
    });
    onTestFinished(async () => {
      child.kill();
      await stopListener(port);
    });
    for (let i = 0; i < 100 && !(await answers(port)); i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return { file, origin: `http://127.0.0.1:${port}` };
  }

  test('shows the guard whose list refuses the address, with its line', async () => {
    const { file, origin } = await start();
    const told = await diagnosed(['--config', file, `${origin}/ops/health`]);
    expect(told.causes[0]).toMatchObject({ cause: 'ip-refused', location: { file, line: 5 } });
    expect(told.verdict.certainty).not.toBe('proven');
  });

  test('is found by the process on the port', async () => {
    const { file, origin } = await start();
    const told = await diagnosed(['--server', `${origin}/ops/health`]);
    expect(told.causes[0]).toMatchObject({ cause: 'ip-refused', location: { file, line: 5 } });
  });

  test('is silent on a path that the guard does not stand before', async () => {
    const { file, origin } = await start();
    const told = await diagnosed(['--config', file, `${origin}/`]);
    expect(told.refused).toBe(false);
    expect(told.causes.flatMap(({ evidence }) => evidence).filter(({ by }) => by.startsWith('inspect/'))).toEqual([]);
  });

  test('is changed and started again by --apply, and the request passes', async () => {
    const { file, origin } = await start();
    const { stderr, status } = await why403(['--config', file, '--apply', '--yes', `${origin}/ops/health`]);
    expect(stderr).toContain('The change helped: the request is answered 200 now.');
    expect(status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(APP.replace("['10.0.0.0/8']", "['127.0.0.1', '10.0.0.0/8']"));
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** Ends what a fix started anew on the port. */
async function stopListener(port: number): Promise<void> {
  const { listenersOn } = await import('../../src/inspect/shared/listener.ts');
  for (const { pid } of listenersOn(port)) process.kill(pid, 'SIGTERM');
}

describe('with --server', () => {
  test.skipIf(process.geteuid?.() !== 0)(
    'no other server of the machine is asked about what an application refused',
    async () => {
      const origin = await refusing(join(folder(), 'app.log'), () => '');
      const told = await diagnosed(['--server', `${origin}/private`]);
      const proofs = told.causes.flatMap((cause) =>
        cause.evidence.filter(({ by, bits }) => by.startsWith('inspect/') && bits > 6).map(({ from }) => from),
      );
      expect(proofs).toEqual([]);
      expect(told.verdict.certainty).not.toBe('proven');
    },
  );

  test('a port that nothing listens on is one line and exit status 3', async () => {
    const port = await freePort();
    const { status, stdout, stderr } = await why403(['--server', `http://127.0.0.1:${port}/`]);
    expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
    expect(stderr).toMatch(/^why403: [^\n]+\n$/);
  });
});

const FLASK = `@app.route('/docs/<n>', methods=['GET', 'POST'])
def doc(n):
    if OWNERS.get(n) != owner_id: abort(403)

@app.route('/download')
def download():
    name = signer.loads(request.args.get('sig', ''), max_age=86400)
`;

describe('the handler of a route hints at', () => {
  const view = (rawPath: string): ServerView => ({ ...viewExchange(exchangeOf(rawPath)), rawPath });
  const exchangeOf = (path: string): Exchange => ({
    request: { method: 'GET', url: `http://127.0.0.1${path}`, headers: [] },
    gaps: [],
  });
  const hints = (path: string): unknown[] =>
    readRoutes(FLASK.split('\n'), view(path)).map(({ cause, line, decides }) => [cause, line, decides]);

  test('what its lines check, up to the next route', () => {
    expect(hints('/download')).toEqual([['credentials-expired', 7, false]]);
  });

  test('whether a feature is switched on', () => {
    const source =
      "app.get('/export', (req, res) => {\n  if (!flags.isFeatureEnabled('export')) return res.sendStatus(403);\n});";
    const found = readRoutes(source.split('\n'), view('/export'));
    expect(found.map(({ cause, line }) => [cause, line])).toEqual([['feature-unavailable', 2]]);
  });

  test('nothing where no route leads to the request', () => {
    expect(hints('/download/more')).toEqual([]);
    expect(hints('/docs')).toEqual([]);
  });
});
