import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as index from '../src/index.ts';
import * as journals from '../src/journal.ts';
import * as stores from '../src/store.ts';
import * as context from './examples/context.ts';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));
const here = fileURLToPath(new URL('./', import.meta.url));
const FILES = ['docs/guard.md', 'packages/guard/README.md'];

/** Where names come from that an example uses and does not import itself: its own text comes first. */
const SOURCES: readonly (readonly [string, object])[] = [
  ['../../test/examples/context.ts', context],
  ['@why403/guard', index],
  ['@why403/guard/journal', journals],
  ['@why403/guard/store', stores],
];

/** Every block of TypeScript, as a module of its own. */
async function readExamples(): Promise<ReadonlyMap<string, string>> {
  const examples = new Map<string, string>();
  for (const file of FILES) {
    const text = await readFile(join(root, file), 'utf8');
    for (const match of text.matchAll(/^```ts\n([\s\S]*?)^```$/gm)) {
      const line = text.slice(0, match.index).split('\n').length + 1;
      examples.set(`${file.replaceAll(/\W/g, '-')}-${line}`, complete(match[1]!));
    }
  }
  return examples;
}

function complete(code: string): string {
  const own = new Set<string>();
  for (const [, names] of code.matchAll(/\b(?:import|const) *(?:type *)?\{([^}]*)\}/g)) {
    for (const name of names!.split(','))
      own.add(
        name
          .split(/:| as /)
          .at(-1)!
          .trim(),
      );
  }
  for (const [, name] of code.matchAll(/\b(?:import|const|function|class) +([A-Za-z_$][\w$]*)/g)) own.add(name!);
  const imports = SOURCES.flatMap(([from, module]) => {
    const used = Object.keys(module).filter(
      (name) => !own.has(name) && new RegExp(`(?<![.\\w$'"/-])${name}\\b(?!['":/-])`).test(code),
    );
    for (const name of used) own.add(name);
    return used.length === 0 ? [] : [`import { ${used.join(', ')} } from '${from}';`];
  });
  return `${imports.join('\n')}\n${code}\nexport {};\n`;
}

let folder = '';
let away = '';
let names: readonly string[] = [];

beforeAll(async () => {
  await mkdir(join(here, '../.cache'), { recursive: true });
  folder = await mkdtemp(join(here, '../.cache/examples-'));
  away = await mkdtemp(join(tmpdir(), 'guard-examples-'));
  const examples = await readExamples();
  names = [...examples.keys()];
  for (const [name, code] of examples) await writeFile(join(folder, `${name}.ts`), code);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(away, { recursive: true, force: true });
});

test('every example of the guide and the README compiles under strict', async () => {
  expect(names.length).toBeGreaterThan(20);
  const config = {
    extends: '../../../../tsconfig.json',
    compilerOptions: { noUnusedLocals: false },
    include: ['*.ts'],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { stdout } = await run(process.execPath, [tsc, '-p', folder], { cwd: root }).catch(
    (error: { stdout: string }) => error,
  );
  expect(stdout).toBe('');
}, 60_000);

test('every example runs, and the application that they make answers as the guide says', async () => {
  const imports = names.map((name) => `await import(${JSON.stringify(`./${name}.ts`)});`);
  const main = [
    ...imports,
    "const { askExamples } = await import('../../test/examples/requests.ts');",
    'console.log((await askExamples()).join("\\n"));',
    'process.exit(0);',
  ];
  await writeFile(join(folder, 'main.ts'), main.join('\n'));
  await build({
    entryPoints: [join(folder, 'main.ts')],
    outfile: join(folder, 'main.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    // The package itself from its sources, all else as it is installed.
    alias: Object.fromEntries(
      ['', '/express', '/journal', '/store', '/upgrade'].map((path) => [
        `@why403/guard${path}`,
        join(here, `../src${path === '' ? '/index' : path}.ts`),
      ]),
    ),
    external: [
      'express',
      'multer',
      'cors',
      'graphql',
      '@trpc/*',
      'ws',
      'socket.io',
      '@auth/core/*',
      '@openfeature/*',
      'valibot',
    ],
  });
  const secret = 'a secret of the examples, which is long enough for all';
  const env = {
    ...process.env,
    CSRF_KEY: secret,
    CSRF_NEXT: `next ${secret}`,
    GUARD_KEY: secret,
    CLIENT_SECRET: secret,
  };
  // Elsewhere, since some keep files where they run.
  const { stdout } = await run(process.execPath, [join(folder, 'main.mjs')], { cwd: away, env });
  expect(stdout.trim().split('\n')).toEqual([
    'DELETE /api/posts/7 401',
    'GET /reports/7 200',
    'GET /reports/8 404',
    'PUT /posts/7 200',
    'GET /form 200',
    'POST /form 200',
    'POST /form 403',
    'POST /avatar 200',
    '5 bytes received',
    'POST /avatar 403',
  ]);
}, 60_000);
