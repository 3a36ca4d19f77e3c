import { resolve } from 'node:path';
import { walkPath } from '../path-walk.ts';
import { normalisePath } from '../shared/normalise-path.ts';
import type { Inspection, Inspector } from '../types.ts';
import { findConfinement } from './above.ts';
import { listRow } from './acl.ts';
import { explainWalk } from './explain.ts';
import { planGrants } from './grant.ts';
import { proveWalk } from './prove.ts';
import { lookUpUser } from './users.ts';

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
    const walk = walkPath(path, user, change ? 'change' : 'read');
    const unseen = walk.unseen === undefined ? [] : [walk.unseen];
    const blocked = walk.denied[0];
    if (blocked && (walk.errno === 'EACCES' || walk.errno === 'EPERM')) {
      const grants = planGrants(walk);
      const proof = proveWalk(walk);
      if (proof === 'opened') return none(unseen);
      const fix = {
        who: 'server-admin' as const,
        text: `This ${grants.map(({ text }) => text).join(', and ')}.`,
        commands: grants.map(({ command }) => command),
        opens: grants.map(({ opens }) => opens),
        changes: grants.map((grant) => grant.change),
      };
      const tried = proof === 'refused' ? ` Opening it as ${user.name} was tried and refused.` : '';
      return Promise.resolve({
        findings: [
          {
            cause: 'file-permissions',
            weight: 'suggests',
            says: `${explainWalk(walk)}.${tried}`,
            quote: listRow(blocked.node),
            location: { file: blocked.node.path },
            fixes: grants.length > 0 ? [fix] : [],
            by: 'files',
          },
        ],
        unseen,
      });
    }
    const above = walk.errno
      ? undefined
      : findConfinement({ path, pid: undefined, uid: user.uid, change, programs: [''] });
    if (!above) return none(unseen);
    return Promise.resolve({
      findings: [
        {
          cause: 'file-permissions',
          weight: 'suggests',
          says: `${above.says}.`,
          quote: above.quote,
          ...(above.location ? { location: above.location } : {}),
          fixes: [],
          by: 'files',
        },
      ],
      unseen,
    });
  },
};
export default files;
