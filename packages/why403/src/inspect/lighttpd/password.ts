/** Logins against lighttpd's password files. */
import { readConfigured } from '../../shared/read-file.ts';
import { checkHtpasswd } from '../shared/check-htpasswd.ts';

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
  const right = checkHtpasswd(hash, password);
  if (right === undefined) return 'unknown';
  return right ? { user } : 'wrong';
}
