// Vitest's global set-up: the tests in this folder run the built command, so it is built once where it is older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../../..');

export function setup(): void {
  // other folders of tests run on the sources and need no build
  const filters = process.argv.slice(2).filter((word) => !word.startsWith('-') && word !== 'run');
  if (
    filters.length &&
    !filters.some((word) => /cli|no-harm|record/.test(word) || 'packages/why403/test/cli'.includes(word))
  )
    return;
  const ready = path.join(root, 'scripts/lib/ready.mjs');
  const script = existsSync(ready)
    ? ['--input-type=module', '-e', `import { build } from ${JSON.stringify(`file://${ready}`)}; build();`]
    : [path.join(root, 'scripts/build.mjs')];
  const { status, stderr } = spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The command cannot be built: ${stderr}`);
}
