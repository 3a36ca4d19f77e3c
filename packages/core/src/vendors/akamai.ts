import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'akamai',
  name: 'Akamai',
  role: 'cdn',
  present: [
    { header: 'server', is: /^akamai(ghost|netstorage)?/i },
    { header: 'akamai-grn' },
    { header: 'x-akamai-request-id' },
    { cookie: '_abck' },
    { cookie: 'ak_bmsc' },
    { cookie: 'bm_s' },
    { text: 'errors.edgesuite.net' },
    { text: /reference ?#[0-9]{1,3}\.[0-9a-f]{4,12}\.[0-9]{8,12}\.[0-9a-f]{4,12}/ },
  ],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [
        { text: "you don't have permission to access" },
        {
          any: [
            { text: /reference ?#[0-9]{1,3}\.[0-9a-f]{4,12}\.[0-9]{8,12}\.[0-9a-f]{4,12}/ },
            { text: 'errors.edgesuite.net' },
          ],
        },
      ],
      causes: {
        'client-refused': 'suggests',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
        'rate-limited': 'hints',
      },
      says: 'the edge refused: bot rules, network lists, geography, firewall and rate limits all look like this',
      fix: { who: 'caller', text: 'give the Reference number to the site owner; only they can look it up' },
      source: 'https://github.com/akamai/cli/issues/82',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { not: { text: /reference ?#[0-9]{1,3}\.[0-9a-f]{4,12}\.[0-9]{8,12}\.[0-9a-f]{4,12}/ } }],
      causes: {
        'client-refused': 'suggests',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
        'rate-limited': 'hints',
      },
      says: 'the edge refused without a reason',
      source: 'https://techdocs.akamai.com/bot-manager/docs',
    },
    {
      id: 'challenge',
      alone: true,
      when: [{ body: 'sec-if-cpt-container' }],
      causes: { 'client-refused': 'proves' },
      says: 'Bot Manager wants its challenge solved',
      source: 'https://techdocs.akamai.com/bot-manager/docs',
    },
    {
      id: 'edgegrid-signature',
      alone: true,
      when: [
        { body: '/pep-authn/' },
        {
          text: /signature does not match|invalid (timestamp|authorization header|client token|access token|nonce)|inactive client token/,
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the EdgeGrid credentials or their signature were not accepted',
      source: 'https://techdocs.akamai.com/developer/docs/errors',
    },
    {
      id: 'edgegrid-grant',
      alone: true,
      when: [{ body: '/pep-authz/' }, { text: /does not have the grant needed/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the API client lacks the grant for this API',
      source: 'https://techdocs.akamai.com/developer/docs/errors',
    },
  ],
};

export default vendor;
