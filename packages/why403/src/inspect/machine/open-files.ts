/** What a process holds open, from /proc (proc(5): fd, fdinfo). */
import { readlinkSync } from 'node:fs';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';

export interface OpenFile {
  readonly fd: number;
  /** A path, or `socket:[…]`, `pipe:[…]`, `anon_inode:…`. */
  readonly target: string;
  readonly writes: boolean;
  /** Opened to be written at its end, as logs are. */
  readonly appends: boolean;
}

const MOST = 2_000;
const O_ACCMODE = 0o3;
const O_APPEND = 0o2000;

/** The descriptors of a process; undefined where this user may not see them. */
export function openFiles(pid: number): readonly OpenFile[] | undefined {
  let names: readonly string[];
  try {
    names = readFolderNames(`/proc/${pid}/fd`);
  } catch {
    return undefined;
  }
  return names.slice(0, MOST).flatMap((name): readonly OpenFile[] => {
    try {
      const target = readlinkSync(`/proc/${pid}/fd/${name}`);
      const flags = Number.parseInt(
        /^flags:\s*([0-7]+)/m.exec(readFileText(`/proc/${pid}/fdinfo/${name}`))?.[1] ?? '0',
        8,
      );
      return [{ fd: Number(name), target, writes: (flags & O_ACCMODE) !== 0, appends: (flags & O_APPEND) !== 0 }];
    } catch {
      // It was closed meanwhile.
      return [];
    }
  });
}

/** No logs, though they grow: databases, their journals, locks. */
const NO_LOG =
  /\.(?:db|sqlite3?|db3|wal|shm|journal|lock|pid|sock|mdb|ldb|sst|rdb|aof|index|chunk)(?:-wal|-shm)?$|-(?:wal|shm|journal)$|\/wal\/|\/LOCK$/i;

/** Whether a file held open is a log, as far as the way it is held tells. */
export function isLog({ fd, target, writes, appends }: OpenFile): boolean {
  if (!writes || !target.startsWith('/') || /^\/(?:dev|proc|sys)\/|^\/memfd:/.test(target)) return false;
  if (target.endsWith(' (deleted)') || NO_LOG.test(target)) return false;
  return appends || fd === 1 || fd === 2 || /\.(?:log|out|err|txt|jsonl?)$|\/log\//i.test(target);
}
