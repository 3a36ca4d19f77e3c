import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aspnet',
  name: 'ASP.NET (classic)',
  role: 'framework',
  present: [
    { header: 'x-aspnet-version' },
    { header: 'x-aspnetmvc-version' },
    { cookie: 'ASP.NET_SessionId' },
    { text: /system\.web\.(?:http|mvc|ui)/ },
  ],
  refusals: [
    {
      id: 'antiforgery-missing',
      alone: true,
      when: [{ text: /the required anti-forgery (?:cookie|form field) [^ ]{1,80} is not present/ }],
      causes: { 'csrf-missing': 'proves', 'csrf-invalid': 'hints' },
      says: 'the anti-forgery cookie or form field did not come',
      source:
        'https://learn.microsoft.com/en-us/aspnet/web-api/overview/security/preventing-cross-site-request-forgery-csrf-attacks',
    },
    {
      id: 'antiforgery-invalid',
      alone: true,
      when: [
        {
          text: /the anti-forgery (?:token could not be decrypted|cookie token and form field token do not match)|the provided anti-forgery token was meant for/,
        },
      ],
      causes: { 'csrf-invalid': 'proves' },
      says: 'the anti-forgery token came and does not fit the cookie, the user or the machine key',
      source:
        'https://learn.microsoft.com/en-us/aspnet/web-api/overview/security/preventing-cross-site-request-forgery-csrf-attacks',
    },
    {
      id: 'dangerous-request',
      alone: true,
      when: [{ text: 'A potentially dangerous Request' }, { text: 'was detected from the client' }],
      causes: { 'content-rejected': 'proves' },
      says: 'request validation refused a value that looks like markup',
      fix: { who: 'api-owner', text: 'allow HTML for this field only, and encode what it prints' },
      source: 'https://learn.microsoft.com/en-us/aspnet/whitepapers/request-validation',
    },
    {
      id: 'authorization-denied',
      alone: true,
      when: [{ text: 'Authorization has been denied for this request.' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'the AuthorizeAttribute of Web API refused: no valid login, or not the role',
      source: 'https://github.com/aspnet/AspNetWebStack/blob/main/src/System.Web.Http/Properties/SRResources.resx',
    },
  ],
};

export default vendor;
