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
  ],
};

export default vendor;
