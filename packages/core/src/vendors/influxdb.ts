import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'influxdb',
  name: 'InfluxDB',
  role: 'database',
  present: [{ header: 'x-influxdb-version' }, { header: 'x-influxdb-build' }, { header: 'x-platform-error-code' }],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [
        {
          text: /\buser is not authorized to (?:write to|read from|execute statement)|is not authorized to execute statement/,
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'InfluxDB 1: the user lacks the grant on this database',
      source: 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
    },
    {
      id: 'parse-credentials',
      alone: true,
      when: [{ text: 'unable to parse authentication credentials' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'InfluxDB 1: no credentials came',
      source: 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
    },
    {
      id: 'authorization-failed',
      when: [{ text: 'authorization failed' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'InfluxDB 1: the user name or password is wrong',
      source: 'https://docs.influxdata.com/influxdb/v1/administration/authentication_and_authorization/',
    },
    {
      id: 'v2-insufficient',
      alone: true,
      when: [{ text: 'insufficient permissions for write' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints', 'object-hidden': 'hints' },
      says: 'InfluxDB 2: the token may not write to this bucket',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    },
    {
      id: 'v2-unauthorized',
      when: [{ text: 'unauthorized access' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: 'InfluxDB 2: no token, a wrong one, or one without the permission',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    },
    {
      id: 'usual-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { port: 8086 },
        { path: /^\/(?:write|query|api\/v2\/|ping|debug)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 60, 'credentials-malformed': 14, 'credentials-invalid': 8 },
      says: 'the token goes as "Authorization: Token …"; version 1 takes u and p',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    },
    {
      id: 'usual-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 8086 },
        { path: /^\/(?:write|query|api\/v2\/)/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'role-missing': 16,
        'credentials-malformed': 14,
        'scope-insufficient': 8,
        'object-hidden': 3,
      },
      says: 'the token is wrong, of another organisation, or may not read or write the bucket',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    },
    {
      id: 'usual-write',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        { path: /^\/(?:api\/v2\/(?:write|query)\?|write\?db=|query\?db=)/ },
        { not: { port: 8086 } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 22,
        'role-missing': 14,
        'credentials-malformed': 10,
        'scope-insufficient': 4,
      },
      says: 'the token is missing, wrong, or may not read or write the bucket',
      source: 'https://docs.influxdata.com/influxdb/v2/admin/tokens/',
    },
  ],
};

export default vendor;
