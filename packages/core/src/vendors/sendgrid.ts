import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sendgrid',
  name: 'SendGrid',
  role: 'api',
  present: [{ host: 'sendgrid.com' }, { header: 'x-no-cors-reason' }, { text: 'sendgrid.com/docs' }],
  refusals: [
    {
      id: 'sender-identity',
      alone: true,
      when: [{ text: 'The from address does not match a verified Sender Identity' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the From address or domain is not verified for this account',
      fix: { who: 'caller', text: 'verify the sender or its domain, or change the From address' },
      source: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sender-identity',
    },
    {
      id: 'access-forbidden',
      alone: true,
      when: [{ text: 'access forbidden' }, { any: [{ host: 'sendgrid.com' }, { body: '"field"' }] }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the API key lacks the permission of this endpoint',
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
    {
      id: 'invalid-key',
      alone: true,
      when: [{ text: 'The provided authorization grant is invalid, expired, or revoked' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is wrong or was revoked',
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
    {
      id: 'credits',
      alone: true,
      when: [{ text: 'Maximum credits exceeded' }],
      causes: { 'feature-unavailable': 'suggests', 'rate-limited': 'suggests' },
      says: "the plan's messages are used up",
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
    {
      id: 'required-2fa',
      alone: true,
      when: [{ text: /basic authentication passwords disabled|two-factor authentication (?:is )?required/ }],
      causes: { 'step-up-required': 'suggests', 'policy-denied': 'hints' },
      says: 'passwords are not taken any more; an API key is wanted',
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'sendgrid.com' }],
      causes: {},
      usual: {
        'policy-denied': 34,
        'scope-insufficient': 30,
        'feature-unavailable': 10,
        'not-owner': 6,
        'ip-refused': 6,
      },
      says: 'mostly the sender was not verified, or the key lacks Mail Send',
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'sendgrid.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'policy-denied': 16,
        'ip-refused': 14,
        'credentials-missing': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly a deleted key, or a suspended account',
      source: 'https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses',
    },
  ],
};

export default vendor;
