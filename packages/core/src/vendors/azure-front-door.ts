import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-front-door',
  name: 'Azure Front Door',
  role: 'cdn',
  present: [{ header: 'x-azure-ref' }, { host: 'azurefd.net' }, { cookie: 'afd_azwaf' }],
  refusals: [
    {
      id: 'waf-blocked',
      alone: true,
      when: [
        { status: 403 },
        {
          any: [
            { body: /<h[12]>the request is blocked\.<\/h[12]>/ },
            { text: /the request is blocked\. ?(ref[a-z ]{0,12}:? ?)?[0-9]{8}t[0-9]{6}z/ },
          ],
        },
      ],
      causes: {
        'content-rejected': 'suggests',
        'ip-refused': 'hints',
        'client-refused': 'hints',
        'rate-limited': 'hints',
      },
      says: 'a rule of the web application firewall refused the request',
      fix: { who: 'api-owner', text: 'look the reference up in the firewall log (trackingReference)' },
      source: 'https://learn.microsoft.com/en-us/azure/web-application-firewall/afds/waf-front-door-faq',
    },
    {
      id: 'challenge',
      when: [{ cookie: 'afd_azwaf_jsclearance' }, { status: 403 }],
      causes: { 'client-refused': 'proves' },
      says: 'the firewall wants its JavaScript challenge solved',
      source: 'https://learn.microsoft.com/en-us/azure/web-application-firewall/waf-javascript-challenge',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'azurefd.net' }],
      causes: {},
      usual: {
        'content-rejected': 38,
        'ip-refused': 22,
        'client-refused': 14,
        'role-missing': 8,
        'credentials-invalid': 6,
        'rate-limited': 4,
      },
      says: 'mostly a rule of its web application firewall',
      source: 'https://learn.microsoft.com/en-us/azure/frontdoor/troubleshoot-issues',
    },
  ],
};

export default vendor;
