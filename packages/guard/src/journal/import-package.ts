import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * An optional package: where this code stands, else of the folder that the process was started in, since a command that
 * is installed for all projects has none of a project's packages. Undefined where there is none.
 */
export async function importPackage(name: string) {
  try {
    return await import(name);
  } catch {
    try {
      const found = createRequire(path.join(process.cwd(), 'package.json')).resolve(name);
      return await import(pathToFileURL(found).href);
    } catch {
      return undefined;
    }
  }
}
