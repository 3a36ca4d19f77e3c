import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'werkzeug',
  name: 'Werkzeug / Flask',
  role: 'framework',
  present: [
    { header: 'server', is: /^werkzeug/i },
    { text: /you don.t have the permission to access the requested resource\. it is either read-protected/ },
  ],
  refusals: [
    {
      id: 'abort-403',
      alone: true,
      when: [{ text: /it is either read-protected or not readable by the server/ }],
      causes: {
        'role-missing': 'suggests',
        'not-owner': 'hints',
        'credentials-missing': 'hints',
        'csrf-missing': 'hints',
        'ip-refused': 'hints',
      },
      says: 'the application called abort(403) without words of its own: usually a missing role or a foreign object',
      source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/exceptions.py',
    },
    {
      id: 'unauthorized-401',
      alone: true,
      when: [{ text: /the server could not verify that you are authorized to access the url requested/ }],
      causes: { 'credentials-invalid': 'hints', 'credentials-missing': 'suggests' },
      says: 'the application called abort(401): no credentials came, or wrong ones',
      source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/exceptions.py',
    },
    {
      id: 'untrusted-host',
      alone: true,
      when: [{ text: /\bhost '[^']{0,100}' is not trusted/ }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not among the trusted hosts',
      source: 'https://github.com/pallets/werkzeug/blob/main/src/werkzeug/sansio/utils.py',
    },
    {
      id: 'usual-unauthorized',
      when: [{ status: 401 }, { header: 'server', is: /^werkzeug/i }],
      causes: {},
      usual: {
        'credentials-missing': 44,
        'credentials-invalid': 22,
        'credentials-expired': 16,
        'credentials-malformed': 6,
      },
      says: 'login_required finds no user: the session cookie is missing or the secret key has changed',
      source: 'https://flask-login.readthedocs.io/en/latest/',
    },
  ],
};

export default vendor;
