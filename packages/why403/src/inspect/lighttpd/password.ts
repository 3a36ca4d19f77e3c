/** Logins against lighttpd's password files. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readConfigured } from '../../shared/read-file.ts';

/** The user where the login is right; else what is wrong with it. */
export function checkPasswordFile(
  header: string,
  backend: string,
  file: string,
): { readonly user: string } | 'malformed' | 'wrong' | 'unknown' {
  const encoded = /^basic\s+(\S+)\s*$/i.exec(header)?.[1];
  const plain = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString();
  const at = plain.indexOf(':');
  if (at < 0) return 'malformed';
  const user = plain.slice(0, at);
  const password = plain.slice(at + 1);
  let line: string | undefined;
  try {
    line = readConfigured(file)
      .split('\n')
      .find((one) => one.startsWith(`${user}:`));
  } catch {
    return 'unknown';
  }
  if (line === undefined) return 'wrong';
  const hash = line.slice(user.length + 1).trim();
  if (backend === 'plain') return hash === password ? { user } : 'wrong';
  if (hash.startsWith('{SHA}'))
    return createHash('sha1').update(password).digest('base64') === hash.slice(5) ? { user } : 'wrong';
  const run = spawnSync('htpasswd', ['-vi', file, user], {
    input: password,
    timeout: 5000,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  if (run.error || (run.status !== 0 && run.status !== 3)) return 'unknown';
  return run.status === 0 ? { user } : 'wrong';
}
