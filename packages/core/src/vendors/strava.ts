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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'strava.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'credentials-expired': 34,
        'credentials-invalid': 16,
        'credentials-missing': 8,
      },
      says: 'mostly a token without activity:read_all, or past its six hours',
      source: 'https://developers.strava.com/docs/authentication/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'strava.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'scope-insufficient': 20,
        'not-owner': 14,
        'role-missing': 10,
        'policy-denied': 10,
      },
      says: 'mostly a subscriber feature, or the club or athlete',
      source: 'https://developers.strava.com/docs/authentication/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'strava.com' }],
      causes: {},
      usual: { 'object-hidden': 40, 'not-owner': 34, 'scope-insufficient': 16 },
      says: "mostly another athlete's private activity",
      source: 'https://developers.strava.com/docs/authentication/',
    },
  ],
};

export default vendor;
