import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { badOption, checkOptions, options, show, text } from '../options.ts';

const FILE = options({ file: text });

/**
 * Whether a journal's file can be where it is to be: found out while the server starts, not by the first refusal.
 * @throws {GuardError} `option` where it cannot.
 */
export function checkFile(of: string, file: string): void {
  checkOptions(of, FILE, { file });
  const place = { of, name: 'file' };
  const got = { got: show(file) };
  if (isFolder(dirname(file)) === false) {
    throw badOption(place, 'is in a folder that does not exist', 'Make the folder, or name another file.', got);
  }
  if (isFolder(file) === true) throw badOption(place, 'is a folder', 'Name a file in it.', got);
}

/** Whether a path is a folder's, as far as this process may know. */
function isFolder(path: string): boolean | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return undefined;
  }
}
