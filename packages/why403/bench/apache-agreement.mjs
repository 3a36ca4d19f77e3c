// Does the evaluator agree with Apache itself? Seeded configurations and requests, each pair asked of both.
//   node packages/why403/bench/apache-agreement.mjs [--rounds 4] [--hosts 40] [--requests 30] [--seed 1] [--show]
// One round is one Apache with many virtual hosts, each with its own folder and its own generated rules.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MODULES = '/usr/lib/apache2/modules';

/** Is there an Apache to ask? */
export const hasApache = () => existsSync('/usr/sbin/apache2') && existsSync(`${MODULES}/mod_authz_core.so`);

/** A small seeded generator (mulberry32). */
export function makeRandom(seed) {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    chance: (p) => next() < p,
    pick: (list) => list[Math.floor(next() * list.length)],
    int: (n) => Math.floor(next() * n),
  };
}

const RANGES = [
  '127.0.0.1',
  '127.0.0.2',
  '127.0.0.0/30',
  '127.0.0.4/30',
  '10.0.0.0/8',
  '127.0',
  '127.0.0.0/255.255.255.252',
  '192.168.1.0/24',
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'];
const AGENTS = ['curl/8.0', 'Mozilla/5.0 Firefox/128.0', 'BadBot/1.0', 'python-requests/2.31'];
const EXPRS = [
  "%{REQUEST_METHOD} == 'GET'",
  "%{REQUEST_METHOD} in {'POST','PUT'}",
  '%{HTTP_USER_AGENT} =~ /bot|curl/i',
  "%{HTTP:X-Token} == 'abc'",
  '-n %{HTTP:X-Token}',
  "-z %{HTTP:Origin} || %{HTTP:Origin} == 'https://a.test'",
  "%{REMOTE_ADDR} -ipmatch '127.0.0.0/30'",
  "!(%{QUERY_STRING} =~ /x=1/) && %{HTTPS} == 'off'",
  '%{REQUEST_URI} =~ m#^/a/#',
  "%{HTTP_REFERER} -strmatch 'https://a.test/*' || tolower(req('X-Mode')) == 'on'",
  "%{REQUEST_URI} -fnmatch '/a/*.txt'",
  "env('bad') != '1'",
  '%{QUERY_STRING} -eq 5',
];

function provider(r) {
  return r.pick([
    () => 'all granted',
    () => 'all denied',
    () => `ip ${r.pick(RANGES)}`,
    () => `ip ${r.pick(RANGES)} ${r.pick(RANGES)}`,
    () => `method ${r.pick(METHODS)} ${r.pick(METHODS)}`,
    () => 'env bad',
    () => 'env good',
    () => `expr "${r.pick(EXPRS.filter((e) => !e.includes('"')))}"`,
    () => 'local',
    () => 'valid-user',
    () => 'user ann',
    () => 'group staff',
  ])();
}

function requires(r, depth = 0) {
  const lines = [];
  const count = 1 + r.int(2);
  for (let i = 0; i < count; i++) {
    if (depth < 2 && r.chance(0.3)) {
      const kind = r.pick(['RequireAll', 'RequireAny', 'RequireAll']);
      const inner = requires(r, depth + 1);
      if (kind === 'RequireAll' && r.chance(0.5))
        inner.push(`Require not ${r.pick([`ip ${r.pick(RANGES)}`, 'env bad', `method ${r.pick(METHODS)}`])}`);
      if (kind === 'RequireAll' && r.chance(0.2))
        inner.push(
          '<RequireNone>',
          `Require ${provider(r).replace(/^(?:valid-user|user.*|group.*)$/, 'env bad')}`,
          '</RequireNone>',
        );
      lines.push(`<${kind}>`, ...inner, `</${kind}>`);
    } else if (depth === 0 && r.chance(0.12)) {
      lines.push(
        `<${r.pick(['Limit', 'LimitExcept'])} ${r.pick(METHODS.slice(0, 4))} ${r.pick(METHODS.slice(0, 4))}>`,
        `Require ${provider(r)}`,
        '</L>',
      );
    } else lines.push(`Require ${provider(r)}`);
  }
  return closeLimits(lines);
}

function closeLimits(lines) {
  let open = '';
  return lines.map((line) => {
    const found = /^<(Limit(?:Except)?) /.exec(line);
    if (found) open = found[1];
    return line === '</L>' ? `</${open}>` : line;
  });
}

function compat(r) {
  const from = () => r.pick(['all', r.pick(RANGES), `${r.pick(RANGES)} ${r.pick(RANGES)}`, 'env=bad', 'env=!good']);
  const lines = [`Order ${r.pick(['allow,deny', 'deny,allow', 'Deny,Allow'])}`];
  for (let i = 0; i <= r.int(3); i++) lines.push(`${r.pick(['Allow', 'Deny'])} from ${from()}`);
  if (r.chance(0.2)) lines.push(`Satisfy ${r.pick(['Any', 'All'])}`);
  return r.chance(0.15)
    ? closeLimits([
        `<${r.pick(['Limit', 'LimitExcept'])} ${r.pick(METHODS.slice(0, 4))}>`,
        ...lines.filter((l) => !l.startsWith('Satisfy')),
        '</L>',
      ])
    : lines;
}

function rewrite(r) {
  const lines = ['RewriteEngine On'];
  for (let i = 0; i <= r.int(2); i++) {
    for (let c = 0; c < r.int(3); c++) {
      lines.push(
        `RewriteCond ${r.pick([
          '%{HTTP_USER_AGENT} "bot|curl" [NC]',
          '%{HTTP_USER_AGENT} !^Mozilla',
          '%{REMOTE_ADDR} ^127\\.0\\.0\\.[12]$',
          '%{REQUEST_METHOD} =POST',
          '%{REQUEST_METHOD} !^(GET|HEAD)$ [OR]',
          '%{HTTP:Origin} !^https://a\\.test$',
          '%{HTTP_REFERER} !^$',
          '%{QUERY_STRING} (^|&)x=1(&|$)',
          '%{REQUEST_URI} ^/a/',
          '%{REQUEST_FILENAME} !-f',
          '%{REQUEST_FILENAME} -d',
          '%{HTTPS} off',
          'expr "%{HTTP:X-Token} == \'abc\'"',
        ])}`,
      );
    }
    lines.push(
      `RewriteRule ${r.pick(['^ - [F]', '\\.txt$ - [F,NC]', '^a/b - [F]', '^/?a/ - [F,L]', '^pub/(.*)$ /a/$1 [L]', '^/?x\\.html$ /pub/y.html [L]', '!\\.html$ - [F]', '^ - [S=1]', '^ - [R=403,L]', '^ - [E=bad:1]'])}`,
    );
  }
  return lines;
}

const AUTH = (folder) => [
  'AuthType Basic',
  'AuthName "x"',
  `AuthUserFile ${folder}/users`,
  `AuthGroupFile ${folder}/groups`,
];

function body(r, folder, { files = true, file = false } = {}) {
  const lines = [];
  if (r.chance(0.6)) lines.push(...requires(r));
  if (r.chance(0.15)) lines.push(`AuthMerging ${r.pick(['And', 'Or', 'Off'])}`);
  if (r.chance(0.18)) lines.push(...compat(r));
  if (r.chance(0.12)) lines.push(...rewrite(r));
  if (!file && r.chance(0.25))
    lines.push(
      `Options ${r.pick(['+Indexes', '-Indexes', 'Indexes FollowSymLinks', 'None', 'FollowSymLinks', '-FollowSymLinks', '+SymLinksIfOwnerMatch'])}`,
    );
  if (r.chance(0.1))
    lines.push(
      `DirectoryIndex ${r.pick(['index.html', 'y.html', 'nothing.html', 'disabled', 'nothing.html index.html'])}`,
    );
  if (files && r.chance(0.2))
    lines.push(
      `<${r.pick(['Files "*.txt"', 'Files x.html', 'FilesMatch "\\.(txt|bak)$"', 'Files ".*"', 'Files "index.html"'])}>`,
      ...requires(r),
      '</F>',
    );
  if (files && r.chance(0.12)) lines.push(`<If "${r.pick(EXPRS)}">`, ...requires(r), '</If>');
  if (r.chance(0.08))
    lines.push(
      `SetEnvIf ${r.pick(['Request_URI "^/a/" bad', 'User-Agent "curl" !bad', 'Remote_Addr "127\\.0\\.0\\.2" good=1'])}`,
    );
  if (lines.some((line) => /valid-user|user ann|group staff/.test(line)) || r.chance(0.05)) lines.push(...AUTH(folder));
  let open = '';
  return lines.map((line) => {
    const found = /^<(Files(?:Match)?) /.exec(line);
    if (found) open = found[1];
    return line === '</F>' ? `</${open}>` : line;
  });
}

const section = (head, lines) => [`<${head}>`, ...lines.map((line) => `    ${line}`), `</${head.split(' ')[0]}>`];

/** The rules of one virtual host. */
function hostRules(r, folder, root) {
  const lines = [];
  if (r.chance(0.85))
    lines.push(
      ...section(`Directory "${root}"`, [
        'Require all granted',
        ...(r.chance(0.4) ? [`AllowOverride ${r.pick(['All', 'AuthConfig Limit FileInfo Indexes Options'])}`] : []),
        ...(r.chance(0.3) ? ['Options +Indexes +FollowSymLinks'] : []),
      ]),
    );
  for (let i = 0; i < 1 + r.int(4); i++) {
    const head = r.pick([
      `Directory "${root}"`,
      `Directory "${root}/a"`,
      `Directory "${root}/a/b"`,
      `Directory "${root}/*"`,
      `Directory "${root}/p*"`,
      `DirectoryMatch "/(a|priv)/"`,
      `DirectoryMatch "^${root}/a"`,
      'Files "*.txt"',
      'FilesMatch "^(x|y)\\.html$"',
      'Location "/"',
      'Location "/a"',
      'Location "/a/"',
      'Location "/pub/*.html"',
      'LocationMatch "^/(priv|a/b)"',
      'LocationMatch "\\.txt$"',
      `If "${r.pick(EXPRS)}"`,
    ]);
    const inFile = head.startsWith('Files');
    lines.push(...section(head, body(r, folder, { files: head.startsWith('Directory'), file: inFile })));
  }
  if (r.chance(0.25))
    lines.push(
      `Redirect${r.pick([' 403 /a/b', 'Match 403 "\\.bak$"', 'Match 404 "/\\.", ', ' gone /priv']).replace(', ', '')}`,
    );
  if (r.chance(0.2)) lines.push(...rewrite(r));
  if (r.chance(0.2)) lines.push(`Alias /alias ${root}/a`);
  if (r.chance(0.4)) lines.push('BrowserMatchNoCase "bot|python" bad');
  if (r.chance(0.3)) lines.push('SetEnvIf X-Token "^abc$" good');
  return lines;
}

const FILES = [
  'x.html',
  'y.html',
  'secret.txt',
  '.hidden',
  'a/x.html',
  'a/note.txt',
  'a/b/deep.txt',
  'a/b/x.html',
  'a/old.bak',
  'pub/y.html',
  'pub/index.html',
  'priv/x.html',
];
const PATHS = [
  '/',
  '/x.html',
  '/y.html',
  '/secret.txt',
  '/.hidden',
  '/a/',
  '/a',
  '/a/x.html',
  '/a/note.txt',
  '/a/b/deep.txt',
  '/a/b/',
  '/a/old.bak',
  '/pub/',
  '/pub/y.html',
  '/priv/x.html',
  '/priv/',
  '/none',
  '/a/none/deeper',
  '/link.html',
  '/alias/note.txt',
  '/a//note.txt',
  '/a/%6eote.txt',
  '/pub/../secret.txt',
  '/x.html/extra',
  '/linkdir/x.html',
];

function makeTree(r, folder, root) {
  for (const dir of ['a/b', 'pub', 'priv']) mkdirSync(path.join(root, dir), { recursive: true });
  for (const file of FILES) writeFileSync(path.join(root, file), 'ok\n');
  if (r.chance(0.6)) writeFileSync(path.join(root, 'index.html'), 'ok\n');
  symlinkSync('x.html', path.join(root, 'link.html'));
  symlinkSync('a', path.join(root, 'linkdir'));
  for (const dir of ['', 'a', 'a/b', 'priv']) {
    if (!r.chance(0.25)) continue;
    const lines = body(r, folder);
    writeFileSync(path.join(root, dir, '.htaccess'), `${lines.join('\n')}\n`);
  }
}

function makeRequest(r) {
  const headers = [];
  if (r.chance(0.8)) headers.push(['User-Agent', r.pick(AGENTS)]);
  if (r.chance(0.25)) headers.push(['Origin', r.pick(['https://a.test', 'https://evil.test'])]);
  if (r.chance(0.25)) headers.push(['Referer', r.pick(['https://a.test/page', 'https://evil.test/'])]);
  if (r.chance(0.25)) headers.push(['X-Token', r.pick(['abc', 'nope'])]);
  if (r.chance(0.1)) headers.push(['X-Mode', 'ON']);
  if (r.chance(0.3))
    headers.push([
      'Authorization',
      `Basic ${Buffer.from(r.pick(['ann:pear', 'bob:plum', 'ann:wrong', 'zoe:x'])).toString('base64')}`,
    ]);
  const query = r.chance(0.25) ? `?${r.pick(['x=1', 'q=2', '5'])}` : '';
  return {
    method: r.chance(0.6) ? 'GET' : r.pick(METHODS),
    target: r.pick(PATHS) + query,
    headers,
    from: `127.0.0.${1 + r.int(6)}`,
  };
}

const freePort = () =>
  new Promise((resolve) => {
    const s = net.createServer();
    s.listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });
const sleep = (ms) =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

function send(port, host, request) {
  return new Promise((resolve) => {
    const req = http.request(
      {
        host: '127.0.0.1',
        port,
        localAddress: request.from,
        method: request.method,
        path: request.target,
        headers: [['Host', host], ...request.headers].flat(),
        setHost: false,
        agent: false,
        timeout: 5000,
      },
      (res) => {
        res.resume();
        res.on('end', () => resolve(res.statusCode));
        res.on('error', () => resolve(0));
      },
    );
    req.on('error', () => resolve(0));
    req.on('timeout', () => req.destroy());
    req.end();
  });
}

const refused = (status) => status === 401 || status === 403;

/**
 * One round: writes the trees and the configuration, starts Apache, asks both.
 * @param api the evaluator's own functions: loadConfig, splitServers, judge, viewExchange, startTrial, readFromDisk
 */
export async function runRound({ seed, hosts, requests, api }) {
  const r = makeRandom(seed);
  const folder = mkdtempSync(path.join(tmpdir(), 'why403-agree-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const sha = (text) => `{SHA}${createHash('sha1').update(text).digest('base64')}`;
  writeFileSync(path.join(folder, 'users'), `ann:${sha('pear')}\nbob:${sha('plum')}\n`);
  writeFileSync(path.join(folder, 'groups'), 'staff: ann\n');
  const modules = [
    'mpm_event',
    'authz_core',
    'authz_host',
    'authz_user',
    'authz_groupfile',
    'authn_core',
    'authn_file',
    'auth_basic',
    'access_compat',
    'alias',
    'autoindex',
    'dir',
    'env',
    'mime',
    'setenvif',
    'rewrite',
  ];
  const head = [
    'ServerRoot /etc/apache2',
    ...modules.map((m) => `LoadModule ${m}_module ${MODULES}/mod_${m}.so`),
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    'StartServers 1',
    'ThreadsPerChild 16',
    'MaxRequestWorkers 16',
    'TypesConfig /etc/mime.types',
    'ServerName localhost',
    `PidFile ${folder}/pid`,
    `DefaultRuntimeDir ${folder}`,
    `Listen 127.0.0.1:${port}`,
    `ErrorLog ${folder}/error.log`,
    '<Directory />',
    '    AllowOverride None',
    '    Require all denied',
    '</Directory>',
  ];
  const test = (lines) => {
    const file = path.join(folder, 'try.conf');
    writeFileSync(file, `${[...head, ...lines].join('\n')}\n`);
    return spawnSync('/usr/sbin/apache2', ['-t', '-f', file], { encoding: 'utf8' }).status === 0;
  };
  const blocks = [];
  for (let i = 0; i < hosts; i++) {
    const root = path.join(folder, `h${i}`);
    mkdirSync(root);
    let block;
    // Apache itself says which generated rules are no valid configuration; those are drawn again.
    do
      block = [
        `<VirtualHost 127.0.0.1:${port}>`,
        `    ServerName h${i}.test`,
        `    DocumentRoot "${root}"`,
        ...hostRules(r, folder, root).map((line) => `    ${line}`),
        '</VirtualHost>',
      ];
    while (!test(block));
    makeTree(r, folder, root);
    blocks.push(...block);
  }
  const file = path.join(folder, 'apache2.conf');
  writeFileSync(file, `${[...head, ...blocks].join('\n')}\n`);
  const child = spawn('/usr/sbin/apache2', ['-f', file, '-DFOREGROUND'], { stdio: 'ignore' });
  const differ = [];
  let pairs = 0;
  let sameStatus = 0;
  let refusals = 0;
  try {
    for (
      let i = 0;
      i < 100 && !(await send(port, 'h0.test', { method: 'GET', target: '/', headers: [], from: '127.0.0.1' }));
      i++
    )
      await sleep(50);
    const config = api.splitServers(
      file,
      api.loadConfig(file, { read: api.readFromDisk, serverRoot: '/etc/apache2', env: {}, defines: [] }),
    );
    for (let i = 0; i < hosts; i++) {
      for (let k = 0; k < requests; k++) {
        const request = makeRequest(r);
        const host = `h${i}.test`;
        const real = await send(port, host, request);
        const view = api.viewExchange(
          {
            request: {
              method: request.method,
              url: `http://127.0.0.1:${port}${request.target}`,
              headers: [['Host', host], ...request.headers],
            },
            transport: { address: '127.0.0.1', port },
            gaps: [],
          },
          request.from,
        );
        const own = api.judge(config, view, api.startTrial(), api.readFromDisk);
        pairs++;
        if (refused(real)) refusals++;
        if (own.status === real) sameStatus++;
        // Neither a broken .htaccess nor a loop is a refusal; both sides say 500 then.
        if (refused(real) !== refused(own.status))
          differ.push({
            seed,
            host,
            ...request,
            real,
            own: own.status,
            stage: own.stage,
            by: own.by && `${own.by.line}: ${own.by.text}`,
          });
      }
    }
  } finally {
    child.kill('SIGTERM');
    await new Promise((resolve) => {
      child.on('exit', resolve);
    });
  }
  return { pairs, sameStatus, refusals, differ, folder, clean: () => rmSync(folder, { recursive: true, force: true }) };
}

async function main() {
  const arg = (name, fallback) => {
    const i = process.argv.indexOf(`--${name}`);
    return i < 0 ? fallback : Number(process.argv[i + 1]);
  };
  if (!hasApache()) {
    console.log('apache-agreement: skipped, Apache httpd (apache2) is not installed');
    return;
  }
  const { build } = await import('esbuild');
  const here = path.dirname(fileURLToPath(import.meta.url));
  const bundle = path.join(mkdtempSync(path.join(tmpdir(), 'why403-bench-')), 'api.mjs');
  const source = (p) => `../src/inspect/${p}`;
  const contents = [
    `export { loadConfig } from '${source('apache/load.ts')}';`,
    `export { splitServers } from '${source('apache/server.ts')}';`,
    `export { judge } from '${source('apache/judge.ts')}';`,
    `export { viewExchange } from '${source('shared/server-view.ts')}';`,
    `export { startTrial } from '${source('shared/trial.ts')}';`,
    `export { readFromDisk } from '${source('shared/config-edit.ts')}';`,
  ].join('\n');
  await build({
    stdin: { contents, resolveDir: here, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    outfile: bundle,
    logLevel: 'error',
  });
  const api = await import(pathToFileURL(bundle).href);
  const total = { pairs: 0, same: 0, refusals: 0, differ: 0 };
  for (let round = 0; round < arg('rounds', 4); round++) {
    const result = await runRound({
      seed: arg('seed', 1) + round,
      hosts: arg('hosts', 40),
      requests: arg('requests', 30),
      api,
    });
    total.pairs += result.pairs;
    total.same += result.sameStatus;
    total.refusals += result.refusals;
    total.differ += result.differ.length;
    for (const one of result.differ) console.log(`differs: ${JSON.stringify(one)}`);
    if (process.argv.includes('--show') && result.differ.length) console.log(`kept: ${result.folder}`);
    else result.clean();
  }
  rmSync(path.dirname(bundle), { recursive: true, force: true });
  const share = (n) => `${((100 * n) / total.pairs).toFixed(2)} %`;
  console.log(
    `apache-agreement: ${total.pairs} pairs, ${total.refusals} refused by Apache; refused or not: ${share(total.pairs - total.differ)} agree; same status: ${share(total.same)}`,
  );
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) await main();
