import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Where an optional package stands: beside this code, else in the folder that the process was started in, since a command
 * that is installed for all projects has none of a project's packages. Undefined where there is none.
 */
export function resolvePackage(name: string): string | undefined {
  for (const from of [import.meta.url, path.join(process.cwd(), 'package.json')]) {
    try {
      return createRequire(from).resolve(name);
    } catch {
      // Not there.
    }
  }
  return undefined;
}

/** An optional package, or undefined where there is none. */
export async function importPackage(name: string) {
  try {
    return await import(name);
  } catch {
    const found = resolvePackage(name);
    return found === undefined ? undefined : import(pathToFileURL(found).href).catch(() => undefined);
  }
}
