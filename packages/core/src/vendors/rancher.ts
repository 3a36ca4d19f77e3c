import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rancher',
  name: 'Rancher',
  role: 'platform',
  present: [
    { cookie: 'R_SESS' },
    { header: 'x-api-schemas' },
    { header: 'x-api-cattle-auth' },
    { body: '"basetype":"error"' },
  ],
  refusals: [
    {
      id: 'invalid-csrf',
      when: [{ code: 'InvalidCSRFToken' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'no X-API-CSRF header came, or not the value of the CSRF cookie',
      source: 'https://github.com/rancher/norman/blob/master/httperror/error.go',
    },
    {
      id: 'forbidden',
      when: [
        { code: ['Forbidden', 'PermissionDenied', 'ActionNotAvailable', 'MethodNotAllow'] },
        { any: [{ header: 'x-api-schemas' }, { header: 'x-api-cattle-auth' }, { body: '"basetype":"error"' }] },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: "the user's global, cluster or project role does not allow this",
      source:
        'https://ranchermanager.docs.rancher.com/how-to-guides/new-user-guides/authentication-permissions-and-global-configuration/manage-role-based-access-control-rbac',
    },
    {
      id: 'must-authenticate',
      alone: true,
      when: [
        { any: [{ text: 'must authenticate' }, { code: 'TokenExpired' }] },
        { any: [{ body: '"basetype":"error"' }, { header: 'x-api-cattle-auth' }, { text: 'must authenticate' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'no valid token came',
      source:
        'https://ranchermanager.docs.rancher.com/how-to-guides/new-user-guides/authentication-permissions-and-global-configuration/manage-role-based-access-control-rbac',
    },
    {
      id: 'usual-v3',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:v3(?:-public)?\/(?:clusters?|clusterregistrationtokens|import\/|connect\/|localProviders)|v1\/management\.cattle\.io|k8s\/clusters\/)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-expired': 26,
        'role-missing': 26,
        'credentials-invalid': 22,
        'credentials-missing': 16,
        'object-hidden': 4,
      },
      says: 'the API key is past its time or of another server, or its owner is no member of the cluster',
      source: 'https://ranchermanager.docs.rancher.com/api/api-tokens',
    },
  ],
};

export default vendor;
