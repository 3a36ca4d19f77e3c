import { type ShellLine, sh } from '@why403/core';
import type { Change } from '../apply/change.ts';
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
  /** The same as data. */
  readonly change: Change;
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
  const make = (command: ShellLine, change: Change, who: string, also: readonly string[] = []): Grant => ({
    path: node.path,
    rights: want,
    command,
    change,
    text: `lets ${who} ${verbs(missing)} ${node.path}`,
    opens: `${below} to ${[who, ...also].join(', ')}`,
  });
  const acl = (): Grant => {
    // An entry of its own takes the place of what the user had as one of the group or of the others, so that goes along.
    const rights = decided.has | (decided.masked ?? 0) | want;
    return make(
      sh`setfacl -m ${`u:${user.name}:${letters(rights)}`} ${node.path}`,
      { kind: 'acl', path: node.path, uid: user.uid, rights },
      user.name,
      gains(step, missing),
    );
  };
  const mode = (whose: 'u' | 'g' | 'o', who: string): Grant =>
    make(
      sh`chmod ${`${whose}+${letters(missing)}`} ${node.path}`,
      { kind: 'mode', path: node.path, add: missing << { u: 6, g: 3, o: 0 }[whose] },
      who,
    );
  if (decided.by === 'owner') return mode('u', `its owner, ${user.name},`);
  if (decided.by === 'named-user') return acl();
  if (decided.by === 'group' && !node.acl) return mode('g', `the group ${groupName(node.gid)}`);
  if (canHaveAcl(node.path)) return acl();
  return decided.by === 'group'
    ? mode('g', `the group ${groupName(node.gid)}`)
    : mode('o', 'every user of this machine');
}

/**
 * The least grants that free the way, in the order of the path. Empty where rights are not what refuses.
 * Never more than the missing rights on the components that refuse, and none beyond a link that leads out of its folder: an
 * upload could be such a link, to any file of the machine.
 */
export function planGrants(walk: Walk): readonly Grant[] {
  if (walk.denied.some(({ beyond }) => beyond !== undefined)) return [];
  const wants = new Map<string, { step: WalkStep; want: number }>();
  for (const step of walk.denied) {
    const before = wants.get(step.node.path);
    wants.set(step.node.path, { step: before?.step ?? step, want: (before?.want ?? 0) | step.want });
  }
  return [...wants.values()].flatMap(({ step, want }) => grantFor(step, walk, want) ?? []);
}
