import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'magento',
  name: 'Magento / Adobe Commerce',
  role: 'cms',
  present: [
    { header: 'x-magento-cache-id' },
    { header: 'x-magento-tags' },
    { text: /the consumer isn't authorized to access|invalid form key/ },
  ],
  refusals: [
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /(?:the )?consumer is ?n[o']t authorized to access %(?:1|resources)/ }],
      causes: {
        'role-missing': 'suggests',
        'credentials-missing': 'suggests',
        'scope-insufficient': 'hints',
        'credentials-invalid': 'hints',
      },
      says: "the token's role or integration lacks the ACL resource; also said when no valid token came",
      fix: { who: 'api-owner', text: 'give the integration or role the resource that the answer names' },
      source:
        'https://github.com/magento/magento2/blob/2.4-develop/app/code/Magento/Webapi/Controller/Rest/RequestValidator.php',
    },
    {
      id: 'form-key',
      alone: true,
      when: [{ text: 'Invalid Form Key. Please refresh the page.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'suggests' },
      says: 'the form_key is absent or stale',
      source:
        'https://github.com/magento/magento2/blob/2.4-develop/lib/internal/Magento/Framework/App/Request/CsrfValidator.php',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: 401 },
        { method: 'POST' },
        { path: /^\/(?:[^?]{0,200}\/)?rest\/(?:[a-z_]{1,30}\/)?V1\/integration\/(?:admin|customer)\/token/ },
        { not: { sent: 'authorization' } },
        { header: 'x-magento-cache-id' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 46, 'step-up-required': 22, 'rate-limited': 12, 'role-missing': 8 },
      says: 'user or password is wrong, the account is locked, or two-factor login is on',
      source: 'https://developer.adobe.com/commerce/webapi/get-started/authentication/',
    },
    {
      id: 'usual-rest-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,200}\/)?rest\/(?:[a-z_]{1,30}\/)?(?:async\/)?(?:bulk\/)?V1\// },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 58, 'credentials-invalid': 10, 'server-rule': 8, 'policy-denied': 6 },
      says: 'the route needs a token of an administrator, an integration or a customer',
      source: 'https://developer.adobe.com/commerce/webapi/get-started/authentication/',
    },
    {
      id: 'usual-rest-auth',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/(?:[^?]{0,200}\/)?rest\/(?:[a-z_]{1,30}\/)?(?:async\/)?(?:bulk\/)?V1\// },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: {
        'role-missing': 30,
        'feature-unavailable': 22,
        'credentials-invalid': 20,
        'credentials-expired': 16,
        'credentials-malformed': 5,
      },
      says: 'the token is past its time, integrations may not use it as a bearer (2.4.4), or the resource is not granted',
      source: 'https://developer.adobe.com/commerce/webapi/get-started/authentication/',
    },
    {
      id: 'usual-admin',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:index\.php\/)?(?:admin|backend)_[a-z0-9]{3,12}(?:[/?]|$)/ }],
      causes: {},
      usual: { 'content-rejected': 28, 'ip-refused': 25, 'role-missing': 16, 'csrf-invalid': 12, 'client-refused': 6 },
      says: 'a firewall or a rule on addresses guards the backend, or the role lacks the resource',
      source: 'https://experienceleague.adobe.com/en/docs/commerce-admin/systems/security/security-admin',
    },
    {
      id: 'usual-media',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:pub\/)?(?:media\/(?:catalog|wysiwyg|customer|downloadable|import)|static\/(?:version\d{1,12}\/)?(?:frontend|adminhtml))\//,
        },
      ],
      causes: {},
      usual: {
        'file-permissions': 46,
        'server-rule': 20,
        'directory-listing': 8,
        'client-refused': 8,
        'origin-rejected': 6,
      },
      says: 'the rights of pub/media and pub/static do not suit the worker',
      source:
        'https://experienceleague.adobe.com/en/docs/commerce-operations/installation-guide/prerequisites/file-system/configure-permissions',
    },
    {
      id: 'usual-setup',
      alone: true,
      when: [
        { status: 403 },
        { path: /^\/(?:setup|update|downloader|var|app\/etc|pub\/errors)(?:\/|$)/ },
        { any: [{ cookie: 'X-Magento-Vary' }, { cookie: 'mage-' }, { header: 'x-magento-tags' }] },
      ],
      causes: {},
      usual: { 'server-rule': 56, 'ip-refused': 15, 'file-permissions': 8, 'content-rejected': 5 },
      says: 'the configuration of the server closes everything outside pub',
      source: 'https://developer.adobe.com/commerce/webapi/get-started/authentication/',
    },
  ],
};

export default vendor;
