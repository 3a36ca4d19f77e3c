import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, why403 } from './support.ts';

test('why403 logs groups the refusals of a log that it is given', async () => {
  const log = join(folder(), 'access.log');
  const line = '192.0.2.7 - - [12/May/2026:10:00:00 +0000] "GET /private/a HTTP/1.1" 403 153 "-" "curl/8.5.0"\n';
  writeFileSync(log, line.repeat(3));
  const { status, stdout, stderr } = await why403(['logs', log]);
  expect(stdout).toContain('/private/a');
  expect(stdout).toContain('192.0.2.7');
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});

test('why403 lint finds what is wrong with a kept refusal', async () => {
  const kept = join(folder(), 'kept.http');
  writeFileSync(
    kept,
    'GET /a HTTP/1.1\r\nHost: a.example\r\n\r\nHTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n',
  );
  const { status, stdout } = await why403(['lint', kept]);
  expect(status).toBe(1);
  expect(stdout).toContain('RFC 9110');
});

test('help and completion name both', async () => {
  const help = await why403(['--help']);
  expect(help.stdout).toMatch(/^ {2}why403 logs /m);
  expect(help.stdout).toMatch(/^ {2}why403 lint /m);
  const completion = await why403(['completion', 'bash']);
  expect(completion.stdout).toMatch(/\blogs\b/);
  expect(completion.stdout).toMatch(/\blint\b/);
});
