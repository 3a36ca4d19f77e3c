import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'square',
  name: 'Square',
  role: 'api',
  present: [{ host: 'squareup.com' }, { host: 'squareupsandbox.com' }, { header: 'square-version' }],
  refusals: [
    {
      id: 'insufficient-scopes',
      alone: true,
      when: [
        {
          any: [
            { code: 'INSUFFICIENT_SCOPES' },
            { text: 'The merchant has not given your application sufficient permissions to do that' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a permission',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
    {
      id: 'unauthorized',
      when: [{ code: 'UNAUTHORIZED' }, { body: 'authentication_error' }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the token is wrong or of the other environment (sandbox, production)',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ code: 'ACCESS_TOKEN_EXPIRED' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
    {
      id: 'revoked',
      alone: true,
      when: [{ code: 'ACCESS_TOKEN_REVOKED' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token was revoked',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'squareup.com' }, { host: 'squareupsandbox.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-expired': 14, 'credentials-missing': 6 },
      says: 'mostly a sandbox token at the live host or the reverse',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'squareup.com' }, { host: 'squareupsandbox.com' }] }],
      causes: {},
      usual: { 'scope-insufficient': 56, 'feature-unavailable': 14, 'not-owner': 10, 'role-missing': 8 },
      says: 'mostly a permission that the seller did not grant',
      source: 'https://developer.squareup.com/docs/build-basics/general-considerations/handling-errors',
    },
  ],
};

export default vendor;
