import type { Walk, WalkStep } from '../path-walk.ts';
import { READ, rightsText, SEARCH, WRITE } from './acl.ts';
import { groupName, userName } from './users.ts';

const verb = (want: number): string =>
  [want & READ ? 'read' : '', want & WRITE ? 'write to' : '', want & SEARCH ? 'search' : '']
    .filter(Boolean)
    .join(' and ');

function because(step: WalkStep): string {
  const { node, decided, want } = step;
  switch (step.reason) {
    case 'sticky':
      return 'its folder is sticky, so only owners may replace or delete there';
    case 'protected-link':
      return 'it is a link of another owner in a sticky folder that everyone may write to (fs.protected_symlinks)';
    case 'link-refused':
      return 'symbolic links are not followed here';
    case 'link-owner':
      return `the link belongs to ${userName(node.uid)} and what it leads to does not`;
    case 'read-only':
      return 'its file system is mounted read-only';
    default:
      break;
  }
  const has = rightsText(decided.has);
  if (decided.masked && decided.masked & want)
    return `its access control list names the right, and the mask takes it away`;
  if (decided.by === 'named-user') return `its access control list gives this user ${has}`;
  if (decided.by === 'owner') return `its owner has ${has}`;
  if (decided.by === 'group') return `the group ${groupName(node.gid)} has ${has}`;
  return `it belongs to ${userName(node.uid)}:${groupName(node.gid)}, and others have ${has}`;
}

/** Says in one clause, without a full stop, which component blocks the way, for whom and why. */
export function explainWalk(walk: Walk): string {
  const step = walk.denied[0];
  if (!step && walk.errno === 'ELOOP') return `the symbolic links on the way to ${walk.path} lead in a circle`;
  if (!step) return `nothing on the way to ${walk.path} refuses ${walk.user.name}`;
  const kind = { dir: 'directory', file: 'file', link: 'symbolic link', other: 'node' }[step.node.kind];
  const action = step.reason ? 'may not follow or change' : `cannot ${verb(step.want)}`;
  return `${walk.user.name} ${action} the ${kind} ${step.node.path}: ${because(step)}${beyondText(walk)}`;
}

/** Why no right is offered, where a link leads to a place that who wrote the link chose. */
export function beyondText({ denied }: Walk): string {
  const link = denied.find(({ beyond }) => beyond !== undefined)?.beyond;
  return link === undefined
    ? ''
    : `; the link ${link} leads there, out of its own folder, so no right is offered: give it yourself where the link is meant`;
}
