#!/usr/bin/env node
// `npm start` alone runs the demo; `npm start -- <request>` diagnoses a request. Installs and builds what is missing first.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { build, checkNode, install, root } from './lib/ready.mjs';

checkNode();
install();
build();

const words = process.argv.slice(2);
const child = spawn(
  process.execPath,
  [path.join(root, 'packages/why403/bin/why403.js'), ...(words.length ? words : ['demo'])],
  // npm runs scripts in the repository; files are named from where the user stands
  { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`why403 cannot be started: ${error.message}`);
  process.exit(2);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
