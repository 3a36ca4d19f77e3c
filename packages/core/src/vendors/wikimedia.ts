import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wikimedia',
  name: 'Wikimedia',
  role: 'api',
  present: [
    { host: 'wikipedia.org' },
    { host: 'wikimedia.org' },
    { host: 'wikidata.org' },
    { host: 'wiktionary.org' },
    { header: 'server', is: 'mw-web' },
    { text: /wikimedia\.org/ },
  ],
  refusals: [
    {
      id: 'user-agent',
      alone: true,
      when: [
        {
          any: [
            { text: 'Please set a user-agent and respect our robot policy' },
            { text: /please (?:comply with|respect) (?:the|our) (?:user-agent|robot) policy/ },
            { text: 'Scripts should use an informative User-Agent string with contact information' },
            { body: 'Policy:User-Agent_policy' },
            { body: 'User-Agent_Policy' },
          ],
        },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'Wikimedia wants a User-Agent that names the tool and a contact',
      fix: { who: 'caller', text: 'send User-Agent: <tool>/<version> (<contact address>)' },
      source: 'https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy',
    },
    {
      id: 'https',
      alone: true,
      when: [{ text: 'Insecure Request Forbidden - use HTTPS' }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP is refused',
      source: 'https://lists.wikimedia.org/pipermail/mediawiki-api-announce/2016-May/000110.html',
    },
    {
      id: 'mediawiki-badtoken',
      alone: true,
      when: [
        { any: [{ code: 'badtoken' }, { text: 'Invalid CSRF token.' }] },
        { any: [{ code: 'badtoken' }, { header: 'mediawiki-api-error' }] },
      ],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'MediaWiki: the edit token is not that of this session',
      fix: { who: 'caller', text: 'fetch action=query&meta=tokens with the same cookies and send its csrftoken' },
      source: 'https://www.mediawiki.org/wiki/API:Tokens',
    },
    {
      id: 'mediawiki-permission',
      alone: true,
      when: [
        {
          any: [
            { code: 'permissiondenied' },
            { code: 'readapidenied' },
            { code: 'protectedpage' },
            { code: 'cantcreate' },
            { code: 'writeapidenied' },
            { code: 'noedit' },
            { code: 'noedit-anon' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: "MediaWiki: the user's groups lack the right",
      source: 'https://www.mediawiki.org/wiki/API:Errors_and_warnings',
    },
    {
      id: 'mediawiki-blocked',
      alone: true,
      when: [
        {
          any: [
            { code: 'blocked' },
            { code: 'autoblocked' },
            { code: 'globalblocking-ipblocked' },
            { code: 'globalblocking-blockedtext-range' },
            { code: 'wikimedia-globalblocking-ipblocked' },
          ],
        },
        { any: [{ header: 'mediawiki-api-error' }, { body: '"info"' }, { host: 'wikipedia.org' }] },
      ],
      causes: { 'policy-denied': 'suggests', 'ip-refused': 'suggests' },
      says: 'MediaWiki: the user or the address is blocked from editing',
      source: 'https://www.mediawiki.org/wiki/API:Errors_and_warnings',
    },
    {
      id: 'maxlag-ratelimited',
      alone: true,
      when: [
        {
          any: [
            { code: 'ratelimited' },
            { code: 'maxlag' },
            { text: /you are making too many requests to the wikimedia/ },
          ],
        },
        {
          any: [
            { header: 'mediawiki-api-error' },
            { host: 'wikipedia.org' },
            { host: 'wikidata.org' },
            { text: 'wikimedia' },
          ],
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: "the action's rate limit is reached, or the servers lag behind",
      source: 'https://www.mediawiki.org/wiki/API:Ratelimit',
    },
    {
      id: 'upload-hotlink',
      when: [{ status: 403 }, { host: 'upload.wikimedia.org' }, { not: { text: 'user-agent' } }],
      causes: {},
      usual: { 'client-refused': 62, 'rate-limited': 14, 'ip-refused': 8, 'origin-rejected': 4, 'policy-denied': 4 },
      says: 'media are refused to clients without a telling User-Agent',
      source: 'https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'upload.wikimedia.org' }],
      causes: {},
      usual: { 'rate-limited': 46, 'client-refused': 34, 'ip-refused': 10, 'origin-rejected': 4 },
      says: 'mostly odd thumbnail sizes, or a User-Agent that does not name you',
      source: 'https://wikitech.wikimedia.org/wiki/Robot_policy',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'wikipedia.org' }, { host: 'wikidata.org' }, { host: 'wiktionary.org' }] },
      ],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 16, 'rate-limited': 12, 'policy-denied': 6, 'csrf-invalid': 3 },
      says: 'mostly the User-Agent does not name you, or a blocked network',
      source: 'https://wikitech.wikimedia.org/wiki/Robot_policy',
    },
  ],
};

export default vendor;
