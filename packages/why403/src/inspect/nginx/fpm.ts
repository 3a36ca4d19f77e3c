import type { Exchange } from '@why403/core';
import { listRow } from '../path-walk/acl.ts';
import { explainWalk } from '../path-walk/explain.ts';
import { lookUpUser } from '../path-walk/users.ts';
import { walkPath } from '../path-walk.ts';
import { findFpmPool } from '../shared/php-fpm.ts';
import type { Inspection } from '../types.ts';
import { grantFix } from './fixes.ts';
import { inherited } from './model.ts';
import { matchRegex } from './regex.ts';
import type { Run } from './run.ts';
import type { Directive } from './syntax.ts';
import { evaluate } from './variables.ts';

/** What PHP-FPM would say of the script that this request names: rights as the pool's user, and which endings it runs. */
export function inspectFpm(run: Run, pass: Directive, exchange: Exchange): Inspection {
  const address = evaluate(run, pass.args[0] ?? '').text;
  const upstream = run.model.http.directives.find(({ name, args }) => name === 'upstream' && args[0] === address);
  const target = upstream?.block?.find(({ name }) => name === 'server')?.args[0] ?? address;
  const param = (wanted: string): string | undefined => {
    const value = inherited(run.scope, 'fastcgi_param').findLast(({ args }) => args[0] === wanted)?.args[1];
    return value === undefined ? undefined : evaluate(run, value).text;
  };
  split(run);
  const script = param('SCRIPT_FILENAME');
  if (!script)
    return { findings: [], unseen: [`"fastcgi_pass" at ${pass.file}:${pass.line} gives no SCRIPT_FILENAME`] };
  const pool = findFpmPool(target);
  if (!pool)
    return {
      findings: [],
      unseen: [`the configuration of the PHP-FPM pool at ${target} was not found, so its user is not known`],
    };
  const user = pool.user === undefined ? undefined : lookUpUser(pool.user, pool.group);
  if (!user)
    return { findings: [], unseen: [`the user of the PHP-FPM pool ${pool.name} (${pool.file}) is not known here`] };
  const path = `${pool.chroot ?? ''}${script}`;
  const walk = walkPath(path, user, 'read');
  const status = exchange.response?.status;
  // FPM says 403 to a script that it may not open, and 404 to one that it cannot reach or that is not there.
  if (walk.errno === 'EACCES' && walk.denied[0]) {
    const fix = grantFix(walk);
    return {
      findings: [
        {
          cause: 'file-permissions',
          weight: status === 403 || status === 404 ? 'proves' : 'suggests',
          says: `PHP-FPM's pool ${pool.name}: ${explainWalk(walk)}.`,
          quote: listRow(walk.denied[0].node),
          location: { file: walk.denied[0].node.path },
          fixes: fix ? [fix] : [],
          by: 'nginx',
        },
      ],
      unseen: [],
    };
  }
  const allowed = pool.extensions.length === 0 || pool.extensions.some((ending) => script.endsWith(ending));
  if (!allowed)
    return {
      findings: [
        {
          cause: 'server-rule',
          weight: status === 403 ? 'proves' : 'suggests',
          says: `PHP-FPM's pool ${pool.name} runs only ${pool.extensions.join(' ')}, and the script is ${script}.`,
          quote: `security.limit_extensions = ${pool.extensions.join(' ')}`,
          location: { file: pool.file, ...(pool.extensionsLine === undefined ? {} : { line: pool.extensionsLine }) },
          fixes: [
            {
              who: 'server-admin',
              text: `If ${script} is meant to be run, add its ending to security.limit_extensions of the pool ${pool.name} in ${pool.file} and reload PHP-FPM.`,
              commands: [],
              opens: ['every file with that ending to be run as PHP'],
            },
          ],
          by: 'nginx',
        },
      ],
      unseen: [],
    };
  return { findings: [], unseen: [] };
}

/** `fastcgi_split_path_info`: the script's name and the rest. */
function split(run: Run): void {
  const directive = inherited(run.scope, 'fastcgi_split_path_info').at(-1);
  if (!directive) return;
  const match = matchRegex(directive.args[0] ?? '', false, run.uri);
  if ('unknown' in match) run.unseen.add(`${directive.file}:${directive.line}: ${match.unknown}`);
  else if (match.matched) {
    run.vars.set('fastcgi_script_name', { text: match.captures[1] ?? run.uri, deps: new Set(['uri']), via: [] });
    run.vars.set('fastcgi_path_info', { text: match.captures[2] ?? '', deps: new Set(['uri']), via: [] });
  }
}
