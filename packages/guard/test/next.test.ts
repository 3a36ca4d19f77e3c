import { execFile, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { contractGuard } from './contract/app.ts';
import { freePort } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

const require = createRequire(import.meta.url);
const modules = dirname(dirname(require.resolve('next/package.json')));
const next = join(modules, 'next/dist/bin/next');
const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const };

/** A whole application of Next.js, built and started as it is in production. */
async function makeApp(): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'guard-next-'));
  const route = join(root, 'app/[...path]');
  await mkdir(route, { recursive: true });
  await symlink(modules, join(root, 'node_modules'));
  await build({
    entryPoints: [fileURLToPath(new URL('./contract/next-app.ts', import.meta.url))],
    outfile: join(root, 'contract.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
  });
  await writeFile(join(root, 'package.json'), '{"private":true,"type":"module"}');
  const handlers = ['GET', 'POST'].map((method) => `export const ${method} = handle;`).join('\n');
  await writeFile(join(route, 'route.js'), `import { handle } from '../../contract.mjs';\n${handlers}\n`);
  await promisify(execFile)(process.execPath, [next, 'build', '--webpack'], { cwd: root, env });
  return root;
}

contract(
  'Next.js',
  async () => {
    const root = await makeApp();
    const port = await freePort();
    const server = spawn(process.execPath, [next, 'start', '-p', String(port), '-H', '127.0.0.1'], { cwd: root, env });
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (text: Buffer) => {
        if (text.includes('Ready')) resolve();
      });
      server.once('exit', () => reject(new Error('Next.js ended before it was ready')));
    });
    return {
      origin: `http://127.0.0.1:${port}`,
      async close() {
        server.kill();
        await ended;
        await rm(root, { recursive: true, force: true });
      },
    };
  },
  contractGuard,
  // Next.js leaves the length to Node, which then sends the body in chunks (server/send-response.js).
  ['content-length'],
);
