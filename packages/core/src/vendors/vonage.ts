import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vonage',
  name: 'Vonage (Nexmo)',
  role: 'api',
  present: [{ host: 'nexmo.com' }, { host: 'vonage.com' }, { body: '"message-count"' }],
  refusals: [
    {
      id: 'credentials',
      when: [{ body: /"status" ?: ?"4" ?, ?"error-text" ?: ?"bad credentials"/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'key or secret is wrong, told in a 200',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
    {
      id: 'whitelist',
      alone: true,
      when: [{ text: 'non white-listed destination' }],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'suggests' },
      says: 'a trial account sends to listed numbers only',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
    {
      id: 'quota',
      when: [{ body: /"status" ?: ?"9"/ }, { text: 'quota exceeded' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the balance of the account does not suffice',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
    {
      id: 'barred',
      when: [{ body: /"status" ?: ?"8"/ }, { text: 'partner account barred' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is barred',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'nexmo.com' }, { host: 'vonage.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-malformed': 20,
        'credentials-missing': 12,
        'credentials-expired': 10,
      },
      says: 'mostly key and secret where a JWT is required or the reverse',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'nexmo.com' }, { host: 'vonage.com' }] }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'policy-denied': 24, 'role-missing': 14, 'not-owner': 10 },
      says: 'mostly a capability or number that the account does not have',
      source: 'https://developer.vonage.com/en/messaging/sms/guides/troubleshooting-sms',
    },
  ],
};

export default vendor;
