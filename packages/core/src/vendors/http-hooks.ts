import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'http-hooks',
  name: 'Webhook and upload endpoints',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-webhook',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:web-?hooks?|hooks|callbacks?|ipn|notify|notifications?|postback)(?:\/[^?]{0,80})?(?:\?|$)/,
        },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'csrf-missing': 28,
        'credentials-invalid': 20,
        'client-refused': 14,
        'ip-refused': 12,
        'credentials-missing': 11,
        'content-rejected': 6,
      },
      says: 'CSRF protection or a login covers the route, the signature does not fit, or a firewall refuses the sender',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-upload',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:upload|uploads|upload\.php|uploader|attachments|media|files|import|upload_image|upload-file)\/?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'content-rejected': 28,
        'csrf-missing': 18,
        'role-missing': 15,
        'credentials-missing': 10,
        'file-permissions': 8,
        'ip-refused': 4,
        'csrf-invalid': 4,
      },
      says: 'a firewall reads the content, a form token is missing, or the user may not upload',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-upload-401',
      alone: true,
      when: [
        { status: 401 },
        { method: ['POST', 'PUT'] },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:upload|uploads|upload\.php|uploader|attachments|media|files|import|upload_image|upload-file)\/?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 22, 'credentials-expired': 18 },
      says: 'no token came with the upload, or it ended meanwhile',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
    {
      id: 'usual-contact',
      alone: true,
      when: [
        { status: 403 },
        { method: 'POST' },
        {
          path: /^\/(?:[^?]{0,80}\/)?(?:contact|contact-us|contact\.php|comment|comments|comment\.php|subscribe|newsletter|search|search\.php|send|mail\.php|sendmail)\/?(?:\?|$)/,
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'csrf-missing': 26,
        'content-rejected': 26,
        'client-refused': 18,
        'origin-rejected': 7,
        'ip-refused': 7,
        'csrf-invalid': 6,
      },
      says: 'a form token is missing, or a firewall or spam filter refuses the words',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.4',
    },
  ],
};

export default vendor;
