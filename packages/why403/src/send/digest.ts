import { createHash, randomBytes } from 'node:crypto';
import type { Header } from '@why403/core';

/** A Digest challenge that can be answered (RFC 7616 section 3.3). */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque?: string;
  /** As the challenge names it; absent where it names none, which means MD5. */
  readonly algorithm?: string;
  readonly hash: 'md5' | 'sha256' | 'sha512-256';
  readonly isSession: boolean;
  readonly qop?: 'auth';
  readonly userhash: boolean;
}

/** No challenge is longer; a longer one is not worth the time of reading it. */
const MAX_CHALLENGE = 8192;

const HASHES: Readonly<Record<string, DigestChallenge['hash']>> = {
  md5: 'md5',
  'sha-256': 'sha256',
  'sha-512-256': 'sha512-256',
};

/** The strongest Digest challenge among the response's `WWW-Authenticate` headers that can be answered. */
export function findDigestChallenge(headers: readonly Header[]): DigestChallenge | undefined {
  const found: DigestChallenge[] = [];
  for (const [name, value] of headers) {
    if (name.toLowerCase() !== 'www-authenticate' || value.length > MAX_CHALLENGE) continue;
    // Several challenges may share one field (RFC 9110 section 11.6.1).
    const starts = [...value.matchAll(/(?:^|,)\s*([A-Za-z][A-Za-z0-9-]*)[ \t]+(?=[A-Za-z])/g)];
    starts.forEach((start, index) => {
      if (start[1]!.toLowerCase() !== 'digest') return;
      const text = value.slice(start.index + start[0].length, starts[index + 1]?.index ?? value.length);
      const challenge = readChallenge(text);
      if (challenge) found.push(challenge);
    });
  }
  const order = ['sha512-256', 'sha256', 'md5'];
  return found.sort((a, b) => order.indexOf(a.hash) - order.indexOf(b.hash))[0];
}

function readChallenge(text: string): DigestChallenge | undefined {
  const params = new Map<string, string>();
  for (const match of text.matchAll(
    /([A-Za-z0-9_-]{1,64})\s{0,8}=\s{0,8}(?:"((?:[^"\\]|\\[\s\S]){0,4096})"|([^\s,"]+))/g,
  )) {
    params.set(match[1]!.toLowerCase(), match[2]?.replace(/\\([\s\S])/g, '$1') ?? match[3] ?? '');
  }
  const algorithm = params.get('algorithm');
  const [, family, session] = /^(.*?)(-sess)?$/i.exec(algorithm ?? 'MD5') ?? [];
  const hash = HASHES[(family ?? '').toLowerCase()];
  const nonce = params.get('nonce');
  const qops = params
    .get('qop')
    ?.split(',')
    .map((qop) => qop.trim().toLowerCase());
  if (hash === undefined || nonce === undefined || (qops !== undefined && !qops.includes('auth'))) return undefined;
  const opaque = params.get('opaque');
  return {
    realm: params.get('realm') ?? '',
    nonce,
    ...(opaque === undefined ? {} : { opaque }),
    ...(algorithm === undefined ? {} : { algorithm }),
    hash,
    isSession: session !== undefined,
    ...(qops === undefined ? {} : { qop: 'auth' }),
    userhash: params.get('userhash')?.toLowerCase() === 'true',
  };
}

/** The value of `Authorization` that answers the challenge (RFC 7616 section 3.4). `user` is `name:password`. */
export function answerDigest(
  challenge: DigestChallenge,
  user: string,
  method: string,
  uri: string,
  cnonce: string = randomBytes(16).toString('hex'),
): string {
  const digest = (text: string) => createHash(challenge.hash).update(text, 'utf8').digest('hex');
  const colon = user.indexOf(':');
  const name = colon < 0 ? user : user.slice(0, colon);
  const password = colon < 0 ? '' : user.slice(colon + 1);
  const { realm, nonce, qop } = challenge;
  const secret = digest(`${name}:${realm}:${password}`);
  const a1 = challenge.isSession ? digest(`${secret}:${nonce}:${cnonce}`) : secret;
  const a2 = digest(`${method}:${uri}`);
  const count = '00000001';
  const response = digest(
    qop === undefined ? `${a1}:${nonce}:${a2}` : `${a1}:${nonce}:${count}:${cnonce}:${qop}:${a2}`,
  );
  const quoted = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
  const parts = [
    `username=${quoted(challenge.userhash ? digest(`${name}:${realm}`) : name)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
  ];
  if (qop !== undefined) parts.push(`cnonce=${quoted(cnonce)}`, `nc=${count}`, `qop=${qop}`);
  else if (challenge.isSession) parts.push(`cnonce=${quoted(cnonce)}`);
  parts.push(`response="${response}"`);
  if (challenge.opaque !== undefined) parts.push(`opaque=${quoted(challenge.opaque)}`);
  if (challenge.algorithm !== undefined) parts.push(`algorithm=${challenge.algorithm}`);
  if (challenge.userhash) parts.push('userhash=true');
  return `Digest ${parts.join(', ')}`;
}
