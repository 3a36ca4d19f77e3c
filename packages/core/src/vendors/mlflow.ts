import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mlflow',
  name: 'MLflow',
  role: 'app',
  present: [
    { path: '/api/2.0/mlflow' },
    { path: '/ajax-api/2.0/mlflow' },
    { path: '/api/2.0/preview/mlflow' },
    { text: /mlflow/ },
  ],
  refusals: [
    {
      id: 'permission',
      when: [{ text: 'Permission denied' }, { any: [{ path: '/api/2.0/' }, { path: '/ajax-api/' }] }],
      causes: { 'role-missing': 'suggests' },
      says: 'basic-auth: the user lacks the permission on this experiment or model',
      source: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/',
    },
    {
      id: 'not-authenticated',
      alone: true,
      when: [{ text: 'You are not authenticated. Please see https://www.mlflow.org/docs/latest/auth' }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'basic-auth: no user name and password came',
      source: 'https://mlflow.org/docs/latest/self-hosting/security/basic-http-auth/',
    },
    {
      id: 'host',
      alone: true,
      when: [{ any: [{ text: 'Invalid Host header - possible DNS rebinding attack detected' }] }],
      causes: { 'host-rejected': 'proves' },
      says: 'the Host is not on --allowed-hosts',
      source: 'https://mlflow.org/docs/latest/self-hosting/security/network/',
    },
    {
      id: 'cors',
      alone: true,
      when: [
        { text: 'Cross-origin request blocked' },
        { any: [{ path: '/api/2.0/mlflow' }, { path: '/ajax-api/2.0/mlflow' }] },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin is not on --cors-allowed-origins',
      source: 'https://mlflow.org/docs/latest/self-hosting/security/network/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:ajax-)?api\/2\.0\/mlflow/ }],
      causes: {},
      usual: {
        'credentials-missing': 28,
        'host-rejected': 22,
        'role-missing': 18,
        'credentials-invalid': 12,
        'origin-rejected': 10,
      },
      says: 'basic-auth asks for a user, or the security middleware refuses the host or origin',
      source: 'https://mlflow.org/docs/latest/auth/index.html',
    },
  ],
};

export default vendor;
