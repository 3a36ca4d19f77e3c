import { bare, browserWrite, credentialsOf, csrfTokens, formSent, REQUEST } from '../model/case.ts';
import type { Case, Cause, Fix } from '../model/cause.ts';
import { knownOf } from '../model/gap.ts';
import { withHeader } from '../model/vary.ts';

const cause: Cause = {
  id: 'csrf-missing',
  group: 'request',
  title: 'no CSRF token came with the request',
  explain:
    'The server asks every state-changing request for a token that only its own pages know, and none came: no form field, no header, or not the cookie that belongs to it. Form submissions, uploads and script calls with a session cookie meet this most.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'an unsafe method with a session cookie and no token',
      'the answer says that the CSRF token or cookie is missing or not set',
      'the safe method on the same path passes',
    ],
    against: ['GET or HEAD', 'a Bearer token instead of a cookie', 'a token was sent'],
  },
  settledBy: 'the safe method passes; the same request with the token of a fresh page passes',
  checklist: 'csrf',
  rivals: ['csrf-invalid', 'origin-rejected', 'credentials-missing'],
  concern: { thing: 'form-token', state: 'absent' },
  turnedBy: {
    'form-token-absent': 'proves',
    'credential-absent-beside-form-token': 'suggests',
    'write-without-form-token': 'suggests',
    'write-header': 'hints',
    'media-type': 'hints',
    method: 'hints',
    'described-form-token': 'suggests',
  },
  answers: { colleague: 0.3, 'worked-before': 0.07, 'in-browser': 0.85 },
  guide: { 'form-token': 'explained', check: 'named', 'ask-upload': 'named' },
  references: [
    {
      title: 'OWASP: Cross-Site Request Forgery Prevention',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
  ],
  summary: (c) =>
    c.headersKnown
      ? `no CSRF token came with this ${c.method}`
      : 'the request needs a CSRF token that the server accepts',
  judge(c) {
    const tokens = csrfTokens(c);
    const shown = knownOf(c.exchange) === 'whole';
    const named = c.evidence.all('message').find(({ fact }) => /csrf|xsrf|forgery|authenticity|crumb/i.test(fact.text));
    // Django and others check Origin or Referer under the name of CSRF
    if (c.evidence.all('message').some(({ fact }) => /(?:origin|referer) check|trusted origins/i.test(fact.text)))
      return [];
    return [
      ...(c.safe
        ? [{ weight: 'doubts' as const, says: `${c.method} changes nothing, and CSRF checks pass it`, at: REQUEST }]
        : []),
      ...(tokens.length ? [{ weight: 'doubts' as const, says: 'a CSRF token was sent', at: tokens[0]!.at }] : []),
      ...(named && shown && !tokens.length && !c.safe
        ? [{ weight: 'suggests' as const, says: 'the answer names CSRF, and no token was sent', at: named.at }]
        : []),
      ...(formSent(c) && !tokens.length && bare(c)
        ? [{ weight: 'hints' as const, says: 'a form was sent without a CSRF token', at: REQUEST }]
        : []),
      ...(!c.safe && c.headersKnown && browserWrite(c) && credentialsOf(c).length && !tokens.length
        ? [
            {
              weight: 'hints' as const,
              says: 'a session cookie, a state-changing method and no CSRF token',
              at: REQUEST,
            },
          ]
        : []),
      ...(!c.safe &&
      credentialsOf(c).some(({ fact }) => fact.kind === 'bearer' || fact.kind === 'sigv4' || fact.kind === 'api-key')
        ? [
            {
              weight: 'doubts' as const,
              says: 'CSRF checks concern cookies; this request carries a token or key of its own',
              at: REQUEST,
            },
          ]
        : []),
    ];
  },
  fixes: (c) => [
    ...withNamedHeader(c),
    {
      who: 'caller',
      text: 'load the form or page first, and send its token back (form field or header, as the framework wants it) together with the cookies of the same session',
    },
    {
      who: 'api-owner',
      text: 'put the token into every form and script call; for calls without cookies (tokens, webhooks) exempt the route from the check',
    },
  ],
};

/**
 * Servers whose check asks for any header that a plain form cannot send, and name it: "… one of the following headers: a, b".
 * https://www.apollographql.com/docs/apollo-server/security/cors#preventing-cross-site-request-forgery-csrf
 */
function withNamedHeader(c: Case): readonly Fix[] {
  for (const { fact } of c.evidence.all('message')) {
    const list = /\b(?:one of the following|the following|a custom|the) headers?:? ([\w, -]{4,200})/i.exec(
      fact.text,
    )?.[1];
    const name = list
      ?.split(/,| or /)
      .map((word) => word.trim())
      .find((word) => /^[a-z][\w]{0,30}(?:-\w{1,30}){1,5}$/i.test(word) && !/csrf|xsrf|token/i.test(word));
    if (name)
      return [
        {
          who: 'caller',
          text: `send the header ${name}, which a plain form cannot send`,
          request: withHeader(c.exchange.request, name, 'true'),
        },
      ];
  }
  return [];
}

export default cause;
