#!/usr/bin/env node
// `npm test`: installs and builds what is missing, then types, style, generated files, packages and unit tests.
//   npm test -- [--tests-only | --checks-only] [--no-build] [part of a test file's path …]
// The last line says how many passed and failed: each check counts as one, each unit test as one.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build, checkNode, install, packages, root } from './lib/ready.mjs';

const args = process.argv.slice(2);
const flag = (name) => args.includes(name);
const filters = args.filter((word) => !word.startsWith('--'));
const unknown = args.find((word) => word.startsWith('--') && !/^--(?:tests-only|checks-only|no-build)$/.test(word));
if (unknown) {
  console.error(`usage: npm test -- [--tests-only | --checks-only] [--no-build] [file …]; "${unknown}" is not known.`);
  process.exit(2);
}

checkNode();
install();
if (!flag('--no-build')) build();

let passed = 0;
let failed = 0;
/** What failed, told again above the last line: what a CI keeps of a long run is often its end. */
const failures = [];
if (!flag('--tests-only')) for (const [name, script, ...rest] of checks()) check(name, script, rest);
if (!flag('--checks-only')) unitTests();
for (const failure of failures) console.log(`failed  ${failure}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

/** Name, script and arguments of each check. */
function checks() {
  const bin = (file) => path.join(root, 'node_modules', file);
  return [
    ['types', bin('typescript/bin/tsc'), '--noEmit'],
    ['style', bin('@biomejs/biome/bin/biome'), 'check', '.'],
    ['generated files', path.join(root, 'scripts/gen.mjs'), '--check'],
    ['data', path.join(root, 'scripts/check-data.mjs')],
    ['unused code', bin('knip/bin/knip.js'), '--no-progress'],
    ...packages()
      .filter((folder) => !JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')).private)
      .flatMap((folder) => [
        [`package ${path.basename(folder)}`, bin('publint/src/cli.js'), folder, '--strict'],
        [
          `types of package ${path.basename(folder)}`,
          bin('@arethetypeswrong/cli/dist/index.js'),
          '--pack',
          folder,
          '--profile',
          'esm-only',
          '--no-color',
          '--no-emoji',
        ],
      ]),
  ];
}

function check(name, script, rest) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...rest], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  if (status === 0) {
    passed++;
    console.log(`ok      ${name}`);
  } else {
    failed++;
    failures.push(name);
    console.log(`failed  ${name}\n${stdout}${stderr}`);
  }
}

function unitTests() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'why403-test-'));
  const file = path.join(folder, 'result.json');
  const { status } = spawnSync(
    process.execPath,
    [
      path.join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...filters,
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
  const before = failed;
  try {
    const result = JSON.parse(fs.readFileSync(file, 'utf8'));
    passed += result.numPassedTests;
    failed += result.numFailedTests;
    // a file that cannot be loaded has no tests that could fail
    const unloaded = result.testResults.filter((r) => r.status === 'failed' && !r.assertionResults.length);
    failed += unloaded.length;
    failures.push(...unloaded.map((r) => told(r.name, r.message)));
    for (const { name, assertionResults } of result.testResults)
      for (const test of assertionResults)
        if (test.status === 'failed') failures.push(told(`${name}: ${test.fullName}`, test.failureMessages[0]));
    const skipped = result.numPendingTests + result.numTodoTests;
    if (skipped) console.log(`${skipped} skipped: what they need is not on this machine; the lines above name it.`);
  } catch {
    console.log('The unit tests ended without a result.');
  }
  if (status !== 0 && failed === before) {
    failed++;
    failures.push('an error outside of any test, or a test that never ended');
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

function told(name, message) {
  const [first = ''] = (message ?? '').split('\n');
  return `${path.relative(root, name)}\n        ${first.slice(0, 300)}`;
}
