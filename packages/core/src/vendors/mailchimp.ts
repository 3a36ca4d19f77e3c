import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mailchimp',
  name: 'Mailchimp',
  role: 'api',
  present: [{ host: 'api.mailchimp.com' }, { host: 'mandrillapp.com' }, { body: 'mailchimp.com/developer' }],
  refusals: [
    {
      id: 'wrong-datacenter',
      alone: true,
      when: [
        {
          any: [
            { text: /your api key may be invalid, or you've attempted to access the wrong datacenter/ },
            { code: 'WrongDatacenter' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "the key is wrong or of another data centre: the part after its dash is the host's first part",
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
    {
      id: 'user-disabled',
      alone: true,
      when: [
        {
          any: [
            { text: 'This account has been deactivated' },
            { text: 'This account has been disabled' },
            { code: 'UserDisabled' },
          ],
        },
        { any: [{ host: 'api.mailchimp.com' }, { body: 'mailchimp' }] },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is deactivated',
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
    {
      id: 'wrong-role',
      when: [
        {
          text: /does not have access to the requested (?:operation|resource)|the api key provided is linked to a user with/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the key's user has not the role for this",
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
    {
      id: 'mandrill-key',
      alone: true,
      when: [{ code: 'Invalid_Key' }, { body: '"status":"error"' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'Mandrill: the API key is wrong',
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'api.mailchimp.com' }, { host: 'mandrillapp.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'policy-denied': 12, 'role-missing': 12, 'feature-unavailable': 8 },
      says: "mostly another data centre than the key's suffix, or a disabled account",
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.mailchimp.com' }, { host: 'mandrillapp.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-missing': 12, 'credentials-malformed': 10 },
      says: 'mostly a wrong or disabled key',
      source: 'https://mailchimp.com/developer/marketing/docs/errors/',
    },
  ],
};

export default vendor;
