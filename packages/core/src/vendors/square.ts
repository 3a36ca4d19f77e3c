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
  ],
};

export default vendor;
