/** git http-backend behind Apache: what its words in the error log mean, and the least change. Source: https://git-scm.com/docs/git-http-backend */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { sh } from '@why403/core';
import { atEnd, changesOf } from '../shared/config-edit.ts';
import type { Finding } from '../types.ts';
import type { Outcome } from './judge.ts';

/** A finding where the request goes to git http-backend and it refused; undefined otherwise. */
export function explainGit(outcome: Outcome, log: readonly string[]): Finding | undefined {
  if (!outcome.app || !/git-http-backend/.test(`${outcome.filename} ${outcome.app.rest}`)) return undefined;
  const repository = repositoryOf(outcome);
  if (!repository) return undefined;
  const service =
    /(?:^|&)service=git-(upload-pack|receive-pack)/.exec(outcome.request.query)?.[1] ??
    /\/git-(upload-pack|receive-pack)$/.exec(outcome.request.uri)?.[1];
  const said = log
    .slice(-40)
    .findLast((line) => /Service not enabled|Repository not exported|Request not supported/.test(line));
  if (!said) return undefined;
  const base = { weight: 'proves' as const, quote: said.slice(0, 400), location: { file: repository }, by: 'apache' };
  if (/Repository not exported/.test(said) && !existsSync(join(repository, 'git-daemon-export-ok'))) {
    return {
      ...base,
      cause: 'object-hidden',
      says: `${repository} is there, and git http-backend hides it: it has no git-daemon-export-ok and GIT_HTTP_EXPORT_ALL is not set.`,
      fixes: [
        {
          who: 'server-admin',
          text: 'Export this one repository.',
          commands: [sh`touch ${join(repository, 'git-daemon-export-ok')}`],
          opens: [`${repository} to everyone whom Apache lets through to git http-backend`],
          changes: [{ kind: 'create', path: join(repository, 'git-daemon-export-ok'), text: '' }],
        },
      ],
    };
  }
  if (/Service not enabled/.test(said) && service) {
    const key = service === 'receive-pack' ? 'http.receivepack' : 'http.uploadpack';
    const config = join(repository, 'config');
    return {
      ...base,
      cause: 'feature-unavailable',
      says: `git ${service} is not enabled over HTTP for ${repository}.`,
      fixes: [
        {
          who: 'server-admin',
          text: `Enable ${service} for this one repository.`,
          commands: [sh`git config --file ${config} ${key} true`],
          opens: [
            `${service === 'receive-pack' ? 'pushes to' : 'fetches from'} ${repository} by everyone whom Apache lets through`,
          ],
          changes: changesOf(atEnd(config, ['[http]', `\t${key.slice(5)} = true`])),
        },
      ],
    };
  }
  return undefined;
}

function repositoryOf(outcome: Outcome): string | undefined {
  const root = outcome.chain
    .flatMap((f) => f.directives)
    .findLast((d) => d.name === 'setenv' && d.args[0] === 'GIT_PROJECT_ROOT')?.args[1];
  const info = outcome.request.pathInfo;
  const path = info.replace(/\/(?:info\/refs|git-(?:upload|receive)-pack|HEAD|objects\/.*)$/, '');
  if (!root || path === info || path.includes('..')) return undefined;
  const full = join(root, path);
  return existsSync(full) ? full : undefined;
}
