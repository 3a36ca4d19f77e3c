import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'acme',
  name: "ACME certificate authorities (Let's Encrypt and others)",
  role: 'api',
  present: [
    { host: 'api.letsencrypt.org' },
    { host: 'acme.zerossl.com' },
    { host: 'pki.goog' },
    { body: 'urn:ietf:params:acme:error:' },
    { body: 'urn:acme:error:' },
  ],
  refusals: [
    {
      id: 'challenge-failed',
      alone: true,
      when: [
        {
          any: [
            { body: 'acme:error:unauthorized' },
            { text: /invalid response from https?:\/\/[^ ]{1,200}\/\.well-known\/acme-challenge\// },
            { text: /incorrect txt record "/ },
          ],
        },
        {
          text: /invalid response from http|incorrect txt record|no txt record found|the key authorization file from the server did not match|cannot negotiate alpn/,
        },
      ],
      causes: { 'not-owner': 'suggests', 'object-hidden': 'hints', 'server-rule': 'hints' },
      says: "the authority could not verify the domain: the challenge's answer at the server or in the DNS is not the expected one",
      fix: {
        who: 'server-admin',
        text: 'let /.well-known/acme-challenge/ reach the ACME client on port 80, or set the TXT record, and see that the name leads to this server (IPv6 too)',
      },
      source: 'https://letsencrypt.org/docs/challenge-types/',
    },
    {
      id: 'account',
      alone: true,
      when: [
        { body: 'acme:error:unauthorized' },
        {
          text: /account is not valid|no registration exists matching|unknown key|account creation|terms of service|authorizations? for these|account id doesn't match|does not own|has not been issued/,
        },
        { not: { text: /invalid response from http|incorrect txt record|no txt record found/ } },
      ],
      causes: { 'credentials-invalid': 'suggests', 'policy-denied': 'hints' },
      says: 'the ACME account is deactivated, unknown or of another environment (staging, production)',
      source: 'https://www.rfc-editor.org/rfc/rfc8555#section-6.7',
    },
    {
      id: 'caa',
      alone: true,
      when: [{ any: [{ body: 'acme:error:caa' }, { text: /caa record for [^ ]{1,120} prevents issuance/ }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'a CAA record of the domain forbids this authority',
      fix: { who: 'server-admin', text: "add the authority to the domain's CAA records" },
      source: 'https://www.rfc-editor.org/rfc/rfc8659',
    },
    {
      id: 'rejected-identifier',
      alone: true,
      when: [{ any: [{ body: 'acme:error:rejectedIdentifier' }, { text: /cannot issue for "[^"]{1,120}"/ }] }],
      causes: { 'policy-denied': 'proves' },
      says: 'the authority does not issue for this name',
      source: 'https://www.rfc-editor.org/rfc/rfc8555#section-6.7',
    },
    {
      id: 'eab',
      alone: true,
      when: [{ body: 'acme:error:externalAccountRequired' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the authority wants an external account binding',
      source: 'https://www.rfc-editor.org/rfc/rfc8555#section-6.7',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ body: 'acme:error:rateLimited' }],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit of the authority is reached',
      source: 'https://letsencrypt.org/docs/rate-limits/',
    },
  ],
};

export default vendor;
