import type { Cause } from '../model/cause.ts';
import { inQuotes } from '../model/unseen.ts';

const cause: Cause = {
  id: 'step-up-required',
  group: 'authorization',
  title: 'a stronger or fresher login is wanted',
  explain:
    'The caller is known, and this operation wants more: a second factor, a login that is not older than some minutes, a stronger authentication context. RFC 9470 has a challenge for it; most services say it in words.',
  who: ['caller', 'api-owner'],
  signs: {
    for: [
      'insufficient_user_authentication in the challenge, with acr_values or max_age',
      'the answer speaks of MFA, a second factor, re-authentication or a recent login',
      'amr, acr or auth_time of the token fall short',
    ],
    against: ['the session has just been made with a second factor'],
  },
  settledBy:
    'acr_values or max_age in the challenge against amr, acr and auth_time in the token; passes after the stronger login',
  checklist: 'authenticated',
  statuses: [403, 401],
  rivals: ['policy-denied', 'credentials-expired', 'role-missing'],
  callerKnown: true,
  turnedBy: {
    'token-strength-only': 'proves',
    'token-strength': 'suggests',
    'token-login-time': 'suggests',
    'credential-other': 'hints',
    'another-operation': 'hints',
    'path-of-known-caller': 'hints',
    'method-of-known-caller': 'hints',
  },
  answers: { colleague: 0.4 },
  references: [{ title: 'RFC 9470: OAuth 2.0 step up authentication', url: 'https://www.rfc-editor.org/rfc/rfc9470' }],
  summary: () => 'a stronger or fresher login is wanted for this',
  judge(c) {
    const challenge = c.evidence
      .all('challenge')
      .find(({ fact }) => fact.params['error'] === 'insufficient_user_authentication');
    const code = c.evidence
      .all('message')
      .find(({ fact }) => fact.role === 'code' && /^insufficient_user_authentication$/i.test(fact.text));
    const found = challenge ?? code;
    // RFC 9470 §3 gives this code one meaning only
    return found
      ? [{ weight: 'proves', says: 'the answer says insufficient_user_authentication (RFC 9470)', at: found.at }]
      : [];
  },
  fixes(c) {
    const params = c.evidence
      .all('challenge')
      .find(({ fact }) => fact.params['error'] === 'insufficient_user_authentication')?.fact.params;
    const wanted = [
      params?.['acr_values'] && `acr_values=${params['acr_values']}`,
      params?.['max_age'] && `max_age=${params['max_age']}`,
    ]
      .filter(Boolean)
      .join(' and ');
    return [
      {
        who: 'caller',
        text: wanted
          ? `log in again with ${inQuotes(wanted)} in the authorization request, and send the new token`
          : 'log in again with the second factor, or confirm the password, and send the new session or token',
      },
      {
        who: 'api-owner',
        text: 'answer with WWW-Authenticate: Bearer error="insufficient_user_authentication" and acr_values or max_age (RFC 9470)',
      },
    ];
  },
};

export default cause;
