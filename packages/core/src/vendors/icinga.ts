import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'icinga',
  name: 'Icinga 2 / Nagios',
  role: 'app',
  present: [
    { header: 'server', is: 'Icinga' },
    { path: '/v1/objects/' },
    { path: '/v1/actions/' },
    { path: '/nagios/' },
    { text: /icinga|nagios|it appears as though you do not have permission to view information/ },
  ],
  refusals: [
    {
      id: 'missing-permission',
      alone: true,
      when: [{ text: /missing permission:? '?[a-z*]{1,20}\/[a-z*]{1,30}/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the ApiUser lacks a permission; the answer names it',
      source: 'https://icinga.com/docs/icinga-2/latest/doc/12-icinga2-api/#permissions',
    },
    {
      id: 'nagios-cgi',
      alone: true,
      when: [{ text: 'It appears as though you do not have permission to view information for' }],
      causes: { 'role-missing': 'suggests' },
      says: "Nagios: the user is no contact of these hosts and not in cgi.cfg's authorized_for lists",
      source: 'https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/cgiauth.html',
    },
  ],
};

export default vendor;
