import { bare, csrfTokens, formSent, isSameToken, REQUEST } from '../model/case.ts';
import type { Case, Cause } from '../model/cause.ts';
import { decodePercent } from '../model/http.ts';

const cause: Cause = {
  id: 'csrf-invalid',
  group: 'request',
  title: 'the CSRF token does not match',
  explain:
    'A CSRF token came, and it is not the one that belongs to this session: the page is older than the session, the cookie is another one or did not travel (Secure, SameSite, Domain), the key was rotated, or two tabs used one session.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'a token was sent and the answer says mismatch, invalid or expired',
      'status 419',
      'the token differs from its cookie',
    ],
    against: ['no token was sent at all', 'GET or HEAD'],
  },
  settledBy: 'the token differs from its cookie’s, or a fresh pair passes',
  checklist: 'csrf',
  rivals: ['csrf-missing', 'origin-rejected', 'credentials-expired'],
  references: [
    {
      title: 'OWASP: Cross-Site Request Forgery Prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  summary: () => 'the CSRF token does not belong to this session',
  phrases: [
    {
      is: /\b(?:csrf|xsrf|anti-?forgery)\b(?: \S+){0,6} (?:differs?|disagrees?|unequal|not equal|rotated|other session|another session)\b/,
      weight: 'suggests',
      says: 'the answer says that the CSRF values differ',
    },
    {
      is: /\b(?:csrf|xsrf|anti-?forgery|cross[- ]site request forgery|authenticity token|crumb|form key|requestverificationtoken)\b(?: \S+){0,8} (?:invalid|mismatch|mismatched|incorrect|expired|does not match|doesn't match|did not match|do not match|not match|wrong|bad|not valid|could not be (?:verified|validated)|unknown|stale)\b|\b(?:invalid|incorrect|wrong|bad(?! request)|expired|mismatched|stale|unverified|can't verify|could not verify|cannot verify|unable to verify)(?: \S+){0,4} (?:csrf|xsrf|anti-?forgery|authenticity token|crumb|form key|form token|security token|nonce)\b/,
      not: /because your session was not found|missing or not|not found or|origin check|referer check|trusted origins/,
      weight: 'suggests',
      says: 'the answer says that the CSRF token does not match',
    },
    {
      is: /\b(?:csrf|xsrf|anti-?forgery|request forgery)\b/,
      weight: 'hints',
      vague: true,
      says: 'the answer names CSRF',
    },
    {
      is: /\b(?:reload|refresh) (?:the|this|your) (?:page|form|browser)\b/,
      not: /\brate|too many|captcha/,
      weight: 'hints',
      says: 'the answer asks to load the page again',
    },
    {
      is: /\bpage (?:has )?expired\b|\bform (?:has )?(?:expired|timed out)\b|\bthe link you followed has expired\b|\bcookie (?:check failed|nonce is invalid)\b|\bnonce (?:is )?(?:invalid|verification failed|expired|check failed)\b|\binvalid (?:security|form|request) (?:token|key|nonce)\b|\b(?:security|form) token (?:is |has )?(?:invalid|expired|mismatch|incorrect)\b|\bunable to verify your data submission\b|\bsession (?:state|verification) (?:mismatch|failed)\b|\bstale form\b/,
      not: /\bdpop|session expired/,
      weight: 'suggests',
      says: 'the answer says that the form’s token is not good any more',
    },
    {
      is: /\b(?:csrf|xsrf|anti-?forgery|authenticity|cross-site request forgery)(?: \S+){0,6} (?:could not be decrypted|decrypt\w*|can't be verified|validation failed|is invalid|unable to find a valid)\b|\bbad csrf\b|\b(?:form|security|request|page) (?:tampering|validation|token|key)(?: \S+){0,6} (?:failed|invalid|incorrect|expired|outdated|corrupted|mismatch|does not match)\b|\binvalid security token\b|\bform (?:has become |is )?outdated\b|\bsecurity validation for this page\b|\brequest token does not match\b|\bchange you wanted was rejected\b|\b(?:incorrect|invalid) (?:sesskey|session key|form token)\b|\bthe link you followed has expired\b|\b(?:reload|refresh) the (?:page|form) and try again\b|\btoken mismatch\b|\bstate (?:parameter )?(?:mismatch|does not match)\b/,
      not: /access token|\bbearer|\bapi/,
      weight: 'suggests',
      says: 'the answer says that the token of the form is not good',
    },
  ],
  judge(c) {
    const tokens = csrfTokens(c);
    const named = c.evidence
      .all('message')
      .find(({ fact }) => /csrf|xsrf|forgery|authenticity/i.test(fact.text) && !ORIGIN.test(fact.text));
    if (c.evidence.all('message').some(({ fact }) => ORIGIN.test(fact.text))) return [];
    const cookie = c.evidence.all('csrf').find(({ fact }) => fact.where === 'cookie');
    // plain double submit: header or field equals the cookie (Angular, Django's unmasked form, csurf with cookies)
    const differs =
      cookie &&
      tokens[0] &&
      /^(?:xsrf-token|_xsrf)$/i.test(cookie.fact.name) &&
      decodePercent(cookie.fact.value) !== decodePercent(tokens[0].fact.value);
    const twin = twins(c);
    return [
      ...(twin && !c.safe
        ? [
            {
              weight: 'suggests' as const,
              says: `the header ${twin.header.fact.name} and the cookie of that name hold different values`,
              at: [...twin.header.at, ...twin.cookie.at],
            },
          ]
        : []),
      ...(c.safe
        ? [{ weight: 'doubts' as const, says: `${c.method} changes nothing, and CSRF checks pass it`, at: REQUEST }]
        : []),
      ...(named && tokens.length
        ? [{ weight: 'suggests' as const, says: 'a CSRF token was sent, and the answer names CSRF', at: tokens[0]!.at }]
        : []),
      ...(tokens.length && !c.safe
        ? [{ weight: 'hints' as const, says: 'a CSRF token was sent with a state-changing request', at: tokens[0]!.at }]
        : []),
      ...(tokens.some(({ fact }) => fact.where === 'body') &&
      !c.safe &&
      c.exchange.request.headers.length > 0 &&
      !c.exchange.request.headers.some(([n]) => /^(?:cookie|authorization)$/i.test(n))
        ? [
            {
              // tokens belong to a session, and sessions to a cookie
              weight: 'suggests' as const,
              says: 'the form carries a CSRF token, and no cookie came that it could belong to',
              at: tokens[0]!.at,
            },
          ]
        : []),
      ...(formSent(c) && bare(c) && c.exchange.request.body === undefined
        ? [{ weight: 'hints' as const, says: 'a form was sent, and its fields are not shown', at: REQUEST }]
        : []),
      ...(!tokens.length && c.headersKnown && !c.safe
        ? [{ weight: 'doubts' as const, says: 'no CSRF token was sent that could be wrong', at: REQUEST }]
        : []),
      ...(differs
        ? [
            {
              weight: 'hints' as const,
              says: 'the token differs from its cookie',
              at: [...tokens[0]!.at, ...cookie.at],
            },
          ]
        : []),
    ];
  },
  fixes: () => [
    {
      who: 'caller',
      text: 'load the page again and send its new token with the cookies of that same session; see that the cookie travels (Secure, SameSite, Domain)',
    },
    {
      who: 'api-owner',
      text: 'see that all instances share the session store and the key, and that the cookie’s Domain, SameSite and Secure fit the site',
    },
  ],
};

// Django and others check Origin or Referer under the name of CSRF
const ORIGIN = /(?:origin|referer) check|trusted origins/i;

/** Header and cookie of one name and shape that differ: of a double submit both are to be the same. */
function twins(c: Case) {
  const all = c.evidence.all('csrf');
  for (const header of all.filter(({ fact }) => fact.where === 'header'))
    for (const cookie of all.filter(({ fact }) => fact.where === 'cookie')) {
      const [a, b] = [decodePercent(header.fact.value), decodePercent(cookie.fact.value)];
      // Django masks the header anew each time (django/middleware/csrf.py)
      if (!isSameToken(header, cookie) || /^csrftoken$/i.test(cookie.fact.name)) continue;
      if (a !== b && a.length === b.length) return { header, cookie };
    }
  return undefined;
}

export default cause;
