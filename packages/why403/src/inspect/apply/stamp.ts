// What a path was when it was inspected. A change is of that, and of nothing that came to stand there since.
import { lstatSync, type Stats } from 'node:fs';
import { digestWhenRead, readFileText } from '../../shared/read-file.ts';
import type { ServerFix } from '../types.ts';
import type { Change } from './change.ts';

/** One file of one file system of one boot of a machine: another boot may number its file systems anew. */
export interface Identity {
  readonly dev: number;
  readonly ino: number;
  readonly boot: string;
}

export const identityOf = ({ dev, ino }: Stats): Identity => ({ dev, ino, boot: boot() });

export const sameFile = (a: Identity, b: Identity): boolean =>
  a.ino === b.ino && (a.dev === b.dev || a.boot !== b.boot);

/** Which start of this machine it is; empty where the system does not tell. */
export function boot(): string {
  try {
    return readFileText('/proc/sys/kernel/random/boot_id').replace(/\W/g, '');
  } catch {
    return '';
  }
}

/** The fix with what its files are now, as far as they can be looked at. */
export const stampFix = (fix: ServerFix): ServerFix =>
  fix.changes ? { ...fix, changes: fix.changes.map(stamp) } : fix;

function stamp(change: Change): Change {
  if (change.kind === 'create') return change;
  if (change.kind === 'edit') {
    const held = digestWhenRead(change.path);
    return held === undefined ? change : { ...change, held };
  }
  try {
    return { ...change, identity: identityOf(lstatSync(change.path)) };
  } catch {
    return change;
  }
}
