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
    {
      id: 'usual-keys',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:[^?]{0,200}\/)?wp-json\/wc\// }, { sent: 'authorization' }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-malformed': 20,
        'role-missing': 12,
        'tls-required': 12,
        'server-rule': 9,
      },
      says: 'the keys are wrong or read-only, or the server drops Authorization; over plain HTTP they must sign by OAuth 1.0a',
      source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    },
    {
      id: 'usual-no-keys',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:[^?]{0,200}\/)?wp-json\/wc\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: {
        'credentials-missing': 52,
        'credentials-invalid': 12,
        'credentials-malformed': 10,
        'server-rule': 8,
        'tls-required': 5,
      },
      says: 'the consumer key and secret are missing or did not reach PHP',
      source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    },
    {
      id: 'usual-blocked',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:[^?]{0,200}\/)?wp-json\/wc\// }],
      causes: {},
      usual: {
        'content-rejected': 27,
        'client-refused': 22,
        'role-missing': 15,
        'ip-refused': 15,
        'server-rule': 6,
        'credentials-invalid': 4,
      },
      says: 'a firewall or the bot protection of the host stands before the API',
      source: 'https://woocommerce.github.io/woocommerce-rest-api-docs/#authentication',
    },
    {
      id: 'usual-webhook',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/wc-api/' }],
      causes: {},
      usual: {
        'client-refused': 28,
        'content-rejected': 20,
        'ip-refused': 18,
        'credentials-invalid': 10,
        'server-rule': 10,
        'credentials-missing': 5,
      },
      says: 'the notice of a payment service is refused by the protection of the site',
      source: 'https://woocommerce.com/document/wc_api-the-woocommerce-api-callback/',
    },
  ],
};

export default vendor;
