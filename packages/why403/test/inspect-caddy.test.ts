import type { CauseId } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { parseCaddyfile, walkNodes } from '../src/inspect/caddy/parse.ts';
import caddy from '../src/inspect/caddy.ts';
import { type Asked, carryOut, installed, isRoot, type Running, startServer } from './inspect-real-servers.ts';

const has = installed('caddy');

const HEAD = (admin: string): string => `{
    admin ${admin}
    auto_https off
    log {
        output file @DIR@/caddy.log
    }
}
http://:@PORT@ {
    bind 127.0.0.1
    root * @DIR@/www
`;

interface Case {
  readonly says: string;
  readonly rules: string;
  readonly ask: Asked;
  readonly cause: CauseId;
  readonly line?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly status?: number;
  readonly admin?: string;
}

const CASES: readonly Case[] = [
  {
    says: 'a path',
    rules: '    respond /private/* "no" 403\n    file_server\n',
    files: { 'www/private/x': 'x' },
    ask: { path: '/private/x' },
    cause: 'server-rule',
    line: 'respond /private/* "no" 403',
  },
  {
    says: 'an address, by the admin interface',
    rules:
      '    @outside {\n        path /in/*\n        not remote_ip 10.0.0.0/8\n    }\n    respond @outside 403\n    file_server\n',
    files: { 'www/in/x': 'x' },
    ask: { path: '/in/x' },
    cause: 'ip-refused',
    line: 'respond @outside 403',
    admin: 'unix/@DIR@/admin.sock',
  },
  {
    says: 'an address that is shut out',
    rules: '    @bad remote_ip 127.0.0.0/8 ::1\n    error @bad 403\n    file_server\n',
    ask: { path: '/' },
    cause: 'ip-refused',
    line: 'error @bad 403',
  },
  {
    says: 'a client by its User-Agent, in a handle of its own',
    rules:
      '    @bots header_regexp User-Agent (?i)(curl|bot)\n    handle @bots {\n        respond "no bots" 403\n    }\n    handle {\n        file_server\n    }\n',
    ask: { path: '/', headers: [['User-Agent', 'curl/8']] },
    cause: 'client-refused',
    line: 'respond "no bots" 403',
  },
  {
    says: 'a method',
    rules: '    @write not method GET HEAD OPTIONS\n    respond @write 403\n    respond /thing 200\n    file_server\n',
    ask: { method: 'DELETE', path: '/thing' },
    cause: 'method-refused',
    line: 'respond @write 403',
  },
  {
    says: 'an Origin',
    rules:
      '    @foreign {\n        header Origin *\n        not header Origin https://own.test\n    }\n    respond @foreign 403\n    file_server\n',
    ask: { path: '/', headers: [['Origin', 'https://other.test']] },
    cause: 'origin-rejected',
    line: 'respond @foreign 403',
  },
  {
    says: 'a file that hide hides',
    rules: '    file_server {\n        hide .* *.bak\n    }\n',
    files: { 'www/a.bak': 'x' },
    ask: { path: '/a.bak' },
    cause: 'server-rule',
    line: 'hide .* *.bak',
    status: 404,
  },
  {
    says: 'an expression',
    rules:
      '    @e expression `{method} == "POST" && {path}.startsWith("/api")`\n    respond @e 403\n    respond /api/x 200\n',
    ask: { method: 'POST', path: '/api/x' },
    cause: 'method-refused',
    line: 'respond @e 403',
  },
  {
    says: 'a map of paths',
    rules:
      '    map {path} {bad} {\n        /a no\n        ~^/b/(.*)$ yes\n        default no\n    }\n    @bad expression {bad}=="yes"\n    respond @bad 403\n    respond 200\n',
    ask: { path: '/b/x' },
    cause: 'server-rule',
    line: 'respond @bad 403',
  },
  {
    says: 'a path among hundreds',
    rules: `${Array.from({ length: 700 }, (_, i) => `    @a${i} path /x${i}/*\n    respond @a${i} 403\n`).join('')}    @z path /private/*\n    respond @z 403\n    respond 200\n`,
    ask: { path: '/private/x' },
    cause: 'server-rule',
    line: 'respond @z 403',
  },
  {
    says: 'a path among hundreds of handles',
    rules: `${Array.from({ length: 700 }, (_, i) => `    handle /x${i}/* {\n        respond 403\n    }\n`).join('')}    handle /private/* {\n        respond "no" 403\n    }\n    respond 200\n`,
    ask: { path: '/private/x' },
    cause: 'server-rule',
    line: 'respond "no" 403',
  },
];

describe.skipIf(!has)('Caddy on this machine', () => {
  for (const one of CASES) {
    it(`names ${one.cause} for ${one.says}, with the line, and the fix turns the real server`, async () => {
      let server: Running | undefined;
      try {
        server = await startServer({
          config: 'Caddyfile',
          text: `${HEAD(one.admin ?? 'off')}${one.rules}}\n`,
          ...(one.files ? { files: one.files } : {}),
          command: (config) => ['caddy', 'run', '--config', config, '--adapter', 'caddyfile'],
        });
        const exchange = await server.ask(one.ask);
        expect(exchange.response?.status).toBe(one.status ?? 403);
        const input = { config: server.config };
        expect(await caddy.find(input)).toEqual([input]);
        const { findings } = await caddy.inspect(exchange, input);
        expect(findings[0]).toMatchObject({ cause: one.cause, weight: 'proves', quote: one.line });
        expect(findings.filter((finding) => finding.weight === 'proves')).toHaveLength(1);
        expect(await carryOut(server, findings[0]?.fixes[0]?.commands ?? [], one.ask)).toBeLessThan(400);
      } finally {
        await server?.stop();
      }
    }, 30_000);
  }

  it('finds the line in a JSON configuration', async () => {
    const route = (path: string, status: number): string =>
      `{"match": [{"path": ["${path}"]}], "handle": [{"handler": "static_response",\n"status_code": ${status}\n}]}`;
    const server = await startServer({
      config: 'caddy.json',
      text: `{"admin": {"disabled": true}, "apps": {"http": {"servers": {"a": {"listen": ["127.0.0.1:@PORT@"], "routes": [\n${route('/no', 403)},\n${route('/in', 403)}\n]}}}}}\n`,
      command: (config) => ['caddy', 'run', '--config', config],
    });
    try {
      const input = { config: server.config };
      expect(await caddy.find(input)).toEqual([input]);
      const { findings } = await caddy.inspect(await server.ask({ path: '/in' }), input);
      expect(findings).toHaveLength(1);
      expect(findings[0]).toMatchObject({
        cause: 'server-rule',
        weight: 'proves',
        location: { file: server.config, line: 6 },
      });
    } finally {
      await server.stop();
    }
  });

  it.skipIf(!isRoot)('names the file that the user of Caddy may not read', async () => {
    const server = await startServer({
      config: 'Caddyfile',
      text: `${HEAD('off').replace('@DIR@/caddy.log', '/dev/null')}    file_server\n}\n`,
      files: { 'www/a.txt': 'x' },
      modes: { 'www/a.txt': 0o600 },
      command: (config) => [
        'setpriv',
        '--reuid=65534',
        '--regid=65534',
        '--clear-groups',
        'caddy',
        'run',
        '--config',
        config,
        '--adapter',
        'caddyfile',
      ],
    });
    try {
      const asked = { path: '/a.txt' };
      const exchange = await server.ask(asked);
      expect(exchange.response?.status).toBe(403);
      const { findings } = await caddy.inspect(exchange, { config: server.config });
      expect(findings[0]).toMatchObject({
        cause: 'file-permissions',
        weight: 'proves',
        location: { file: `${server.folder}/www/a.txt` },
      });
      expect(await carryOut(server, findings[0]?.fixes[0]?.commands ?? [], asked)).toBe(200);
    } finally {
      await server.stop();
    }
  });
});

it('keeps the lines of a Caddyfile through blocks, quotes and comments', () => {
  const nodes = walkNodes(
    parseCaddyfile('/Caddyfile', 'a.test {\n  # no\n  respond "x y" 403 # end\n  log {\n    output stdout\n  }\n}\n'),
  );
  expect(nodes.map(({ node, around }) => [node.line, node.endLine, around.length, node.words.join('|')])).toEqual([
    [1, 7, 0, 'a.test'],
    [3, 3, 1, 'respond|x y|403'],
    [4, 6, 1, 'log'],
    [5, 5, 2, 'output|stdout'],
  ]);
});
