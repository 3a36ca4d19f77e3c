// Runs after all examples: what they built is asked, and what comes back is printed.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { app, forms } from './context.ts';

export async function askExamples(): Promise<readonly string[]> {
  const server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const said: string[] = [];
  const ask = async (method: string, path: string, headers: Record<string, string> = {}, body?: BodyInit) => {
    const init: RequestInit = { method, headers, redirect: 'manual', ...(body === undefined ? {} : { body }) };
    const response = await fetch(`${origin}${path}`, init);
    said.push(`${method} ${path} ${response.status}`);
    return response;
  };
  const sid = '__Host-sid=s7';
  await ask('DELETE', '/api/posts/7');
  await ask('GET', '/reports/7', { cookie: sid });
  await ask('GET', '/reports/8', { cookie: sid });
  await ask('PUT', '/posts/7', { cookie: sid, 'content-type': 'application/json' }, '{}');
  const page = await ask('GET', '/form', { cookie: sid });
  const token = /value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const jar = `${sid}; __Host-csrf=${token}`;
  await ask('POST', '/form', { cookie: jar }, new URLSearchParams({ _csrf: token }));
  await ask('POST', '/form', { cookie: jar }, new URLSearchParams({ a: 'b' }));
  const upload = new FormData();
  // This example's token is of the guide's other `forms`, with a key of its own.
  const other = forms.issue({}, { session: 's7' }).token;
  upload.set('_csrf', other);
  upload.set('avatar', new Blob(['bytes']), 'a.png');
  const stored = await ask('POST', '/avatar', { cookie: `${sid}; __Host-csrf=${other}` }, upload);
  said.push(await stored.text());
  await ask('POST', '/avatar', { cookie: sid }, upload);
  server.close();
  return said;
}
