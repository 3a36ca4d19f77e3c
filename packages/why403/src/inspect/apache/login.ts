/** Checks a Basic login against the server's password file. Hashes that Node cannot make are left to Apache's own htpasswd. */

import { isAbsolute, join } from 'node:path';
import { readConfigured } from '../../shared/read-file.ts';
import { checkHtpasswd } from '../shared/check-htpasswd.ts';
import { sayFileError } from '../shared/log-tail.ts';
import { namedIn } from './named.ts';
import type { Step } from './request.ts';
import type { Config, Directive, Fragment } from './types.ts';

/** `user` where the login is right; else why it is not. `unknown`: the scheme or the store cannot be checked here. */
export type Login =
  | { readonly is: 'user'; readonly user: string }
  | {
      readonly is: 'missing' | 'malformed' | 'no-such-user' | 'wrong-password' | 'unknown';
      readonly by: Directive | undefined;
    };

const last = (chain: readonly Fragment[], name: string): Directive | undefined => namedIn(chain, name).at(-1);

/** Does a login apply to this chain at all? */
export function authType(chain: readonly Fragment[]): Directive | undefined {
  const found = last(chain, 'authtype');
  return found && found.args[0]?.toLowerCase() !== 'none' ? found : undefined;
}

/** Checks what the request sent. */
export function checkLogin(chain: readonly Fragment[], step: Step, config: Config): Login {
  const type = authType(chain);
  const header = step.request.view.headers.get('authorization');
  if (header === undefined) return { is: 'missing', by: type };
  const wanted = type?.args[0]?.toLowerCase() ?? '';
  const scheme = header.trim().split(/\s/, 1)[0]?.toLowerCase();
  // a Basic pair where Digest is wanted is not read at all (mod_auth_digest, mod_auth_basic)
  if (/^(?:basic|digest)$/.test(wanted) && scheme !== wanted) return { is: 'malformed', by: type };
  if (wanted !== 'basic') {
    step.trial.unseen(`${type?.file}:${type?.line}: AuthType ${type?.args[0]} cannot be checked here.`);
    return { is: 'unknown', by: type };
  }
  const found = /^basic\s+(\S+)\s*$/i.exec(header);
  const plain = found ? Buffer.from(found[1] as string, 'base64').toString('utf8') : '';
  const at = plain.indexOf(':');
  if (at < 0) return { is: 'malformed', by: type };
  const user = plain.slice(0, at);
  const store = last(chain, 'authuserfile');
  const provider = last(chain, 'authbasicprovider');
  if (provider?.args.some((word) => word.toLowerCase() !== 'file')) {
    step.trial.unseen(
      `${provider.file}:${provider.line}: the provider ${provider.args.join(' ')} cannot be asked here.`,
    );
    return { is: 'unknown', by: provider };
  }
  if (!store) return { is: 'unknown', by: type };
  const file = isAbsolute(store.args[0] ?? '')
    ? (store.args[0] as string)
    : join(config.serverRoot, store.args[0] ?? '');
  let hash: string | undefined;
  try {
    hash = readConfigured(file)
      .split('\n')
      .find((line) => line.startsWith(`${user}:`))
      ?.slice(user.length + 1)
      .split(':')[0]
      ?.trim();
  } catch (error) {
    step.trial.unseen(`${file}: ${sayFileError(error)}.`);
    return { is: 'unknown', by: store };
  }
  if (hash === undefined) return { is: 'no-such-user', by: store };
  const right = checkHtpasswd(hash, plain.slice(at + 1));
  if (right === undefined) return { is: 'unknown', by: store };
  return right ? { is: 'user', user } : { is: 'wrong-password', by: store };
}
