import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'php-fpm',
  name: 'PHP-FPM',
  role: 'web-server',
  present: [{ header: 'x-powered-by', is: /^php\/fpm/i }],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [{ status: 403 }, { path: /\.ph(?:p|tml|ar)\d?(?:[/?]|$)/i }, { body: /^access denied\.$/ }],
      causes: { 'file-permissions': 'suggests', 'server-rule': 'hints' },
      says: 'the pool’s user may not open the script, or its ending is not in security.limit_extensions',
      fix: {
        who: 'server-admin',
        text: 'let the pool’s user read the script and search the folders above it; the pool’s log tells which of the two it was',
      },
      source: 'https://github.com/php/php-src/blob/master/sapi/fpm/fpm/fpm_main.c',
    },
  ],
};

export default vendor;
