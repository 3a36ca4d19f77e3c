/** A login against a hash that Apache's htpasswd knows (bcrypt, apr1, crypt …), by that program where it is installed. */
import { createHash } from 'node:crypto';
import { runProgram } from './run-program.ts';

// bcrypt takes its time by design, and one login is judged again and again.
const checked = new Map<string, boolean | undefined>();

/** Undefined where it cannot be told. */
export function checkHtpasswd(hash: string, password: string): boolean | undefined {
  if (hash.startsWith('{SHA}')) return createHash('sha1').update(password).digest('base64') === hash.slice(5);
  const key = createHash('sha256').update(`${hash}\0${password}`).digest('hex');
  if (!checked.has(key)) checked.set(key, ask(hash, password));
  return checked.get(key);
}

const USER = 'user';
const WRONG = 3;

function ask(hash: string, password: string): boolean | undefined {
  // The password goes by standard input, so that no process list shows it.
  const { status } = runProgram('htpasswd', ['-vi', 'accounts', USER], {
    input: password,
    timeout: 5000,
    files: { accounts: `${USER}:${hash.replace(/^\$2[ab]\$/, '$2y$')}\n` },
  });
  return status === 0 ? true : status === WRONG ? false : undefined;
}
