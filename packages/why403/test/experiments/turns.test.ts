import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Diagnosis, Imported } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DiagnoseOptions, diagnose } from '../../src/run/diagnose.ts';
import { readText } from '../../src/run/read-input.ts';

type Passes = (req: IncomingMessage & { readonly text: string }) => boolean;

interface Row {
  readonly id: string;
  /** What the server lets through. */
  readonly passes: Passes;
  /** What the server that is not turned lets through: nothing, where this is absent. */
  readonly other?: Passes;
  /** The words of the refused request after `curl URL`. */
  readonly line?: string;
  readonly path?: string;
  readonly body?: string;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly options?: DiagnoseOptions;
  /** What an answer that passes says. */
  readonly page?: string;
}

const has =
  (name: string, value?: RegExp): Passes =>
  (req) =>
    req.headers[name] !== undefined && (value === undefined || value.test(String(req.headers[name])));
const not =
  (passes: Passes): Passes =>
  (req) =>
    !passes(req);
const TOKEN = '7c9e6679f4d34b8a9c1e5d2f';

const rows: readonly Row[] = [
  { id: 'sibling-path', passes: (req) => req.url !== '/files/a.txt', path: '/files/a.txt' },
  { id: 'site-root', passes: (req) => req.url === '/', path: '/files/a.txt' },
  { id: 'slash', passes: (req) => req.url === '/files/', path: '/files', body: 'Directory listing denied' },
  {
    id: 'no-credentials',
    passes: not(has('authorization')),
    line: `-H 'Authorization: Bearer ${TOKEN}'`,
  },
  {
    id: 'broken-credentials',
    passes: (req) => has('authorization')(req) && !String(req.headers.authorization).includes(TOKEN),
    line: `-H 'Authorization: Bearer ${TOKEN}'`,
  },
  {
    id: 'other-credential',
    passes: has('authorization', /adminadmin/),
    line: `-H 'Authorization: Bearer ${TOKEN}'`,
    options: { as: [{ name: 'admin', header: ['Authorization', 'Bearer adminadminadmin'] }] },
  },
  {
    id: 'credential-form',
    passes: has('authorization', /^Token /),
    line: `-H 'Authorization: Bearer ${TOKEN}'`,
    status: 401,
    headers: { 'WWW-Authenticate': 'Token realm="api"' },
  },
  { id: 'safe-method', passes: (req) => req.method === 'GET', line: "-d 'a=b'" },
  { id: 'request-origin', passes: not(has('origin', /evil/)), line: "-H 'Origin: http://evil.example'" },
  {
    id: 'fewer-cookies',
    passes: not(has('cookie')),
    line: "-b 'sessionid=00aa11bb22cc33dd; theme=dark'",
    status: 401,
  },
  {
    id: 'one-cookie',
    passes: not(has('cookie', /promo/)),
    // without any of them, and with no single one left out
    other: not(has('cookie')),
    line: "-b 'promo=%7Ba%7D; theme=dark'",
    body: 'Request blocked',
  },
  {
    id: 'fresh-csrf',
    passes: (req) =>
      req.method === 'GET' || /csrf_token=freshfreshfresh/.test(req.text) || has('x-csrf-token', /^fresh/)(req),
    line: "-d 'a=b'",
    body: 'CSRF token missing',
    page: '<form><input type="hidden" name="csrf_token" value="freshfreshfresh"></form>',
  },
  { id: 'browser-headers', passes: has('user-agent', /Mozilla/), line: "-A 'curl/8.5.0'" },
  {
    id: 'neutral-content',
    passes: (req) => !/script/.test(decodeURIComponent(req.url ?? '')),
    path: '/search?q=%3Cscript%3Ealert(1)%3C/script%3E',
  },
  { id: 'forwarded-headers', passes: not(has('x-forwarded-for')), line: "-H 'X-Forwarded-For: 203.0.113.7'" },
  {
    id: 'resource-metadata',
    passes: (req) => req.url === '/.well-known/oauth-protected-resource/files/a',
    path: '/files/a',
    line: `-H 'Authorization: Bearer ${TOKEN}'`,
    status: 401,
    headers: { 'WWW-Authenticate': 'Bearer realm="api"' },
  },
  {
    id: 'who-am-i',
    passes: (req) => req.url === '/api/v4/user',
    path: '/api/v4/projects/7',
    line: `-H 'PRIVATE-TOKEN: glpat-${TOKEN}'`,
  },
];

async function serve(row: Row, passes: Passes): Promise<string> {
  const server = createServer((req, res) => {
    let text = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    req.on('end', () => {
      const good = passes(Object.assign(req, { text }));
      const type = (good ? row.page : row.body)?.startsWith('<') ? 'text/html' : 'text/plain';
      res.writeHead(good ? 200 : (row.status ?? 403), { 'content-type': type, ...(good ? {} : row.headers) });
      res.end(req.method === 'HEAD' ? '' : good ? (row.page ?? 'here it is') : (row.body ?? 'Forbidden'));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function outcomes(row: Row, passes: Passes): Promise<{ told: Diagnosis; of: readonly string[] }> {
  const origin = await serve(row, passes);
  const [read] = readText(`curl '${origin}${row.path ?? '/admin/report'}' ${row.line ?? ''}`, {}) as [Imported];
  const told = await diagnose(read, { allowWrites: true, maxRequests: 40, maxWait: 0, ...row.options }, { env: {} });
  return { told, of: told.experiments.filter((e) => e.id === row.id).map((e) => e.outcome) };
}

describe('each experiment', () => {
  test.each(rows)('$id is allowed by the server that it turns, and by no other', async (row) => {
    const turned = await outcomes(row, row.passes);
    expect(turned.told.refused).toBe(true);
    expect(turned.of, turned.told.experiments.map((e) => `${e.id} ${e.outcome}`).join(', ')).toContain('allowed');
    const not = await outcomes(row, row.other ?? (() => false));
    expect(not.of.length).toBeGreaterThan(0);
    expect(not.of).not.toContain('allowed');
    if (!row.other) expect(not.told.causes.flatMap((c) => c.fixes).filter((f) => f.verified === true)).toEqual([]);
  });
});
