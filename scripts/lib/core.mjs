// The sources of core as they run, for scripts.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

export const root = path.resolve(import.meta.dirname, '../..');

/** Loads a module that exports this of core's sources: `{ './engine/judge.ts': ['judge'] }`. */
export async function loadSources(exports) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'why403-core-'));
  try {
    const outfile = path.join(folder, 'core.mjs');
    const contents = Object.entries(exports)
      .map(([file, names]) => `export { ${names.join(', ')} } from '${file}';`)
      .join('\n');
    await build({
      stdin: { contents, resolveDir: path.join(root, 'packages/core/src'), loader: 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
      conditions: ['source', 'import'],
      outfile,
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
