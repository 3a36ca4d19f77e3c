// What the scripts need before they can run: the packages of the lock file, and builds that belong to the sources.
// Node's own modules only, as this runs before anything is installed. Notes go to standard error.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
const STAMP = path.join(root, '.cache/built');
const OLDEST = [20, 19];

/** Ends with a plain line where this Node is too old for what follows. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(`why403 needs Node ${OLDEST.join('.')} or later; this is ${process.versions.node}.`);
  process.exit(2);
}

/** Installs with `npm ci` when a package of the lock file is missing or of another version. */
export function install() {
  if (isInstalled()) return;
  console.error('Installing the packages of package-lock.json …');
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}

/** Builds when the sources are not those of the last build, or a build is gone. */
export function build() {
  if (isBuilt()) return;
  console.error('Building …');
  must(process.execPath, [path.join(root, 'scripts/build.mjs')]);
}

/** Remembers that the build is of these sources; `hash` was taken before it began. */
export function stampBuild(hash) {
  fs.mkdirSync(path.dirname(STAMP), { recursive: true });
  fs.writeFileSync(STAMP, hash);
}

/** A hash of everything that the builds are made of. */
export function hashSources() {
  const hash = createHash('sha256');
  const add = (file) => hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0');
  const scripts = ['build', 'direct-imports', 'late-parser', 'merge-parts', 'pack-catalogue'].map(
    (name) => `scripts/${name}.mjs`,
  );
  for (const file of ['package-lock.json', 'tsconfig.json', ...scripts]) add(path.join(root, file));
  for (const pkg of packages()) {
    for (const entry of fs.readdirSync(pkg, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
      if (entry.isFile()) add(path.join(pkg, entry.name));
    for (const file of filesBelow(path.join(pkg, 'src'))) add(file);
  }
  return hash.digest('hex');
}

/** Folders of the workspace's packages. */
export function packages() {
  return fs
    .readdirSync(path.join(root, 'packages'))
    .sort()
    .map((name) => path.join(root, 'packages', name))
    .filter((folder) => fs.existsSync(path.join(folder, 'package.json')));
}

function isBuilt() {
  if (!fs.existsSync(path.join(root, 'packages/why403/dist/main.js'))) return false;
  if (!fs.existsSync(path.join(root, 'packages/core/dist/index.js'))) return false;
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === hashSources();
}

function isInstalled() {
  const read = (file) => JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages;
  let present;
  try {
    present = read('node_modules/.package-lock.json');
  } catch {
    return false;
  }
  return Object.entries(read('package-lock.json')).every(([name, wanted]) => {
    // packages of other systems stay away, and a workspace is its own folder
    if (!name.includes('node_modules/') || wanted.optional || wanted.peer) return true;
    if (!fs.existsSync(path.join(root, name))) return false;
    return wanted.link || present[name]?.version === wanted.version;
  });
}

function filesBelow(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) must(process.execPath, [cli, ...args]);
  else must('npm', args, { shell: process.platform === 'win32' });
}

/** Runs a step whose output is a note; ends with its status where it fails. */
function must(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], ...options });
  if (error) console.error(`${command} cannot be run: ${error.code ?? error.message}`);
  if (status !== 0) process.exit(status || 2);
}
