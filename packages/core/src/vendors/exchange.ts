import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'exchange',
  name: 'Microsoft Exchange Server',
  role: 'app',
  present: [
    { header: 'x-feserver' },
    { header: 'x-owa-version' },
    { header: 'x-calculatedbetarget' },
    { cookie: 'ClientId=' },
  ],
  refusals: [
    {
      id: 'usual-ews-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:ews|autodiscover)(?:\/|$)/i }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: {
        'credentials-missing': 62,
        'credentials-malformed': 7,
        'proxy-refused': 6,
        'credentials-invalid': 5,
        'feature-unavailable': 4,
      },
      says: 'the first step of NTLM or Kerberos, or a proxy that breaks it',
      source: 'https://learn.microsoft.com/en-us/exchange/clients/default-virtual-directory-settings',
    },
    {
      id: 'usual-ews-auth',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:ews|autodiscover)(?:\/|$)/i }, { sent: 'authorization' }],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'feature-unavailable': 18,
        'role-missing': 9,
        'step-up-required': 8,
        'proxy-refused': 6,
        'credentials-malformed': 5,
      },
      says: 'the account is not accepted, or Basic is off on this virtual directory',
      source: 'https://learn.microsoft.com/en-us/exchange/clients/default-virtual-directory-settings',
    },
    {
      id: 'usual-ews-forbidden',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:ews|autodiscover|mapi\/emsmdb|rpc\/rpcproxy\.dll)(?:\/|\?|$)/i }],
      causes: {},
      usual: {
        'policy-denied': 24,
        'role-missing': 18,
        'tls-required': 16,
        'ip-refused': 15,
        'feature-unavailable': 12,
        'client-refused': 7,
      },
      says: 'EWS is blocked for the mailbox or the client, or the virtual directory asks for TLS',
      source:
        'https://learn.microsoft.com/en-us/exchange/client-developer/exchange-web-services/how-to-control-access-to-ews-in-exchange',
    },
    {
      id: 'usual-activesync',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/microsoft-server-activesync/i }],
      causes: {},
      usual: {
        'credentials-invalid': 26,
        'policy-denied': 24,
        'role-missing': 17,
        'feature-unavailable': 12,
        'credentials-missing': 8,
        'file-permissions': 5,
      },
      says: 'the device is blocked or in quarantine, or the mailbox has ActiveSync off',
      source: 'https://learn.microsoft.com/en-us/exchange/clients/exchange-activesync/exchange-activesync',
    },
    {
      id: 'usual-owa',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:owa|ecp)(?:\/|$)/i }],
      causes: {},
      usual: {
        'role-missing': 22,
        'ip-refused': 20,
        'credentials-expired': 16,
        'credentials-invalid': 14,
        'csrf-invalid': 10,
        'tls-required': 6,
      },
      says: 'the page is for administrators or inner addresses, or the canary of the session is stale',
      source: 'https://learn.microsoft.com/en-us/exchange/architecture/client-access/exchange-admin-center',
    },
  ],
};

export default vendor;
