import { HOSTED } from '../model/hosted.ts';
import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'negotiate',
  name: 'Kerberos and NTLM',
  role: 'identity',
  standard: true,
  present: [],
  refusals: [
    {
      id: 'usual-first',
      alone: true,
      when: [
        { status: 401 },
        { not: { sent: 'authorization' } },
        { any: [{ challenge: 'negotiate' }, { challenge: 'ntlm' }] },
        {
          not: {
            any: [
              { header: 'server', is: 'Microsoft-IIS' },
              { header: 'server', is: 'Microsoft-HTTPAPI' },
            ],
          },
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 66, 'host-rejected': 6, 'feature-unavailable': 4 },
      says: 'the browser sends its ticket to sites of its trusted zone only, and programs must be told to',
      source: 'https://www.rfc-editor.org/rfc/rfc4559',
    },
    {
      id: 'usual-sent',
      alone: true,
      when: [
        { status: 401 },
        { sent: 'authorization' },
        { any: [{ challenge: 'negotiate' }, { challenge: 'ntlm' }] },
        {
          not: {
            any: [
              { header: 'server', is: 'Microsoft-IIS' },
              { header: 'server', is: 'Microsoft-HTTPAPI' },
            ],
          },
        },
        {
          not: {
            host: HOSTED,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'host-rejected': 12,
        'credentials-malformed': 10,
        'credentials-expired': 8,
        'proxy-refused': 6,
      },
      says: 'the service name (SPN) or keytab is not that of the host name, or clocks differ',
      source: 'https://www.rfc-editor.org/rfc/rfc4559',
    },
  ],
};

export default vendor;
