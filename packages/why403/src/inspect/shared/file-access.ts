/** A file that the worker cannot open, as a finding with the least grant. */

import { rightsText } from '../path-walk/acl.ts';
import { beyondText } from '../path-walk/explain.ts';
import { planGrants } from '../path-walk/grant.ts';
import { proveWalk } from '../path-walk/prove.ts';
import { groupName, lookUpUser, userName } from '../path-walk/users.ts';
import { type Need, type Walk, type WalkStep, walkPath } from '../path-walk.ts';
import type { Finding } from '../types.ts';

const modeText = (step: WalkStep): string => {
  const { node } = step;
  const kind = { file: '-', dir: 'd', link: 'l', other: '?' }[node.kind];
  const bits = [6, 3, 0].map((shift) => rightsText((node.mode >> shift) & 7)).join('');
  return `${kind}${bits}${node.acl ? '+' : ''} ${userName(node.uid)} ${groupName(node.gid)} ${node.path}`;
};

const wants = (step: WalkStep): string => {
  const words = [step.want & 4 ? 'read' : '', step.want & 2 ? 'write to' : '', step.want & 1 ? 'search' : ''].filter(
    Boolean,
  );
  return words.join(' and ') || 'follow';
};

/** Walks to `path` as `worker`; a finding where the way is barred. Sentences for `unseen` where it cannot be told. */
export function findFileRefusal(
  path: string,
  worker: string | undefined,
  need: Need,
  by: string,
): { readonly finding?: Finding; readonly unseen: readonly string[] } {
  if (!worker) return { unseen: [] };
  const user = lookUpUser(worker);
  if (!user) return { unseen: [`${worker}: no such user on this machine, so the way to ${path} was not walked.`] };
  const walk: Walk = walkPath(path, user, need);
  const unseen = walk.unseen ? [`${walk.unseen}.`] : [];
  const first = walk.denied[0];
  if (!first) return { unseen };
  const proof = proveWalk(walk);
  if (proof === 'opened') return { unseen };
  const grants = planGrants(walk);
  return {
    unseen,
    finding: {
      cause: 'file-permissions',
      weight: 'proves',
      says: `${worker} may not ${wants(first)} ${first.node.path}${first.node.path === path ? '' : `, which is on the way to ${path}`}${proof === 'refused' ? ' (tried as that user: refused)' : ''}${beyondText(walk)}.`,
      quote: modeText(first),
      location: { file: first.node.path },
      fixes: grants.length
        ? [
            {
              who: 'server-admin',
              text: `${capital(grants.map((grant) => grant.text).join(', and '))}.`,
              commands: grants.map((grant) => grant.command),
              opens: grants.map((grant) => grant.opens),
              changes: grants.map((grant) => grant.change),
            },
          ]
        : [],
      by,
    },
  };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
