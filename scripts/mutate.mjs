#!/usr/bin/env node
// `npm run mutate -- [part of packages/guard/src …]`: changes the guard's sources one place at a time and runs the unit tests
// that come there; ends with another status than 0 where fewer than 85 % of the changes are noticed. Its tools are not in
// the lock file, being a hundred packages that nothing else needs: they are put beside it when they are wanted. Stryker 9 is
// the last for Node 20.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkNode, install, root } from './lib/ready.mjs';

checkNode();
install();

const TOOLS = ['@stryker-mutator/core@9.6.1', '@stryker-mutator/vitest-runner@9.6.1'];
const modules = path.join(root, 'node_modules');
const names = TOOLS.map((tool) => tool.slice(0, tool.lastIndexOf('@')));
const run = (command, args, env = {}) => {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  return status ?? 1;
};

// Beside the project's own packages, since the runner must meet the project's vitest; the lock file stays as it is.
if (!names.every((name) => fs.existsSync(path.join(modules, name)))) {
  const status = run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...TOOLS]);
  if (status !== 0) process.exit(status);
}
const bin = path.join(modules, '@stryker-mutator/core/bin/stryker.js');
const env = { MUTATE_PARTS: process.argv.slice(2).join(' ') };
process.exit(run(process.execPath, [bin, 'run', 'packages/guard/mutate/stryker.config.mjs'], env));
