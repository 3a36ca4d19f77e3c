import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'woocommerce',
  name: 'WooCommerce',
  role: 'cms',
  present: [{ path: /^\/(?:[^?]{0,200}\/)?wp-json\/wc\// }, { path: '/wc-api/' }, { body: 'woocommerce_rest_' }],
  refusals: [
    {
      id: 'cannot-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { any: [{ body: 'woocommerce_rest_cannot_' }, { text: 'Sorry, you cannot list resources.' }] },
      ],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the keys did not arrive (the Authorization header is dropped, or plain HTTP is used), or their user may not do this',
      fix: {
        who: 'caller',
        text: 'over plain HTTP sign with OAuth 1.0a; where the server drops the Authorization header send consumer_key and consumer_secret in the query',
      },
      source:
        'https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-rest-authentication.php',
    },
    {
      id: 'cannot-user',
      alone: true,
      when: [{ status: 403 }, { body: 'woocommerce_rest_cannot_' }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: "the key's user lacks the capability, or the key is read-only",
      source:
        'https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-rest-authentication.php',
    },
    {
      id: 'authentication',
      alone: true,
      when: [
        {
          any: [
            { body: 'woocommerce_rest_authentication_error' },
            { text: 'Consumer key is invalid.' },
            { text: 'Consumer secret is invalid.' },
          ],
        },
        { not: { text: 'permissions' } },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the consumer key, secret or signature is wrong',
      source:
        'https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-rest-authentication.php',
    },
    {
      id: 'key-permissions',
      alone: true,
      when: [{ text: /the api key provided does not have (?:read|write) permissions/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key was made without this permission (read, write)',
      source:
        'https://github.com/woocommerce/woocommerce/blob/trunk/plugins/woocommerce/includes/class-wc-rest-authentication.php',
    },
  ],
};

export default vendor;
