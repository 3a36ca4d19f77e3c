// What goes into the package beside its code, before it is packed: the licence and the guide, from where they are kept.
import fs from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const guard = path.join(root, 'packages/guard');
fs.mkdirSync(path.join(guard, 'docs'), { recursive: true });
fs.copyFileSync(path.join(root, 'LICENSE'), path.join(guard, 'LICENSE'));
for (const page of ['guard.md', 'guard-options.md', 'guard-security.md']) {
  fs.copyFileSync(path.join(root, 'docs', page), path.join(guard, 'docs', page));
}
