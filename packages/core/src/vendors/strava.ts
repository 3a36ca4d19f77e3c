import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'strava',
  name: 'Strava',
  role: 'api',
  present: [{ host: 'strava.com' }, { body: /"resource": ?"(?:accesstoken|athlete|application)"/ }],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ body: /"field": ?"[a-z:_]{1,40}_permission", ?"code": ?"missing"/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://developers.strava.com/docs/authentication/',
    },
    {
      id: 'token',
      alone: true,
      when: [{ body: /"field": ?"(?:access_token|refresh_token)", ?"code": ?"invalid"/ }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the token is past its six hours, or wrong',
      source: 'https://developers.strava.com/docs/authentication/',
    },
    {
      id: 'application',
      alone: true,
      when: [
        {
          body: /"resource": ?"application", ?"field": ?"[^"]{1,30}", ?"code": ?"(?:inactive|limit exceeded|invalid)"/,
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the application is inactive or over its number of athletes',
      source: 'https://developers.strava.com/docs/authentication/',
    },
  ],
};

export default vendor;
