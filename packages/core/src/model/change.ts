// How a refused request differs from what is let through, by what it may mean. The names are of what differs, never of a cause: those
// who compare find a change, and each cause says in `turnedBy` what that change speaks for.
import type { Cause, Claim, Weight } from './cause.ts';
import type { CauseId } from './cause-id.ts';
import type { Turn } from './experiment.ts';

/** Between two requests: see `difference/meaning.ts`. */
type OfRequest =
  // what the application hands out against forged requests
  | 'form-token-absent'
  | 'form-token-other'
  // who asks
  | 'credential-absent'
  | 'credential-absent-beside-another'
  | 'credential-absent-beside-form-token'
  /** The same secret under another name or scheme word. */
  | 'credential-spelling'
  | 'credential-with-problem'
  | 'credential-scheme'
  | 'credential-other'
  | 'stronger-credential'
  | 'proxy-credential-other'
  | 'session-of-form-token'
  | 'signature-absent'
  | 'signature-older'
  | 'signature-other'
  | 'certificate-absent'
  | 'certificate-other'
  // where it comes from, and by which way
  | 'origin'
  | 'host'
  | 'client'
  | 'address'
  /** The address or the scheme that a proxy tells in a header. */
  | 'address-told'
  | 'tls-told'
  | 'plain-http'
  | 'scheme'
  | 'connection'
  | 'proxy'
  // what it holds
  | 'attack-like'
  | 'media-type'
  | 'header'
  | 'write-header'
  | 'header-like-key'
  | 'header-like-switch'
  | 'cookie-absent'
  | 'cookie-other'
  | 'body'
  | 'content'
  | 'parameter'
  // what is asked for
  | 'another-object'
  | 'another-operation'
  | 'path'
  | 'path-of-directory'
  | 'path-of-file'
  | 'path-of-known-caller'
  | 'path-of-other-object'
  | 'path-signed'
  | 'method'
  | 'method-of-known-caller'
  | 'method-of-unknown-caller'
  | 'write-with-form-token'
  | 'write-without-form-token'
  | 'write-by-script';

/** Between two tokens: see `model/compare-tokens.ts`. */
type OfToken =
  | 'token-past'
  | 'token-for-elsewhere'
  | 'token-scope-only'
  | 'token-scope'
  | 'token-role'
  | 'token-strength-only'
  | 'token-strength'
  | 'token-login-time'
  | 'token-person'
  | 'token-person-scope'
  | 'token-person-role';

/** Between two answers to one request, or to requests of one site. */
type OfTime = 'time' | 'time-of-credential' | 'plain-http-elsewhere';

/** Between a request and what the API's own description says of it. */
type OfDescription =
  | 'described-method'
  | 'described-credential'
  | 'described-other-credential'
  | 'described-no-credential'
  | 'described-scope-lacking'
  | 'described-scope-unseen'
  | 'described-scope-held'
  | 'described-form-token';

export type Change = OfRequest | OfToken | OfTime | OfDescription;

/** What changes that matter together say about the causes: they point the same way, or the one that points hardest decides. */
export function turnOf(changes: readonly Change[], causes: readonly Cause[]): Turn {
  return Object.fromEntries(
    causes.flatMap(({ id, turnedBy }): [CauseId, Weight][] => {
      const weights = changes.flatMap((change) => turnedBy?.[change] ?? []);
      const weight = weights.includes('proves') ? 'proves' : weights[0];
      return weight ? [[id, weight]] : [];
    }),
  );
}

/** The claims of such changes where nothing but them was found. */
export function claimsOfChanges(
  changes: readonly Change[],
  causes: readonly Cause[],
  found: Pick<Claim, 'says' | 'quote' | 'by' | 'fix'>,
): readonly Claim[] {
  const turn = Object.entries(turnOf(changes, causes)) as [CauseId, Weight][];
  return turn.map(([cause, weight]) => ({ cause, weight, at: [], ...found }));
}
