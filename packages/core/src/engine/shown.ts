// What a request shows of its credentials and of its CSRF token: were they sent, and in what state?
import { credentialsOf, csrfTokens, nothingSent, tokensShown } from '../model/case.ts';
import type { Case, Concern } from '../model/cause.ts';

/**
 * A state in which it was seen, `sent` where no flaw is seen, or that it is `open`: the request is not shown, or holds a cookie that
 * may be a visitor's.
 */
export type Shown = Concern['state'] | 'sent' | 'open';

/** What is seen of the thing that a cause is about. `facts` are the ids of what answer and request show together. */
export function shownOf(thing: Concern['thing'], c: Case, facts: ReadonlySet<string>): Shown {
  return thing === 'credentials' ? credentialsShown(c, facts) : formTokenShown(c);
}

function credentialsShown(c: Case, facts: ReadonlySet<string>): Shown {
  const own = credentialsOf(c).filter(({ fact }) => fact.kind !== 'session-cookie');
  if (own.some(({ fact }) => fact.problems.length)) return 'unreadable';
  if (['token expired', 'signature expired', 'clock skew'].some((id) => facts.has(id))) return 'past';
  if (own.some(({ fact }) => fact.kind !== 'client-certificate')) return 'sent';
  return nothingSent(c) && !LOGIN.test(c.exchange.request.body?.text.slice(0, 20_000) ?? '') ? 'absent' : 'open';
}

/** A body that logs in carries its credentials there. */
const LOGIN =
  /(?:^|[&"'\s{<_-])(?:pass(?:word|wd|phrase|code)?|pwd|pin|otp|secret|client_secret|api_?key|assertion|refresh_?token|access_?token|code|token)["']?\s{0,3}[=:>]/i;

/** A value that a script sends for a token that it does not have. */
const NO_VALUE = /^(?:null|undefined|none|nan|false|\[object object\])?$/i;

function formTokenShown(c: Case): Shown {
  const tokens = csrfTokens(c);
  if (tokens.some(({ fact }) => !NO_VALUE.test(fact.value))) return 'sent';
  return tokens.length || tokensShown(c) ? 'absent' : 'open';
}
