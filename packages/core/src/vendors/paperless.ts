import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'paperless',
  name: 'Paperless-ngx',
  role: 'app',
  present: [{ header: 'x-version' }, { header: 'x-api-version' }],
  refusals: [
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/(?:documents\/(?:post_document|bulk_edit|\d{1,9}\/(?:download|thumb|preview))|correspondents|document_types|storage_paths|saved_views|mail_rules)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 38,
        'credentials-invalid': 26,
        'role-missing': 14,
        'csrf-missing': 8,
        'not-owner': 6,
      },
      says: 'the token goes as "Token …", or the object belongs to another user',
      source: 'https://docs.paperless-ngx.com/api/',
    },
  ],
};

export default vendor;
