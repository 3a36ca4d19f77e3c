import { execFile, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { allOf, authenticated, createGuard, csrf, type Requirement, session } from '../../src/index.ts';
import { node } from '../../src/node.ts';
import { upgrade } from '../../src/upgrade.ts';
import { listen } from '../contract/listen.ts';
import { findCommand } from '../servers/redis.ts';

const CHROMIUM = findCommand(['chromium', 'chromium-browser', 'google-chrome']);
if (CHROMIUM === undefined) console.log('skipped: chromium is not installed');

/** What a page shows when its scripts are done, in a real browser without any state. */
async function show(url: string): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'guard-chromium-'));
  try {
    const flags = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      `--user-data-dir=${directory}`,
    ];
    const { stdout } = await promisify(execFile)(
      CHROMIUM!,
      [...flags, '--virtual-time-budget=10000', '--dump-dom', url],
      {
        timeout: 60_000,
      },
    );
    return /<pre id="told">([\s\S]*?)<\/pre>/.exec(stdout)?.[1] ?? stdout;
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a page until it tells what it heard: a page with a socket is never done, so that nothing can wait for its end. */
async function hear(url: string, told: EventEmitter): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'guard-chromium-'));
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const browser = spawn(CHROMIUM!, [...flags, `--user-data-dir=${directory}`, url], { stdio: 'ignore' });
  const ended = once(browser, 'exit');
  try {
    return String((await once(told, 'told'))[0]);
  } finally {
    browser.kill();
    await ended;
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

describe.skipIf(CHROMIUM === undefined)('in Chromium', () => {
  const KEY = 'a key for the CSRF tokens of the tests, 32 bytes or more';
  /** A page runs a script of an attacker on this origin (or a sibling's), then asks who it is taken for. */
  async function attack(script: string): Promise<string> {
    const guard = node(
      createGuard({ authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id, session: id }) }) }),
    );
    const protect = csrf({ keys: KEY, secure: false });
    const whoami = guard(authenticated(), (_req, res, { caller }) => res.end(caller.subject));
    const save = guard(protect, (_req, res) => res.end('saved'));
    const planted = protect.issue({}, { session: '' }).token;
    const page = `<!doctype html><pre id="told"></pre><script>
      const told = [];
      const done = (text) => { told.push(text); document.getElementById('told').textContent = told.join('|'); };
      const planted = ${JSON.stringify(planted)};
      (async () => { ${script} })().catch((error) => done('error ' + error));
    </script>`;
    const served = await listen(
      createServer((req, res) => {
        if (req.url === '/whoami') whoami(req, res);
        else if (req.url === '/save') save(req, res);
        else if (req.url === '/login') res.setHeader('set-cookie', 'sid=victim; HttpOnly').end();
        else res.setHeader('content-type', 'text/html').end(page);
      }),
    );
    try {
      return await show(`${served.origin}/`);
    } finally {
      await served.close();
    }
  }
  const whoami = `done(await (await fetch('/whoami')).text().then((text) => text.startsWith('{') ? JSON.parse(text).cause : text));`;

  test('a session is not fixed by a cookie whose value looks like one', async () => {
    const plant = [
      'x=a sid=EVIL',
      'x=a\\tsid=EVIL',
      'x=a, sid=EVIL',
      'x="a sid=EVIL"',
      '=sid=EVIL2 sid=EVIL',
      'x=%3B sid=EVIL',
    ];
    const script = `await fetch('/login'); ${plant.map((one) => `document.cookie = '${one}'; ${whoami}`).join(' ')}`;
    expect(await attack(script)).toBe('victim|victim|victim|victim|victim|victim');
  }, 90_000);

  test('a planted cookie of another name opens nothing for a stranger', async () => {
    const script = `document.cookie = 'x=a sid=EVIL'; ${whoami} document.cookie = 'sid =EVIL; path=/whoami'; ${whoami}`;
    expect(await attack(script)).toMatch(/^credentials-missing\|/);
  }, 90_000);

  test('a CSRF cookie is not planted through another cookie', async () => {
    const post = `done((await fetch('/save', { method: 'POST', headers: { 'x-csrf-token': planted } })).status);`;
    const script = `await fetch('/login'); document.cookie = 'x=a csrf=' + planted; ${post}`;
    expect(await attack(script)).toBe('403');
  }, 90_000);

  test('a form of another origin changes nothing, though the browser sends session, cookie and a token that fits', async () => {
    const guard = node(
      createGuard({ authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id, session: id }) }) }),
    );
    const protect = csrf({ keys: KEY, secure: false });
    const leaked = protect.issue({}, { session: 'victim' }).token;
    const issue = guard(protect, (req, res) => {
      const { token, setCookie } = protect.issue(req);
      res.setHeader('set-cookie', setCookie).end(token);
    });
    const save = guard(allOf(authenticated(), protect), (_req, res, { caller }) => res.end(caller.subject));
    const told = new EventEmitter();
    let target = '';
    // Ports share cookies: the page of the other one plants the cookie of a token that was leaked to it.
    const page = (
      token: string,
    ) => `<!doctype html><form method="post" action="${target}/save"><input name="_csrf"></form><script>
      (async () => {
        await fetch('${target}/login', { mode: 'no-cors', credentials: 'include' });
        document.forms[0]._csrf.value = ${token};
        document.forms[0].submit();
      })();
    </script>`;
    const answer = (own: string) => (req: IncomingMessage, res: ServerResponse) => {
      if (req.url === '/login') res.setHeader('set-cookie', 'sid=victim; HttpOnly').end();
      else if (req.url === '/token') issue(req, res);
      else if (req.url === '/save') {
        const cookies = [/sid=victim/, /csrf=/].every((one) => one.test(req.headers.cookie ?? ''));
        const cause = () => /cause="([^"]*)"/.exec(String(res.getHeader('why403')))?.[1];
        res.on('finish', () =>
          told.emit('told', `${res.statusCode} ${cause() ?? ''} ${cookies ? 'with cookies' : ''}`),
        );
        save(req, res);
      } else res.setHeader('content-type', 'text/html').end(page(own));
    };
    const own = await listen(createServer(answer("await (await fetch('/token')).text()")));
    const other = await listen(createServer(answer(`((document.cookie = 'csrf=${leaked}'), '${leaked}')`)));
    target = own.origin;
    try {
      expect(await hear(own.origin, told)).toBe('200  with cookies');
      expect(await hear(other.origin, told)).toBe('403 origin-rejected with cookies');
    } finally {
      await Promise.all([own.close(), other.close()]);
    }
  }, 150_000);

  /** What a page hears that connects to a guarded server with its visitor's cookies: of that server, and of another. */
  async function connect(requirement: Requirement): Promise<{ readonly own: string; readonly other: string }> {
    const sockets = new WebSocketServer({ noServer: true });
    const seen: string[] = [];
    const guard = upgrade(createGuard({ authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id }) }) }));
    let target = '';
    const page = () => `<!doctype html><script>
      (async () => {
        await fetch('${target}/login', { mode: 'no-cors', credentials: 'include' });
        const socket = new WebSocket('${target.replace('http', 'ws')}/');
        const first = new Promise((resolve) => {
          socket.onmessage = ({ data }) => resolve(data);
          socket.onerror = () => resolve('refused');
        });
        await fetch('/told?' + (await first));
      })();
    </script>`;
    const served = async (server: Server) => (await listen(server)).origin;
    const told = new EventEmitter();
    const answer = (req: IncomingMessage, res: ServerResponse) => {
      if (req.url?.startsWith('/told?')) told.emit('told', req.url.slice(6));
      else if (req.url === '/login') res.setHeader('set-cookie', 'sid=victim; HttpOnly').end();
      else res.setHeader('content-type', 'text/html').end(page());
    };
    const own = createServer(answer);
    own.on('upgrade', (req) => void seen.push(`${req.headers.origin} with ${req.headers.cookie}`));
    own.on(
      'upgrade',
      guard(requirement, (req, socket, head, { caller }) =>
        sockets.handleUpgrade(req, socket, head, (one) => one.send(caller?.subject ?? 'nobody')),
      ),
    );
    const other = createServer(answer);
    target = await served(own);
    const elsewhere = await served(other);
    try {
      const heard = { own: await hear(target, told), other: await hear(elsewhere, told) };
      // The browser sent the cookie from both pages: only the origin tells them apart.
      expect(seen).toEqual([`${target} with sid=victim`, `${elsewhere} with sid=victim`]);
      return heard;
    } finally {
      for (const one of sockets.clients) one.terminate();
      for (const one of [own, other]) one.close().closeAllConnections();
    }
  }

  test.each<[string, Requirement]>([
    ['a login', authenticated()],
    ['a login and a CSRF token', allOf(authenticated(), csrf({ keys: KEY, secure: false }))],
  ])(
    'a page of another origin opens no WebSocket that demands %s',
    async (_name, requirement) => {
      expect(await connect(requirement)).toEqual({ own: 'victim', other: 'refused' });
    },
    150_000,
  );
});
