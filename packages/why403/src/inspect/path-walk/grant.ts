import { type ShellLine, sh } from '@why403/core';
import type { Walk, WalkStep } from '../path-walk.ts';
import { hasProgram } from '../shared/shell.ts';
import { READ, SEARCH, WRITE } from './acl.ts';
import { fileSystemOf } from './mounts.ts';
import { groupName, userName } from './users.ts';

/** The least change of rights at one place. */
export interface Grant {
  readonly path: string;
  /** Sum of 4 (read), 2 (write) and 1 (search). */
  readonly rights: number;
  readonly command: ShellLine;
  /** What the change is, as the rest of a sentence: "lets www-data search /srv/app". */
  readonly text: string;
  readonly opens: string;
}

const WORDS: readonly (readonly [number, string, string])[] = [
  [READ, 'read', 'r'],
  [WRITE, 'write to', 'w'],
  [SEARCH, 'search', 'x'],
];
const verbs = (rights: number): string =>
  WORDS.filter(([bit]) => rights & bit)
    .map(([, verb]) => verb)
    .join(' and ');
const letters = (rights: number): string =>
  WORDS.filter(([bit]) => rights & bit)
    .map(([, , letter]) => letter)
    .join('');

const WITHOUT_ACL = new Set([
  'vfat',
  'exfat',
  'msdos',
  'ntfs',
  '9p',
  'fuse',
  'fuseblk',
  'squashfs',
  'iso9660',
  'nfs',
  'nfs4',
]);

function canHaveAcl(path: string): boolean {
  const type = fileSystemOf(path)?.type ?? '';
  return hasProgram('setfacl') && !WITHOUT_ACL.has(type) && !type.startsWith('fuse.');
}

/** Others in the list who gain where the mask has to be widened. */
function gains(step: WalkStep, missing: number): string[] {
  const { acl } = step.node;
  if (!acl) return [];
  const widened = missing & ~acl.mask;
  const gain = (name: string, rights: number): string[] =>
    rights & widened ? [`${name} (${verbs(rights & widened)})`] : [];
  return [
    ...[...acl.users].flatMap(([uid, rights]) => gain(userName(uid), rights)),
    ...[...acl.groups].flatMap(([gid, rights]) => gain(`group ${groupName(gid)}`, rights)),
    ...gain(`group ${groupName(step.node.gid)}`, acl.owningGroup),
  ];
}

function grantFor(step: WalkStep, walk: Walk, want: number): Grant | undefined {
  const { node, decided } = step;
  const { user } = walk;
  if (step.reason) return undefined;
  const missing = want & ~decided.has;
  const below = node.kind === 'dir' ? `what lies below ${node.path} and is readable by its own rights` : node.path;
  const make = (command: ShellLine, who: string, also: readonly string[] = []): Grant => ({
    path: node.path,
    rights: want,
    command,
    text: `lets ${who} ${verbs(missing)} ${node.path}`,
    opens: `${below} to ${[who, ...also].join(', ')}`,
  });
  const acl = (): Grant =>
    make(
      // An entry of its own takes the place of what the user had as one of the group or of the others, so that goes along.
      sh`setfacl -m ${`u:${user.name}:${letters(decided.has | (decided.masked ?? 0) | want)}`} ${node.path}`,
      user.name,
      gains(step, missing),
    );
  if (decided.by === 'owner')
    return make(sh`chmod ${`u+${letters(missing)}`} ${node.path}`, `its owner, ${user.name},`);
  if (decided.by === 'named-user') return acl();
  if (decided.by === 'group' && !node.acl)
    return make(sh`chmod ${`g+${letters(missing)}`} ${node.path}`, `the group ${groupName(node.gid)}`);
  if (canHaveAcl(node.path)) return acl();
  if (decided.by === 'group')
    return make(sh`chmod ${`g+${letters(missing)}`} ${node.path}`, `the group ${groupName(node.gid)}`);
  return make(sh`chmod ${`o+${letters(missing)}`} ${node.path}`, 'every user of this machine');
}

/**
 * The least grants that free the way, in the order of the path. Empty where rights are not what refuses.
 * Never more than the missing rights on the components that refuse.
 */
export function planGrants(walk: Walk): readonly Grant[] {
  const wants = new Map<string, { step: WalkStep; want: number }>();
  for (const step of walk.denied) {
    const before = wants.get(step.node.path);
    wants.set(step.node.path, { step: before?.step ?? step, want: (before?.want ?? 0) | step.want });
  }
  return [...wants.values()].flatMap(({ step, want }) => grantFor(step, walk, want) ?? []);
}
