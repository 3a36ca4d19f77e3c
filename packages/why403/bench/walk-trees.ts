import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planGrants } from '../src/inspect/path-walk/grant.ts';
import type { ProcessUser } from '../src/inspect/path-walk/users.ts';
import { type Need, newWalkCache, walkPath } from '../src/inspect/path-walk.ts';
import { type Dice, makeDice } from './nginx-generate.ts';

/** What came of the walks over generated trees. */
export interface WalkAgreement {
  questions: number;
  same: number;
  grants: number;
  granted: number;
  readonly differences: string[];
}

/** Opens, lists or stats every path as one user in one child process, and says which of them went. */
const TRIER = `
const fs = require('fs');
const [uid, gid, groups, list] = [Number(process.argv[1]), Number(process.argv[2]), process.argv[3], process.argv[4]];
process.setgroups(groups.split(',').map(Number)); process.setgid(gid); process.setuid(uid);
const out = JSON.parse(list).map(([need, path]) => {
  try {
    if (need === 'read') { const fd = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK); fs.closeSync(fd); }
    else if (need === 'list') fs.readdirSync(path);
    else if (need === 'stat') fs.statSync(path);
    else { const slash = path.lastIndexOf('/'); fs.accessSync(path.slice(0, slash) || '/', fs.constants.W_OK | fs.constants.X_OK); }
    return '';
  } catch (error) { return error.code; }
});
process.stdout.write(JSON.stringify(out));
`;

/** The real answers for many questions: an empty text where it went, else the error's name. */
export function tryForReal(user: ProcessUser, asked: readonly (readonly [Need, string])[]): string[] {
  const text = execFileSync(
    process.execPath,
    ['-e', TRIER, String(user.uid), String(user.gid), user.groups.join(','), JSON.stringify(asked)],
    { encoding: 'utf8', cwd: '/', maxBuffer: 1 << 24 },
  );
  return JSON.parse(text) as string[];
}

const OWNERS: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 0],
  [33, 33],
  [13, 13],
  [0, 33],
  [0, 13],
  [34, 13],
  [13, 34],
];
const USERS: readonly ProcessUser[] = [
  { name: 'www-data', uid: 33, gid: 33, groups: [33] },
  { name: 'www-data', uid: 33, gid: 33, groups: [33, 13] },
  { name: 'proxy', uid: 13, gid: 13, groups: [13, 34] },
  { name: 'backup', uid: 34, gid: 34, groups: [34] },
];
const RIGHTS = ['---', 'r--', 'rw-', 'r-x', 'rwx', '--x', '-wx'];

function drawAcl(dice: Dice): string {
  const entry = (): string => `${dice.pick(['u:33', 'u:13', 'g:13', 'g:34', 'g:33', 'u:34'])}:${dice.pick(RIGHTS)}`;
  const mask = dice.chance(0.5) ? [`m::${dice.pick(RIGHTS)}`] : [];
  return [entry(), ...(dice.chance(0.5) ? [entry()] : []), ...mask].join(',');
}

interface Made {
  readonly path: string;
  readonly kind: 'file' | 'dir' | 'link';
}

function grow(dice: Dice, dir: string, depth: number, all: Made[]): void {
  for (let i = 0; i < 3; i++) {
    const path = join(dir, `${dice.pick(['a', 'b c', 'd', 'ä', 'e\\f'])}${i}`);
    const kind = depth < 4 && dice.chance(0.5) ? 'dir' : dice.chance(0.2) ? 'link' : 'file';
    if (kind === 'dir') {
      mkdirSync(path);
      grow(dice, path, depth + 1, all);
    } else if (kind === 'file') writeFileSync(path, 'x');
    else
      symlinkSync(
        all.length > 0 && dice.chance(0.7)
          ? dice.pick(all).path
          : dice.pick(['nowhere', '..', '.', '../..', path, './a0']),
        path,
      );
    all.push({ path, kind });
  }
}

/**
 * Holds the walk against what the kernel really answers, over generated trees with modes, owners, lists and links,
 * and tries the planned grants for real. Needs root.
 */
export function compareWalks(seed: number, trees: number): WalkAgreement {
  const result: WalkAgreement = { questions: 0, same: 0, grants: 0, granted: 0, differences: [] };
  for (let tree = 0; tree < trees; tree++) {
    const dice = makeDice(seed + tree);
    const root = mkdtempSync(join(tmpdir(), 'why403-walk-'));
    try {
      chmodSync(root, 0o755);
      const all: Made[] = [];
      grow(dice, root, 0, all);
      for (const { path, kind } of all) {
        const [uid, gid] = dice.pick(OWNERS);
        if (kind === 'link') lchownSync(path, uid, gid);
        else {
          chownSync(path, uid, gid);
          chmodSync(
            path,
            dice.chance(0.4)
              ? 0o755
              : dice.pick([0o644, 0o640, 0o750, 0o711, 0o700, 0o070, 0o007, 0o1777, 0o000, 0o705, 0o444, 0o604]),
          );
          if (dice.chance(0.25)) spawnSync('setfacl', ['-m', drawAcl(dice), '--', path]);
        }
      }
      for (const user of USERS) {
        const asked = all.flatMap(({ path }) =>
          (['read', 'list', 'stat', 'change'] as const).map((need) => [need, path] as const),
        );
        asked.push(
          ...all.slice(0, 5).map(({ path }) => ['read', `${path}/`] as const),
          ...all
            .slice(0, 5)
            .map(({ path }) => ['stat', `${path}/../${dice.pick(all).path.slice(root.length + 1)}`] as const),
        );
        const real = tryForReal(user, asked);
        const cache = newWalkCache();
        for (const [index, [need, path]] of asked.entries()) {
          const walk = walkPath(path, user, need, { cache });
          // Creating a thing: that the name itself is not there is no refusal, and a sticky folder is told apart below.
          const told =
            need === 'change' &&
            ['EPERM', 'ENOENT'].includes(walk.errno ?? '') &&
            walk.steps.some(({ want }) => want & 2) &&
            !walk.denied.some(({ reason }) => !reason)
              ? ''
              : (walk.errno ?? '');
          result.questions++;
          if (told === real[index]) result.same++;
          else
            result.differences.push(
              `seed ${seed + tree}: ${need} ${path.slice(root.length)} as ${user.name} (${user.groups.join(',')}): really ${real[index] || 'went'}, told ${told || 'goes'}`,
            );
        }
      }
      for (let i = 0; i < 6; i++) {
        const user = dice.pick(USERS.filter(({ groups }) => groups.length === 1));
        const { path } = dice.pick(all);
        const walk = walkPath(path, user, 'read');
        if (walk.errno !== 'EACCES' || walk.denied.some(({ reason }) => reason)) continue;
        const grants = planGrants(walk);
        // beyond a link that leads out of its folder none is offered
        if (walk.denied.some(({ beyond }) => beyond !== undefined) && grants.length === 0) continue;
        result.grants++;
        for (const { command } of grants) spawnSync('bash', ['-c', command]);
        const [after] = tryForReal(user, [['read', path]]);
        if (after !== 'EACCES') result.granted++;
        else
          result.differences.push(
            `seed ${seed + tree}: ${grants.map(({ command }) => command).join('; ')} did not let ${user.name} read ${path}`,
          );
      }
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }
  return result;
}
