import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wordpress',
  name: 'WordPress',
  role: 'cms',
  present: [
    { header: 'x-redirect-by', is: 'WordPress' },
    { header: 'link', is: 'api.w.org' },
    { header: 'x-wp-nonce' },
    { header: 'x-wp-total' },
    { cookie: 'wordpress_' },
    { cookie: 'wp-settings' },
    { path: /^\/(?:[^?]{0,200}\/)?(?:wp-json|wp-admin|wp-login\.php|wp-content|xmlrpc\.php)/ },
    { body: 'rest_cannot_' },
    { body: 'rest_forbidden' },
    { body: 'rest_cookie_invalid_nonce' },
    { text: /sorry, you are not allowed to [a-z ]{1,80}|the link you followed has expired|cookie check failed/ },
  ],
  refusals: [
    {
      id: 'nonce-invalid',
      alone: true,
      when: [{ any: [{ body: 'rest_cookie_invalid_nonce' }, { text: 'Cookie check failed' }] }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'the REST nonce does not fit the logged-in user or is older than a day',
      fix: { who: 'caller', text: 'take a fresh nonce and send it as X-WP-Nonce with the login cookie' },
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/rest-api.php',
    },
    {
      id: 'link-expired',
      alone: true,
      when: [{ text: 'The link you followed has expired.' }],
      causes: { 'csrf-invalid': 'suggests', 'csrf-missing': 'hints' },
      says: 'the nonce of the link or form is stale, or an upload was over the size limit so that the nonce did not arrive',
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/functions.php',
    },
    {
      id: 'rest-anonymous',
      alone: true,
      when: [
        { status: 401 },
        {
          any: [
            { body: 'rest_cannot_' },
            { body: 'rest_forbidden' },
            { body: 'rest_not_logged_in' },
            { body: 'rest_user_cannot_view' },
          ],
        },
        { not: { body: 'woocommerce_rest' } },
      ],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints', 'role-missing': 'hints' },
      says: 'REST with 401: nobody is logged in for WordPress; the Authorization header may have been lost before PHP',
      fix: {
        who: 'server-admin',
        text: 'let the server hand the Authorization header to PHP (CGIPassAuth On, or a rewrite rule that sets HTTP_AUTHORIZATION)',
      },
      source: 'https://developer.wordpress.org/rest-api/using-the-rest-api/authentication/',
    },
    {
      id: 'rest-forbidden',
      alone: true,
      when: [
        { status: 403 },
        { any: [{ body: 'rest_cannot_' }, { body: 'rest_forbidden' }, { body: 'rest_user_cannot_view' }] },
        { not: { body: 'woocommerce_rest' } },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: "the logged-in user's role lacks the capability",
      source:
        'https://developer.wordpress.org/rest-api/extending-the-rest-api/adding-custom-endpoints/#permissions-callback',
    },
    {
      id: 'rest-disabled',
      alone: true,
      when: [
        {
          any: [
            { body: 'rest_disabled' },
            { body: 'rest_login_required' },
            { text: 'Only authenticated users can access the REST API' },
            { text: 'DRA: Only authenticated users can access the REST API.' },
            { text: 'REST API restricted to authenticated users.' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'suggests', 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: 'a plugin closes the REST API for visitors',
      source: 'https://wordpress.org/plugins/disable-json-api/',
    },
    {
      id: 'application-password',
      alone: true,
      when: [
        {
          any: [
            { body: /"code": ?"(?:incorrect_password|invalid_username|invalid_email)"/ },
            { text: 'The provided password is an invalid application password' },
          ],
        },
        { not: { body: 'rest_cannot' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or the application password is wrong',
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/user.php',
    },
    {
      id: 'admin-page',
      alone: true,
      when: [
        {
          any: [
            { text: 'Sorry, you are not allowed to access this page.' },
            { text: 'You do not have sufficient permissions to access this page.' },
            { text: 'You need a higher level of permission.' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests' },
      says: "the user's role lacks the capability for this admin page",
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-admin/includes/menu.php',
    },
    {
      id: 'xmlrpc-disabled',
      alone: true,
      when: [{ text: 'XML-RPC services are disabled on this site.' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'XML-RPC is off on this site',
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/class-wp-xmlrpc-server.php',
    },
    {
      id: 'comment-flood',
      alone: true,
      when: [{ text: 'You are posting comments too quickly. Slow down.' }],
      causes: { 'rate-limited': 'proves' },
      says: 'comments came too quickly one after the other',
      source: 'https://github.com/WordPress/wordpress-develop/blob/trunk/src/wp-includes/comment.php',
    },
  ],
};

export default vendor;
