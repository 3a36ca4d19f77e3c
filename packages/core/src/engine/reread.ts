// What a claim means in view of the request: servers say "missing" of everything that they could not read.
import { headersAskedFor } from '../model/asked-headers.ts';
import { credentialsOf } from '../model/case.ts';
import type { Case, Claim } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import { codeWords } from '../model/text.ts';
import { BITS } from './weights.ts';

const ABSENT =
  /\b(?:not (?:provided|supplied|found|present|sent|given|included|set|specified|received)|missing|no (?:\w+ ){0,2}(?:credentials?|token|key|header|auth\w*)|without|absent|empty|did ?n[o']t provide|did not provide|header is required|header required)\b/i;

/**
 * Adds what follows when the answer says "missing" of a credential that was sent: it came in another form or place than the server
 * reads (`Authentication credentials were not provided.` to `Bearer` where `Token` is wanted), or it stands for nobody any more.
 */
export function reread(c: Case, claims: readonly Claim[]): readonly Claim[] {
  const sent = credentialsOf(c).find(
    ({ fact }) => fact.kind !== 'session-cookie' && fact.kind !== 'client-certificate',
  );
  const session = credentialsOf(c).find(({ fact }) => fact.kind === 'session-cookie');
  const shown = sent ?? session;
  if (!shown) return claims;
  // sent in just the form that the server asks for: it was read, and is wrong
  const asked = c.evidence
    .all('challenge')
    .some(
      ({ fact }) =>
        !fact.proxy &&
        fact.scheme.toLowerCase() === sent?.fact.scheme?.toLowerCase() &&
        sent.fact.problems.length === 0,
    );
  const absent = c.evidence
    .all('message')
    .some(({ fact }) => ABSENT.test(codeWords(fact.text)) || ABSENT.test(fact.text));
  const out: Claim[] = [];
  let told = false;
  for (const claim of claims) {
    if (sent?.fact.problems.length && saysInvalid(claim)) {
      out.push({ ...claim, cause: 'credentials-malformed' }, { ...claim, bits: BITS.hints, weight: 'hints' });
      continue;
    }
    const missing =
      claim.cause === 'credentials-missing' &&
      !claim.quote &&
      (claim.weight === 'proves' || claim.weight === 'suggests') &&
      claim.at.some(({ part, in: where }) => part === 'response' && where !== 'status');
    if (!missing) {
      out.push(claim);
      continue;
    }
    if (!sent) {
      // a session cookie may be that of a visitor, so "log in" still means what it says
      out.push(claim.weight === 'proves' ? { ...claim, weight: 'suggests' } : claim);
      if (!told)
        out.push(
          turned(claim, 'credentials-expired', 'hints', 'a session cookie was sent, and the answer wants a login'),
        );
      told = true;
      continue;
    }
    // a product that reads keys from several places knows what it did not find
    const elsewhere =
      !asked && absent && (!claim.specific || sent.fact.name === 'Authorization' || namesAnother(c, sent.fact.name));
    out.push({ ...claim, weight: elsewhere || asked ? 'hints' : claim.weight });
    if (told) continue;
    told = true;
    out.push(
      turned(
        claim,
        'credentials-malformed',
        elsewhere ? 'suggests' : 'hints',
        'the answer says that credentials are missing, and some were sent: in another form or place than it reads',
      ),
      turned(
        claim,
        'credentials-invalid',
        asked ? 'suggests' : absent || claim.specific ? 'hints' : 'suggests',
        'the answer does not know who calls, and credentials were sent',
      ),
    );
  }
  return out;
}

/** Whether words, the answer's or those of a log, call the credential invalid: of one that cannot be read they say no more. */
function saysInvalid({ cause, weight, at, quote, by }: Claim): boolean {
  if (cause !== 'credentials-invalid' || weight !== 'suggests') return false;
  return quote ? by === 'inspect/app-log' : at.some(({ part, in: where }) => part === 'response' && where !== 'status');
}

/** Whether the answer asks for a header by name, and the credential stood under another. */
function namesAnother(c: Case, name: string): boolean {
  const wanted = headersAskedFor(c).map((header) => header.toLowerCase());
  return wanted.length > 0 && !wanted.includes(name.toLowerCase());
}

function turned(claim: Claim, cause: CauseId, weight: Claim['weight'], says: string): Claim {
  return { cause, weight, says, at: claim.at, by: claim.by, ...(claim.specific && { specific: true }) };
}
