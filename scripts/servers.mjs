// Runs a tool of packages/why403/test/servers on the sources: bundled to a file aside first, as Node 20 reads no TypeScript.
//   node scripts/servers.mjs [tool] [options]      tool: main (figures), record (outcomes of every experiment)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const named = process.argv[2]?.startsWith('--') ? undefined : process.argv[2];
const folder = join(root, 'packages/why403/test/servers');
const aside = mkdtempSync(join(tmpdir(), 'why403-servers-'));
const out = join(aside, 'tool.mjs');
try {
  await build({
    entryPoints: [join(folder, `${named ?? 'main'}.ts`)],
    outfile: out,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    // the tools read and write by their place in the repository
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(folder, 'main.ts')).href) },
    logLevel: 'warning',
  });
  await import(pathToFileURL(out).href);
} finally {
  rmSync(aside, { recursive: true, force: true });
}
