import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'saml',
  name: 'SAML and Shibboleth',
  role: 'identity',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-acs',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,200}\/)?(?:Shibboleth\.sso\/SAML2\/POST|saml2?\/(?:acs|consume|callback|sso|login|SSO)|simplesaml\/module\.php\/saml|auth\/saml\/callback|sso\/saml|users\/auth\/saml\/callback|login\/saml2\/sso)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-expired': 18,
        'csrf-missing': 18,
        'role-missing': 8,
        'origin-rejected': 8,
        'policy-denied': 4,
      },
      says: 'the assertion is past its minutes, of another audience or key, or a form token covers the route',
      source: 'https://shibboleth.atlassian.net/wiki/spaces/SP3/overview',
    },
    {
      id: 'usual-session',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:[^?]{0,200}\/)?(?:Shibboleth\.sso\/(?!SAML2)|secure\/shib)/ },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'ip-refused': 34, 'role-missing': 26, 'credentials-missing': 18, 'credentials-expired': 8 },
      says: 'the session and status pages are open to some addresses only',
      source: 'https://shibboleth.atlassian.net/wiki/spaces/SP3/overview',
    },
  ],
};

export default vendor;
