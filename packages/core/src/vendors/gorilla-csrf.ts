import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gorilla-csrf',
  name: 'gorilla/csrf and Go frameworks',
  role: 'framework',
  present: [
    { text: /forbidden - (?:csrf token|referer|origin)|csrf token (?:invalid|not found in request)/ },
    { cookie: '_gorilla_csrf' },
  ],
  refusals: [
    {
      id: 'token-missing',
      alone: true,
      when: [{ text: 'CSRF token not found in request' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'gorilla/csrf: no token came',
      source: 'https://github.com/gorilla/csrf/blob/main/csrf.go',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: /csrf token invalid\b/ }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'gorilla/csrf: the token is not that of the cookie',
      source: 'https://github.com/gorilla/csrf/blob/main/csrf.go',
    },
    {
      id: 'referer-missing',
      alone: true,
      when: [{ any: [{ text: 'referer not supplied' }, { text: 'referer invalid' }, { text: 'origin invalid' }] }],
      causes: { 'origin-rejected': 'proves' },
      says: "gorilla/csrf: over TLS the Referer or Origin must be the site's own",
      fix: {
        who: 'server-admin',
        text: 'add the site to TrustedOrigins; for plain HTTP in development mark the request with csrf.PlaintextHTTPRequest',
      },
      source: 'https://github.com/gorilla/csrf/blob/main/csrf.go',
    },
    {
      id: 'go-crossorigin',
      alone: true,
      when: [
        {
          text: /cross-origin request (?:detected from sec-fetch-site header|detected, and\/or browser is out of date)/,
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: "Go's CrossOriginProtection refused by Sec-Fetch-Site or Origin",
      source: 'https://pkg.go.dev/net/http#CrossOriginProtection',
    },
  ],
};

export default vendor;
