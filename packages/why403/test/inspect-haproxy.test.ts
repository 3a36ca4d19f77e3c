import { createHmac } from 'node:crypto';
import type { CauseId } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { readHaLine } from '../src/inspect/haproxy/log.ts';
import { readCondition, splitWords } from '../src/inspect/haproxy/parse.ts';
import haproxy from '../src/inspect/haproxy.ts';
import { type Asked, carryOut, installed, type Running, startServer } from './inspect-real-servers.ts';

const has = installed('haproxy');

const HEAD = `global
    maxconn 100
defaults
    mode http
    timeout connect 2s
    timeout client 5s
    timeout server 5s
userlist staff
    user ann insecure-password pear
frontend web
    bind 127.0.0.1:@PORT@
`;
const TAIL = `    default_backend app
backend app
    http-request return status 200 content-type text/plain string ok
`;

const token = (payload: object): string => {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const data = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(payload)}`;
  return `${data}.${createHmac('sha256', 'test-key').update(data).digest('base64url')}`;
};
const JWT = `    http-request deny unless { req.hdr(authorization) -m beg -i "bearer " }
    http-request deny unless { http_auth_bearer,jwt_verify(HS256,"test-key") 1 }
    http-request set-var(txn.exp) http_auth_bearer,jwt_payload_query('$.exp','int')
    http-request set-var(txn.now) date()
    http-request deny if { var(txn.exp),sub(txn.now) -m int lt 0 }
    http-request set-var(txn.scope) http_auth_bearer,jwt_payload_query('$.scope')
    http-request deny unless { var(txn.scope) -m sub write }
`;
const bearer = (payload: object): Asked => ({ path: '/x', headers: [['Authorization', `Bearer ${token(payload)}`]] });

interface Case {
  readonly says: string;
  readonly rules: string;
  readonly ask: Asked;
  readonly cause: CauseId;
  readonly line: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly status?: number;
  /** False where only the caller can mend it. */
  readonly mends?: boolean;
}

const CASES: readonly Case[] = [
  {
    says: 'paths that are denied but to one host',
    rules: '    http-request deny if { path_beg /lab } !{ hdr(host) -i staging.example }\n',
    ask: { path: '/lab/x' },
    cause: 'server-rule',
    line: 'http-request deny if { path_beg /lab } !{ hdr(host) -i staging.example }',
  },
  {
    says: 'a path that is denied to all',
    rules: '    http-request deny if { path_end .php .asp }\n',
    ask: { path: '/a.php' },
    cause: 'server-rule',
    line: 'http-request deny if { path_end .php .asp }',
  },
  {
    says: 'an address on a denylist in a file',
    rules: '    acl bad src -f @DIR@/bad.lst\n    http-request deny if bad\n',
    files: { 'bad.lst': '# list\n10.0.0.0/8\n127.0.0.0/8\n' },
    ask: { path: '/' },
    cause: 'ip-refused',
    line: 'http-request deny if bad',
  },
  {
    says: 'an address that is not on an allowlist',
    rules:
      '    acl admin path_beg /admin\n    acl office src 10.0.0.0/8\n    http-request deny deny_status 404 if admin !office || { path /other }\n',
    ask: { path: '/admin/x' },
    cause: 'ip-refused',
    line: 'http-request deny deny_status 404 if admin !office || { path /other }',
    status: 404,
  },
  {
    says: 'a method',
    rules: '    http-request deny if !{ method GET HEAD }\n',
    ask: { method: 'DELETE', path: '/x' },
    cause: 'method-refused',
    line: 'http-request deny if !{ method GET HEAD }',
  },
  {
    says: 'a client by its User-Agent',
    rules: '    http-request deny if { req.fhdr(user-agent) -m reg -i (curl|bot) }\n',
    ask: { path: '/x', headers: [['User-Agent', 'MyBot/2']] },
    cause: 'client-refused',
    line: 'http-request deny if { req.fhdr(user-agent) -m reg -i (curl|bot) }',
  },
  {
    says: 'an Origin',
    rules:
      '    acl own req.hdr(origin) -m str https://own.test\n    http-request deny if { req.hdr(origin) -m found } !own\n',
    ask: { method: 'POST', path: '/x', headers: [['Origin', 'https://other.test']] },
    cause: 'origin-rejected',
    line: 'http-request deny if { req.hdr(origin) -m found } !own',
  },
  {
    says: 'plain http told by X-Forwarded-Proto',
    rules: '    http-request deny unless { hdr(x-forwarded-proto) https }\n',
    ask: { path: '/x' },
    cause: 'tls-required',
    line: 'http-request deny unless { hdr(x-forwarded-proto) https }',
  },
  {
    says: 'a missing token',
    rules: JWT,
    ask: { path: '/x' },
    cause: 'credentials-missing',
    line: 'http-request deny unless { req.hdr(authorization) -m beg -i "bearer " }',
    mends: false,
  },
  {
    says: 'a token under the wrong word',
    rules: JWT,
    ask: { path: '/x', headers: [['Authorization', 'Token abc']] },
    cause: 'credentials-malformed',
    line: 'http-request deny unless { req.hdr(authorization) -m beg -i "bearer " }',
    mends: false,
  },
  {
    says: 'a token past its time',
    rules: JWT,
    ask: bearer({ exp: 1000, scope: 'write' }),
    cause: 'credentials-expired',
    line: 'http-request deny if { var(txn.exp),sub(txn.now) -m int lt 0 }',
  },
  {
    says: 'a token without the scope',
    rules: JWT,
    ask: bearer({ exp: 4102444800, scope: 'read' }),
    cause: 'scope-insufficient',
    line: 'http-request deny unless { var(txn.scope) -m sub write }',
  },
  {
    says: 'a forged token',
    rules: JWT,
    ask: { path: '/x', headers: [['Authorization', `Bearer ${token({ scope: 'write' }).slice(0, -4)}AAAA`]] },
    cause: 'credentials-invalid',
    line: 'http-request deny unless { http_auth_bearer,jwt_verify(HS256,…) 1 }',
  },
  {
    says: 'a wrong password',
    rules: '    http-request deny unless { http_auth(staff) }\n',
    ask: { path: '/x', headers: [['Authorization', `Basic ${Buffer.from('ann:plum').toString('base64')}`]] },
    cause: 'credentials-invalid',
    line: 'http-request deny unless { http_auth(staff) }',
  },
];

describe.skipIf(!has)('HAProxy on this machine', () => {
  for (const one of CASES) {
    it(`names ${one.cause} for ${one.says}, with the line, and the fix turns the real server`, async () => {
      let server: Running | undefined;
      try {
        server = await startServer({
          config: 'haproxy.cfg',
          text: HEAD + one.rules + TAIL,
          ...(one.files ? { files: one.files } : {}),
          command: (config) => ['haproxy', '-db', '-f', config],
        });
        const exchange = await server.ask(one.ask);
        expect(exchange.response?.status).toBe(one.status ?? 403);
        const input = { config: server.config };
        expect(await haproxy.find(input)).toEqual([input]);
        const { findings } = await haproxy.inspect(exchange, input);
        expect(findings[0]).toMatchObject({ cause: one.cause, weight: 'proves', quote: one.line });
        expect(findings.filter((finding) => finding.weight === 'proves')).toHaveLength(1);
        // What --apply writes is never told.
        const told = JSON.stringify(findings, (key, value) => (key === 'changes' ? undefined : value));
        expect(told).not.toContain('test-key');
        if (one.mends === false) expect(findings[0]?.fixes).toEqual([]);
        else expect(await carryOut(server, findings[0]?.fixes[0]?.commands ?? [], one.ask)).toBeLessThan(400);
      } finally {
        await server?.stop();
      }
    }, 30_000);
  }

  it('says that the backend refused where every rule lets the request pass', async () => {
    const server = await startServer({
      config: 'haproxy.cfg',
      text: `${HEAD}    default_backend app\nbackend app\n    server s1 127.0.0.1:9\n`,
      command: (config) => ['haproxy', '-db', '-f', config],
    });
    try {
      const { request, gaps } = await server.ask({ path: '/' });
      const { findings, unseen } = await haproxy.inspect(
        {
          request,
          response: { status: 403, headers: [] },
          transport: { address: '127.0.0.1', port: server.port },
          gaps,
        },
        { config: server.config },
      );
      expect(findings).toEqual([]);
      expect(unseen).toEqual([
        `${server.config} lets this request pass to the backend app; the refusal comes from there.`,
      ]);
    } finally {
      await server.stop();
    }
  });
});

describe('the reader of HAProxy configurations', () => {
  it('splits words at blanks, keeps quoted ones together and stops at a comment', () => {
    expect(splitWords(`acl x hdr(a) -m str "two words" 'it''s' a\\ b # end`)).toEqual([
      'acl',
      'x',
      'hdr(a)',
      '-m',
      'str',
      'two words',
      'its',
      'a b',
    ]);
  });

  it('reads alternatives, negation and anonymous conditions', () => {
    expect(readCondition(['deny', 'unless', 'a', '!b', '||', '!{', 'path', '/x', '}'])).toEqual({
      unless: true,
      any: [
        [
          { negate: false, name: 'a' },
          { negate: true, name: 'b' },
        ],
        [{ negate: true, words: ['path', '/x'] }],
      ],
    });
  });
});

it('reads the termination state of a refused request in the log', () => {
  const line = readHaLine(
    '127.0.0.1:40222 [23/Nov/2026:14:00:54.311] web web/<NOSRV> 0/-1/-1/-1/0 403 192 - - PR-- 1/1/0/0/0 0/0 "GET /x HTTP/1.1"',
  );
  expect(line).toMatchObject({ client: '127.0.0.1', status: 403, state: 'PR--' });
});
