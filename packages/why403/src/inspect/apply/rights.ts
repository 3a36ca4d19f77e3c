/**
 * Mode and access control list of one file: read, foreseen after a change, and put back. The paths here are places of files that
 * are open. getfacl(1), setfacl(1), acl(5)
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, statSync } from 'node:fs';
import { hasProgram } from '../shared/shell.ts';
import type { RightsChange } from './change.ts';

export interface Rights {
  /** The lowest twelve bits. */
  readonly mode: number;
  /** Entries of the list as getfacl gives them, with numbers for names; empty where the mode says it all. */
  readonly acl: readonly string[];
}

const TIME = { encoding: 'utf8', timeout: 10_000 } as const;

export function readRights(path: string): Rights {
  const mode = statSync(path).mode & 0o7777;
  if (!hasProgram('getfacl')) return { mode, acl: [] };
  const { status, stdout } = spawnSync('getfacl', ['-cpnE', '--', path], TIME);
  const entries =
    status === 0 ? stdout.split('\n').filter((line) => /^[a-z:]{2,20}[\d:]*[r-][w-][x-]$/.test(line)) : [];
  // Three entries only say the mode once more.
  return { mode, acl: entries.length > 3 ? entries.sort() : [] };
}

export const sameRights = (a: Rights, b: Rights): boolean => a.mode === b.mode && a.acl.join() === b.acl.join();

const letters = (rights: number): string =>
  `${rights & 4 ? 'r' : '-'}${rights & 2 ? 'w' : '-'}${rights & 1 ? 'x' : '-'}`;
const numberOf = (word: string): number => [...word].reduce((sum, c, i) => sum | (c === '-' ? 0 : 4 >> i), 0);

/** What the rights are after a change, by the rules of chmod and setfacl. */
export function foresee(before: Rights, change: RightsChange): Rights {
  if (change.kind === 'mode') {
    const mode = before.mode | change.add;
    const of = (name: string): number => ({ user: mode >> 6, mask: mode >> 3, other: mode })[name] ?? 0;
    // Where there is a list, the mode's middle digit is its mask.
    return {
      mode,
      acl: before.acl.map((line) =>
        line.replace(/^(user|mask|other)::.*/, (_, name) => `${name}::${letters(of(name))}`),
      ),
    };
  }
  const own = `user:${change.uid}:`;
  const plain = [
    `user::${letters(before.mode >> 6)}`,
    `group::${letters(before.mode >> 3)}`,
    `other::${letters(before.mode)}`,
  ];
  const list = (before.acl.length ? before.acl : plain).filter(
    (line) => !line.startsWith(own) && !line.startsWith('mask:'),
  );
  const acl = [...list, own + letters(change.rights)];
  // The mask becomes the union of all that it limits.
  const mask = acl
    .filter((line) => /^(?:user:\d|group:)/.test(line))
    .reduce((sum, line) => sum | numberOf(line.slice(-3)), 0);
  return { mode: (before.mode & ~0o70) | (mask << 3), acl: [...acl, `mask::${letters(mask)}`].sort() };
}

export function changeRights(path: string, change: RightsChange, after: Rights): void {
  if (change.kind === 'mode') chmodSync(path, after.mode);
  else setfacl(['-m', `u:${change.uid}:${letters(change.rights)}`], path);
}

export function restoreRights(path: string, { mode, acl }: Rights): void {
  if (readRights(path).acl.length || acl.length)
    setfacl(acl.length ? ['--set', acl.filter((line) => !line.startsWith('default:')).join()] : ['-b'], path);
  // `--set` takes the default entries away as well.
  const defaults = acl.filter((line) => line.startsWith('default:'));
  if (defaults.length) setfacl(['-m', defaults.join()], path);
  chmodSync(path, mode);
}

function setfacl(words: readonly string[], path: string): void {
  const { status, stderr, error } = spawnSync('setfacl', [...words, '--', path], TIME);
  if (status === 0) return;
  const code = error ? (error as NodeJS.ErrnoException).code : undefined;
  throw Object.assign(new Error((stderr ?? '').trim().split(': ').at(-1) || 'setfacl failed'), { code, path });
}
