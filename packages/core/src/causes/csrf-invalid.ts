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
  concern: { thing: 'form-token', state: 'wrong' },
  turnedBy: {
    'form-token-other': 'proves',
    'session-of-form-token': 'suggests',
    'write-with-form-token': 'hints',
  },
  answers: { colleague: 0.6, 'worked-before': 0.6, 'in-browser': 0.85 },
  guide: { 'form-token': 'named', check: 'named', 'ask-upload': 'explained' },
  references: [
    {
      title: 'OWASP: Cross-Site Request Forgery Prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  summary: () => 'the CSRF token does not belong to this session',
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
