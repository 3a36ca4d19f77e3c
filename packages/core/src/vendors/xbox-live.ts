import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'xbox-live',
  name: 'Xbox Live',
  role: 'identity',
  present: [{ host: 'xboxlive.com' }, { body: '"XErr":' }],
  refusals: [
    {
      id: 'no-profile',
      alone: true,
      when: [{ body: /"xerr" ?: ?(?:2148916233)\b/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the Microsoft account has no Xbox account yet',
      source: 'https://minecraft.wiki/w/Microsoft_authentication',
    },
    {
      id: 'country',
      alone: true,
      when: [{ body: /"xerr" ?: ?(?:2148916235)\b/ }],
      causes: { 'policy-denied': 'proves', 'ip-refused': 'hints' },
      says: 'Xbox Live is not available in the country of the account',
      source: 'https://minecraft.wiki/w/Microsoft_authentication',
    },
    {
      id: 'adult',
      alone: true,
      when: [{ body: /"xerr" ?: ?(?:2148916236|2148916237)\b/ }],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'hints' },
      says: 'the account must verify that its owner is an adult',
      source: 'https://minecraft.wiki/w/Microsoft_authentication',
    },
    {
      id: 'child',
      alone: true,
      when: [{ body: /"xerr" ?: ?(?:2148916238)\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is a child and must be added to a family',
      source: 'https://minecraft.wiki/w/Microsoft_authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'xboxlive.com' }, { method: 'POST' }],
      causes: {},
      usual: { 'policy-denied': 34, 'feature-unavailable': 22, 'credentials-expired': 18, 'credentials-invalid': 14 },
      says: 'mostly no Xbox profile, a child account or a region',
      source:
        'https://learn.microsoft.com/en-us/gaming/gdk/docs/services/fundamentals/s2s-auth-calls/service-authentication/live-service-authentication-nav',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'xboxlive.com' }],
      causes: {},
      usual: {
        'not-owner': 26,
        'role-missing': 24,
        'credentials-invalid': 22,
        'credentials-expired': 10,
        'feature-unavailable': 6,
      },
      says: 'mostly the privacy settings, or a token of another relying party',
      source:
        'https://learn.microsoft.com/en-us/gaming/gdk/docs/services/fundamentals/s2s-auth-calls/service-authentication/live-service-authentication-nav',
    },
  ],
};

export default vendor;
