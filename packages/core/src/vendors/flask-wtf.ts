import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'flask-wtf',
  name: 'Flask-WTF',
  role: 'framework',
  present: [
    {
      text: /the csrf (?:session )?tokens? (?:is missing|do not match|has expired)|the referrer (?:header is missing|does not match the host)/,
    },
  ],
  refusals: [
    {
      id: 'token-missing',
      alone: true,
      when: [{ text: 'The CSRF token is missing.' }],
      causes: { 'csrf-missing': 'proves' },
      says: 'no CSRF token came',
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
    {
      id: 'session-token-missing',
      alone: true,
      when: [{ text: 'The CSRF session token is missing.' }],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'hints' },
      says: 'the session holds no CSRF secret: its cookie did not come back, often a Secure cookie over plain HTTP',
      fix: {
        who: 'caller',
        text: 'keep the session cookie of the page with the form; over plain HTTP a Secure cookie is not sent',
      },
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
    {
      id: 'tokens-differ',
      alone: true,
      when: [{ text: 'The CSRF tokens do not match.' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'the token is not that of this session',
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'The CSRF token has expired.' }],
      causes: { 'csrf-invalid': 'proves' },
      says: 'the token is older than WTF_CSRF_TIME_LIMIT',
      fix: { who: 'caller', text: 'load the page again and send it with the new token' },
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ text: 'The CSRF token is invalid.' }, { not: { text: 'please try to resubmit the form' } }],
      causes: { 'csrf-invalid': 'proves' },
      says: "the token was not made by this application's key",
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
    {
      id: 'referrer',
      alone: true,
      when: [{ any: [{ text: 'The referrer header is missing.' }, { text: 'The referrer does not match the host.' }] }],
      causes: { 'origin-rejected': 'proves' },
      says: "over HTTPS the Referer must be the site's own",
      source: 'https://github.com/pallets-eco/flask-wtf/blob/main/src/flask_wtf/csrf.py',
    },
  ],
};

export default vendor;
