import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'identityserver',
  name: 'IdentityServer and OpenIddict',
  role: 'identity',
  present: [{ cookie: 'idsrv' }, { cookie: '.AspNetCore.Identity.Application' }],
  refusals: [
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: [401, 400] },
        { method: 'POST' },
        { path: /^\/connect\/(?:token|introspect|revocation|deviceauthorization|par)(?:\?|$)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 62,
        'credentials-expired': 10,
        'scope-insufficient': 8,
        'credentials-malformed': 7,
        'feature-unavailable': 6,
      },
      says: 'client, secret, code or grant is wrong',
      source: 'https://docs.duendesoftware.com/identityserver/',
    },
    {
      id: 'usual-userinfo',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/connect\/(?:userinfo|endsession|authorize)(?:\?|$)/ }],
      causes: {},
      usual: {
        'scope-insufficient': 30,
        'credentials-expired': 28,
        'credentials-invalid': 20,
        'credentials-missing': 14,
      },
      says: 'the token lacks the scope openid or is past its time',
      source: 'https://docs.duendesoftware.com/identityserver/',
    },
  ],
};

export default vendor;
