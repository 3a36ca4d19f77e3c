import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fastly',
  name: 'Fastly',
  role: 'cdn',
  present: [
    { header: 'x-fastly-request-id' },
    { header: 'x-served-by', is: /^cache-[a-z]{3}/i },
    { host: 'api.fastly.com' },
    { text: 'fastly error' },
  ],
  refusals: [
    {
      id: 'unknown-domain',
      alone: true,
      when: [{ text: 'fastly error: unknown domain' }],
      causes: { 'host-rejected': 'proves' },
      says: 'no service carries this host name',
      source: 'https://www.fastly.com/documentation/guides/concepts/errors/',
    },
    {
      id: 'misdirected',
      alone: true,
      when: [{ text: 'requested host does not match any subject alternative names' }],
      causes: { 'host-rejected': 'proves' },
      says: 'the certificate of the connection does not cover the host',
      source: 'https://www.fastly.com/documentation/guides/concepts/errors/',
    },
    {
      id: 'waf',
      when: [{ status: 406 }, { header: 'x-served-by', is: /^cache-/i }],
      causes: { 'content-rejected': 'suggests', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'the Next-Gen WAF answers blocked requests with 406',
      source: 'https://www.fastly.com/documentation/guides/next-gen-waf/',
    },
    {
      id: 'edge-denied',
      when: [
        { status: 403 },
        { any: [{ text: /guru meditation|details: cache-[a-z]{3}/ }, { body: 'varnish cache server' }] },
      ],
      causes: { 'client-refused': 'hints', 'ip-refused': 'hints', 'server-rule': 'hints', 'content-rejected': 'hints' },
      says: 'a rule of the service at the edge refused',
      source: 'https://www.fastly.com/documentation/reference/vcl/statements/error/',
    },
    {
      id: 'api',
      when: [{ host: 'api.fastly.com' }, { text: /provided credentials are missing or invalid/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the API token was not accepted',
      source: 'https://www.fastly.com/documentation/reference/api/',
    },
  ],
};

export default vendor;
