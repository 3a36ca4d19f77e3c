import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import fastify from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { describe, expect, onTestFinished, test } from 'vitest';
import appSource from '../../src/inspect/app-source.ts';
import type { Finding } from '../../src/inspect/types.ts';
import { folder } from './support.ts';

/** The last answer of so many requests as it came. */
async function lastOf(origin: string, path: string, requests: number): Promise<Exchange> {
  let response: globalThis.Response | undefined;
  let text = '';
  for (let i = 0; i < requests; i++) {
    response = await fetch(`${origin}${path}`);
    text = await response.text();
  }
  const headers = [...(response?.headers ?? [])];
  return {
    request: { method: 'GET', url: `${origin}${path}`, headers: [] },
    response: { status: response?.status ?? 0, headers, body: { text } },
    gaps: [],
  };
}

async function served(app: Express): Promise<string> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function findingsOf(source: string, exchange: Exchange, name = 'app.mjs'): Promise<readonly Finding[]> {
  const config = join(folder(), name);
  writeFileSync(config, source);
  const { findings, unseen } = await appSource.inspect(exchange, { config });
  expect(unseen).toEqual([]);
  return findings;
}

const told = (findings: readonly Finding[]): unknown =>
  findings.map(({ cause, weight, location }) => [cause, weight, location?.line]);
const words = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ says }) => says.replace(/^\S+ /, ''));
const commands = (findings: readonly Finding[]): unknown =>
  findings.flatMap(({ fixes }) => fixes.map((fix) => fix.commands));

const EXPRESS = `const limiter = rateLimit({
  windowMs: 2 * 60 * 1000,
  limit: 2,
  statusCode: 403,
  message: { error: 'Forbidden' },
});
app.use('/v1', limiter);
app.get('/free', (req, res) => res.send('free'));
`;

function expressApp(): Express {
  const app = express();
  app.use(
    '/v1',
    rateLimit({
      windowMs: 2 * 60 * 1000,
      limit: 2,
      statusCode: 403,
      message: { error: 'Forbidden' },
      legacyHeaders: false,
    }),
  );
  app.get(['/v1/a', '/free'], (_, response) => void response.send('fine'));
  app.use((_: Request, response: Response) => void response.status(403).send('no such door'));
  return app;
}

describe('a rate limiter that does not answer 429 is found in the source', () => {
  test('express-rate-limit, with its window as the wait and its words as a second sign', async () => {
    const origin = await served(expressApp());
    const exchange = await lastOf(origin, '/v1/a', 3);
    expect(exchange.response?.status).toBe(403);
    const findings = await findingsOf(EXPRESS, exchange);
    expect(told(findings)).toEqual([
      ['rate-limited', 'suggests', 1],
      ['rate-limited', 'suggests', 1],
    ]);
    expect(words(findings)).toEqual([
      'lets a rate limiter stand before this path, which answers 403 to whom sends too much in 120 seconds.',
      'gives this limiter the very words of the answer, and nothing else there has them.',
    ]);
    expect(commands(findings)).toEqual([['sleep 50', 'sleep 50', 'sleep 21'], []]);
  });

  test('is not blamed for a path that it does not stand before, nor for another status', async () => {
    const origin = await served(expressApp());
    const elsewhere = await lastOf(origin, '/other', 1);
    expect(elsewhere.response?.status).toBe(403);
    expect(await findingsOf(EXPRESS, elsewhere)).toEqual([]);
    const limited = await lastOf(origin, '/v1/a', 3);
    expect(await findingsOf(EXPRESS.replace('statusCode: 403,', ''), limited)).toEqual([]);
  });

  test('says nothing of words that are not the answer', async () => {
    const origin = await served(expressApp());
    const exchange = await lastOf(origin, '/v1/a', 3);
    const findings = await findingsOf(EXPRESS.replace('Forbidden', 'Slow down'), exchange);
    expect(told(findings)).toEqual([['rate-limited', 'suggests', 1]]);
  });

  test('rate-limiter-flexible, whose answer stands where it is asked', async () => {
    const limiter = new RateLimiterMemory({ points: 1, duration: 40 });
    const app = express();
    app.use('/sms', async (_: Request, response: Response, next: NextFunction) => {
      try {
        await limiter.consume('one');
        next();
      } catch {
        response.status(403).json({ status: 'rejected' });
      }
    });
    app.get('/sms/a', (_, response) => void response.send('sent'));
    const exchange = await lastOf(await served(app), '/sms/a', 2);
    expect(exchange.response?.status).toBe(403);
    const source = `const limiter = new RateLimiterMemory({ points: 1, duration: 40 });
app.use('/sms', async (req, res, next) => {
  try { await limiter.consume(req.ip); next(); }
  catch { res.status(403).json({ status: 'rejected' }); }
});
`;
    const findings = await findingsOf(source, exchange);
    expect(told(findings)).toEqual([
      ['rate-limited', 'suggests', 1],
      ['rate-limited', 'suggests', 1],
    ]);
    expect(commands(findings)).toEqual([['sleep 41'], []]);
    expect(await findingsOf(source.replace("'/sms'", "'/mail'"), exchange)).toEqual([]);
  });

  test("@fastify/rate-limit's ban", async () => {
    const app = fastify();
    await app.register(import('@fastify/rate-limit'), { max: 1, ban: 1, timeWindow: '1 minute' });
    app.get('/search', () => 'found');
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    onTestFinished(() => app.close());
    const exchange = await lastOf(origin, '/search', 4);
    expect(exchange.response?.status).toBe(403);
    const source = "await app.register(import('@fastify/rate-limit'), { max: 1, ban: 1, timeWindow: '1 minute' });\n";
    const findings = await findingsOf(source, exchange);
    expect(told(findings)).toEqual([['rate-limited', 'suggests', 1]]);
    expect(commands(findings)).toEqual([['sleep 50', 'sleep 11'], []]);
    expect(await findingsOf(source.replace('ban: 1, ', ''), exchange)).toEqual([]);
  });
});

describe('the forms of other frameworks are read as their documentation writes them', () => {
  const answer = (path: string, text = ''): Exchange => ({
    request: { method: 'GET', url: `http://127.0.0.1:1${path}`, headers: [] },
    response: { status: 403, headers: [], body: { text } },
    gaps: [],
  });
  const FORMS: readonly (readonly [string, string, string, string, readonly string[]])[] = [
    [
      'django-ratelimit',
      'views.py',
      "@ratelimit(key='ip', rate='5/m')\ndef login(request):\n    pass\n",
      '/login',
      ['sleep 50', 'sleep 11'],
    ],
    [
      'Flask-Limiter',
      'app.py',
      "@app.route('/sms')\n@lim.limit('3 per 20 seconds')\ndef sms():\n    return 'sent'\n\n@app.errorhandler(429)\ndef slow(error):\n    return 'no', 403\n",
      '/sms',
      ['sleep 21'],
    ],
    [
      'Rack::Attack',
      'rack_attack.rb',
      "Rack::Attack.throttle('requests by ip', limit: 5, period: 30.seconds) { |req| req.ip }\nRack::Attack.throttled_responder = ->(req) { [403, {}, ['no']] }\n",
      '/a',
      ['sleep 31'],
    ],
    [
      'Laravel',
      'api.php',
      "Route::middleware('throttle:10,1')->group(function () {});\n// ThrottleRequestsException\n$this->renderable(fn (ThrottleRequestsException $e) => response('no', 403));\n",
      '/api/a',
      ['sleep 50', 'sleep 11'],
    ],
  ];
  for (const [title, name, source, path, waits] of FORMS)
    test(title, async () => {
      const findings = await findingsOf(source, answer(path), name);
      expect(findings.map(({ cause, weight }) => [cause, weight])).toEqual([['rate-limited', 'suggests']]);
      expect(findings[0]?.fixes[0]?.commands).toEqual(waits);
    });

  test("a decorator on another route's function is not this request's", async () => {
    const source = FORMS[1]?.[2] ?? '';
    expect(await findingsOf(source, answer('/other'), 'app.py')).toEqual([]);
  });
});
