#!/usr/bin/env node
// `npm run version-packages`: takes the changesets up, and writes the new version where else it stands.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from './lib/ready.mjs';

const run = (command, args) =>
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
run(process.execPath, [path.join(root, 'node_modules/@changesets/cli/bin.js'), 'version']);
const { version } = JSON.parse(fs.readFileSync(path.join(root, 'packages/why403/package.json'), 'utf8'));
const file = path.join(root, 'packages/why403/src/version.ts');
fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace(/'\d[^']*'/, `'${version}'`));
run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
