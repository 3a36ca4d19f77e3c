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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'res.cloudinary.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 26,
        'credentials-missing': 24,
        'credentials-invalid': 24,
        'object-hidden': 14,
        'origin-rejected': 5,
      },
      says: 'mostly strict transformations or a restricted format (PDF, ZIP), or a private asset',
      source: 'https://cloudinary.com/documentation/control_access_to_media',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'res.cloudinary.com' }],
      causes: {},
      usual: { 'object-hidden': 80, 'credentials-invalid': 8, 'credentials-expired': 3 },
      says: 'mostly a wrong public id, version or cloud name',
      source: 'https://cloudinary.com/documentation/control_access_to_media',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'res.cloudinary.com' }],
      causes: {},
      usual: {
        'origin-rejected': 34,
        'policy-denied': 18,
        'ip-refused': 16,
        'feature-unavailable': 14,
        'client-refused': 5,
      },
      says: 'mostly allowed referrers, or a disabled account',
      source: 'https://cloudinary.com/documentation/control_access_to_media',
    },
  ],
};

export default vendor;
