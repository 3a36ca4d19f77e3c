import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'http-methods',
  name: 'Methods beyond GET and POST',
  role: 'framework',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-trace',
      alone: true,
      when: [
        { status: [403, 405] },
        { method: ['TRACE', 'TRACK', 'DEBUG'] },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'method-refused': 70, 'server-rule': 12, 'content-rejected': 6 },
      says: 'TRACE is off nearly everywhere',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.1',
    },
    {
      id: 'usual-write-anonymous',
      alone: true,
      when: [
        { status: 403 },
        { method: ['PUT', 'PATCH', 'DELETE'] },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
        { not: { path: /\/(?:dav|webdav|uploads|files|share|svn|repos?|upload)\// } },
        { not: { header: 'server', is: /amazons3|minio|azure/i } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'method-refused': 24,
        'credentials-missing': 24,
        'csrf-missing': 14,
        'content-rejected': 13,
        'role-missing': 8,
        'ip-refused': 6,
      },
      says: 'a firewall of the host knows GET and POST only, or a token is missing',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.1',
    },
    {
      id: 'usual-write-session',
      alone: true,
      when: [
        { status: 403 },
        { method: ['PUT', 'PATCH', 'DELETE'] },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'csrf-missing': 24,
        'role-missing': 20,
        'not-owner': 14,
        'csrf-invalid': 12,
        'method-refused': 9,
        'content-rejected': 7,
      },
      says: 'a form token is missing, or the object is of another user',
      source: 'https://www.rfc-editor.org/rfc/rfc9110#section-9.1',
    },
  ],
};

export default vendor;
