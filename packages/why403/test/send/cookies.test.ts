import { expect, test } from 'vitest';
import { createCookieStore } from '../../src/send/cookies.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');

/** The Cookie header of a request to `url` after an answer of `from` set these cookies. */
function cookieAfter(from: string, set: readonly string[], url: string, own?: string) {
  const store = createCookieStore(() => NOW);
  store.take({
    request: { method: 'GET', url: from, headers: [] },
    response: { status: 302, headers: set.map((value) => ['Set-Cookie', value] as const) },
    gaps: [],
  });
  const request = { method: 'GET', url, headers: own === undefined ? [] : [['Cookie', own] as const] };
  return store.give(request).headers.find(([name]) => name === 'Cookie')?.[1];
}

const A = 'https://www.shop.example/account/login?x';

test.each([
  [['s=1'], 'https://www.shop.example/account/in', 's=1'],
  [['s=1'], 'https://www.shop.example/', undefined],
  [['s=1; Path=/'], 'https://www.shop.example/', 's=1'],
  [['s=1; Path=/acc'], 'https://www.shop.example/account', undefined],
  [['s=1; Path=/'], 'https://shop.example/', undefined],
  [['s=1; Path=/; Domain=.shop.example'], 'https://api.shop.example/', undefined],
  [['s=1; Path=/; Domain=.shop.example'], 'https://www.shop.example/', 's=1'],
  [['s=1; Path=/'], 'https://www.shop.example:8443/', undefined],
  [['s=1; Path=/; Domain=example'], 'https://www.shop.example/', undefined],
  [['s=1; Path=/; Domain=other.example'], 'https://other.example/', undefined],
  [['s=1; Path=/; Secure'], 'http://www.shop.example/', undefined],
  [['s=1; Path=/', 's=; Path=/; Max-Age=0'], 'https://www.shop.example/', undefined],
  [['s=1; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], 'https://www.shop.example/', undefined],
  [['s=1; Path=/; Expires=Thu, 01 Jan 2037 00:00:00 GMT'], 'https://www.shop.example/', 's=1'],
  [['=1; Path=/', 'none; Path=/', 'b=\u0001; Path=/'], 'https://www.shop.example/', undefined],
])('%j: %s gets %s', (set, url, expected) => {
  expect(cookieAfter(A, set, url)).toBe(expected);
});

test("the user's own cookies stay, but for those that were set anew", () => {
  expect(cookieAfter(A, ['s=new; Path=/'], 'https://www.shop.example/', 's=old; t=1')).toBe('s=new; t=1');
});
