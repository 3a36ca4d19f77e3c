import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ory',
  name: 'Ory Kratos, Hydra, Oathkeeper',
  role: 'identity',
  present: [
    { text: /access credentials are (?:invalid|not sufficient to access)/ },
    { body: 'security_csrf_violation' },
    { body: 'session_aal2_required' },
    { body: 'session_refresh_required' },
    { cookie: 'ory_' },
    { cookie: 'csrf_token_' },
    { header: 'x-kratos-authenticated-identity-id' },
  ],
  refusals: [
    {
      id: 'csrf',
      alone: true,
      when: [
        {
          any: [
            { body: 'security_csrf_violation' },
            { text: 'A security violation was detected, please fill out the form again.' },
            { text: /the request was rejected to protect you from cross-site-request-forgery/ },
          ],
        },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests', 'content-rejected': 'excludes' },
      says: 'Kratos: the CSRF token or its cookie is absent or of another flow',
      fix: {
        who: 'caller',
        text: 'keep the cookies of the flow and send its csrf_token; API clients must start the flow on the api endpoint',
      },
      source: 'https://www.ory.sh/docs/kratos/debug/csrf',
    },
    {
      id: 'aal2',
      alone: true,
      when: [
        {
          any: [
            { body: 'session_aal2_required' },
            { text: 'Session does not fulfill the requested Authenticator Assurance Level' },
          ],
        },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'Kratos: a second factor is wanted',
      source: 'https://www.ory.sh/docs/kratos/mfa/step-up-authentication',
    },
    {
      id: 'refresh',
      alone: true,
      when: [
        {
          any: [
            { body: 'session_refresh_required' },
            { text: 'The login session is too old and thus not allowed to update these fields' },
          ],
        },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'Kratos: the login is not fresh enough to change this',
      source: 'https://www.ory.sh/docs/kratos/session-management/refresh-extend-sessions',
    },
    {
      id: 'no-session',
      when: [
        {
          any: [
            { body: 'session_inactive' },
            { text: 'No valid session cookie found.' },
            { text: 'No active session was found in this request.' },
            { text: 'No valid session credentials found in the request.' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'hints' },
      says: 'Kratos: no session cookie or token came',
      source: 'https://www.ory.sh/docs/kratos/reference/api',
    },
    {
      id: 'oathkeeper-forbidden',
      alone: true,
      when: [{ text: 'Access credentials are not sufficient to access this resource' }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'Oathkeeper: the authorizer says no',
      source: 'https://github.com/ory/oathkeeper/blob/master/helper/errors.go',
    },
    {
      id: 'oathkeeper-invalid',
      alone: true,
      when: [{ text: 'Access credentials are invalid' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'Oathkeeper: no credentials came, or none that an authenticator accepts',
      source: 'https://github.com/ory/oathkeeper/blob/master/helper/errors.go',
    },
    {
      id: 'hydra-denied',
      alone: true,
      when: [{ text: 'The resource owner or authorization server denied the request' }],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'hints' },
      says: 'Hydra: consent, login or the client was refused',
      source: 'https://github.com/ory/fosite/blob/master/errors.go',
    },
  ],
};

export default vendor;
