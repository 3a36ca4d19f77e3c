import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'django-rest-framework',
  name: 'Django REST framework',
  role: 'framework',
  present: [
    {
      text: /authentication credentials were not provided\.|you do not have permission to perform this action\.|csrf failed: /,
    },
  ],
  refusals: [
    {
      id: 'not-authenticated',
      alone: true,
      when: [{ text: 'Authentication credentials were not provided.' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no authentication class found credentials in this request',
      fix: {
        who: 'caller',
        text: 'send the credential in the form that the API expects, for example Authorization: Token <token>',
      },
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'You do not have permission to perform this action.' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'policy-denied': 'hints' },
      says: 'the caller is known, and a permission class says no',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'csrf-cookie',
      alone: true,
      when: [{ text: 'CSRF Failed: CSRF cookie not set' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'a session login without a CSRF cookie: this API checks CSRF for session cookies',
      fix: {
        who: 'caller',
        text: 'send csrftoken as cookie and X-CSRFToken, or use a token instead of the session cookie',
      },
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'csrf-token-missing',
      alone: true,
      when: [{ text: /csrf failed: csrf token missing/ }, { not: { text: 'incorrect' } }],
      causes: { 'csrf-missing': 'proves' },
      says: 'a session login without a CSRF token',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'csrf-token-wrong',
      alone: true,
      when: [{ text: /csrf failed: csrf token (?:from [^.]{1,120} )?(?:incorrect|has incorrect length)/ }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'a CSRF token came and does not match the cookie',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'csrf-origin',
      alone: true,
      when: [{ text: /csrf failed: (?:origin|referer) checking failed/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin or Referer is not trusted for session logins',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
    {
      id: 'invalid-token',
      alone: true,
      when: [
        { text: 'Invalid token.' },
        { any: [{ text: /user inactive or deleted|invalid token\./ }, { status: [401, 403] }] },
        { not: { text: 'not valid for any token type' } },
        { not: { text: 'csrf' } },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token is not known to this server',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/authentication.py',
    },
    {
      id: 'header-form',
      alone: true,
      when: [
        {
          text: /invalid (?:token|basic) header\. (?:no credentials provided|(?:token|credentials) string should not contain|credentials not correctly base64)/,
        },
      ],
      causes: { 'credentials-malformed': 'proves' },
      says: "the Authorization header's form is wrong",
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/authentication.py',
    },
    {
      id: 'user-inactive',
      alone: true,
      when: [{ text: 'User inactive or deleted.' }],
      causes: { 'policy-denied': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the account is switched off',
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/authentication.py',
    },
    {
      id: 'simplejwt-invalid',
      alone: true,
      when: [{ text: 'Given token not valid for any token type' }, { not: { text: 'token is expired' } }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'SimpleJWT: the token is expired, of the wrong type, or not signed with this key',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/master/rest_framework_simplejwt/authentication.py',
    },
    {
      id: 'simplejwt-expired',
      alone: true,
      when: [
        { any: [{ text: 'Given token not valid for any token type' }, { code: 'token_not_valid' }] },
        { text: 'token is expired' },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'SimpleJWT: the token is past its time',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/master/rest_framework_simplejwt/tokens.py',
    },
    {
      id: 'simplejwt-header',
      alone: true,
      when: [{ text: 'Authorization header must contain two space-delimited values' }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'the Authorization header is not of the form "Bearer <token>"',
      source:
        'https://github.com/jazzband/djangorestframework-simplejwt/blob/master/rest_framework_simplejwt/authentication.py',
    },
    {
      id: 'throttled',
      alone: true,
      when: [{ text: /request was throttled\.(?: expected available in)?/ }],
      causes: { 'rate-limited': 'proves' },
      says: "the throttle's rate is used up",
      source: 'https://github.com/encode/django-rest-framework/blob/main/rest_framework/exceptions.py',
    },
  ],
};

export default vendor;
