import fs from 'node:fs';
import path from 'node:path';

/**
 * Makes a folder and those above it, each on its own: Node's `recursive` never ends below a file system that makes none,
 * such as /proc. Throws what the file system says. Modes are for those that are made.
 */
export function makeFolder(folder: string, mode?: number): void {
  const missing: string[] = [];
  for (let at = path.resolve(folder); !fs.existsSync(at); at = path.dirname(at)) missing.push(at);
  for (const one of missing.reverse()) {
    try {
      fs.mkdirSync(one, mode);
    } catch (error) {
      // somebody else may have made it just now
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
