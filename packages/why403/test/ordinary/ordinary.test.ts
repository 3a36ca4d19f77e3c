// What refuses nobody, asked of real servers: it is said in a line what it is, and nothing is asked beyond what that takes.
import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/run/diagnose.ts';
import { importedOf } from '../servers/investigated.ts';
import type { Reply } from '../servers/model.ts';
import { start } from '../servers/start.ts';

const json = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { 'content-type': 'text/plain', ...headers },
  body,
});

const ANSWERS: readonly (readonly [string, Reply, string])[] = [
  ['a request that passes', json(200, { items: [] }), 'the request was not refused'],
  ['a redirect to the slash', text(301, '', { location: '/things/' }), 'moved, not refused'],
  ['a redirect to a page', text(302, '', { location: '/ok' }), 'moved, not refused'],
  ['input that is not valid', json(400, { message: 'page must be a number' }), 'invalid request'],
  [
    'a field that is not valid',
    json(422, { errors: [{ field: 'age', message: 'must be a number' }] }),
    'invalid input',
  ],
  ['a conflict', json(409, { message: 'Name already taken' }), 'conflict with the current state'],
  ['a precondition', text(412, 'the ETag is another one'), 'a precondition does not hold'],
  ['a body that is too large', text(413, 'at most 10 MB'), 'the request is too large'],
  ['a content type', text(415, 'send application/json'), 'the content type is not supported'],
  ['a crash', text(500, 'Internal Server Error'), 'the server failed'],
  ['a server that is down', text(503, 'We are back at six'), 'the server is not available now'],
  ['a cart that is empty, told as 403', json(403, { error: 'Your cart is empty' }), 'for a reason of its own'],
];

describe('what refuses nobody', () => {
  test.each(ANSWERS)('%s is told as what it is, with one request', async (_, reply, says) => {
    const { origin, stop } = await start({ handler: () => () => reply });
    try {
      const line = importedOf(['{origin}/things', '-H', 'Authorization: Bearer abcdefgh'], origin);
      const d = await diagnose(line, { maxWait: 0 }, { env: {} });
      expect({ refused: d.refused, sent: d.requestsSent, cause: d.verdict.cause }).toEqual({
        refused: false,
        sent: 1,
        cause: 'not-403',
      });
      expect(d.verdict.summary).toContain(says);
    } finally {
      stop();
    }
  });
  test('a thing that is not there, like its impossible sibling, takes two', async () => {
    const { origin, stop } = await start({ handler: () => () => json(404, { message: 'Not found' }) });
    try {
      const line = importedOf(['{origin}/things/7', '-H', 'Authorization: Bearer abcdefgh'], origin);
      const d = await diagnose(line, { maxWait: 0 }, { env: {} });
      expect({ refused: d.refused, sent: d.requestsSent }).toEqual({ refused: false, sent: 2 });
    } finally {
      stop();
    }
  });
});
