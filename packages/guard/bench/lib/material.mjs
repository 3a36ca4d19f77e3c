// What all stacks of the comparison get: the same token, ranges, ability and limits.
import { createHmac } from 'node:crypto';
import { BlockList } from 'node:net';
import { AbilityBuilder, createMongoAbility } from '@casl/ability';

export const SECRET = 'a secret of the bench, long enough for HS256 to take it.';
export const CSRF_KEY = 'a key for CSRF tokens of the bench, which is long enough';
export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'https://api.example';
export const SCOPE = 'posts:write';
export const LIMIT = 1_000_000_000;
/** Tokens that each stack with a cache may remember. */
export const REMEMBERED = 50_000;

const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT as an authorization server makes it. */
export function makeToken(number = 7, session = `session ${number}`) {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: ISSUER,
    aud: AUDIENCE,
    sub: String(number),
    iat: now,
    exp: now + 36_000,
    scope: `openid ${SCOPE}`,
    sid: session,
  };
  const data = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${data}.${createHmac('sha256', SECRET).update(data).digest('base64url')}`;
}

/** Fifty ranges, the last of which is loopback's. */
export const RANGES = [...Array.from({ length: 49 }, (_, at) => `10.${at * 5}.0.0/16`), '127.0.0.0/8'];

const list = new BlockList();
for (const range of RANGES) list.addSubnet(range.split('/')[0], Number(range.split('/')[1]), 'ipv4');

/** Node's own list of addresses, for peers that have none of their own. */
export const inRanges = (address) => list.check(address.replace('::ffff:', ''));

/** Whether a token's claims have the scope. */
export const hasScope = (claims) => String(claims?.scope).split(' ').includes(SCOPE);

const { can, cannot, build } = new AbilityBuilder(createMongoAbility);
can('create', 'Post');
can('update', 'Post', { ownerId: '7' });
cannot('delete', 'Post');
export const ABILITY = build();

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
