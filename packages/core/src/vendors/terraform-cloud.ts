import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'terraform-cloud',
  name: 'HCP Terraform',
  role: 'api',
  present: [{ host: 'app.terraform.io' }, { header: 'tfp-api-version' }],
  refusals: [
    {
      id: 'hidden',
      when: [{ status: 404 }, { any: [{ host: 'app.terraform.io' }, { header: 'tfp-api-version' }] }],
      causes: { 'object-hidden': 'suggests', 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the object does not exist, or the token has no access to it: the API answers 404 for both',
      source: 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs',
    },
    {
      id: 'unauthorized',
      when: [{ status: 401 }, { any: [{ host: 'app.terraform.io' }, { header: 'tfp-api-version' }] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the token is absent, wrong or past its time',
      source: 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'app.terraform.io' }],
      causes: {},
      usual: {
        'role-missing': 48,
        'feature-unavailable': 16,
        'policy-denied': 16,
        'ip-refused': 8,
        'scope-insufficient': 6,
      },
      says: 'mostly the kind of token (organisation, team, user) may not do this',
      source: 'https://developer.hashicorp.com/terraform/cloud-docs/api-docs',
    },
  ],
};

export default vendor;
