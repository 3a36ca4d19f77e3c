import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zitadel',
  name: 'ZITADEL',
  role: 'identity',
  present: [{ host: 'zitadel.cloud' }, { text: /zitadel/ }],
  refusals: [
    {
      id: 'membership',
      alone: true,
      when: [
        {
          text: /membership not found \(auth[a-z]?-[a-z0-9]{4,8}\)|no matching permissions found \(auth|missing permission \(/,
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'the user is no manager of this organisation or instance, or not with this right',
      source: 'https://zitadel.com/docs/support/troubleshooting',
    },
    {
      id: 'instance-host',
      alone: true,
      when: [
        {
          any: [
            { text: /instance not found\. make sure you got the domain right/ },
            { text: 'Errors.Instance.NotFound' },
          ],
        },
      ],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not a domain of this instance',
      fix: { who: 'server-admin', text: 'set ExternalDomain, and let the proxy pass the public Host' },
      source: 'https://zitadel.com/docs/self-hosting/manage/custom-domain',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'zitadel.cloud' }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-expired': 28, 'credentials-missing': 16 },
      says: 'mostly a token of another instance or project',
      source: 'https://zitadel.com/docs/support/troubleshooting',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'zitadel.cloud' }],
      causes: {},
      usual: { 'role-missing': 66, 'scope-insufficient': 10, 'not-owner': 8 },
      says: 'mostly no manager role',
      source: 'https://zitadel.com/docs/support/troubleshooting',
    },
  ],
};

export default vendor;
