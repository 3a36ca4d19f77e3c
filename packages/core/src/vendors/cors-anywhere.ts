import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cors-anywhere',
  name: 'CORS Anywhere',
  role: 'forward-proxy',
  present: [
    { header: 'x-cors-redirect-1' },
    { text: /listed by the operator of this proxy|see \/corsdemo for more info/ },
  ],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ text: /the origin ".{0,200}" was (?:not whitelisted|blacklisted) by the operator of this proxy/ }],
      causes: { 'origin-rejected': 'proves', 'policy-denied': 'hints' },
      says: 'the operator of the proxy does not serve this origin',
      source: 'https://github.com/Rob--W/cors-anywhere/blob/master/lib/cors-anywhere.js',
    },
    {
      id: 'demo',
      alone: true,
      when: [{ text: 'see /corsdemo for more info' }],
      causes: { 'policy-denied': 'suggests', 'step-up-required': 'suggests', 'origin-rejected': 'hints' },
      says: 'the public demo server wants to be unlocked in the browser first',
      source: 'https://github.com/Rob--W/cors-anywhere/issues/301',
    },
    {
      id: 'header',
      alone: true,
      when: [{ text: 'missing required request header. must specify one of' }],
      causes: { 'client-refused': 'suggests', 'origin-rejected': 'suggests' },
      says: 'the proxy takes requests of scripts only: Origin or X-Requested-With is missing',
      source: 'https://github.com/Rob--W/cors-anywhere/blob/master/lib/cors-anywhere.js',
    },
  ],
};

export default vendor;
