// The outputs that are no report of an exchange: logs, errors, the server's side, credentials that are tried.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { why403 } from '../cli/command.ts';
import {
  type Dice,
  diceOf,
  inventName,
  inventSecret,
  type Leak,
  leaksOf as leaksIn,
  letters,
  SEED,
} from './secrets-plant.ts';
import { allOf, folder, harOf, said } from './secrets-run.ts';

const dice = diceOf(SEED + 1);
const u = encodeURIComponent;
let planted = 0;
let outputs = 0;

function plant(): string {
  planted++;
  return inventSecret(dice);
}

function leaksOf(text: string, output: string, secrets: readonly (readonly [string, string])[]): Leak[] {
  outputs++;
  return leaksIn(
    text,
    output,
    secrets.map(([place, secret]) => ({ place: `${place} (${secret})`, secret })),
  );
}

afterAll(() => {
  console.log(`seed ${SEED}: ${planted} secrets planted beside exchanges, ${outputs} outputs searched`);
});

type Line = (secret: string, dice: Dice) => string;

const stamp = '10/Oct/2026:13:55:36 +0000';
const access = (request: string, referer = '-', agent = 'curl/8', user = '-'): string =>
  `203.0.113.7 - ${user} [${stamp}] "${request}" 403 153 "${referer}" "${agent}"`;

const ACCESS: Readonly<Record<string, Line>> = {
  'a query': (s, d) => access(`GET /things?${inventName(d)}=${u(s)} HTTP/1.1`),
  'a path': (s) => access(`GET /things/${u(s)} HTTP/1.1`),
  'a hook': (s) => access(`POST /hook/T0/B0/${u(s)} HTTP/1.1`),
  'a reset link': (s) => access(`GET /reset/${u(s)} HTTP/1.1`),
  jsessionid: (s) => access(`GET /shop;jsessionid=${u(s)} HTTP/1.1`),
  'the referer': (s) => access('GET /x HTTP/1.1', `https://a.example/y?token=${u(s)}`),
  'the agent': (s) => access('GET /x HTTP/1.1', '-', `tool/1 (${s.replace(/["\\]/g, '')})`),
  'the user': (s) => access('GET /x HTTP/1.1', '-', 'curl/8', u(s)),
  'a method': (s) => access(`${s.replace(/[^A-Za-z0-9]/g, '')} /x HTTP/1.1`),
};

const ERRORS: Readonly<Record<string, Line>> = {
  'an nginx request': (s) =>
    `2026/10/10 13:55:36 [error] 7#7: *1 access forbidden by rule, client: 203.0.113.7, server: a.example, request: "GET /x/${u(s)}?k=${u(s)} HTTP/1.1", host: "a.example"`,
  'an nginx referrer': (s) =>
    `2026/10/10 13:55:36 [error] 7#7: *1 access forbidden by rule, client: 203.0.113.7, server: a.example, request: "GET /x HTTP/1.1", host: "a.example", referrer: "https://b.example/?token=${u(s)}"`,
  'an nginx password': (s) =>
    `2026/10/10 13:55:36 [error] 7#7: *1 user "ann": password mismatch, client: 203.0.113.7, server: a.example, request: "GET /x?pw=${u(s)} HTTP/1.1", host: "a.example"`,
  'a file of nginx': (s) =>
    `2026/10/10 13:55:36 [error] 7#7: *1 open() "/srv/www/${u(s)}" failed (13: Permission denied), client: 203.0.113.7, server: a.example, request: "GET /${u(s)} HTTP/1.1", host: "a.example"`,
  'an Apache path': (s) =>
    `[Sat Oct 10 13:55:36.000000 2026] [authz_core:error] [pid 7] [client 203.0.113.7:5000] AH01630: client denied by server configuration: /srv/www/${u(s)}`,
  'an Apache referer': (s) =>
    `[Sat Oct 10 13:55:36.000000 2026] [authz_core:error] [pid 7] [client 203.0.113.7:5000] AH01630: client denied by server configuration: /srv/www/x, referer: https://b.example/?t=${u(s)}`,
};

describe(`no planted secret shows beside exchanges (SECRETS_SEED=${SEED} repeats this run)`, () => {
  it('in the triage of logs', async () => {
    const leaks: Leak[] = [];
    for (let round = 0; round < 4; round++)
      for (const [kind, lines] of [
        ['access', ACCESS],
        ['error', ERRORS],
      ] as const) {
        const secrets = Object.keys(lines).map((place) => [place, plant()] as const);
        const dir = folder({ [`${kind}.log`]: `${secrets.map(([place, s]) => lines[place]!(s, dice)).join('\n')}\n` });
        const file = path.join(dir, `${kind}.log`);
        for (const form of [[], ['--json'], ['--html', path.join(dir, 'page.html')]]) {
          const { text } = await said(['logs', '--top', '50', ...form, file]);
          const page = form[0] === '--html' ? readFileSync(path.join(dir, 'page.html'), 'utf8') : '';
          leaks.push(...leaksOf(text + page, `logs ${form[0] ?? ''} of ${kind} lines`, secrets));
        }
      }
    expect(leaks).toEqual([]);
  });

  it('in errors', async () => {
    const leaks: Leak[] = [];
    for (const [place, words] of Object.entries(WRONG)) {
      const s = plant();
      const { status, text } = await said(words(s, dice), {}, `garbage ${s} garbage\n`);
      // a word may be read as an answer's, and may explain a cause: no error then, but nothing planted shows either
      const ended = place.includes('word') || status === 2 || status === 3;
      expect([place, ended, text.length > 0]).toEqual([place, true, true]);
      leaks.push(...leaksOf(text, 'an error', [[place, s]]));
    }
    expect(leaks).toEqual([]);
  });

  it('in errors of files that cannot be read', async () => {
    const leaks: Leak[] = [];
    for (const [place, text] of Object.entries(BROKEN)) {
      const s = plant();
      const dir = folder({ 'a.txt': text(s, dice) });
      for (const words of [['--no-send', '--json'], ['diff', path.join(dir, 'a.txt')], ['lint']]) {
        const ran = await said([...words, path.join(dir, 'a.txt')]);
        leaks.push(...leaksOf(ran.text, words.join(' '), [[place, s]]));
      }
    }
    expect(leaks).toEqual([]);
  });

  it('of credentials that are tried, of a working request, and of what a server hands out', async () => {
    const leaks: Leak[] = [];
    for (let round = 0; round < 6; round++) {
      const [mine, other, short, fresh, path_] = [plant(), plant(), inventName(dice, ''), plant(), plant()];
      const origin = await echoing(fresh, other);
      const name = inventName(dice);
      const secrets = [
        ['own', mine],
        ['--as', other],
        ['fresh', fresh],
        ['the path', path_],
      ] as const;
      const request = ['curl', `${origin}/things/${u(path_)}`, '-H', `X-${name}: ${mine}`, '-b', `s=${u(mine)}`];
      for (const words of [
        ['--as', `admin=X-${name}: ${other}`, ...request],
        ['--json', '--as', `a=Cookie: s=${u(other)}`, ...request],
        ['--working', `curl '${origin}/open?k=${u(other)}' -H 'X-${name}: ${other.replace(/'/g, '')}'`, ...request],
        ['--plan', '--as', `admin=X-${name}: ${other}`, ...request],
        ['--markdown', '--as', `admin=X-${name}: apikey=${short}`, ...request],
        ['--message', '--as', `admin=Authorization: Bearer ${other}`, ...request],
      ]) {
        const { text } = await said(['--max-wait', '0', ...words], { XDG_STATE_HOME: folder() });
        leaks.push(...leaksOf(text, words.slice(0, 2).join(' '), secrets));
        if (words[0] === '--markdown' && text.includes(`apikey=${short}`))
          leaks.push({ place: 'short', output: '--as', around: short });
      }
    }
    expect(leaks).toEqual([]);
  }, 300_000);

  it("in what the server's side says", async () => {
    const leaks: Leak[] = [];
    for (const [place, { config, log }] of Object.entries(SERVERS)) {
      const s = plant().replace(/["'\\$!]/g, 'x');
      const dir = folder({
        'server.conf': config(s, dice),
        'error.log': log?.(s, dice) ?? '',
        'a.har': harOf([{ url: 'http://a.example/private/x' }]),
      });
      for (const form of [[], ['--json']]) {
        const { text } = await said([
          '--no-send',
          ...form,
          '--config',
          path.join(dir, 'server.conf'),
          '--error-log',
          path.join(dir, 'error.log'),
          path.join(dir, 'a.har'),
        ]);
        leaks.push(...leaksOf(text, `the server's side ${form}`, [[place, s]]));
      }
    }
    expect(leaks).toEqual([]);
  }, 120_000);

  it('of a file on this machine whose name the request hides, and no command with a mask in it', async () => {
    const leaks: Leak[] = [];
    const broken: string[] = [];
    for (const [place, at] of [
      ['a share', (s: string) => `share/${s}/mnt/zap`],
      ['a reset link', (s: string) => `reset/${s}/form.txt`],
    ] as const) {
      const s = letters(dice, 16);
      planted++;
      const dir = folder();
      const file = path.join(dir, 'www', at(s));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, 'private', { mode: 0o600 });
      const log = `2026/10/10 13:55:36 [error] 7#7: *1 open() "${file}" failed (13: Permission denied), client: 127.0.0.1, server: a.example, request: "GET /${at(s)} HTTP/1.1", host: "a.example"\n`;
      writeFileSync(path.join(dir, 'error.log'), log);
      writeFileSync(
        path.join(dir, 'server.conf'),
        `events {}\nhttp {\n  server {\n    listen 80;\n    server_name a.example;\n    root ${dir}/www;\n  }\n}\n`,
      );
      writeFileSync(path.join(dir, 'a.har'), harOf([{ url: `http://a.example/${at(s)}` }]));
      const files = ['--config', 'server.conf', '--error-log', 'error.log', '--worker', 'nobody'].map((word) =>
        word.includes('.') ? path.join(dir, word) : word,
      );
      for (const form of [[], ['--json'], ['--markdown'], ['--message'], ['--save', path.join(dir, 'kept')]]) {
        const { text } = await said(['--no-send', ...form, ...files, path.join(dir, 'a.har')]);
        leaks.push(...leaksOf(text, `the server's side ${form}`, [[place, s]]));
        broken.push(...[...text.matchAll(/^.*\b(?:setfacl|chmod|chown)\b.*<redacted.*$/gm)].map(([line]) => line));
        if (form[0] === '--json') expect(text).toContain('The commands hold a secret');
      }
      leaks.push(...leaksOf(allOf(path.join(dir, 'kept')), 'the folder of --save', [[place, s]]));
    }
    expect([leaks, broken]).toEqual([[], []]);
  });

  it('of a bundle, and of verifying it', async () => {
    const mine = plant();
    const origin = await echoing(plant(), 'nothing');
    const dir = folder();
    const kept = path.join(dir, 'kept');
    const words = ['curl', `${origin}/x?key=${u(mine)}`, '-H', `Authorization: Bearer ${mine}`];
    const first = await said(['--save', kept, ...words], { XDG_STATE_HOME: dir });
    expect(leaksOf(first.text + allOf(kept), '--save', [['bundle', mine]])).toEqual([]);
    const without = await said(['verify', kept]);
    expect(without.status).toBe(2);
    expect(without.text).toContain('was saved without its secrets; missing:');
    await said(['--save', kept, '--with-secrets', ...words], { XDG_STATE_HOME: dir });
    expect(allOf(kept)).toContain(mine);
    const again = await said(['verify', '--json', kept]);
    expect(again.status).toBe(0);
    expect(leaksOf(without.text + again.text, 'verify', [['bundle', mine]])).toEqual([]);
  });

  it('through the built command', async () => {
    const secrets = Array.from({ length: 12 }, (_, i) => [`part ${i}`, plant()] as const);
    const [a, b, c, d, e, f, g, h, i, j, k, l] = secrets.map(([, s]) => s) as string[];
    const dir = folder({
      'a.har': harOf([
        {
          sent: { Authorization: `Bearer ${a}`, [`X-${inventName(dice)}`]: b!, Cookie: `s=${u(c!)}` },
          url: `https://api.example/reset/${u(d!)}?q=${u(e!)}`,
          body: JSON.stringify({ [inventName(dice)]: f, in: JSON.stringify({ k: g }) }),
          text: JSON.stringify({ error: 'forbidden', seen: h, message: `access denied for ${i}` }),
          got: { 'Set-Cookie': `a=${u(j!)}` },
        },
      ]),
    });
    for (const words of [[], ['--json'], ['--markdown'], ['--message'], ['--html', 'p.html'], ['--save', 'kept']]) {
      const { stdout, stderr } = await why403(['--no-send', ...words, 'a.har'], { cwd: dir });
      expect(leaksOf(stdout + stderr, words.join(' '), secrets)).toEqual([]);
    }
    expect(
      leaksOf(readFileSync(path.join(dir, 'p.html'), 'utf8') + allOf(path.join(dir, 'kept')), 'files', secrets),
    ).toEqual([]);
    const wrong = await why403(['curl', 'https://a.example/', '-H', `X-Key ${k}`, '--oops', `${l}`], { cwd: dir });
    expect(leaksOf(wrong.stdout + wrong.stderr, 'an error', secrets)).toEqual([]);
  });
}, 300_000);

/** A server that refuses, hands out a token, repeats what it was sent, and lets one credential through. */
async function echoing(fresh: string, pass: string): Promise<string> {
  const server = createServer((request, response) => {
    const sent = JSON.stringify([request.url, request.headers]);
    const allowed = pass !== 'nothing' && sent.includes(JSON.stringify(pass).slice(1, -1));
    response.writeHead(allowed ? 200 : 403, {
      'Content-Type': 'application/json',
      'Set-Cookie': `csrftoken=${u(fresh)}; Path=/`,
    });
    response.end(
      JSON.stringify({ error: allowed ? null : 'forbidden', message: `You sent ${sent}`, next_token: fresh }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const WRONG: Readonly<Record<string, (s: string, d: Dice) => readonly string[]>> = {
  'a word alone': (s) => [s],
  'two words': (s) => ['GET', s],
  'a curl option that is not known': (s) => ['curl', 'https://a.example/', `--${inventName(diceOf(1))}`, s],
  'a curl option glued to a value': (s) => ['curl', 'https://a.example/', `--zzz=${s}`],
  'an option of ours': (s) => [`--oops=${s}`, 'https://a.example/'],
  'an option of ours with a value': (s) => ['--oops', s],
  '--max-requests': (s) => ['--max-requests', s, 'https://a.example/'],
  '--max-wait': (s) => ['--max-wait', s, 'https://a.example/'],
  '--as without a header': (s) => ['--as', s, 'https://a.example/'],
  '--as without a name': (s) => ['--as', `Authorization: Bearer ${s}`, 'https://a.example/'],
  'a header without a colon': (s) => ['curl', 'https://a.example/', '-H', `X-Key ${s}`, '--nope'],
  'user and password': (s) => ['curl', 'https://a.example/', '-u', `ann:${s}`, '--nope'],
  data: (s) => ['curl', 'https://a.example/', '-d', `pw=${s}`, '--nope'],
  'a cookie': (s) => ['curl', 'https://a.example/', '-b', `a=${s}`, '--nope'],
  'a file of data that is not there': (s) => ['curl', 'https://a.example/', '-d', `@/nowhere/${s}`],
  'a URL of no known kind': (s) => ['curl', `ftp://ann:${u(s)}@a.example/`],
  'a URL without a host': (s) => ['curl', `http:///${u(s)}`],
  'a port that is none': (s) => ['curl', `http://a.example:99999/${u(s)}`],
  'a host that is not there': (s) => ['--max-requests', '1', `http://127.0.0.1:1/${u(s)}?k=${u(s)}`],
  'a proxy that is not there': (s) => [
    '--max-requests',
    '1',
    'curl',
    '-x',
    `http://ann:${u(s)}@127.0.0.1:1/`,
    'http://a.example/',
  ],
  'a line in quotes that does not end': (s) => [`curl 'https://a.example/' -H 'X-Key: ${s.replace(/'/g, '')}`],
  'a fetch line that does not end': (s) => [`fetch("https://a.example/", {"headers": {"x-key": "${s}"`],
  'a fetch line with nonsense': (s) => [`fetch("https://a.example/", {"headers": {"x-key": "${s}"}, @@@})`],
  'a PowerShell line that does not end': (s) => [
    `Invoke-WebRequest -Uri "https://a.example/" -Headers @{"x-key"="${s}"`,
  ],
  'standard input': () => ['-'],
  'a page that cannot be written': (s) => ['--no-send', '--html', `/nowhere/${s}/p.html`, 'https://a.example/'],
  'a folder that cannot be written': (s) => ['--save', `/proc/${s}`, '--no-send', 'https://a.example/'],
  'verify of nothing': (s) => ['verify', `/nowhere/${s}`],
  'verify with an option': (s) => ['verify', `--${s}`],
  'diff of one': (s) => ['diff', s],
  'diff with an option': (s) => ['diff', `--zz=${s}`, 'a', 'b'],
  'lint of nothing': (s) => ['lint', `/nowhere/${s}`],
  'lint with a wrong header': (s) => ['lint', '-H', s, 'https://a.example/'],
  'lint with a wrong level': (s) => ['lint', '--level', s, 'https://a.example/'],
  'logs of nothing': (s) => ['logs', `/nowhere/${s}`],
  'logs with a wrong status': (s) => ['logs', '--status', s],
  'logs with an option': (s) => ['logs', `--zz=${s}`],
  'open with an option': (s) => ['open', `--zz=${s}`],
  'open of what is sealed otherwise': (s) => ['open', `w1.${s}`, '--key', `${s}${s}`],
  'explain of a word': (s) => ['explain', s],
  'guide of nothing': (s) => ['guide', s],
  'completion of nothing': (s) => ['completion', s],
  'forget with a word': (s) => ['forget', s],
  'a JSON Web Key set with an option': (s) => ['--jwks', `--nope=${s}`],
};

const BROKEN: Readonly<Record<string, Line>> = {
  'a HAR cut off': (s) =>
    `{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://a.example/?k=${u(s)}","headers":[{"name":"X-K","value":"${s.replace(/["\\]/g, '')}"`,
  'a HAR with a wrong entry': (s) =>
    `{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":${JSON.stringify(s)}}}]}}`,
  'a message with a wrong header': (s) => `GET / HTTP/1.1\nHost: a.example\nX-Key ${s}\n\n`,
  'a message with a wrong first line': (s) => `GET ${s} and more HTTP/9.9\nHost: a.example\n\n`,
  'a message without a host': (s) => `GET /x?k=${u(s)} HTTP/1.1\nX-Key: ${s}\n\n`,
  'a curl line that does not end': (s) => `curl https://a.example/ -H "X-Key: ${s}`,
  nonsense: (s) => `nothing ${s} at all`,
};

const nginx = (inside: string): string =>
  `events {}\nhttp {\n  server {\n    listen 80;\n    server_name a.example;\n    root /srv/www;\n${inside}\n  }\n}\n`;

const SERVERS: Readonly<Record<string, { readonly config: Line; readonly log?: Line }>> = {
  'an nginx condition on an argument': {
    config: (s) => nginx(`    location /private/ {\n      if ($arg_token != "${s}") { return 403; }\n    }`),
  },
  'an nginx condition on a header': {
    config: (s, d) =>
      nginx(`    location /private/ {\n      if ($http_x_${inventName(d, '')} != "${s}") { return 403; }\n    }`),
  },
  'an nginx condition on a cookie': {
    config: (s) => nginx(`    location /private/ {\n      if ($cookie_door != ${s}) { return 403; }\n    }`),
  },
  'an nginx header that is set': {
    config: (s) => nginx(`    location /private/ {\n      proxy_set_header X-Api-Key ${s};\n      deny all;\n    }`),
  },
  'an nginx map': {
    config: (s) =>
      nginx(`    location /private/ { if ($ok = 0) { return 403; } }`).replace(
        'http {',
        `http {\n  map $arg_key $ok {\n    default 0;\n    ${s} 1;\n  }\n`,
      ),
  },
  'an nginx secure link': {
    config: (s) =>
      nginx(
        `    location /private/ {\n      secure_link $arg_md5,$arg_expires;\n      secure_link_md5 "$secure_link_expires$uri ${s}";\n      if ($secure_link = "") { return 403; }\n    }`,
      ),
  },
  'an nginx location': {
    config: (s) => nginx(`    location /private/${s}/ { deny all; }\n    location /private/ { deny all; }`),
  },
  'an nginx comment': { config: (s) => nginx(`    location /private/ { deny all; # the key is ${s}\n    }`) },
  'an nginx log line': {
    config: () => nginx('    location /private/ { deny all; }'),
    log: (s) =>
      `2026/10/10 13:55:36 [error] 7#7: *1 access forbidden by rule, client: 127.0.0.1, server: a.example, request: "GET /private/x?k=${u(s)} HTTP/1.1", host: "a.example", referrer: "https://b.example/${u(s)}"\n`,
  },
  'an Apache condition on a header': {
    config: (s) => apache(`<Location /private>\n  Require expr %{HTTP:X-Token} == '${s}'\n</Location>`),
  },
  'an Apache condition on the environment': {
    config: (s) => apache(`SetEnvIf X-Door "^${s}$" open\n<Location /private>\n  Require env open\n</Location>`),
  },
  'an Apache rewrite condition': {
    config: (s) => apache(`RewriteEngine on\nRewriteCond %{QUERY_STRING} !token=${s}\nRewriteRule ^/private - [F]`),
  },
  'an Apache header that is set': {
    config: (s) => apache(`RequestHeader set X-Api-Key "${s}"\n<Location /private>\n  Require all denied\n</Location>`),
  },
  'an Apache log line': {
    config: () => apache('<Location /private>\n  Require all denied\n</Location>'),
    log: (s) =>
      `[Sat Oct 10 13:55:36.000000 2026] [authz_core:error] [pid 7] [client 127.0.0.1:5000] AH01630: client denied by server configuration: /srv/www/private/x, referer: https://b.example/?t=${u(s)}\n`,
  },
};

function apache(inside: string): string {
  return `ServerRoot /etc/apache2\nListen 80\nServerName a.example\nDocumentRoot /srv/www\nLoadModule authz_core_module modules/mod_authz_core.so\n${inside}\n`;
}
