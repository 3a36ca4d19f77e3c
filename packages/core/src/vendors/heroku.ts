import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'heroku',
  name: 'Heroku',
  role: 'platform',
  present: [
    { host: 'api.heroku.com' },
    { host: 'herokuapp.com' },
    { header: 'oauth-scope-accepted' },
    { header: 'via', is: /vegur|heroku-router/i },
  ],
  refusals: [
    {
      id: 'app-access',
      alone: true,
      when: [{ text: /you do not have access to the (app|team|pipeline|space) / }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the account is no collaborator of the app',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference#error-responses',
    },
    {
      id: 'invalid',
      when: [
        { status: 401 },
        { text: /invalid credentials provided|there were no credentials in your `?authorization`? header/ },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the API key is wrong or missing',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference#error-responses',
    },
    {
      id: 'two-factor',
      alone: true,
      when: [{ header: 'heroku-two-factor-required' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the call wants a second factor',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference#error-responses',
    },
    {
      id: 'account',
      when: [{ body: /"id": ?"(suspended|delinquent|verification_required|verification_needed)"/ }],
      causes: { 'policy-denied': 'proves', 'feature-unavailable': 'hints' },
      says: 'the account is suspended, unpaid or not verified',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference#error-responses',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.heroku.com' }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-expired': 22, 'credentials-missing': 20 },
      says: 'mostly a revoked or expired token',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.heroku.com' }],
      causes: {},
      usual: { 'role-missing': 48, 'step-up-required': 14, 'feature-unavailable': 10, 'policy-denied': 10 },
      says: 'mostly no collaborator of the app, or two-factor login is required',
      source: 'https://devcenter.heroku.com/articles/platform-api-reference',
    },
  ],
};

export default vendor;
