// The signature of the token that was sent, against the keys that its issuer publishes. Only when asked for (`--jwks`): it sends to
// the issuer's own host and to no other.
import { constants, createPublicKey, type JsonWebKey, verify } from 'node:crypto';
import { type Claim, catalogue, type Exchange, type Imported, judge } from '@why403/core';
import { SendError } from '../send/error.ts';
import { BudgetError, type Sender } from '../send/sender.ts';

/** What the issuer's keys say. */
interface IssuerKeys {
  readonly claims: readonly Claim[];
  readonly notes: readonly { readonly kind: 'gap'; readonly text: string }[];
}

/** Requests that a look at the keys takes: the issuer's metadata, and the keys. */
const ISSUER_REQUESTS = 2;

const DIGEST: Readonly<Record<string, string>> = { '256': 'sha256', '384': 'sha384', '512': 'sha512' };

/** The address of the issuer that the request's token names, where it is one that keys can be fetched from. */
export function issuerOf(exchange: Exchange): string | undefined {
  const { issuer } = judge(exchange, catalogue).case.evidence.first('jwt')?.fact ?? {};
  return issuer === undefined ? undefined : issuerUrl(issuer);
}

/** Checks the first JSON Web Token of the request against its issuer's published keys. Never throws for what the network does. */
export async function checkIssuerKeys(given: Imported, exchange: Exchange, sender: Sender): Promise<IssuerKeys> {
  const evidence = judge(exchange, catalogue).case.evidence;
  const jwt = evidence.first('jwt');
  const token = evidence
    .all('credential')
    .map(({ fact }) => /eyJ[\w-]{4,}\.[\w-]{4,}\.[\w-]{4,}/.exec(fact.value)?.[0])
    .find((found) => found !== undefined);
  const none = (text: string): IssuerKeys => ({ claims: [], notes: [{ kind: 'gap', text }] });
  if (!jwt || !token) return none('--jwks: the request holds no signed token.');
  // The token that the user gave decides, not what an answer on the way says.
  const base = issuerOf(given.exchange);
  if (!base) return none('--jwks: the token names no issuer with an https address.');
  if (sender.left() < ISSUER_REQUESTS)
    return none('--jwks: no request was left for the keys; --max-requests allows more.');
  const get = async (url: string): Promise<Record<string, unknown> | undefined> => {
    const { response } = await sender.fetch(url, given.send);
    return response?.status === 200 ? object(response.body?.text) : undefined;
  };
  try {
    // https://openid.net/specs/openid-connect-discovery-1_0.html#ProviderConfig
    const metadata = await get(`${base.replace(/\/$/, '')}/.well-known/openid-configuration`);
    const keysUrl = metadata?.['jwks_uri'];
    if (typeof keysUrl !== 'string') return none(`--jwks: ${base} does not say where its keys are.`);
    if (new URL(keysUrl).origin !== new URL(base).origin)
      return none(`--jwks: the keys of ${base} are on another host, and nothing is sent there.`);
    const keys = (await get(keysUrl))?.['keys'];
    if (!Array.isArray(keys)) return none(`--jwks: ${keysUrl} holds no keys.`);
    return { claims: [judgeSignature(token, jwt.fact.header, keys, base)], notes: [] };
  } catch (error) {
    if (error instanceof SendError || error instanceof BudgetError)
      return none(`--jwks: the keys of ${base} could not be fetched: ${error.message}`);
    throw error;
  }
}

function issuerUrl(issuer: string): string | undefined {
  try {
    const url = new URL(issuer);
    const loopback = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/.test(url.hostname);
    return (url.protocol === 'https:' || (url.protocol === 'http:' && loopback)) && !url.username ? issuer : undefined;
  } catch {
    return undefined;
  }
}

function judgeSignature(
  token: string,
  head: Readonly<Record<string, unknown>>,
  keys: readonly unknown[],
  issuer: string,
): Claim {
  const claim = (weight: Claim['weight'], says: string, bits?: number): Claim => ({
    cause: 'credentials-invalid',
    weight,
    ...(bits !== undefined && { bits }),
    says,
    at: [],
    quote: {
      from: `keys of ${issuer.slice(0, 120)}`,
      text: `kid ${String(head['kid'] ?? 'none').slice(0, 80)}, alg ${String(head['alg']).slice(0, 20)}`,
    },
    by: 'experiment/issuer-keys',
  });
  const alg = String(head['alg']);
  if (!/^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$/.test(alg))
    return claim('doubts', `the token is signed with ${alg.slice(0, 20)}, which published keys cannot check`, 0);
  const known = keys
    .slice(0, 100)
    .filter((k): k is JsonWebKey & { kid?: unknown } => k !== null && typeof k === 'object');
  const named = head['kid'] === undefined ? known : known.filter(({ kid }) => kid === head['kid']);
  if (!named.length)
    return claim(
      'suggests',
      'the issuer publishes no key of the id that the token names: it was signed with an old key, or by another',
    );
  if (named.some((key) => isSignedBy(token, alg, key)))
    return claim('doubts', 'the signature is one of the issuer’s published keys', -3);
  return claim('proves', 'the signature is not that of the issuer’s published key');
}

function isSignedBy(token: string, alg: string, jwk: JsonWebKey): boolean {
  const [head, body, signature] = token.split('.');
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const data = Buffer.from(`${head}.${body}`);
    const bytes = Buffer.from(signature!, 'base64url');
    if (alg === 'EdDSA') return verify(null, data, key, bytes);
    const digest = DIGEST[alg.slice(2)]!;
    // RFC 7518 sections 3.3 to 3.5
    if (alg.startsWith('ES')) return verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, bytes);
    if (alg.startsWith('PS'))
      return verify(
        digest,
        data,
        { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST },
        bytes,
      );
    return verify(digest, data, key, bytes);
  } catch {
    return false;
  }
}

function object(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse((text ?? '').slice(0, 1_000_000));
    return value && typeof value === 'object' ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
