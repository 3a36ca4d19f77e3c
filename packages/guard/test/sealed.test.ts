import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allOf, authenticated, type Denial, owner, role, sealWith, session } from '../src/index.ts';
import { openDenial, unseal } from '../src/open.ts';
import { serve } from './serve.ts';

const KEY = 'the key of the owner, which must be of 32 bytes or more';
const NEXT = 'the key that comes after it, of 32 bytes or more too';
const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
const cookie = { cookie: 'sid=7' };

async function sealedAnswer(): Promise<{ token: string; denial: Denial }> {
  const guarded = await serve(role('admin'), { authenticate, seal: sealWith(KEY), disclose: 'none' });
  const answer = await guarded.ask(cookie, { path: '/reports?secret=1' });
  return { token: JSON.parse(answer.body).sealed, denial: answer.denial! };
}

test('the owner opens a token that says nothing to anyone else', async () => {
  const { token, denial } = await sealedAnswer();
  expect(token).toMatch(/^w1\.[A-Za-z0-9_-]{4}\.[A-Za-z0-9_-]{358}$/);
  expect(Buffer.from(token.split('.')[2]!, 'base64url').toString('latin1')).not.toContain('role');
  expect(await openDenial(` ${token}\n`, { keys: [NEXT, KEY] })).toEqual({
    id: denial.id,
    at: denial.at.replace(/\.\d{3}Z$/, '.000Z'),
    state: 'refused',
    status: 403,
    cause: 'role-missing',
    hidden: false,
    method: 'GET',
    route: '/reports?secret',
    subject: '7',
    address: '127.0.0.1',
    because: 'role failed: has none, wants admin',
  });
});

test('a token that was forged, cut, or made with another key does not open', async () => {
  const { token } = await sealedAnswer();
  const open = (text: string, keys: string[]) => () => unseal(text, keys);
  expect(open(token, [NEXT])).toThrow('None of the keys opens this token.');
  expect(open(token, [])).toThrow('None of the keys opens this token.');
  expect(open(token.slice(0, -1), [KEY])).toThrow('no sealed token');
  expect(open(`${token}A`, [KEY])).toThrow('no sealed token');
  expect(open(token.replace('w1', 'w2'), [KEY])).toThrow('no sealed token');
  await expect(openDenial(token, {})).rejects.toThrow('needs its key');
  const other = sealWith(NEXT).seal((await sealedAnswer()).denial);
  // Replayed under the name of another key.
  expect(open(`w1.${token.split('.')[1]}.${other.split('.')[2]}`, [KEY, NEXT])).toThrow('None of the keys');
  for (let at = 8; at < token.length; at += 13) {
    const changed = `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    expect(open(changed, [KEY])).toThrow('None of the keys opens this token.');
  }
});

test('all tokens are of one length, whatever stands in them, and no two are alike', async () => {
  const { denial } = await sealedAnswer();
  const { seal } = sealWith(KEY);
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary' }), (because, subject) => {
      const changed = {
        ...denial,
        because,
        caller: { subject, scheme: 'x', tenant: null },
        path: subject,
        route: null,
      };
      const token = seal(changed);
      expect(token).toHaveLength(366);
      expect(seal(changed)).not.toBe(token);
      expect(unseal(token, [KEY]).id).toBe(denial.id);
    }),
  );
});

test('hidden and absent objects are told apart by nothing', async () => {
  const posts = new Map([['/posts/2', { id: 2, ownerId: '9 whose name is rather long, to be sure' }]]);
  const loads = owner((req: { url: string }) => posts.get(req.url), { what: 'post' });
  for (const disclose of ['none', 'hint', 'full'] as const) {
    for (const accept of ['application/json', 'text/html']) {
      const guarded = await serve(
        allOf(authenticated(), loads),
        { authenticate, seal: sealWith(KEY), disclose },
        { hide: true },
      );
      const shapes = [];
      for (const path of ['/posts/2', '/posts/9']) {
        const answer = await guarded.ask({ ...cookie, accept }, { path });
        const { denial } = answer;
        expect(denial?.cause).toBe(path === '/posts/2' ? 'not-owner' : 'not-403');
        const sealed = /w1\.[A-Za-z0-9_.-]+/.exec(answer.body)![0];
        const neutral = (text: string) => text.replaceAll(denial!.id, 'ID').replaceAll(sealed, 'SEALED');
        const headers = Object.entries(answer.headers).map(([name, value]) => [name, neutral(value)]);
        shapes.push({ status: answer.status, headers, length: answer.body.length, body: neutral(answer.body) });
      }
      expect(shapes[0]).toEqual(shapes[1]);
      expect(shapes[0]?.status).toBe(404);
    }
  }
});
