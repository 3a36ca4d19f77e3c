// A path is opened only as what it names by itself. Who may write to a folder above could put a link there between a look and
// a change, and root would then change what the link leads to.
import { closeSync, constants, fstatSync, openSync, readlinkSync } from 'node:fs';

/** Opens nothing for reading or writing, only to say which file is meant: Linux's O_PATH, which Node does not name. */
export const PLACE = process.platform === 'linux' ? 0o10000000 : constants.O_RDONLY;

/** Where the file that is opened is to be found by programs as well, whatever becomes of its path. */
export const placeOf = (fd: number, path: string): string =>
  process.platform === 'linux' ? `/proc/${process.pid}/fd/${fd}` : path;

/** Opens a path that has no link in it, neither as its last name nor above. The error has the code `ELOOP` where it has one. */
export function openExact(path: string, flags: number, mode?: number): number {
  const { O_NOFOLLOW, O_NONBLOCK } = constants;
  const fd = openSync(path, flags | O_NOFOLLOW | O_NONBLOCK, mode);
  try {
    const isLink = fstatSync(fd).isSymbolicLink();
    if (isLink || (process.platform === 'linux' && readlinkSync(`/proc/self/fd/${fd}`) !== path))
      throw Object.assign(new Error(`${path} leads through a link`), { code: 'ELOOP', path });
    return fd;
  } catch (error) {
    closeSync(fd);
    throw error;
  }
}
