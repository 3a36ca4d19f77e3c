// What a documented reason means in view of the request. Products say "invalid" of what is missing, "missing" of what they could not
// read, and "not allowed" to somebody whom they do not know: the thing is told, its state only where the request does not deny it.
import { headersAskedFor } from '../model/asked-headers.ts';
import { credentialsOf } from '../model/case.ts';
import type { Case, Cause, Claim, Concern } from '../model/cause.ts';
import { overlap } from '../model/span.ts';
import { codeWords } from '../model/text.ts';
import type { HeardGround } from './hear.ts';
import { BEHIND } from './listed.ts';
import { type Shown, shownOf } from './shown.ts';
import { BITS, OTHERWISE, SHOWN } from './weights.ts';

/** The claims, and what follows from each that rests on the answer's words. */
export function reread(
  c: Case,
  claims: readonly Claim[],
  causes: readonly Cause[],
  grounds: readonly HeardGround[],
): readonly Claim[] {
  const facts = new Set(grounds.flatMap(({ ground: { fact } }) => (fact ? [fact.id] : [])));
  const about = new Map(causes.map((cause) => [cause.id, cause]));
  const documented = new Set(claims.filter(isDocumented).map(({ cause }) => cause));
  return claims.flatMap((claim) => {
    const { concern, callerKnown } = about.get(claim.cause) ?? {};
    if (!isWorded(claim) && !isLogged(claim)) return [claim];
    if (isDocumented(claim) && documented.size === 1) {
      const listed = grounds.find(
        (g) => g.listed && g.ground.at.some((a) => claim.at.some((b) => overlap(a, b))),
      )?.listed;
      if (listed?.has(claim.cause))
        return [...listed].map((cause) => turned(claim, cause, cause === claim.cause ? 0 : BEHIND, LISTED));
    }
    const as = (state: Concern['state']): Cause | undefined =>
      causes.find(
        (cause) => cause.concern?.thing === (concern?.thing ?? 'credentials') && cause.concern.state === state,
      );
    const turn = (state: Concern['state'], less: number, says: string): readonly Claim[] => {
      const cause = as(state);
      return cause ? [turned(claim, cause.id, less, says)] : [];
    };
    const shown = shownOf(concern?.thing ?? 'credentials', c, facts);
    // a log knows what came
    if (isLogged(claim) && shown !== 'unreadable') return [claim];
    if (callerKnown) return ofKnownCaller(claim, { c, facts, shown, turn });
    if (!concern) return [claim];
    return ofConcern(claim, concern, { c, facts, shown, turn });
  });
}

type Turn = (state: Concern['state'], less: number, says: string) => readonly Claim[];

interface View {
  readonly c: Case;
  readonly facts: ReadonlySet<string>;
  readonly shown: Shown;
  readonly turn: Turn;
}

const LISTED = 'the answer leaves this open among others';
const NOBODY = 'the answer takes the caller for nobody';

function isWorded({ weight, bits, quote, at }: Claim): boolean {
  const speaks = bits === undefined ? weight === 'proves' || weight === 'suggests' : bits > BITS.hints;
  return speaks && !quote && at.some(({ part, in: where }) => part === 'response' && where !== 'status');
}

/** The words of an application's log: of a credential that cannot be read they say no more than an answer's. */
function isLogged({ quote, by, weight }: Claim): boolean {
  return quote !== undefined && by === 'inspect/app-log' && weight === 'suggests';
}

function isDocumented(claim: Claim): boolean {
  return isWorded(claim) && claim.specific === true;
}

/** Whoever is not known has no role, scope or objects. */
function ofKnownCaller(claim: Claim, { c, facts, shown, turn }: View): readonly Claim[] {
  const nobody = [...facts].some((id) => id.startsWith('nobody named'));
  if (nobody && (shown === 'absent' || shown === 'open')) return [weakened(claim), ...turn('absent', 0, NOBODY)];
  if (nobody) return [weakened(claim), ...turn('unreadable', 0, NOBODY), ...turn('wrong', OTHERWISE, NOBODY)];
  if (shown === 'absent') return [open(claim), ...turn('absent', 0, 'nothing was sent that identifies a caller')];
  // 401 asks who calls
  if (shown === 'open' && c.status === 401)
    return [
      open(claim),
      ...turn('absent', OTHERWISE, 'whether credentials were sent is not shown, and 401 asks for them'),
    ];
  return [claim];
}

function ofConcern(claim: Claim, { thing, state }: Concern, view: View): readonly Claim[] {
  const { c, facts, shown, turn } = view;
  const what = thing === 'credentials' ? 'credentials' : 'a CSRF token';
  if (state === 'wrong' && (shown === 'sent' || shown === 'open') && namesAbsent(facts))
    return [weakened(claim), ...turn('absent', 0, 'the answer names what was not sent')];
  if (shown === state) return [claim];
  switch (shown) {
    case 'absent':
      // what has expired may be gone from the request since
      return [
        state === 'past' ? open(claim) : weakened(claim),
        ...turn('absent', 0, `the answer speaks of ${what}, and none was sent`),
      ];
    case 'unreadable':
      // a product knows the forms that are its own
      return state === 'past' || claim.weight === 'proves'
        ? [claim]
        : [weakened(claim), ...turn('unreadable', 0, 'what was sent is not well formed')];
    case 'past':
      return [weakened(claim), ...turn('past', 0, 'the time of what was sent is over, or far from the answer’s')];
    case 'sent':
      return state === 'absent' ? absentThoughSent(claim, thing, view) : [claim];
    default:
      return state === 'past' || state === 'unreadable'
        ? [claim]
        : [
            open(claim),
            ...visited(claim, c, view),
            ...turn(
              state === 'wrong' ? 'absent' : 'wrong',
              OTHERWISE,
              credentialsOf(c).length
                ? 'a session cookie was sent, which may be a visitor’s'
                : `whether ${what} was sent is not shown, and servers say the one of the other`,
            ),
          ];
  }
}

/** A session cookie may be that of a visitor, or one that holds no more. */
function visited(claim: Claim, c: Case, { turn }: View): readonly Claim[] {
  if (!credentialsOf(c).length) return [];
  return turn('past', worth(claim) - BITS.hints, 'a session cookie was sent, and the answer wants a login');
}

const ABSENT =
  /\b(?:not (?:provided|supplied|found|present|sent|given|included|set|specified|received)|missing|no (?:\w+ ){0,2}(?:credentials?|token|key|header|auth\w*)|without|absent|empty|did ?n[o']t provide|did not provide|header is required|header required)\b/i;

/**
 * The answer says "missing" of what was sent: it came in another form or place than the server reads (`Authentication credentials were
 * not provided.` to `Bearer` where `Token` is wanted), or it stands for nobody any more.
 */
function absentThoughSent(claim: Claim, thing: Concern['thing'], { c, turn }: View): readonly Claim[] {
  if (thing === 'form-token')
    return [open(claim), ...turn('wrong', OTHERWISE, 'the answer says that the token is missing, and one was sent')];
  const sent = credentialsOf(c).find(({ fact }) => fact.kind !== 'session-cookie')!;
  // sent in just the form that the server asks for: it was read, and is wrong
  const asked = c.evidence
    .all('challenge')
    .some(({ fact }) => !fact.proxy && fact.scheme.toLowerCase() === sent.fact.scheme?.toLowerCase());
  const absent = c.evidence
    .all('message')
    .some(({ fact }) => ABSENT.test(codeWords(fact.text)) || ABSENT.test(fact.text));
  // a product that reads keys from several places knows what it did not find
  const elsewhere =
    !asked && absent && (!claim.specific || sent.fact.name === 'Authorization' || namesAnother(c, sent.fact.name));
  const suggests = worth(claim) - BITS.suggests;
  const hints = worth(claim) - BITS.hints;
  return [
    elsewhere || asked ? weakened(claim) : claim,
    ...turn(
      'unreadable',
      elsewhere ? suggests : hints,
      'the answer says that credentials are missing, and some were sent: in another form or place than it reads',
    ),
    ...turn(
      'wrong',
      asked || !(absent || claim.specific) ? suggests : hints,
      'the answer does not know who calls, and credentials were sent',
    ),
  ];
}

/** Whether the answer asks for a header by name, and the credential stood under another. */
function namesAnother(c: Case, name: string): boolean {
  const wanted = headersAskedFor(c).map((header) => header.toLowerCase());
  return wanted.length > 0 && !wanted.includes(name.toLowerCase());
}

function namesAbsent(facts: ReadonlySet<string>): boolean {
  return facts.has('credential header named, absent') || facts.has('identifier named, absent');
}

/** Bits that a claim is worth. */
function worth({ weight, bits }: Claim): number {
  return bits === undefined ? BITS[weight] : bits * SHOWN;
}

/** As strong, and no proof any more. */
function open(claim: Claim): Claim {
  return claim.weight === 'proves' ? { ...claim, weight: 'suggests', bits: worth(claim) / SHOWN } : claim;
}

/** What is said, where what was sent denies it. */
function weakened({ bits: _, ...claim }: Claim): Claim {
  return { ...claim, weight: 'hints' };
}

/** The same words as a claim of another cause, by so many bits less. */
function turned(claim: Claim, cause: Cause['id'], less: number, says: string): Claim {
  const own = cause === claim.cause;
  return {
    cause,
    weight: 'suggests',
    bits: (worth(claim) - less) / SHOWN,
    says: own ? claim.says : says,
    at: claim.at,
    by: claim.by,
    ...(claim.specific && { specific: true }),
    ...(own && claim.fix && { fix: claim.fix }),
  };
}
