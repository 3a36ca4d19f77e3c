#!/usr/bin/env node
// `npm run bench -- [part of a name …]`: runs packages/*/bench/*.mjs one after the other. Each measures ratios within one run
// and ends with another status than 0 where one of its bounds is not kept. `make-*.mjs` are tools of the others.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build, checkNode, install, packages, root } from './lib/ready.mjs';

checkNode();
install();
build();

const names = process.argv.slice(2);
const files = packages()
  .flatMap((folder) => {
    const bench = path.join(folder, 'bench');
    return fs.existsSync(bench) ? fs.readdirSync(bench).map((file) => path.join(bench, file)) : [];
  })
  .filter((file) => /^(?!\.|make-).*\.mjs$/.test(path.basename(file)))
  .filter((file) => !names.length || names.some((name) => path.relative(root, file).includes(name)))
  .sort();
const failures = [];
for (const file of files) {
  const name = path.relative(root, file);
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, [file], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) failures.push(name);
}
console.log(
  `\n${files.length - failures.length} of ${files.length} kept their bounds${failures.length ? `; not ${failures.join(', ')}` : ''}`,
);
process.exit(failures.length || !files.length ? 1 : 0);
