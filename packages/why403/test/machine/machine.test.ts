import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosed, folder, why403 } from '../server/support.ts';
import { start } from './program.ts';

/** A program with rules of its own in a file, that says nothing of its reason to the caller. */
const APP = `import http from 'node:http';
import fs from 'node:fs';
const rules = fs.readFileSync(process.argv[2], 'utf8');
const nets = [...rules.matchAll(/- (10[.0-9]+)/g)].map(([, net]) => net);
http
  .createServer((req, res) => {
    if (req.url === '/ready') return res.end('yes');
    const peer = req.socket.remoteAddress;
    if (!nets.some((net) => peer.startsWith(net))) {
      res.writeHead(403, { 'Content-Type': 'application/json' });
      return res.end(JSON.stringify({ code: 'N-31' }));
    }
    res.end('stock');
  })
  .listen(Number(process.argv[3]), '127.0.0.1');
`;
const RULES = 'title: stock\nlan:\n  networks:\n    - 10.4.0.0\n    - 10.5.0.0\n';

describe('a program that nothing here knows', () => {
  test('is found by its port, and the line of its settings that refuses is named', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: { 'app.mjs': APP, 'rules.yaml': RULES },
      words: [process.execPath, 'app.mjs', 'rules.yaml', 'PORT'],
    });
    const told = await diagnosed(['--server', `http://127.0.0.1:${port}/stock`]);
    expect(told.verdict).toMatchObject({ cause: 'ip-refused', certainty: 'likely' });
    expect(told.causes[0]?.location).toEqual({ file: join(place, 'rules.yaml'), line: 3 });
    const [fix] = told.causes[0]?.fixes ?? [];
    expect(fix?.text).toBe(
      `Add 127.0.0.1 to "networks" at ${join(place, 'rules.yaml')}:3, and restart node. This also opens what else "networks" guards, to 127.0.0.1.`,
    );
    expect(told.notes.map(({ text }) => text)).toContain(
      `The answer's words "N-31" stand at ${join(place, 'app.mjs')}:11.`,
    );
  });

  test('is changed by --apply, and left as it was where that does not help', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: { 'app.mjs': APP.replace("'10", "'10"), 'rules.yaml': RULES },
      words: [process.execPath, 'app.mjs', 'rules.yaml', 'PORT'],
    });
    // its pattern takes no other network, so the added line changes nothing
    const { stdout } = await why403(['--server', '--apply', '--yes', `http://127.0.0.1:${port}/stock`]);
    expect(stdout).toContain('ip-refused');
    expect(readFileSync(join(place, 'rules.yaml'), 'utf8')).toBe(RULES);
  });

  test('says in its log why it refuses, in words of its own', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: {
        'app.mjs': `import http from 'node:http';
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  console.log(\`\${new Date().toISOString()} \${req.url} the token expired an hour ago\`);
  res.writeHead(403).end();
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
      },
      words: [process.execPath, 'app.mjs', 'PORT'],
    });
    const told = await diagnosed(['--server', `http://127.0.0.1:${port}/doc`]);
    expect(told.verdict).toMatchObject({ cause: 'credentials-expired', certainty: 'likely' });
    const heard = told.causes[0]?.evidence.find(({ by }) => by === 'inspect/app-log');
    expect(heard?.quote).toContain('/doc the token expired an hour ago');
    expect(heard?.from).toBe(`log ${join(place, 'out.log')}`);
  });

  test.skipIf(process.getuid?.() !== 0)('cannot read a file as its user, and the least grant is told', async () => {
    const place = folder();
    chmodSync(place, 0o755);
    mkdirSync(join(place, 'data'));
    writeFileSync(join(place, 'data', 'q3.csv'), 'a,b\n');
    chmodSync(join(place, 'data', 'q3.csv'), 0o640);
    const port = await start({
      folder: place,
      files: {
        'app.cjs': `const http = require('node:http');
const fs = require('node:fs');
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  try {
    res.end(fs.readFileSync(__dirname + '/data' + req.url));
  } catch {
    res.writeHead(403).end();
  }
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
      },
      words: [process.execPath, 'app.cjs', 'PORT'],
      uid: 65534,
    });
    const told = await diagnosed(['--server', `http://127.0.0.1:${port}/q3.csv`]);
    expect(told.verdict).toMatchObject({ cause: 'file-permissions', certainty: 'likely' });
    expect(told.causes[0]?.location).toEqual({ file: join(place, 'data', 'q3.csv'), line: null });
  });

  test('takes its words from a package, and the line that uses it is named', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: {
        'app.cjs': `const http = require('node:http');
const guard = require('tinyguard');
const check = guard({ max: 0, seconds: 50 });
http.createServer((req, res) => {
  if (req.url === '/ready' || check(req, res)) res.end('found');
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
        'node_modules/tinyguard/index.js': `module.exports = ({ max, seconds }) => {
  const hits = [];
  return (req, res) => {
    hits.push(Date.now());
    if (hits.filter((at) => Date.now() - at < seconds * 1000).length > max) {
      res.statusCode = 403;
      res.end('Take a short rest');
      return false;
    }
    return true;
  };
};
`,
      },
      words: [process.execPath, 'app.cjs', 'PORT'],
    });
    const told = await diagnosed(['--server', '--max-requests', '1', `http://127.0.0.1:${port}/search`]);
    expect(told.verdict.cause).toBe('rate-limited');
    expect(told.causes[0]?.location).toEqual({ file: join(place, 'app.cjs'), line: 3 });
    expect(told.notes.map(({ text }) => text)).toContain(
      `The answer's words "Take a short rest" stand at ${join(place, 'node_modules/tinyguard/index.js')}:7, used at ${join(place, 'app.cjs')}:3.`,
    );
  });

  test('takes its words from a catalogue of messages, and the line that names them is found', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: {
        'app.mjs': `import http from 'node:http';
import fs from 'node:fs';
const texts = JSON.parse(fs.readFileSync('locales/de.json', 'utf8'));
const notes = { 2: { by: 'bob' } };
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  const user = req.headers['x-token'];
  const note = notes[req.url.split('/')[2]];
  if (note.by !== user) return res.writeHead(403).end(texts['foreign']);
  res.end('note');
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
        'locales/de.json': '{\n  "login": "Bitte anmelden",\n  "foreign": "Das geht hier leider nicht"\n}\n',
      },
      words: [process.execPath, 'app.mjs', 'PORT'],
    });
    const told = await diagnosed(['--server', 'curl', '-H', 'X-Token: ann', `http://127.0.0.1:${port}/notes/2`]);
    expect(told.verdict.cause).toBe('not-owner');
    expect(told.causes[0]?.location).toEqual({ file: join(place, 'app.mjs'), line: 9 });
  });

  test('is asked through another one, whose files and log are read as well', async () => {
    const back = folder();
    const front = folder();
    const behind = await start({
      folder: back,
      files: {
        'back.mjs': `import http from 'node:http';
import fs from 'node:fs';
const blocked = fs.readFileSync('agents.txt', 'utf8').split('\\n').filter(Boolean);
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  const agent = req.headers['user-agent'] ?? '';
  if (blocked.some((one) => agent.startsWith(one))) return res.writeHead(403).end();
  res.end('feed');
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
        'agents.txt': 'python-requests/\ncurl/\n',
      },
      words: [process.execPath, 'back.mjs', 'PORT'],
    });
    const port = await start({
      folder: front,
      files: {
        'front.mjs': `import http from 'node:http';
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  http.get({ host: '127.0.0.1', port: process.env.BACK, path: req.url, headers: req.headers }, (from) => {
    res.writeHead(from.statusCode);
    from.pipe(res);
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
`,
      },
      words: [process.execPath, 'front.mjs', 'PORT'],
      env: { BACK: String(behind) },
    });
    const told = await diagnosed(['--server', '--max-requests', '1', 'curl', `http://127.0.0.1:${port}/feed`]);
    expect(told.verdict.cause).toBe('client-refused');
    expect(told.causes[0]?.location).toEqual({ file: join(back, 'agents.txt'), line: 2 });
  });
});
