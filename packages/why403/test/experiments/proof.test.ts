import type { Diagnosis } from '@why403/core';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/run/diagnose.ts';
import { importedOf } from '../servers/investigated.ts';
import type { Asked, Reply } from '../servers/model.ts';
import { start } from '../servers/start.ts';

const plain = (status: number, body: string): Reply => ({ status, headers: { 'content-type': 'text/plain' }, body });

/** What is found where `passes` decides, and the working request has `more` beside the refused one. */
async function found(
  request: readonly string[],
  more: readonly string[],
  passes: (asked: Asked) => boolean,
  words = 'Forbidden',
  path = '/orders',
): Promise<Diagnosis['verdict']> {
  const { origin, stop } = await start({
    handler: () => (asked) => (passes(asked) ? plain(200, 'here it is') : plain(403, words)),
  });
  try {
    const line = (words: readonly string[]) => importedOf([`{origin}${path}`, ...words], origin);
    return (await diagnose(line(request), { working: line([...request, ...more]), maxWait: 0 }, { env: {} })).verdict;
  } finally {
    stop();
  }
}

const HTTPS = ['-H', 'X-Forwarded-Proto: https'];
const ORIGIN = ['-H', 'Origin: https://shop.example'];
const AGENT = ['-A', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'];
const HOST = ['-H', 'Host: shop.example'];
const https = (a: Asked): boolean => a.headers['x-forwarded-proto'] === 'https';
const browser = (a: Asked): boolean => /Mozilla/.test(a.headers['user-agent'] ?? '');

describe('what turns the answer proves a cause', () => {
  test('where it names that cause alone', async () => {
    expect(await found([], HTTPS, https)).toMatchObject({ cause: 'tls-required', certainty: 'proven' });
    expect(await found([], AGENT, browser)).toMatchObject({ cause: 'client-refused', certainty: 'proven' });
  });

  test('where the answer names the cause of the two that the change moves', async () => {
    expect(await found(ORIGIN, HTTPS, https, 'This site is served over HTTPS only.')).toMatchObject({
      cause: 'tls-required',
      certainty: 'proven',
    });
  });

  test('where a host that no server knows is refused alike', async () => {
    expect(await found([], HOST, (a) => a.headers['host'] === 'shop.example')).toMatchObject({
      cause: 'host-rejected',
      certainty: 'proven',
    });
  });
});

describe('words that a product has for several reasons name none of them', () => {
  test('where the request asks for the root of the site', async () => {
    const haproxy = 'Request forbidden by administrative rules.';
    expect(await found([], HOST, (a) => a.headers['host'] === 'shop.example', haproxy, '/')).toMatchObject({
      cause: 'host-rejected',
      certainty: 'proven',
    });
  });

  test('where a link that was signed later passes', async () => {
    const flask =
      "You don't have the permission to access the requested resource. It is either read-protected or not readable by the server.";
    const { origin, stop } = await start({
      handler: () => (asked) => (asked.rawQuery.includes('1764100000') ? plain(200, 'the file') : plain(403, flask)),
    });
    try {
      const line = (time: number) => importedOf([`{origin}/file?sig=${time}.Zp8kQ0w7tLx2`], origin);
      const told = await diagnose(line(1_764_000_000), { working: line(1_764_100_000), maxWait: 0 }, { env: {} });
      expect(told.verdict.cause).toBe('credentials-expired');
    } finally {
      stop();
    }
  });
});

test("a form's token with another session than its own is wrong, whatever the words say of rights", async () => {
  const form = ['-X', 'POST', '-d', 'city=Bergen&csrf_token=b98aa5451756ea515c8e6d0e'];
  const words = 'You do not have permission to perform this action.';
  const session = (id: string) => [...form, '-b', `PHPSESSID=${id}`];
  const { origin, stop } = await start({
    handler: () => (asked) =>
      asked.headers['cookie'] === 'PHPSESSID=qehhnmpos6oghh4b0dmoql2vmf' || asked.method === 'GET'
        ? plain(200, 'done')
        : plain(403, words),
  });
  try {
    const line = (id: string) => importedOf(['{origin}/account', ...session(id)], origin);
    const choices = { working: line('qehhnmpos6oghh4b0dmoql2vmf'), allowWrites: true, maxWait: 0 };
    const { verdict } = await diagnose(line('ia95am110q86j07dns01pkn3rt'), choices, { env: {} });
    expect(verdict.cause).toBe('csrf-invalid');
  } finally {
    stop();
  }
});

describe('what turns the answer proves nothing', () => {
  test('where the scheme that a proxy tells decides about Origin as well', async () => {
    expect((await found(ORIGIN, HTTPS, https)).certainty).not.toBe('proven');
  });

  test('where a session may be bound to the client', async () => {
    expect((await found(['-b', 'sid=5e7c1a90b2d4'], AGENT, browser)).certainty).not.toBe('proven');
  });

  test('where the other host is another site, and an unknown one is answered otherwise', async () => {
    const verdict = await found([], HOST, (a) => !/^127/.test(a.headers['host'] ?? ''));
    expect(verdict.certainty).not.toBe('proven');
  });

  test('where the answer names another cause', async () => {
    const words = 'Your subscription does not include this feature. Upgrade your plan to use it.';
    expect((await found([], AGENT, browser, words)).certainty).not.toBe('proven');
  });
});
