import type { JsonWebKey } from 'node:crypto';
import { badOption, type Place, show } from '../options.ts';
import { type KeySource, keysFor, readSetKeys, type VerifyKey } from './keys.ts';

/** A published key set is fetched again beside a request when it is so old: 5 minutes. */
const AGING_MS = 300_000;
/** How long it is used before a request waits for a new one: 10 minutes. */
const FRESH_MS = 600_000;
/** After that it is used on when it cannot be fetched, at most so long: 1 hour. */
const STALE_MS = 3_600_000;
/** An unknown key id fetches the set again, at most so often: every 30 seconds. Else a caller could drive fetches. */
const COOLDOWN_MS = 30_000;
/** After a failure the next attempt waits so long, then twice as long, up to the cooldown. */
const FIRST_RETRY_MS = 250;
const TIMEOUT_MS = 3000;
/** Where there are keys that may still be used, a request waits no longer than this for newer ones. */
const WAIT_MS = 300;
const MOST_BYTES = 1_000_000;
const MOST_KEYS = 100;

/** Keys that an issuer publishes, at the URL that `locate` finds. */
export function publishedKeys(locate: () => Promise<URL>): KeySource {
  let keys: readonly VerifyKey[] = [];
  /** Keys by their JWK, so that a key that stays in the set stays the same one. */
  let known = new Map<string, VerifyKey>();
  let fetchedAt = Number.NEGATIVE_INFINITY;
  let retryAt = Number.NEGATIVE_INFINITY;
  let failures = 0;
  let pending: Promise<void> | undefined;
  let pendingSince = 0;

  function refresh(now: number): Promise<void> {
    if (pending === undefined) {
      pendingSince = performance.now();
      pending = fetchSet(now).finally(() => {
        pending = undefined;
      });
    }
    return pending;
  }

  async function fetchSet(now: number): Promise<void> {
    retryAt = now + Math.min(COOLDOWN_MS, FIRST_RETRY_MS * 2 ** failures);
    failures++;
    const list = listOf(await fetchJson(await locate()));
    const next = new Map<string, VerifyKey>();
    for (const jwk of list) {
      const text = JSON.stringify(jwk);
      const key = known.get(text) ?? readSetKeys([jwk])[0];
      if (key !== undefined) next.set(text, key);
    }
    known = next;
    keys = [...next.values()];
    fetchedAt = now;
    failures = 0;
    retryAt = now + COOLDOWN_MS;
  }

  /** Fetches beside the request. A failure leaves the keys as they are. */
  function refreshBeside(now: number): void {
    if (pending === undefined && now >= retryAt) refresh(now).catch(() => undefined);
  }

  return {
    find(kid, now) {
      const matching = keysFor(keys, kid);
      const age = now - fetchedAt;
      if (age < FRESH_MS && matching.length > 0) {
        if (age >= AGING_MS) refreshBeside(now);
        return matching;
      }
      const isUsable = age < STALE_MS;
      if (pending === undefined && now < retryAt) {
        if (isUsable) return matching;
        throw new Error('the key set could not be fetched, and is not asked for again yet');
      }
      const fetched = refresh(now).then(() => keysFor(keys, kid));
      if (!isUsable || matching.length === 0) return fetched;
      return inTime(fetched, WAIT_MS + pendingSince - performance.now()).then((found) => found ?? matching);
    },
    holds(key, now) {
      const age = now - fetchedAt;
      if (age >= AGING_MS) refreshBeside(now);
      // Older than that, the token is verified anew, and waits for the set as any other.
      return age < FRESH_MS && keys.includes(key);
    },
  };
}

/** What a promise comes to, or nothing where it fails or is late. */
function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
    promise.then(resolve, () => resolve(undefined)).finally(() => clearTimeout(timer));
  });
}

function listOf(set: Record<string, unknown>): readonly unknown[] {
  const list = set['keys'];
  if (!Array.isArray(list)) throw new Error('the key set has no keys');
  // A published set never holds secrets: one in it must not become an HMAC key.
  return list.slice(0, MOST_KEYS).filter((jwk: unknown) => (jwk as JsonWebKey | null)?.kty !== 'oct');
}

/** Finds an issuer's key set: OpenID Connect Discovery §4, else RFC 8414 §3. */
export function discover(issuer: string, option: Place): () => Promise<URL> {
  const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer;
  const { origin, pathname } = checkUrl(base, option);
  const path = pathname === '/' ? '' : pathname;
  const places = [
    `${base}/.well-known/openid-configuration`,
    `${origin}/.well-known/oauth-authorization-server${path}`,
  ];
  return async () => {
    let trouble: unknown;
    for (const place of places) {
      try {
        const metadata = await fetchJson(new URL(place));
        if (metadata['issuer'] !== issuer) throw new Error(`${place} is the metadata of another issuer`);
        return checkUrl(String(metadata['jwks_uri']), { of: option.of, name: `${option.name} (its jwks_uri)` });
      } catch (error) {
        trouble ??= error;
      }
    }
    throw trouble;
  };
}

/**
 * Takes https, and http on this machine alone; without a name and a password, which `fetch` takes from no URL.
 * @throws {GuardError} `insecure-url`
 */
export function checkUrl(text: string, place: Place): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = url?.protocol === 'http:' && /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname);
  const isBare = url?.username === '' && url.password === '';
  if (url !== undefined && isBare && (url.protocol === 'https:' || local)) return url;
  const problem = isBare || url === undefined ? 'is no https URL' : 'is a URL with a name and a password in it';
  throw badOption(place, problem, 'Give the URL as https://…, with nothing before its host.', {
    code: 'insecure-url',
    got: isBare || url === undefined ? show(text) : undefined,
  });
}

async function fetchJson(url: URL): Promise<Record<string, unknown>> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { redirect: 'error', signal, headers: { accept: 'application/json' } });
  if (response.status !== 200 || response.body === null) throw new Error(`${url.href} answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`${url.href} is longer than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  const value: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  if (typeof value !== 'object' || value === null) throw new Error(`${url.href} is no JSON object`);
  return value as Record<string, unknown>;
}
