import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { judge } from '../../src/engine/judge.ts';
import type { Exchange, Header } from '../../src/model/exchange.ts';
import { tell } from '../../src/report/tell.ts';

const CLIENT: readonly Header[] = [
  ['Host', 'localhost:5984'],
  ['User-Agent', 'curl/8.5.0'],
  ['Accept', '*/*'],
];

/** What is told of words that CouchDB documents for a caller who is no administrator. */
function told(sent: readonly Header[], status = 401, gaps: Exchange['gaps'] = []) {
  const { verdict } = tell(
    judge(
      {
        request: { method: 'PUT', url: 'http://localhost:5984/things', headers: sent },
        response: {
          status,
          headers: [
            ['Server', 'CouchDB/3.3.3 (Erlang OTP/24)'],
            ['Content-Type', 'application/json'],
          ],
          body: { text: '{"error":"unauthorized","reason":"You are not a server admin."}' },
        },
        gaps,
      },
      catalogue,
    ),
  );
  return `${verdict.cause} ${verdict.certainty}`;
}

describe('words about a caller', () => {
  it('prove what they say where a caller was seen', () => {
    expect(told([...CLIENT, ['Authorization', 'Basic a2ltOmV4YW1wbGU=']])).toBe('role-missing proven');
  });
  it('prove nothing where nobody can be known', () => {
    expect(told(CLIENT)).toMatch(/ (?:likely|possible)$/);
  });
  it('prove nothing where the number asks who calls, and no caller was seen', () => {
    expect(told([])).not.toContain('proven');
  });
  it('prove where the number says that the caller is known, and the request is not shown', () => {
    expect(told([], 403, [{ code: 'request', text: 'the request is not shown' }])).toBe('role-missing proven');
  });
});

describe('words about a CSRF token', () => {
  const csrf = (sent: readonly Header[], text: string) => {
    const { verdict } = tell(
      judge(
        {
          request: {
            method: 'POST',
            url: 'https://shop.example.test/cart',
            headers: [...CLIENT, ['Cookie', 'sessionid=8f14e45fceea167a'], ...sent],
            body: { text: '{"item":4}' },
          },
          response: {
            status: 403,
            headers: [['Content-Type', 'application/json']],
            body: { text: JSON.stringify({ message: text }) },
          },
          gaps: [],
        },
        catalogue,
      ),
    );
    return verdict.cause;
  };
  it('call the one that came wrong', () => {
    expect(csrf([['X-CSRF-Token', 'a1b2c3d4e5f6a7b8']], 'The CSRF token is invalid')).toBe('csrf-invalid');
  });
  it('call one wrong that never came', () => {
    expect(csrf([], 'The CSRF token is invalid')).toBe('csrf-missing');
  });
});
