import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'log-clouds',
  name: 'Loggly, Logz.io, Papertrail, Sumo Logic, Grafana Cloud, Honeycomb, Axiom',
  role: 'api',
  present: [
    { host: 'loggly.com' },
    { host: 'logz.io' },
    { host: 'papertrailapp.com' },
    { host: 'sumologic.com' },
    { host: 'grafana.net' },
    { host: 'honeycomb.io' },
    { host: 'axiom.co' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 60,
        'credentials-missing': 12,
        'credentials-malformed': 10,
        'scope-insufficient': 6,
      },
      says: 'mostly a token of another region, stack or user id',
      source: 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 34, 'credentials-invalid': 32, 'role-missing': 14, 'feature-unavailable': 6 },
      says: "mostly the token's access policy",
      source: 'https://grafana.com/docs/grafana-cloud/account-management/authentication-and-permissions/',
    },
  ],
};

export default vendor;
