import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openresty',
  name: 'OpenResty',
  role: 'web-server',
  present: [{ header: 'server', is: 'openresty' }, { body: '<center>openresty' }, { text: /403 forbidden openresty/ }],
  refusals: [
    {
      id: 'bare',
      when: [{ status: 403 }, { any: [{ body: '<center>openresty' }, { text: /403 forbidden openresty/ }] }],
      causes: {
        'server-rule': 'suggests',
        'content-rejected': 'hints',
        'ip-refused': 'hints',
        'client-refused': 'hints',
        'file-permissions': 'hints',
        'directory-listing': 'hints',
      },
      says: 'OpenResty refused without a reason: a Lua access phase or a deny rule',
      fix: { who: 'server-admin', text: 'look at the error log, and for access_by_lua code that calls ngx.exit(403)' },
      source: 'https://github.com/openresty/lua-nginx-module#access_by_lua',
    },
  ],
};

export default vendor;
