import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apache',
  name: 'Apache HTTP Server',
  role: 'web-server',
  present: [
    { header: 'server', is: /^apache(?:[/ ]|$)/i },
    { text: /forbidden you don.t have permission to access (?:this resource|[^ "]{1,200} on this server)/ },
    { text: /<address>apache\/|apache\/2\.[0-9.]{1,8} \([a-z]/ },
  ],
  refusals: [
    {
      id: 'htaccess-unreadable',
      alone: true,
      when: [{ text: 'Server unable to read htaccess file, denying access to be safe' }],
      causes: { 'file-permissions': 'proves' },
      says: 'Apache could not read an .htaccess file on the way to this path',
      fix: {
        who: 'server-admin',
        text: "give the worker's user search permission on every directory of the path and read permission on .htaccess",
      },
      source: 'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
    },
    {
      id: 'plain-http-on-tls',
      alone: true,
      when: [{ text: /reason: you.re speaking plain http to an ssl-enabled server port/ }],
      causes: { 'tls-required': 'proves', 'not-403': 'hints' },
      says: 'plain HTTP was sent to a port that speaks TLS',
      fix: { who: 'caller', text: 'use https:// in the URL' },
      source: 'https://github.com/apache/httpd/blob/trunk/modules/ssl/ssl_engine_kernel.c',
    },
    {
      id: 'post-handshake',
      alone: true,
      when: [{ text: 'Reason: Cannot perform Post-Handshake Authentication' }],
      causes: { 'tls-required': 'proves', 'credentials-missing': 'hints' },
      says: 'this path wants a client certificate, and the client does not do post-handshake authentication (TLS 1.3)',
      fix: { who: 'server-admin', text: 'ask for the certificate on the whole virtual host, or allow TLS 1.2 for it' },
      source: 'https://github.com/apache/httpd/blob/trunk/modules/ssl/ssl_engine_kernel.c',
    },
    {
      id: 'misdirected',
      alone: true,
      when: [{ text: 'the requested host name does not match the Server Name Indication (SNI) in use' }],
      causes: { 'host-rejected': 'suggests', 'tls-required': 'hints' },
      says: 'the Host header is of another virtual host than the name given in the TLS handshake',
      source: 'https://github.com/apache/httpd/blob/trunk/modules/http/http_protocol.c',
    },
    {
      id: 'bare-directory',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^[^?]*\/(?:\?.*)?$/ },
        { text: /forbidden you don.t have permission to access (?:this resource|[^ "]{1,200})/ },
        { not: { text: 'unable to read htaccess' } },
        { not: { text: 'post-handshake' } },
      ],
      causes: {
        'server-rule': 'hints',
        'directory-listing': 'suggests',
        'file-permissions': 'hints',
        'ip-refused': 'hints',
      },
      says: 'Apache refused a directory and does not say why: no index file, Require, or permissions',
      fix: {
        who: 'server-admin',
        text: 'look at the error log: AH01276 is a directory without index, AH01630 a Require rule, AH00035 or AH00132 file permissions',
      },
      source: 'https://httpd.apache.org/docs/2.4/mod/mod_autoindex.html',
    },
    {
      id: 'bare-path',
      when: [
        { status: 403 },
        { any: [{ not: { path: /^[^?]*\/(?:\?.*)?$/ } }, { not: { method: ['GET', 'HEAD'] } }] },
        { text: /forbidden you don.t have permission to access (?:this resource|[^ "]{1,200})/ },
        { not: { text: 'unable to read htaccess' } },
        { not: { text: 'post-handshake' } },
      ],
      causes: {
        'server-rule': 'suggests',
        'file-permissions': 'suggests',
        'ip-refused': 'suggests',
        'content-rejected': 'hints',
      },
      says: 'Apache refused this path and does not say why: a Require or rewrite rule, an address rule, or file permissions',
      fix: {
        who: 'server-admin',
        text: 'look at the error log: AH01630 is a Require rule, AH00035 or AH00132 file permissions, AH00037 a symbolic link',
      },
      source: 'https://httpd.apache.org/docs/2.4/howto/access.html',
    },
  ],
};

export default vendor;
