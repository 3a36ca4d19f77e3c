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
  ],
};

export default vendor;
