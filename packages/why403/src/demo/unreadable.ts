import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A file that the demo's server may not read, and how it tries. */
export interface UnreadableFile {
  readonly path: string;
  /** Opens it as a web server's worker would. Throws EACCES. */
  read(): Buffer;
  remove(): void;
}

/** The uid that Linux keeps for nobody; web servers' workers are as little root as it is. */
const NOBODY = 65_534;

/**
 * A real file of mode 000. Root reads it all the same, so there the server reads as `nobody`, as a web server's worker does
 * not run as root either. Undefined where the system has no such permissions (Windows) or root may not step down.
 */
export function makeUnreadable(): UnreadableFile | undefined {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'why403-demo-'));
  fs.chmodSync(folder, 0o755);
  const file = path.join(folder, 'price-list.txt');
  fs.writeFileSync(file, 'prices\n');
  fs.chmodSync(file, 0o000);
  const made: UnreadableFile = {
    path: file,
    read: () => asWorker(() => fs.readFileSync(file)),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
  try {
    made.read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') return made;
  }
  made.remove();
  return undefined;
}

// Synchronous from one change of the user to the other: nothing else of this process runs in between.
function asWorker<T>(read: () => T): T {
  if (process.geteuid?.() !== 0 || !process.seteuid) return read();
  process.seteuid(NOBODY);
  try {
    return read();
  } finally {
    process.seteuid(0);
  }
}
