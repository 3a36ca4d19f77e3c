import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'contentful',
  name: 'Contentful',
  role: 'cms',
  present: [{ host: 'contentful.com' }, { header: 'x-contentful-request-id' }],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [{ body: /"id": ?"accessdenied"/ }, { body: '"requestid"' }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the token or its user lacks access to this space or environment',
      source: 'https://www.contentful.com/developers/docs/references/errors/',
    },
    {
      id: 'token',
      alone: true,
      when: [
        {
          any: [
            { body: /"id": ?"accesstokeninvalid"/ },
            { text: 'The access token you sent could not be found or is invalid.' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is wrong, or of the other API (preview, delivery)',
      source: 'https://www.contentful.com/developers/docs/references/errors/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'contentful.com' }],
      causes: {},
      usual: { 'credentials-invalid': 76, 'credentials-missing': 12, 'credentials-expired': 4 },
      says: 'mostly a preview or management token where a delivery token is required, or the reverse',
      source: 'https://www.contentful.com/developers/docs/references/errors/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'contentful.com' }],
      causes: {},
      usual: { 'object-hidden': 48, 'role-missing': 14, 'credentials-invalid': 12, 'not-owner': 8 },
      says: 'mostly a space or environment that the token was not given',
      source: 'https://www.contentful.com/developers/docs/references/errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'contentful.com' }],
      causes: {},
      usual: { 'role-missing': 48, 'scope-insufficient': 14, 'policy-denied': 10, 'feature-unavailable': 8 },
      says: 'mostly the role in the space',
      source: 'https://www.contentful.com/developers/docs/references/errors/',
    },
  ],
};

export default vendor;
