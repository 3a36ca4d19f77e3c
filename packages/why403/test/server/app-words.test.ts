import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CauseId, Imported } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diagnose } from '../../src/run/diagnose.ts';
import { readText } from '../../src/run/read-input.ts';

// An application that tells its caller nothing, and its own log why.

async function refusing(line: string | undefined, earlier = ''): Promise<{ origin: string; log: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'why403-words-'));
  const log = path.join(folder, 'app.log');
  writeFileSync(log, earlier);
  const server = createServer((_request, response) => {
    if (line) appendFileSync(log, `${line}\n`);
    response.writeHead(403, { 'content-type': 'application/json' }).end('{"error":"forbidden"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, log };
}

async function told(where: { origin: string; log: string }) {
  const [request] = readText(`curl ${where.origin}/ledger/7 -H 'Authorization: Bearer abcdefabcdef'`, {}) as [Imported];
  return diagnose(request, { errorLog: where.log, maxWait: 0 }, { env: {} });
}

const lines: readonly (readonly [CauseId, string])[] = [
  [
    'feature-unavailable',
    '{"level":40,"req":{"url":"/ledger/7"},"reason":"feature flag \\"export\\" is off","msg":"refused"}',
  ],
  [
    'ip-refused',
    'WARN c.shop.IpGuard : GET /ledger/7 rejected: remote address 127.0.0.1 is outside of allowed networks',
  ],
  ['credentials-invalid', 'level=warn path=/ledger/7 status=403 reason="token audience mismatch: got a, want b"'],
  ['not-owner', '2026-11-23 12:00:00,001 WARNING 403 GET /ledger/7: ledger belongs to another account than anna'],
  ['credentials-expired', '{"reason":"session ended 4211 s ago (idle limit 1800 s)"}'],
  ['role-missing', 'denied /ledger/7 to user=kim: needs group "ops"'],
  ['csrf-invalid', 'Refusing: CSRF cookie and header differ'],
];

describe('the log of an application in words of its own', () => {
  test.each(lines)('names %s', async (cause, line) => {
    const where = await refusing(line);
    const { verdict, causes } = await told(where);
    expect(verdict.cause).toBe(cause);
    expect(
      causes[0]?.evidence.some(({ quote, from }) => quote.includes(line.slice(0, 30)) && from.includes(where.log)),
    ).toBe(true);
  });

  test('is heard in a log that this refusal begins', async () => {
    const where = await refusing('denied /ledger/7: needs group "ops"');
    rmSync(where.log);
    expect((await told(where)).verdict.cause).toBe('role-missing');
  });

  test.each([
    ['names another path', 'level=warn path=/other status=403 reason="jwt expired"', ''],
    ['names another path in a sentence', 'Forbidden (no token): /other/', ''],
    ['was written before', undefined, 'level=warn path=/other status=403 reason="jwt expired"\n'],
    ['only says what was answered', '127.0.0.1 - - [23/Nov/2026:12:00:00 +0000] "GET /ledger/7 HTTP/1.1" 403 21', ''],
  ])('says nothing by a line that %s', async (_, line, earlier) => {
    const { causes } = await told(await refusing(line, earlier));
    expect(causes.flatMap(({ evidence }) => evidence).filter(({ from }) => from.startsWith('log'))).toEqual([]);
  });
});
