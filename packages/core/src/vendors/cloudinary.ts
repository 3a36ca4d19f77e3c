import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudinary',
  name: 'Cloudinary',
  role: 'storage',
  present: [{ host: 'cloudinary.com' }, { header: 'x-cld-error' }],
  refusals: [
    {
      id: 'acl',
      alone: true,
      when: [{ header: 'x-cld-error', is: 'deny or ACL failure' }],
      causes: { 'policy-denied': 'suggests', 'origin-rejected': 'hints', 'feature-unavailable': 'hints' },
      says: "the account's access control refuses this file: PDF and ZIP delivery off, restricted type, referer or address rule",
      fix: {
        who: 'api-owner',
        text: 'look under Settings, Security: allow delivery of PDF and ZIP files, restricted media types, allowed referers',
      },
      source: 'https://cloudinary.com/documentation/advanced_url_delivery_options#x_cld_error',
    },
    {
      id: 'signature',
      alone: true,
      when: [
        {
          any: [
            { text: /invalid signature [0-9a-f]{4,64}\. string to sign/ },
            { header: 'x-cld-error', is: 'Invalid signature' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature does not fit the parameters or the secret',
      source: 'https://cloudinary.com/documentation/advanced_url_delivery_options#x_cld_error',
    },
    {
      id: 'preset',
      alone: true,
      when: [{ text: 'Upload preset must be whitelisted for unsigned uploads' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the upload preset is not set to unsigned',
      source: 'https://cloudinary.com/documentation/advanced_url_delivery_options#x_cld_error',
    },
  ],
};

export default vendor;
