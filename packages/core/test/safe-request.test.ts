import { describe, expect, test } from 'vitest';
import type { Request } from '../src/index.ts';
import { isSafeRequest, passwordsOf } from '../src/index.ts';

const request = (method: string, target: string, headers: Request['headers'] = [], text?: string): Request => ({
  method,
  url: `http://a.example${target}`,
  headers,
  ...(text !== undefined && { body: { text } }),
});

describe('a request that asks to change nothing', () => {
  test.each([
    ['GET', '/posts/7'],
    ['HEAD', '/'],
    ['OPTIONS', '/posts'],
    ['TRACE', '/'],
    ['GET', '/docs?method=card&action=view'],
    ['GET', '/deleted-items-policy.html?sort=payment'],
  ])('%s %s', (method, target) => {
    expect(isSafeRequest(request(method, target))).toBe(true);
  });

  test.each([
    ['get', '/', [], undefined],
    ['QUERY', '/', [], undefined],
    ['DELETE', '/', [], undefined],
    ['GET', '/', [['X-HTTP-Method-Override', 'DELETE']], undefined],
    ['GET', '/', [['x-http-METHOD', 'merge']], undefined],
    ['GET', '/', [['X-Method-Override', ' put ']], undefined],
    ['GET', '/x?_method=DELETE', [], undefined],
    ['GET', '/x?_METHOD=delete', [], undefined],
    ['GET', '/x?%5Fmethod=delete', [], undefined],
    ['GET', '/x?_HttpMethod=PATCH', [], undefined],
    ['GET', '/x?method=delete', [], undefined],
    ['GET', '/x', [], '_method=PUT&a=1'],
    ['GET', '/x', [], '{"a":{"_Method":"patch"}}'],
    ['GET', '/x', [], '--b\r\nContent-Disposition: form-data; name="_method"\r\n\r\nDELETE\r\n--b--'],
    ['GET', '/posts/7/delete', [], undefined],
    ['GET', '/account/signOut', [], undefined],
    ['GET', '/password-reset/3f9a', [], undefined],
    ['GET', '/do?action=remove&id=7', [], undefined],
    ['GET', '/login?user=a&password=b', [], undefined],
  ] as const)('not so %s %s %j %s', (method, target, headers, text) => {
    expect(isSafeRequest(request(method, target, headers, text))).toBe(false);
  });

  test('an override to a safe method makes no safe request of a POST', () => {
    expect(isSafeRequest(request('POST', '/', [['X-HTTP-Method-Override', 'GET']]))).toBe(false);
    expect(isSafeRequest(request('GET', '/', [['X-HTTP-Method-Override', 'head']]))).toBe(true);
  });
});

test.each([
  [[['Authorization', 'Basic YTpi']], undefined, ['YTpi']],
  [[['Authorization', 'Digest username="ann", nonce="1", response="2"']], undefined, ['ann']],
  [[['Authorization', 'Bearer abc']], undefined, []],
  [[], 'user=ann&password=hunter2', ['hunter2']],
  [[], '{"email":"a@b","Password":"hun\\"ter"}', ['hun\\"ter']],
  [[], 'grant_type=refresh_token&refresh_token=r1', ['r1']],
  [[], '{"otp":"123456"}', ['123456']],
  [[], '{"title":"password"}', []],
] as const)('passwords of %j %s are %j', (headers, text, expected) => {
  expect(passwordsOf(request('POST', '/login', headers, text))).toEqual(expected);
});
