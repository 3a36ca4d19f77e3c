import { createHash } from 'node:crypto';

const ITOA64 = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const md5 = (...parts: readonly (string | Buffer)[]): Buffer => {
  const hash = createHash('md5');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Apache's variant of the MD5 crypt (`$apr1$`); see https://httpd.apache.org/docs/2.4/misc/password_encryptions.html. */
function apr1(password: string, salt: string, magic: string): string {
  const bytes = Buffer.from(password);
  let digest = md5(bytes, salt, bytes);
  const parts: Buffer[] = [bytes, Buffer.from(magic + salt)];
  for (let left = bytes.length; left > 0; left -= 16) parts.push(digest.subarray(0, Math.min(16, left)));
  for (let bit = bytes.length; bit > 0; bit >>= 1) parts.push(bit & 1 ? Buffer.from([0]) : bytes.subarray(0, 1));
  digest = md5(...parts);
  for (let round = 0; round < 1000; round++) {
    const odd = round % 2 === 1;
    digest = md5(odd ? bytes : digest, round % 3 ? salt : '', round % 7 ? bytes : '', odd ? digest : bytes);
  }
  const take = (...at: readonly number[]): number => at.reduce((sum, index) => (sum << 8) | (digest[index] ?? 0), 0);
  const encode = (value: number, length: number): string =>
    Array.from({ length }, (_, i) => ITOA64[(value >> (6 * i)) & 63]).join('');
  const groups = [take(0, 6, 12), take(1, 7, 13), take(2, 8, 14), take(3, 9, 15), take(4, 10, 5)];
  return groups.map((group) => encode(group, 4)).join('') + encode(take(11), 2);
}

/** Checks a password against the text of an htpasswd file. `unknown` where the form of the hash is not evaluated (crypt, bcrypt). */
export function checkPassword(file: string, user: string, password: string): 'ok' | 'no-user' | 'wrong' | 'unknown' {
  for (const line of file.split('\n')) {
    const [name, hash = ''] = line.replace(/\r$/, '').split(':');
    if (name !== user || line.startsWith('#')) continue;
    const say = (right: boolean): 'ok' | 'wrong' => (right ? 'ok' : 'wrong');
    if (hash.startsWith('{PLAIN}')) return say(hash.slice(7) === password);
    if (hash.startsWith('{SHA}')) return say(hash.slice(5) === createHash('sha1').update(password).digest('base64'));
    if (hash.startsWith('{SSHA}')) {
      const raw = Buffer.from(hash.slice(6), 'base64');
      return say(createHash('sha1').update(password).update(raw.subarray(20)).digest().equals(raw.subarray(0, 20)));
    }
    const [, kind, salt = '', digest] = hash.split('$');
    if (kind === 'apr1' || kind === '1') return say(apr1(password, salt.slice(0, 8), `$${kind}$`) === digest);
    return 'unknown';
  }
  return 'no-user';
}
