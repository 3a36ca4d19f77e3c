import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const run = promisify(execFile);
const guard = fileURLToPath(new URL('..', import.meta.url));
const modules = fileURLToPath(new URL('../../../node_modules/', import.meta.url));
const manifest = JSON.parse(await readFile(join(guard, 'package.json'), 'utf8'));
const subpaths = Object.keys(manifest.exports).filter((name) => name !== './package.json');
const specifiers = subpaths.map((name) => `@why403/guard${name.slice(1)}`);

let folder = '';
const inside = () => join(folder, 'node_modules/@why403/guard');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'guard-tarball-'));
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: guard });
  const [{ filename }] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  await mkdir(inside(), { recursive: true });
  await run('tar', ['-xzf', join(folder, filename.replace(/.*\//, '')), '--strip-components=1', '-C', inside()]);
  // What `npm install` would put beside it, and the optional peers that some of its parts are for.
  for (const name of [...Object.keys(manifest.dependencies), 'fastify', 'hono', '@opentelemetry/api', '@types/node']) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true });
    await symlink(join(modules, name), join(folder, 'node_modules', name));
  }
  await writeFile(join(folder, 'package.json'), '{"private":true,"type":"module"}');
}, 60_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('every export of the package is in it and can be imported', async () => {
  const targets = Object.values<string | Record<string, string>>(manifest.exports).flatMap((one) =>
    typeof one === 'string' ? [one] : Object.values(one),
  );
  expect(targets.filter((target) => !existsSync(join(inside(), target)))).toEqual([]);
  const text = `${specifiers.map((name, at) => `import * as m${at} from '${name}';`).join('\n')}
console.log(JSON.stringify([${specifiers.map((_, at) => `Object.keys(m${at}).length`)}]));`;
  await writeFile(join(folder, 'all.mjs'), text);
  const { stdout } = await run(process.execPath, [join(folder, 'all.mjs')], { cwd: folder });
  const counts: number[] = JSON.parse(stdout);
  expect(counts.filter((count) => count === 0)).toEqual([]);
  expect(counts.length).toBe(specifiers.length);
});

test('its types hold under strict, without skipping the declarations', async () => {
  const text = `${specifiers.map((name, at) => `import * as m${at} from '${name}';`).join('\n')}
export const all = [${specifiers.map((_, at) => `m${at}`)}];
import { bearer, createGuard, owner } from '@why403/guard';
import { node } from '@why403/guard/node';
const guard = node(createGuard({ authenticate: bearer({ issuer: 'https://a.example', audience: 'b' }) }));
export const listener = guard(owner(async () => ({ ownerId: '7', title: 'x' })), (_req, res, { caller, object }) => {
  res.end(caller.subject + object.title);
});
// @ts-expect-error: no number is an issuer.
bearer({ issuer: 7, audience: 'b' });
`;
  await writeFile(join(folder, 'all.ts'), text);
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    types: ['node'],
    skipLibCheck: false,
    // The declarations of the framework packages themselves are not ours to check.
    preserveSymlinks: true,
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['all.ts'] }));
  const tsc = join(modules, 'typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', folder], { cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const ours = stdout.split('\n').filter((line) => /^(?:all\.ts|node_modules\/@why403)/.test(line));
  expect(ours).toEqual([]);
}, 60_000);

test('the licence, the guide and where it comes from go along', async () => {
  const packed = JSON.parse(await readFile(join(inside(), 'package.json'), 'utf8'));
  expect(packed.repository).toMatchObject({ type: 'git', directory: 'packages/guard' });
  for (const file of ['LICENSE', 'README.md', 'docs/guard.md', 'docs/guard-options.md']) {
    expect([file, existsSync(join(inside(), file))]).toEqual([file, true]);
  }
  for (const page of ['README.md', 'docs/guard.md', 'docs/guard-options.md', 'docs/guard-security.md']) {
    const text = await readFile(join(inside(), page), 'utf8');
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map((match) => match[1]!);
    expect([page, links.filter((link) => !existsSync(join(inside(), dirname(page), link)))]).toEqual([page, []]);
  }
});
