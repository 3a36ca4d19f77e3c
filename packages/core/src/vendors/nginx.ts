import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nginx',
  name: 'nginx',
  role: 'web-server',
  present: [
    { header: 'server', is: 'nginx' },
    { body: /<center>nginx(?:\/[0-9.]{1,12})?</ },
    { text: /403 forbidden nginx/ },
  ],
  refusals: [
    {
      id: 'bare-directory',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^[^?]*\/(?:\?.*)?$/ },
        { any: [{ body: '<center>nginx' }, { text: /403 forbidden nginx/ }] },
      ],
      causes: {
        'directory-listing': 'suggests',
        'file-permissions': 'hints',
        'server-rule': 'hints',
        'ip-refused': 'hints',
      },
      says: 'nginx refused a directory and does not say why: no index file, permissions, or a deny rule',
      fix: {
        who: 'server-admin',
        text: 'look at the error log: "directory index of ... is forbidden" is a missing index file, "Permission denied" is file permissions, "access forbidden by rule" is a deny rule',
      },
      source: 'https://nginx.org/en/docs/http/ngx_http_autoindex_module.html',
    },
    {
      id: 'bare-path',
      when: [
        { status: 403 },
        { not: { path: /^[^?]*\/(?:\?.*)?$/ } },
        { any: [{ body: '<center>nginx' }, { text: /403 forbidden nginx/ }] },
      ],
      causes: {
        'server-rule': 'suggests',
        'file-permissions': 'suggests',
        'ip-refused': 'hints',
        'directory-listing': 'hints',
        'content-rejected': 'hints',
      },
      says: 'nginx refused this path and does not say why: a deny rule, an address rule, or a file that its worker cannot read',
      fix: {
        who: 'server-admin',
        text: 'look at the error log: "access forbidden by rule" is a deny rule, "(13: Permission denied)" is file permissions',
      },
      source: 'https://nginx.org/en/docs/http/ngx_http_access_module.html',
    },
    {
      id: 'bare-write',
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^[^?]*\/(?:\?.*)?$/ },
        { any: [{ body: '<center>nginx' }, { text: /403 forbidden nginx/ }] },
      ],
      causes: {
        'server-rule': 'suggests',
        'method-refused': 'suggests',
        'ip-refused': 'hints',
        'content-rejected': 'hints',
      },
      says: 'nginx refused this method on a directory: limit_except, WebDAV or a deny rule',
      source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#limit_except',
    },
    {
      id: 'plain-http-on-tls',
      alone: true,
      when: [{ text: 'The plain HTTP request was sent to HTTPS port' }],
      causes: { 'tls-required': 'proves', 'not-403': 'hints' },
      says: 'plain HTTP was sent to a port that speaks TLS',
      fix: { who: 'caller', text: 'use https:// in the URL' },
      source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
    },
    {
      id: 'client-certificate-missing',
      alone: true,
      when: [{ text: 'No required SSL certificate was sent' }],
      causes: { 'tls-required': 'proves', 'credentials-missing': 'hints' },
      says: 'the server wants a client certificate and none came',
      fix: { who: 'caller', text: 'send the client certificate and its key with the TLS connection' },
      source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
    },
    {
      id: 'client-certificate-wrong',
      alone: true,
      when: [{ text: 'The SSL certificate error' }],
      causes: { 'credentials-invalid': 'suggests', 'tls-required': 'hints', 'credentials-expired': 'hints' },
      says: 'a client certificate came and could not be verified: other issuer, revoked or expired',
      source: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#errors',
    },
  ],
};

export default vendor;
