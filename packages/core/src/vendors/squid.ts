import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'squid',
  name: 'Squid',
  role: 'forward-proxy',
  present: [
    { header: 'server', is: /^squid/i },
    { header: 'x-squid-error' },
    { header: 'via', is: /\(squid/i },
    { text: /generated .{0,80} by [^ ]{1,120} \(squid/ },
  ],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-squid-error', is: /^err_access_denied/i },
            { text: 'access control configuration prevents your request from being allowed at this time' },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'an access rule of the forward proxy on the way refused; the site never saw the request',
      fix: { who: 'network', text: 'look for TCP_DENIED in access.log and for the http_access line that fits' },
      source: 'https://wiki.squid-cache.org/SquidFaq/SquidAcl',
    },
    {
      id: 'authentication',
      alone: true,
      when: [
        { any: [{ header: 'x-squid-error', is: /^err_cache_access_denied/i }, { text: /cache access denied\./ }] },
      ],
      causes: { 'proxy-refused': 'proves', 'credentials-missing': 'suggests' },
      says: 'the forward proxy wants a login of its own',
      fix: { who: 'network', text: 'send credentials to the proxy (Proxy-Authorization), not to the site' },
      source: 'https://wiki.squid-cache.org/Features/Authentication',
    },
  ],
};

export default vendor;
