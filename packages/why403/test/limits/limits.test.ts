import type { Imported } from '@why403/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/run/diagnose.ts';
import { type Recorded, recorder } from './recorder.ts';

const FOREIGN = 'http://elsewhere.invalid';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);
const TOKEN = 'Bearer 1f2e3d4c5b6a79880716253443526170';
const FORGED = [
  'x-forwarded-for',
  'x-real-ip',
  'forwarded',
  'true-client-ip',
  'x-client-ip',
  'cf-connecting-ip',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',
  'x-method-override',
];

/** What servers may tempt a client with. */
const temptations = [
  {},
  { location: `${FOREIGN}/login` },
  { 'www-authenticate': `Bearer resource_metadata="${FOREIGN}/.well-known/oauth-protected-resource"` },
  { 'www-authenticate': 'Bearer realm="shop", error="invalid_token"' },
  { 'www-authenticate': 'Basic realm="shop"' },
  { 'www-authenticate': 'Digest realm="shop", nonce="n", qop="auth"' },
  { link: `<${FOREIGN}/other>; rel="alternate"` },
  { 'set-cookie': 'csrftoken=aaaabbbbccccdddd; Path=/' },
  { refresh: `0; url=${FOREIGN}/` },
  { 'content-location': `${FOREIGN}/x`, 'x-ratelimit-remaining': '0' },
];
const bodies = [
  'Forbidden',
  '',
  'CSRF token missing',
  '<html><form action="http://elsewhere.invalid/"><input name="csrfmiddlewaretoken" value="abcdabcdabcdabcd"></form></html>',
  '{"message":"insufficient scope","documentation_url":"http://elsewhere.invalid/docs"}',
  'Your IP address is not allowed',
  'only https',
];

const runs = fc.record({
  seed: fc.integer({ min: 0, max: 1e9 }),
  method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH'),
  path: fc.constantFrom('/', '/a/b?x=1&y=<b>', '/files/report.pdf', '/api/v1/things/7', '/admin/'),
  headers: fc.subarray<[string, string]>([
    ['Authorization', TOKEN],
    ['X-Api-Key', '0011223344556677'],
    ['Cookie', 'sessionid=99aa88bb77cc66dd; theme=dark'],
    ['Origin', 'http://elsewhere.invalid'],
    ['Referer', 'http://elsewhere.invalid/page'],
    ['X-CSRF-Token', 'ffeeddccbbaa9988'],
    ['User-Agent', 'curl/8.5.0'],
    ['Content-Type', 'application/x-www-form-urlencoded'],
  ]),
  status: fc.constantFrom(401, 403, 404, 302, 429, 200, 503),
  later: fc.constantFrom(200, 401, 403, 302, 500),
  share: fc.constantFrom(0, 0.3, 1),
  tempt: fc.constantFrom(...temptations),
  body: fc.constantFrom(...bodies),
  maxRequests: fc.integer({ min: 1, max: 14 }),
  allowWrites: fc.boolean(),
  follow: fc.boolean(),
  as: fc.boolean(),
  working: fc.constantFrom('none', 'other headers', 'other path', 'other host'),
  proxied: fc.boolean(),
});

describe('for any refusal and any options', () => {
  test('nothing goes elsewhere, nothing unsafe is varied without leave, and the budget holds', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async (r) => {
        let state = r.seed;
        const answer = (res: import('node:http').ServerResponse, index: number): void => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
          const status = index > 0 && state / 0x7fffffff < r.share ? r.later : r.status;
          res.writeHead(status, { 'content-type': r.body.startsWith('<') ? 'text/html' : 'text/plain', ...r.tempt });
          res.end(r.body);
        };
        const site = await recorder((_req, res, i) => answer(res, i));
        const proxy = await recorder((_req, res, i) => answer(res, i));
        const other = await recorder((_req, res, i) => answer(res, i));
        const request = (
          path: string,
          more: readonly (readonly [string, string])[],
          origin = site.origin,
        ): Imported => ({
          exchange: {
            request: {
              method: r.method,
              url: `${origin}${path}`,
              headers: [['Host', origin.slice(7)], ...r.headers, ...more],
              ...(!SAFE.has(r.method) && { body: { text: 'name=a&note=<b>' } }),
            },
            gaps: [],
          },
          send: r.follow ? { follow: true } : {},
          notes: [],
        });
        const working = {
          none: undefined,
          'other headers': request(r.path, [
            ['X-Extra', '1'],
            ['Accept', 'text/html'],
          ]),
          'other path': request('/public', []),
          'other host': request(r.path, [], other.origin),
        }[r.working];
        const told = await diagnose(
          request(r.path, []),
          {
            send: true,
            yes: true,
            maxRequests: r.maxRequests,
            allowWrites: r.allowWrites,
            maxWait: 0,
            ...(r.as && { as: [{ name: 'admin', header: ['Authorization', 'Bearer adminadminadminadmin'] as const }] }),
            ...(working && { working }),
          },
          { env: r.proxied ? { http_proxy: proxy.origin } : {} },
        ).catch((error: { code?: string }) => {
          // a followed redirect may lead to a host that does not exist
          if (typeof error.code !== 'string') throw error;
          return undefined;
        });
        const all: readonly Recorded[] = [...site.requests, ...proxy.requests, ...other.requests];
        const own = new Set([site.origin, ...(r.working === 'other host' ? [other.origin] : [])]);
        for (const one of all) {
          // the user's own redirects may be followed where the user asked for it, without credentials
          if (!own.has(one.origin)) {
            expect([one.origin, r.follow]).toEqual([FOREIGN, true]);
            expect(one.headers).not.toHaveProperty('authorization');
            expect(one.headers).not.toHaveProperty('cookie');
            expect(JSON.stringify(one.headers)).not.toContain('adminadmin');
          }
          for (const name of FORGED) expect(one.headers).not.toHaveProperty(name);
          expect(one.path).not.toMatch(/\.\.|%2e|%2f|\/\/|;|%00/i);
        }
        expect(all.length).toBeLessThanOrEqual(r.maxRequests);
        if (told) expect(told.requestsSent).toBeGreaterThanOrEqual(all.length);
        if (told) expect(told.requestsSent).toBeLessThanOrEqual(r.maxRequests);
        const unsafe = all.filter(({ method }) => !SAFE.has(method));
        if (!r.allowWrites) {
          expect(unsafe.filter(({ origin }) => origin !== FOREIGN).length).toBeLessThanOrEqual(1);
          for (const one of unsafe) expect([one.method, one.body]).toEqual([r.method, 'name=a&note=<b>']);
        } else for (const one of unsafe) expect(one.method).toBe(r.method);
      }),
      { numRuns: 60, seed: 403 },
    );
  }, 120_000);
});
