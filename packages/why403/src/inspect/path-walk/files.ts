import { resolve } from 'node:path';
import { walkPath } from '../path-walk.ts';
import { normalisePath } from '../shared/normalise-path.ts';
import type { Inspection, Inspector, ServerFix } from '../types.ts';
import { findConfinement } from './above.ts';
import { listRow } from './acl.ts';
import { explainWalk } from './explain.ts';
import { planGrants } from './grant.ts';
import { proveWalk } from './prove.ts';
import { lookUpUser, type ProcessUser } from './users.ts';

interface Asked {
  readonly path: string;
  readonly user: ProcessUser;
  /** Whether it is created, replaced or deleted, and not read. */
  readonly change: boolean;
  /** Id of the inspector. */
  readonly by: string;
  /** A process whose mounts count, where it is known. */
  readonly pid?: number;
}

/** Whether a file's way is barred for a user, as a finding with the least grant. It suggests: another rule may refuse before the file is opened. */
export function inspectFile({ path, user, change, by, pid }: Asked): Inspection {
  const none = (unseen: readonly string[] = []): Inspection => ({ findings: [], unseen });
  const walk = walkPath(path, user, change ? 'change' : 'read');
  const unseen = walk.unseen === undefined ? [] : [walk.unseen];
  const blocked = walk.denied[0];
  if (blocked && (walk.errno === 'EACCES' || walk.errno === 'EPERM')) {
    const grants = planGrants(walk);
    const proof = proveWalk(walk, pid);
    if (proof === 'opened') return none(unseen);
    const fix: ServerFix = {
      who: 'server-admin',
      text: `This ${grants.map(({ text }) => text).join(', and ')}.`,
      commands: grants.map(({ command }) => command),
      opens: grants.map(({ opens }) => opens),
      changes: grants.map((grant) => grant.change),
    };
    const tried = proof === 'refused' ? ` Opening it as ${user.name} was tried and refused.` : '';
    return {
      findings: [
        {
          cause: 'file-permissions',
          weight: 'suggests',
          says: `${explainWalk(walk)}.${tried}`,
          quote: listRow(blocked.node),
          location: { file: blocked.node.path },
          fixes: grants.length > 0 ? [fix] : [],
          by,
        },
      ],
      unseen,
    };
  }
  const above = walk.errno ? undefined : findConfinement({ path, pid, uid: user.uid, change, programs: [''] });
  if (!above) return none(unseen);
  return {
    findings: [
      {
        cause: 'file-permissions',
        weight: 'suggests',
        says: `${above.says}.`,
        quote: above.quote,
        ...(above.location ? { location: above.location } : {}),
        fixes: [],
        by,
      },
    ],
    unseen,
  };
}

/**
 * The files alone: the request's path below `root`, walked as `worker`, for servers whose configuration is not known.
 * It sees no aliases and no rules, so it suggests and never proves.
 */
const files: Inspector = {
  id: 'files',
  title: 'Files below the document root',
  find: (input) => Promise.resolve(input.root !== undefined && input.worker !== undefined ? [input] : []),
  inspect: (exchange, { root, worker }): Promise<Inspection> => {
    const none = (unseen: readonly string[] = []): Promise<Inspection> => Promise.resolve({ findings: [], unseen });
    if (root === undefined || worker === undefined) return none();
    const user = lookUpUser(worker);
    if (!user) return none([`there is no user ${worker} on this machine`]);
    const raw = exchange.request.url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/, '').replace(/[?#].*$/s, '');
    const uri = normalisePath(raw.startsWith('/') ? raw : `/${raw}`, true);
    if (uri === undefined) return none();
    const path = `${resolve(root).replace(/\/$/, '')}${uri}`;
    const change = ['PUT', 'DELETE', 'MKCOL'].includes(exchange.request.method);
    return Promise.resolve(inspectFile({ path, user, change, by: 'files' }));
  },
};
export default files;
