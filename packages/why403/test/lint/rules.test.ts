import { readdirSync } from 'node:fs';
import { importers } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { lint, RULES } from '../../src/lint/index.ts';

const rawHttp = importers.find(({ id }) => id === 'raw-http')!;

/** An exchange out of raw HTTP: request lines, a blank line, response lines, a blank line, body. */
function exchange(request: string, response: string, body = '') {
  const text = `${request.trim().replaceAll(/\n\s*/g, '\r\n')}\r\n\r\n${response.trim().replaceAll(/\n\s*/g, '\r\n')}\r\n\r\n${body}`;
  return rawHttp.read(text, {})[0]!.exchange;
}
const GET = 'GET /orders/7 HTTP/1.1\nHost: api.example\nUser-Agent: x\nAccept: application/json';
const TOKEN = `${GET}\nAuthorization: Bearer 8a7f6e5d4c3b2a190817`;
const BODY = '{"error":"forbidden","message":"You may not see order 7."}';
const JSON_TYPE = 'Content-Type: application/json';

/** What each exchange must be told, all of it and nothing else. */
const CASES: readonly (readonly [string, ReturnType<typeof exchange>, readonly string[]])[] = [
  ['a proper 403', exchange(TOKEN, `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nCache-Control: no-store`, BODY), []],
  [
    'a proper 401',
    exchange(
      GET,
      `HTTP/1.1 401 Unauthorized\n${JSON_TYPE}\nWWW-Authenticate: Bearer realm="api"`,
      '{"error":"log in first"}',
    ),
    [],
  ],
  ['a success', exchange(TOKEN, `HTTP/1.1 200 OK\n${JSON_TYPE}\nServer: nginx/1.24.0`, '{"id":7}'), []],
  [
    'a 401 without a challenge',
    exchange(GET, `HTTP/1.1 401 Unauthorized\n${JSON_TYPE}`, '{"error":"log in first"}'),
    ['challenge-missing'],
  ],
  [
    'a 407 without a challenge',
    exchange(GET, `HTTP/1.1 407 Proxy Authentication Required\n${JSON_TYPE}`, '{"error":"log in at the proxy first"}'),
    ['challenge-missing'],
  ],
  [
    'a Basic challenge without a realm',
    exchange(GET, `HTTP/1.1 401 Unauthorized\n${JSON_TYPE}\nWWW-Authenticate: Basic`, '{"error":"log in first"}'),
    ['challenge-unreadable'],
  ],
  [
    'missing credentials as 403',
    exchange(GET, `HTTP/1.1 403 Forbidden\n${JSON_TYPE}`, '{"error":"Authentication credentials were not provided."}'),
    ['credentials-missing-as-403'],
  ],
  [
    'a rate limit as 403',
    exchange(
      TOKEN,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nX-RateLimit-Limit: 60\nX-RateLimit-Remaining: 0\nRetry-After: 30`,
      '{"message":"API rate limit exceeded"}',
    ),
    ['rate-limit-as-403'],
  ],
  [
    'a 429 without Retry-After',
    exchange(TOKEN, `HTTP/1.1 429 Too Many Requests\n${JSON_TYPE}`, '{"message":"rate limit exceeded"}'),
    ['retry-after-missing'],
  ],
  [
    'a 429 that caches may keep',
    exchange(
      TOKEN,
      `HTTP/1.1 429 Too Many Requests\n${JSON_TYPE}\nRetry-After: 5\nCache-Control: max-age=60`,
      '{"message":"rate limit exceeded"}',
    ),
    ['cacheable-refusal'],
  ],
  [
    'insufficient_scope without the scope',
    exchange(
      TOKEN,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nWWW-Authenticate: Bearer realm="x", error="insufficient_scope"`,
      BODY,
    ),
    ['scope-missing'],
  ],
  [
    'invalid_token with 403',
    exchange(
      TOKEN,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nWWW-Authenticate: Bearer realm="x", error="invalid_token"`,
      BODY,
    ),
    ['bearer-error-status'],
  ],
  [
    'an error code where no token came',
    exchange(
      GET,
      `HTTP/1.1 401 Unauthorized\n${JSON_TYPE}\nWWW-Authenticate: Bearer realm="x", error="invalid_token"`,
      '{"error":"log in first"}',
    ),
    ['bearer-error-status'],
  ],
  [
    'a cacheable 403',
    exchange(TOKEN, `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nCache-Control: public, max-age=600`, BODY),
    ['cacheable-refusal'],
  ],
  ['a 405 without Allow', exchange(GET, `HTTP/1.1 405 Method Not Allowed\n${JSON_TYPE}`, BODY), ['allow-missing']],
  [
    'a 405 whose Allow has the method',
    exchange(GET, `HTTP/1.1 405 Method Not Allowed\n${JSON_TYPE}\nAllow: GET, HEAD`, BODY),
    ['allow-missing'],
  ],
  [
    'a Node.js stack trace, with its path',
    exchange(
      TOKEN,
      'HTTP/1.1 403 Forbidden\nContent-Type: text/plain',
      'Error: forbidden\n    at check (/srv/app/src/auth.js:12:9)\n',
    ),
    ['path-leaked', 'stack-trace'],
  ],
  [
    'a Java stack trace in JSON',
    exchange(
      TOKEN,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}`,
      '{"trace":"AccessDenied\\n\\tat x\\n at org.shop.web.Guard.check(Guard.java:44)"}',
    ),
    ['stack-trace'],
  ],
  [
    'a PHP warning',
    exchange(
      TOKEN,
      'HTTP/1.1 403 Forbidden\nContent-Type: text/plain',
      '<b>Warning</b>:  no right in <b>/var/www/html/a.php</b> on line <b>12</b>',
    ),
    ['path-leaked', 'stack-trace'],
  ],
  [
    'versions in a field and in the body',
    exchange(
      'GET / HTTP/1.1\nHost: x.example\nUser-Agent: x\nAccept: */*',
      'HTTP/1.1 403 Forbidden\nServer: nginx/1.24.0\nContent-Type: text/html',
      '<html><title>403 Forbidden</title><center>nginx/1.24.0</center></html>',
    ),
    ['version-leaked', 'version-leaked'],
  ],
  [
    'credentials given back',
    exchange(TOKEN, `HTTP/1.1 403 Forbidden\n${JSON_TYPE}`, '{"error":"forbidden","token":"8a7f6e5d4c3b2a190817"}'),
    ['credentials-echoed'],
  ],
  [
    'problem details under another type and status',
    exchange(
      TOKEN,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}`,
      '{"type":"about:blank","title":"You may not do this","status":400}',
    ),
    ['problem-type', 'problem-type'],
  ],
  [
    'HTML to a client of JSON',
    exchange(
      TOKEN,
      'HTTP/1.1 403 Forbidden\nContent-Type: text/html',
      '<html><title>403</title><p>You may not see this.</html>',
    ),
    ['html-to-json-client'],
  ],
  [
    'a refusal inside a 200',
    exchange(TOKEN, `HTTP/1.1 200 OK\n${JSON_TYPE}`, '{"error":"forbidden"}'),
    ['refusal-in-success'],
  ],
  [
    'a login page for a program',
    exchange(GET, 'HTTP/1.1 302 Found\nLocation: https://api.example/login?next=/orders/7\nContent-Length: 0'),
    ['login-redirect-for-api'],
  ],
  ['a refusal without a word', exchange(TOKEN, 'HTTP/1.1 403 Forbidden\nContent-Length: 0'), ['reason-missing']],
  [
    'a refusal that a page cannot see',
    exchange(
      `${TOKEN}\nOrigin: https://shop.example\nSec-Fetch-Mode: cors\nSec-Fetch-Site: cross-site`,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}`,
      BODY,
    ),
    ['cors-hides-refusal'],
  ],
  [
    'a 401 for a known caller',
    exchange(
      TOKEN,
      `HTTP/1.1 401 Unauthorized\n${JSON_TYPE}\nWWW-Authenticate: Bearer error="insufficient_scope", scope="orders:read"`,
      '{"error":"insufficient_scope"}',
    ),
    ['bearer-error-status', 'denied-as-401'],
  ],
];

describe('lint', () => {
  it.each(CASES)('%s', (_, given, expected) => {
    expect(
      lint([given])
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual([...expected]);
  });

  it('has a rule for each file of the folder, and a case for each rule', () => {
    const files = readdirSync(new URL('../../src/lint/rules', import.meta.url)).map((name) => name.replace('.ts', ''));
    expect(RULES.map(({ id }) => id)).toEqual(files.sort());
    const tried = new Set([...CASES.flatMap(([, , expected]) => expected), 'hidden-object-shows']);
    expect([...tried].sort()).toEqual(files);
  });

  it('shows no secret, not even in the finding about it', () => {
    const secret = '8a7f6e5d4c3b2a190817';
    const given = exchange(
      `${TOKEN}\nCookie: session=abcdefgh12345678`,
      `HTTP/1.1 403 Forbidden\n${JSON_TYPE}\nX-Debug: ${secret}`,
      `{"e":"${secret}"}`,
    );
    const text = JSON.stringify(lint([given]));
    expect(text).toContain('credentials-echoed');
    expect(text).not.toContain(secret);
  });

  describe('a hidden object beside an absent one', () => {
    const absent = exchange(
      TOKEN.replace('/orders/7', '/orders/999'),
      `HTTP/1.1 404 Not Found\n${JSON_TYPE}`,
      '{"error":"no order 999"}',
    );
    const shows = (response: string, body: string) =>
      lint([exchange(TOKEN, response, body)], { absent })
        .filter(({ rule }) => rule === 'hidden-object-shows')
        .map(({ says }) => says);
    it('is no finding where both answer alike', () => {
      expect(
        shows(`HTTP/1.1 404 Not Found\n${JSON_TYPE}\nDate: Sat, 31 Jan 2026 10:00:00 GMT`, '{"error":"no order 7"}'),
      ).toEqual([]);
    });
    it('shows by its status', () => {
      expect(shows(`HTTP/1.1 403 Forbidden\n${JSON_TYPE}`, BODY)).toEqual([
        'The object answers 403, an absent one 404: whoever asks learns that it exists.',
      ]);
    });
    it('shows by a field', () => {
      expect(shows(`HTTP/1.1 404 Not Found\n${JSON_TYPE}\nX-Owner: ann`, '{"error":"no order 7"}')).toEqual([
        'The object and an absent one differ in the field x-owner.',
      ]);
    });
    it('shows by its body', () => {
      expect(shows(`HTTP/1.1 404 Not Found\n${JSON_TYPE}`, '{"error":"order of another"}')).toEqual([
        expect.stringContaining('body and that of an absent one differ'),
      ]);
    });
  });

  it('stays fast on a hostile body', () => {
    const bodies = ['\n at ', 'at /', ' in /', 'File "', '/var/www/a', 'a/', '\\n at a.', '.rb:1:in `'].map((piece) =>
      piece.repeat(20_000),
    );
    const given = bodies.map((body) => exchange(TOKEN, 'HTTP/1.1 403 Forbidden\nContent-Type: text/plain', body));
    expect(lint(given).every(({ quote }) => quote.length <= 160)).toBe(true);
  }, 10_000);
});
