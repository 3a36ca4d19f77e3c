import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'django',
  name: 'Django',
  role: 'framework',
  present: [
    { cookie: 'csrftoken' },
    { cookie: 'django_' },
    {
      text: /csrf verification failed\. request aborted|csrf cookie not set|csrf token (?:missing\.|from [^.]{1,80} (?:incorrect|has incorrect length))|(?:origin|referer) checking failed -|invalid http_host header|djangoproject\.com/,
    },
  ],
  refusals: [
    {
      id: 'csrf-cookie-missing',
      alone: true,
      when: [{ text: 'CSRF cookie not set' }],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'doubts' },
      says: 'no CSRF cookie came with this request',
      fix: {
        who: 'caller',
        text: 'load the page with the form first and keep its cookies, then send csrftoken as cookie and as X-CSRFToken',
      },
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'csrf-token-missing',
      alone: true,
      when: [
        { text: 'CSRF token missing' },
        { not: { text: 'incorrect' } },
        { not: { text: 'error: csrf token missing' } },
        { not: { text: /csrf token missing or/ } },
      ],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'excludes' },
      says: 'the CSRF cookie came, and no token with it',
      fix: { who: 'caller', text: 'send the token as csrfmiddlewaretoken in the form or as X-CSRFToken' },
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'csrf-token-missing-or-incorrect',
      alone: true,
      when: [{ text: 'CSRF token missing or incorrect' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the token is absent or does not match the cookie; older versions do not say which',
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'csrf-token-incorrect',
      alone: true,
      when: [
        {
          text: /csrf (?:token|cookie)(?: from [^.]{1,120})? (?:incorrect|has incorrect length|has invalid characters)/,
        },
      ],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'excludes' },
      says: 'a CSRF token came and does not match the cookie',
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'origin-checking',
      alone: true,
      when: [{ text: /origin checking failed - .{1,200} does not match any trusted origins/ }],
      causes: { 'origin-rejected': 'proves' },
      says: "the Origin is neither the site's own nor in CSRF_TRUSTED_ORIGINS",
      fix: {
        who: 'server-admin',
        text: 'add the origin with its scheme to CSRF_TRUSTED_ORIGINS, or let the proxy pass Host and X-Forwarded-Proto',
      },
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'referer-checking',
      alone: true,
      when: [{ text: /referer checking failed - / }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Referer of this HTTPS request is missing, malformed, insecure or of another host',
      fix: { who: 'caller', text: 'send a Referer of the site itself; do not use Referrer-Policy: no-referrer' },
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'referer-wanted',
      alone: true,
      when: [
        { text: /this https site requires a .referer header. to be sent/ },
        { not: { text: 'referer checking failed' } },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'no Referer came with this HTTPS request',
      source: 'https://github.com/django/django/blob/main/django/middleware/csrf.py',
    },
    {
      id: 'cookie-wanted',
      alone: true,
      when: [
        { text: 'This site requires a CSRF cookie when submitting forms' },
        { not: { text: 'csrf cookie not set' } },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints' },
      says: 'no CSRF cookie came with the form',
      source: 'https://github.com/django/django/blob/main/django/views/csrf.py',
    },
    {
      id: 'csrf-unnamed',
      alone: true,
      when: [
        { text: 'CSRF verification failed. Request aborted.' },
        {
          not: {
            text: /csrf cookie|csrf token (?:from|missing|incorrect|has)|checking failed -|requires a .referer|reason given for failure/,
          },
        },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'suggests', 'origin-rejected': 'suggests' },
      says: 'the CSRF check refused, for want of a cookie, a token or a Referer that fits; with DEBUG off the page does not say why',
      source: 'https://github.com/django/django/blob/main/django/views/csrf.py',
    },
    {
      id: 'disallowed-host',
      alone: true,
      when: [{ any: [{ text: /invalid http_host header/ }, { text: 'DisallowedHost' }] }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not in ALLOWED_HOSTS',
      fix: { who: 'server-admin', text: 'add the host name to ALLOWED_HOSTS, or let the proxy pass the public Host' },
      source: 'https://github.com/django/django/blob/main/django/http/request.py',
    },
    {
      id: 'suspicious-request',
      when: [
        {
          any: [
            { text: 'RequestDataTooBig' },
            { text: 'TooManyFieldsSent' },
            { text: 'SuspiciousFileOperation' },
            { text: 'The number of GET/POST parameters exceeded settings' },
          ],
        },
      ],
      causes: { 'content-rejected': 'suggests', 'host-rejected': 'hints' },
      says: "Django refused the request's form as suspicious: size, number of fields or a path",
      source: 'https://docs.djangoproject.com/en/stable/ref/exceptions/#suspiciousoperation',
    },
  ],
};

export default vendor;
