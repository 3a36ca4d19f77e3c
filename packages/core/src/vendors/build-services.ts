import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'build-services',
  name: 'Buildkite, Drone, AppVeyor, Semaphore, Codefresh',
  role: 'api',
  present: [
    { host: 'api.buildkite.com' },
    { host: 'ci.appveyor.com' },
    { host: 'semaphoreci.com' },
    { host: 'codefresh.io' },
    { host: 'cloud.drone.io' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 44, 'role-missing': 20, 'not-owner': 10, 'ip-refused': 8 },
      says: 'mostly the token lacks a scope, or another organisation',
      source: 'https://buildkite.com/docs/apis/rest-api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 22, 'credentials-malformed': 10 },
      says: 'mostly a revoked token',
      source: 'https://buildkite.com/docs/apis/rest-api',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 44, 'not-owner': 18, 'role-missing': 18 },
      says: 'mostly a pipeline that the token cannot see',
      source: 'https://buildkite.com/docs/apis/rest-api',
    },
  ],
};

export default vendor;
