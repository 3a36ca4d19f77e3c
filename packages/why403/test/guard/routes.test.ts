import { createServer } from 'node:http';
import net, { type AddressInfo } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { why403 } from './why403.ts';

const app = (name: string) => path.join(import.meta.dirname, 'apps', name);
const NEXT = app('app/(shop)/api/posts/route.js');

/** A port that a server holds already, as the application's own running server does. */
const taken = createServer((_request, response) => response.end());
await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
process.env['TAKEN_PORT'] = String((taken.address() as AddressInfo).port);
const { listen } = net.Server.prototype;
afterEach(() => expect(net.Server.prototype.listen).toBe(listen));

describe('why403 routes', () => {
  it('lists what each route of Express demands, and marks those that demand nothing', async () => {
    expect(await why403(['routes', app('express.js')])).toEqual({
      status: 0,
      out: [
        'GET     /health     - nothing',
        'GET     /posts/:id  scope posts:read',
        'DELETE  /posts/:id  role admin or owner of the object',
        '3 routes, 1 of them demand nothing',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('starts no server on the port that the module asks for', async () => {
    const { port } = await import(app('express.js'));
    expect(port).toBeGreaterThan(0);
    expect(String(port)).not.toBe(process.env['TAKEN_PORT']);
    await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed');
  });

  it('ends with 1 where a route demands nothing and --strict is given', async () => {
    expect((await why403(['routes', '--strict', app('express.js')])).status).toBe(1);
    expect((await why403(['routes', '--strict', app('fastify.js')])).status).toBe(0);
  });

  it("waits for Fastify's plugins, reads an export by its name, and prints JSON", async () => {
    expect(await why403(['routes', app('fastify.js'), '--export', 'default', '--json'])).toEqual({
      status: 0,
      out: `${JSON.stringify(
        {
          schema: 'why403-routes/1',
          routes: [
            { method: 'GET', path: '/internal', demands: ['an address in 1 range'] },
            { method: 'HEAD', path: '/internal', demands: ['an address in 1 range'] },
          ],
          open: 0,
        },
        null,
        2,
      )}\n`,
      err: '',
    });
  });

  it('reads the route files of Next.js by their place', async () => {
    const { status, out } = await why403(['routes', NEXT, app('fastify.js')]);
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 2)).toEqual([
      'GET   /api/posts  an address in 1 range',
      'POST  /api/posts  - nothing',
    ]);
    expect(out).toContain('4 routes, 1 of them demand nothing');
  });

  it('says in one line and a hint why a module cannot be read', async () => {
    const lines = async (...argv: readonly string[]) => {
      const { status, out, err } = await why403(['routes', ...argv]);
      expect([status, out, err.split('\n').length]).toEqual([2, '', 3]);
      return err;
    };
    expect(await lines(app('broken.js'))).toMatch(/^why403: \S+broken\.js cannot be imported: the database is away\n/);
    expect(await lines(app('absent.js'))).toMatch(/^why403: \S+absent\.js cannot be imported: /);
    expect(await lines(app('nothing.js'))).toMatch(/^why403: \S+nothing\.js exports no application with routes\.\n/);
    expect(await lines(app('express.js'), '--export', 'config')).toMatch(/ exports as "config" no application /);
    expect(await lines('--strikt', app('express.js'))).toMatch(
      /^why403: Unknown option '--strikt'\.\n +Did you mean --strict\?\n$/,
    );
    expect(await lines()).toMatch(/^why403: Missing required argument 'module'\.\n/);
  });

  it('tells what it does', async () => {
    const { status, out } = await why403(['routes', '--help']);
    expect([status, out.split('\n')[0]]).toEqual([0, 'Usage: why403 routes [options] <module...>']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});
