import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'supabase',
  name: 'Supabase',
  role: 'platform',
  present: [
    { host: 'supabase.co' },
    { host: 'api.supabase.com' },
    { header: 'sb-gateway-version' },
    { header: 'sb-project-ref' },
    { header: 'x-supabase-api-version' },
  ],
  refusals: [
    {
      id: 'legacy-keys',
      alone: true,
      when: [{ text: /legacy api keys are disabled/ }],
      causes: { 'credentials-invalid': 'proves', 'policy-denied': 'hints' },
      says: 'the project has switched its old keys off',
      source: 'https://supabase.com/docs/guides/api/api-keys',
    },
    {
      id: 'session-gone',
      alone: true,
      when: [{ code: ['session_not_found', 'session_expired'] }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'hints' },
      says: 'the session of the token is closed',
      source: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
    },
    {
      id: 'step-up',
      alone: true,
      when: [{ code: 'insufficient_aal' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the operation wants a second factor',
      source: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
    },
    {
      id: 'email-rate',
      alone: true,
      when: [{ code: ['over_email_send_rate_limit', 'over_request_rate_limit', 'over_sms_send_rate_limit'] }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many mails or calls',
      source: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
    },
    {
      id: 'signup-off',
      when: [{ code: ['signup_disabled', 'email_provider_disabled', 'provider_disabled'] }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'sign-up or this provider is switched off',
      source: 'https://supabase.com/docs/guides/auth/debugging/error-codes',
    },
    {
      id: 'restricted',
      alone: true,
      when: [{ text: 'service for this project is restricted due to the following violations' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the project is over the limits of its plan',
      source: 'https://supabase.com/docs/guides/platform/billing-faq',
    },
  ],
};

export default vendor;
