import { createServer } from 'node:http';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { unreadField } from '../src/node-form.ts';
import { formField } from '../src/web-request.ts';
import { listen } from './contract/listen.ts';

const BIG = 'x'.repeat(3_000_000);

/** A form as a browser sends it. */
function upload(fields: Readonly<Record<string, string | Blob>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') form.set(name, value);
    else form.set(name, value, 'a.bin');
  }
  return form;
}

/** A body that comes in pieces. */
function pieces(parts: readonly string[]): ReadableStream {
  return new ReadableStream({
    async start(controller) {
      for (const part of parts) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new TextEncoder().encode(part));
      }
      controller.close();
    },
  });
}

const URLENCODED = { 'content-type': 'application/x-www-form-urlencoded' };

/** Bodies, and what is found in each: the field, and how much the handler still reads. */
const BODIES: Record<
  string,
  { body: BodyInit; headers?: Record<string, string>; found: string | null; size?: number }
> = {
  'a form': { body: new URLSearchParams({ a: '1', _csrf: 'tok' }), found: 'tok', size: 13 },
  'a form in pieces': { body: pieces(['a=1&_cs', 'rf=to', 'k&b=2']), headers: URLENCODED, found: 'tok', size: 17 },
  'a form without it': { body: new URLSearchParams({ a: '1' }), found: null, size: 3 },
  'an empty form': { body: '', headers: URLENCODED, found: null, size: 0 },
  'an empty form of unknown length': { body: pieces([]), headers: URLENCODED, found: null, size: 0 },
  'a long form that begins with it': {
    body: new URLSearchParams({ _csrf: 'tok', a: BIG }),
    found: 'tok',
    size: 3_000_012,
  },
  'a long form that begins with a name like it': {
    body: new URLSearchParams({ my_csrf: 'no', _csrf: 'tok', a: BIG }),
    found: 'tok',
    size: 3_000_023,
  },
  'a form that is too long': { body: new URLSearchParams({ a: BIG, _csrf: 'tok' }), found: null, size: 3_000_012 },
  'a large upload': { body: upload({ _csrf: 'tok', file: new Blob([BIG]) }), found: 'tok' },
  'an upload that has it last': { body: upload({ file: new Blob(['x']), _csrf: 'tok' }), found: 'tok' },
  'a large upload that has it last': { body: upload({ file: new Blob([BIG]), _csrf: 'tok' }), found: null },
  'a file of that name': { body: upload({ _csrf: new Blob(['tok']) }), found: null },
  JSON: { body: '{"_csrf":"tok"}', headers: { 'content-type': 'application/json' }, found: null, size: 15 },
  'no end of the parts': {
    body: '--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\ntok',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    found: null,
  },
  'a field that only looks like one': {
    body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nname="_csrf"\r\n\r\ntok\r\n--x--\r\n',
    headers: { 'content-type': 'multipart/form-data; boundary="x"' },
    found: null,
  },
};

test.each(Object.entries(BODIES))(
  'finds the field of %s, and leaves all of it to the handler',
  async (_, { body, headers = {}, found, size }) => {
    const server = createServer(async (req, res) => {
      const first = await unreadField(req, '_csrf');
      const again = await unreadField(req, '_csrf');
      let length = 0;
      for await (const chunk of req) length += (chunk as Buffer).length;
      res.end(JSON.stringify({ first: first ?? null, again: again ?? null, length }));
    });
    const served = await listen(server);
    onTestFinished(async () => {
      await served.close();
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body, headers, duplex: 'half' };
    const copies = new Request('http://127.0.0.1/', init);
    const onWeb = copies.clone();
    const answer = await (
      await fetch(served.origin, {
        method: 'POST',
        headers: copies.headers,
        body: copies.body,
        duplex: 'half',
      } as RequestInit)
    ).json();
    expect([answer.first, answer.again]).toEqual([found, found]);
    expect((await formField(onWeb, '_csrf')) ?? null).toBe(found);
    const whole = (await onWeb.arrayBuffer()).byteLength;
    expect(answer.length).toBe(size ?? whole);
    expect(whole).toBe(answer.length);
  },
);

test('a request that breaks off in its body gives no field, but an error', async () => {
  let resolve: (value: unknown) => void = () => undefined;
  const promise = new Promise<unknown>((done) => {
    resolve = done;
  });
  const server = createServer((req) => {
    unreadField(req, '_csrf').then(resolve, resolve);
  });
  const served = await listen(server);
  onTestFinished(async () => {
    await served.close();
  });
  const socket = connect(Number(new URL(served.origin).port), '127.0.0.1');
  socket.write(
    `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: ${URLENCODED['content-type']}\r\ncontent-length: 100\r\n\r\na=1&`,
  );
  setTimeout(() => socket.destroy(), 30);
  expect(await promise).toBeInstanceOf(Error);
});
