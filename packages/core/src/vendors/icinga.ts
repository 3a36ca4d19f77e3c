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
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: 401 },
        { port: 5665 },
        { path: /^\/v1\/(?:objects|actions|status|config|events|templates|types|variables|console)(?:\/|\?|$)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 60, 'credentials-invalid': 12, 'tls-required': 8 },
      says: 'the API user and its password are missing',
      source: 'https://icinga.com/docs/icinga-2/latest/doc/12-icinga2-api/',
    },
    {
      id: 'usual-api-auth',
      alone: true,
      when: [
        { status: 401 },
        { port: 5665 },
        { path: /^\/v1\/(?:objects|actions|status|config|events|templates|types|variables|console)(?:\/|\?|$)/ },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 64, 'credentials-malformed': 6, 'tls-required': 5, 'origin-rejected': 4 },
      says: 'the API user is not in api-users.conf, or its password is another one',
      source: 'https://icinga.com/docs/icinga-2/latest/doc/12-icinga2-api/',
    },
    {
      id: 'usual-cgi',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:nagios3?|nagios4|icinga|naemon|thruk)\/(?:cgi-bin\/)?[a-z]{0,20}(?:\.cgi)?/ },
        { not: { path: /^\/icinga\/?$/ } },
      ],
      causes: {},
      usual: {
        'role-missing': 28,
        'ip-refused': 22,
        'credentials-missing': 22,
        'credentials-invalid': 14,
        'file-permissions': 5,
      },
      says: 'the user is not authorized in cgi.cfg, or the package allows some addresses only',
      source: 'https://assets.nagios.com/downloads/nagioscore/docs/nagioscore/4/en/cgiauth.html',
    },
  ],
};

export default vendor;
