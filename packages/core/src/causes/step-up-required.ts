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
  rivals: ['policy-denied', 'credentials-expired', 'role-missing'],
  references: [{ title: 'RFC 9470: OAuth 2.0 step up authentication', url: 'https://www.rfc-editor.org/rfc/rfc9470' }],
  summary: () => 'a stronger or fresher login is wanted for this',
  phrases: [
    {
      is: /\b(?:enter|provide|supply|type) (?:\S+ ){0,4}(?:code|otp) (?:\S+ ){0,4}(?:authenticator|phone|sms|e-?mail|app)\b|\bauthenticator app\b/,
      weight: 'suggests',
      says: 'the answer asks for a code',
    },
    {
      is: /\b(?:mfa|2fa|u2f|webauthn|two[- ](?:factor|step)|multi-? ?factor|second[- ]factor|otp|totp|one[- ]time (?:password|passcode|pass|code)|strong(?:er)? (?:customer )?authentication|security key|passkey)\b(?: \S+){0,8} (?:required|needed|must|enable[d]?|missing|not (?:enabled|configured|set|provided|verified|completed)|has expired|expired|invalid|to (?:access|continue|perform|publish|proceed))\b|\b(?:required?|requires|need|needs|must|enable|use|provide|enter|complete|without|missing|set up|this operation requires an?)(?: \S+){0,6} (?:mfa|2fa|two[- ](?:factor|step)|multi-? ?factor|second[- ]factor|one[- ]time (?:password|passcode|pass|code)|otp|totp|strong(?:er)? (?:customer )?authentication)\b/,
      not: /sms limit|invalid credentials/,
      weight: 'suggests',
      says: 'the answer asks for a second factor',
    },
    {
      is: /\bre-?auth(?:enticat\w+|entication)?\b|\bre-?enter your password\b|\b(?:confirm|verify|re-?verify) your (?:password|identity|login)\b|\b(?:recent|fresh|newer|recently)(?: \w+){0,2} (?:login|log-in|authentication|authenticated|session|logged in|sign[- ]in)\b|\bsudo mode\b|\bstep[- ]?up\b|\bnot (?:been )?authenticated recently\b|\blast (?:login|authentication)(?: \S+){0,4} too (?:old|long)\b|\belevated (?:session|authentication|login)\b|\bprivileged session\b|\b(?:login|authentication) is too old\b|\bhigher (?:level of )?(?:assurance|authentication)\b|\b(?:assurance|authentication) level\b|\bauthentication context\b/,
      weight: 'suggests',
      says: 'the answer asks for a fresh or stronger login',
    },
    {
      is: /\b(?:\w{0,12}2fa|totp|auth factor|two[- ]step verification code) ?(?:\w+ ){0,2}(?:token |code )?(?:is )?(?:required|missing|needed)\b|\b(?:missing|no|requires?) (?:\w+ ){0,2}(?:2fa|totp|auth factor)\b|\b(?:sign[- ]in|login|log-in|security|confirmation) code (?:has been |was )?sent to your\b/,
      weight: 'suggests',
      says: 'the answer asks for a code of a second factor',
    },
    {
      is: /\b(?:additional|extra|further) (?:authentication|verification|login|security)(?: \w+){0,2} (?:required|needed|step|check)\b|\b(?:requires?|needs?) (?:additional|extra|further) (?:authentication|verification)\b|\binteraction[ _]required\b|\bcaptcha[ _]challenge\b|\binsufficient user authentication\b|\bchallenge[ _]required\b|\bcheckpoint[ _]required\b|\bverification required\b|\bstrong authentication is required\b/,
      not: /\bhuman|\bbot\b|\bbrowser/,
      weight: 'suggests',
      says: 'the answer asks for a further step of authentication',
    },
    {
      is: /\b(?:second|additional|multi-?factor|two-?factor) (?:authentication )?factor\b|\btwo-factor\b|\bmulti-?factor ?auth\w*|\b(?:otp|one-time pass\w*|2fa|mfa|totp)\b(?: \w+){0,3} (?:code|token|required|must|needed)\b|\b(?:must|need to|please) (?:provide|specify|enter|supply)(?: \S+){0,3} (?:otp|one-time pass\w*|two-factor|2fa|mfa)\b|\bpassword (?:confirmation|reset|change) (?:is )?required\b|\breverification\b|\bsession refresh required\b|\brecent[ -]login\b|\bfresh (?:token|login|session)\b|\b(?:login|log-in|session|credential) (?:\w+ ){0,2}(?:is )?too old\b|\blog ?in again\b|\bchallenge is required\b|\bsso[ -]required\b|\b(?:login|log in|sign in) via (?:\S+ )?(?:group's )?sso\b|\blogged-in checkpoint\b|\buse mfa\b|\bpassword expired\b|\bmust change (?:your )?password\b|\binteraction ?required\b/,
      not: /token (?:has )?expired|session (?:has )?expired|invalid or expired|\bcaptcha|attempts/,
      weight: 'suggests',
      says: 'the answer asks for a further proof of who is there',
    },
  ],
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
