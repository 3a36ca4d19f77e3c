import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'cloudflare-access',
  name: 'Cloudflare Access',
  role: 'identity',
  present: [
    { header: 'location', is: 'cloudflareaccess.com' },
    { header: 'cf-access-domain' },
    { header: 'www-authenticate', is: /cloudflare-access/i },
    { sent: 'cf-access-client-id' },
    { cookie: 'cf_authorization' },
    { cookie: 'cf_appsession' },
    { host: 'cloudflareaccess.com' },
  ],
  refusals: [
    {
      id: 'login',
      alone: true,
      when: [
        { header: 'location', is: /cloudflareaccess\.com\/cdn-cgi\/access\/login/ },
        { status: [301, 302, 303, 307] },
      ],
      causes: { 'credentials-missing': 'proves', 'credentials-expired': 'hints' },
      says: 'the application wants a login, or a service token with a Service Auth policy',
      fix: {
        who: 'caller',
        text: 'machines send CF-Access-Client-Id and CF-Access-Client-Secret, and the policy action is Service Auth',
      },
      source: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
    },
    {
      id: 'account',
      alone: true,
      when: [{ text: 'that account does not have access' }],
      causes: { 'role-missing': 'proves' },
      says: 'no policy of the application lets this account in',
      source: 'https://developers.cloudflare.com/cloudflare-one/faq/authentication-faq/',
    },
    {
      id: 'service-token',
      when: [{ sent: 'cf-access-client-id' }, { status: [401, 403] }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'suggests', 'role-missing': 'suggests' },
      says: 'the service token was not accepted, or no Service Auth policy names it',
      source: 'https://developers.cloudflare.com/cloudflare-one/access-controls/service-credentials/service-tokens/',
    },
  ],
};

export default vendor;
