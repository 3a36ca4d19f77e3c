import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newVault,
  redactBody,
  redactHeaders,
  redactorOf,
  redactText,
  redactUrl,
  showAll,
} from '../../src/redact/index.ts';
import { VOCABULARY_TEXT } from '../../src/redact/vocabulary.ts';

const fresh = () => redactorOf(newVault());
const key = fc.stringMatching(/^[A-Za-z0-9]{16,40}$/).filter((s) => /\d.*\d/.test(s) && /[a-z].*[a-z]/.test(s));
const bytes = (s: string): Buffer => Buffer.from(s);

describe('what has to stay readable', () => {
  it.each([
    'Your IP 203.0.113.7 is blocked.',
    'The request requires higher privileges than provided by the access token.',
    'Access denied for ::ffff:127.0.0.1',
    'access forbidden by rule, client: ::ffff:7f00:1: not listed',
    'Your address (::ffff:10.0.0.1) is outside of 2001:db8::/32, 2001:db8:: and ::1.',
    'User arn:aws:iam::123456789012:user/alice is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::my-bucket/reports',
    'alice@example.com does not have storage.objects.get access to the Google Cloud Storage object.',
    'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" in the namespace "default"',
    'Token lacks the scope posts:delete (has posts:read orders:read).',
    'AADSTS50105: the signed in user is not assigned to a role for the application',
    'Cloud Vision API has not been used in project 123456789012 before or it is disabled.',
    'CSRF verification failed. Request aborted. Reason given for failure: CSRF cookie not set.',
    'API key not valid. See https://docs.example.com/errors/invalid-key for help.',
    "Please check your API key's permissions.",
    'Invalid token: token expired at 2026-01-01T00:00:00Z',
    'Zugriff verweigert: Sie haben keine Berechtigung. Accès refusé. Acceso denegado. Доступ запрещён. 权限不足',
    'Ray ID: 8f3b2c1d4e5f6789',
    'Rate limit of 5000 requests exceeded, retry after 3600 seconds.',
  ])('%s', (text) => {
    expect(redactText(text, fresh())).toBe(text);
  });

  it.each([
    'https://api.example.com/api/v1/posts/7?page=2&sort=asc',
    'https://k8s.example.test:6443/api/v1/namespaces/default/pods?limit=500',
    'https://x.example/wp-admin/admin-ajax.php?action=heartbeat',
    'http://127.0.0.1:8403/account/email',
    'https://api.example/users/12345/orders',
  ])('the URL %s', (url) => {
    expect(redactUrl(url, fresh())).toBe(url);
  });

  it.each([
    ['WWW-Authenticate', 'Bearer realm="example", error="insufficient_scope", scope="posts:delete"'],
    ['CF-Ray', '8f3b2c1d4e5f6789-FRA'],
    ['Server', 'nginx/1.24.0 (Ubuntu)'],
    ['Content-Type', 'application/problem+json; charset=utf-8'],
    ['Date', 'Wed, 21 Oct 2026 07:28:00 GMT'],
    ['X-RateLimit-Reset', '1700000000'],
    ['X-Forwarded-For', '203.0.113.7, 10.0.0.1'],
  ])('the header %s', (name, value) => {
    expect(redactHeaders([[name, value]], fresh(), 'response')).toEqual([[name, value]]);
  });

  it('the code, the reason and the scopes of a JSON answer', () => {
    const text =
      '{"error":{"code":"AccessDenied","status":403,"message":"No access.","required_scopes":["posts:write"]},"request_id":"8f3b2c1d4e5f"}';
    expect(redactBody(text, fresh(), 'response')).toBe(text);
  });
});

describe('what is hidden', () => {
  it('is told by its kind and length', () => {
    const shown = redactHeaders(
      [
        ['Authorization', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.abcdefghijklm'],
        ['X-Key', '0123456789abcdef0123456789abcdef'],
        ['Cookie', 'theme=dark; n=1'],
      ],
      fresh(),
    );
    expect(shown.map(([, value]) => value)).toEqual([
      'Bearer <redacted JWT>',
      '<redacted 32 hex>',
      'theme=<redacted short>; n=1',
    ]);
  });

  it('is hidden wherever it stands again, in any spelling', () => {
    fc.assert(
      fc.property(key, fc.constantFrom(...Object.keys(SPELLINGS)), (secret, spelling) => {
        const redact = fresh();
        redactHeaders([['X-Door', secret]], redact);
        const text = `no access with ${SPELLINGS[spelling]!(secret)} here`;
        expect(redact(text)).toMatch(/^no access with \S*<redacted [^>]+>\S* here$/);
      }),
      { numRuns: 300 },
    );
  });

  it('is hidden in pieces of eight characters and more', () => {
    fc.assert(
      fc.property(key, fc.nat(), fc.integer({ min: 8, max: 20 }), (secret, from, length) => {
        const at = from % (secret.length - 7);
        const piece = secret.slice(at, at + length);
        // a word of the trade is no secret, wherever it stands
        fc.pre(piece.length >= 8 && !(/^[a-z]+$/i.test(piece) && VOCABULARY_TEXT.includes(piece.toLowerCase())));
        const redact = fresh();
        redactUrl(`https://a.example/x?door=${secret}`, redact);
        expect(redact(`the key ${piece}… is wrong`)).not.toContain(piece);
      }),
      { numRuns: 300 },
    );
  });

  it('is hidden from four characters on', () => {
    const redact = fresh();
    redactHeaders([['X-Door', 'q7x1']], redact);
    expect(redact('door q7x1 is shut')).toBe('door <redacted short> is shut');
  });

  it('is hidden once: what was cleaned stays as it is', () => {
    fc.assert(
      fc.property(key, fc.lorem({ maxCount: 8 }), (secret, words) => {
        const redact = fresh();
        const once = redactText(`${words} ${secret} ${words}`, redact);
        expect(redactText(once, redact)).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  it('is not told from any text by an error', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        for (const side of ['request', 'response'] as const)
          expect(typeof redactBody(text, fresh(), side)).toBe('string');
        expect(typeof redactUrl(text, fresh())).toBe('string');
        expect(typeof redactHeaders([['Set-Cookie', text]], fresh(), 'response')[0]![1]).toBe('string');
      }),
      { numRuns: 500 },
    );
  });

  it('is shown where everything is to be shown', () => {
    expect(redactHeaders([['Authorization', 'Bearer abc']], showAll)).toEqual([['Authorization', 'Bearer abc']]);
    expect(redactBody('{"password":"x1y2z3w4"}', showAll)).toBe('{"password":"x1y2z3w4"}');
  });
});

const SPELLINGS: Readonly<Record<string, (secret: string) => string>> = {
  plain: (s) => s,
  upper: (s) => s.toUpperCase(),
  percent: (s) => [...bytes(s)].map((b) => `%${b.toString(16)}`).join(''),
  unicode: (s) => [...s].map((ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  html: (s) => [...s].map((ch) => `&#${ch.charCodeAt(0)};`).join(''),
  base64: (s) => bytes(s).toString('base64'),
  'base64, second place': (s) => bytes(`a${s}`).toString('base64'),
  'base64, third place': (s) => bytes(`ab${s}`).toString('base64'),
  hex: (s) => bytes(s).toString('hex'),
  'percent twice': (s) => [...bytes(s)].map((b) => `%25${b.toString(16)}`).join(''),
};
