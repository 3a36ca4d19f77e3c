import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'iis',
  name: 'Microsoft IIS',
  role: 'web-server',
  present: [
    { header: 'server', is: 'Microsoft-IIS' },
    { text: /http error 40[0-9]\.[0-9]{1,3}\b/ },
    { text: /you do not have permission to view this directory or page using the credentials that you supplied/ },
  ],
  refusals: [
    {
      id: 'execute-access',
      alone: true,
      when: [{ text: /\b403\.(?:1|10)\b[^.]{0,20}(?:forbidden|execute)/ }],
      causes: { 'server-rule': 'proves' },
      says: 'the handler may not execute here (sub-status 403.1 or 403.10)',
      fix: { who: 'server-admin', text: 'allow scripts or executables in the handler mappings of this path' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'read-access',
      alone: true,
      when: [{ text: /\b403\.2\b[^.]{0,20}(?:forbidden|read)/ }],
      causes: { 'server-rule': 'suggests', 'file-permissions': 'suggests' },
      says: 'read access is off for this path (sub-status 403.2)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'write-access',
      alone: true,
      when: [{ text: /\b403\.3\b[^.]{0,20}(?:forbidden|write)/ }],
      causes: { 'server-rule': 'suggests', 'file-permissions': 'suggests' },
      says: 'write access is off for this path (sub-status 403.3)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'ssl-required',
      alone: true,
      when: [{ text: /\b403\.[45]\b[^.]{0,20}(?:forbidden|ssl)/ }],
      causes: { 'tls-required': 'proves' },
      says: 'this path must be asked for over HTTPS (sub-status 403.4 or 403.5)',
      fix: { who: 'caller', text: 'use https:// in the URL' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'address-rejected',
      alone: true,
      when: [{ text: /\b403\.6\b[^.]{0,20}(?:forbidden|ip)/ }],
      causes: { 'ip-refused': 'proves' },
      says: "the client's address is rejected by IP and Domain Restrictions (sub-status 403.6)",
      fix: { who: 'server-admin', text: 'allow the address in ipSecurity' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'client-certificate-required',
      alone: true,
      when: [{ text: /\b403\.7\b[^.]{0,20}(?:forbidden|ssl|client)/ }],
      causes: { 'tls-required': 'proves', 'credentials-missing': 'hints' },
      says: 'the server wants a client certificate and none came (sub-status 403.7)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'name-rejected',
      alone: true,
      when: [{ text: /\b403\.8\b[^.]{0,20}(?:forbidden|dns|site)/ }],
      causes: { 'ip-refused': 'proves' },
      says: "the client's DNS name is rejected (sub-status 403.8)",
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'too-many-clients',
      alone: true,
      when: [{ text: /\b403\.(?:9|15|501|502)\b[^.]{0,20}(?:forbidden|too many|client)/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many clients or requests at once (sub-status 403.9, 403.15, 403.501 or 403.502)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'client-certificate-wrong',
      alone: true,
      when: [{ text: /\b403\.(?:12|13|16)\b[^.]{0,20}(?:forbidden|mapper|client|certificate)/ }],
      causes: { 'credentials-invalid': 'proves', 'tls-required': 'hints' },
      says: 'the client certificate is refused: not mapped, revoked or not trusted (sub-status 403.12, 403.13 or 403.16)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'client-certificate-expired',
      alone: true,
      when: [{ text: /\b403\.17\b[^.]{0,20}(?:forbidden|client|certificate)/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the client certificate is outside its time (sub-status 403.17)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'directory-listing',
      alone: true,
      when: [
        {
          any: [
            { text: /\b403\.14\b[^.]{0,20}(?:forbidden|directory)/ },
            { text: 'The Web server is configured to not list the contents of this directory' },
          ],
        },
      ],
      causes: { 'directory-listing': 'proves' },
      says: 'a directory without a default document, and browsing is off (sub-status 403.14)',
      fix: {
        who: 'server-admin',
        text: 'add a default document, install the handler of the application, or turn directory browsing on',
      },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'application-pool',
      alone: true,
      when: [{ text: /\b403\.(?:18|19)\b[^.]{0,20}(?:forbidden|cannot)/ }],
      causes: { 'server-rule': 'proves' },
      says: 'the request cannot be run in this application pool (sub-status 403.18 or 403.19)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'generic',
      when: [
        { text: 'You do not have permission to view this directory or page using the credentials that you supplied' },
      ],
      causes: {
        'role-missing': 'hints',
        'file-permissions': 'hints',
        'ip-refused': 'hints',
        'server-rule': 'hints',
        'directory-listing': 'suggests',
        'tls-required': 'hints',
      },
      says: "IIS hides the sub-status from remote clients; the log's sc-substatus column names it",
      fix: {
        who: 'server-admin',
        text: 'read sc-substatus in the W3C log, or ask from the server itself for the detailed page',
      },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'request-filtering',
      alone: true,
      when: [
        {
          text: /http error 404\.(?:5|6|7|8|10|11|12|13|14|15|16|18|19|20) - not found|request filtering module is configured to deny/,
        },
      ],
      causes: { 'content-rejected': 'proves', 'not-403': 'hints' },
      says: 'request filtering refused the URL, verb, header, extension or size, and tells it as a 404',
      source: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/',
    },
    {
      id: 'acl-denied',
      alone: true,
      when: [
        {
          text: /http error 401\.3 - unauthorized|you do not have permission to view this directory or page because of the access control list/,
        },
      ],
      causes: { 'file-permissions': 'proves' },
      says: 'the access control list of the file does not let this user read it (sub-status 401.3)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-login',
      when: [
        { status: 401 },
        { not: { path: '/certsrv' } },
        { not: { sent: 'authorization' } },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: {
        'credentials-missing': 55,
        'file-permissions': 14,
        'credentials-invalid': 8,
        'server-rule': 6,
        'role-missing': 4,
      },
      says: 'anonymous access is off (401.2), or the pool identity has no right on the files (401.3)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-login-sent',
      when: [
        { status: 401 },
        { sent: 'authorization' },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 55,
        'file-permissions': 10,
        'role-missing': 8,
        'credentials-malformed': 7,
        'server-rule': 6,
        'credentials-expired': 4,
      },
      says: 'the account was not accepted: wrong password, a missing service name for Kerberos, or the loopback check',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-folder',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^[^?]{0,300}\/(?:\?|$)/ },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: {
        'directory-listing': 42,
        'file-permissions': 16,
        'ip-refused': 12,
        'tls-required': 11,
        'server-rule': 8,
        'role-missing': 3,
      },
      says: 'the folder has no default document (403.14)',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-read',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { not: { path: /^[^?]{0,300}\/(?:\?|$)/ } },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: {
        'file-permissions': 26,
        'ip-refused': 22,
        'tls-required': 14,
        'server-rule': 14,
        'directory-listing': 8,
        'role-missing': 6,
        'content-rejected': 4,
      },
      says: 'IIS hides which of its substatus codes it was from anybody but its own machine',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-write',
      when: [
        { status: 403 },
        { method: ['POST'] },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: {
        'role-missing': 22,
        'tls-required': 16,
        'ip-refused': 15,
        'content-rejected': 13,
        'file-permissions': 10,
        'csrf-missing': 8,
        'server-rule': 8,
      },
      says: 'the application or a rule of IIS refuses the post; behind a client certificate large posts fail',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/iis/www-administration-management/http-status-code',
    },
    {
      id: 'usual-put',
      when: [
        { status: [403, 405] },
        { method: ['PUT', 'DELETE', 'PATCH', 'MERGE'] },
        { header: 'server', is: 'Microsoft-IIS' },
        { not: { text: 'You do not have permission to view this directory' } },
      ],
      causes: {},
      usual: { 'method-refused': 60, 'role-missing': 10, 'file-permissions': 8, 'server-rule': 7 },
      says: 'the WebDAV module or the handler mappings refuse PUT and DELETE',
      source: 'https://learn.microsoft.com/en-us/iis/configuration/system.webserver/security/requestfiltering/verbs/',
    },
    {
      id: 'usual-certsrv',
      alone: true,
      when: [{ status: 401 }, { path: /^\/certsrv(?:\/|$)/ }],
      causes: {},
      usual: {
        'credentials-missing': 40,
        'credentials-invalid': 34,
        'role-missing': 10,
        'tls-required': 5,
        'step-up-required': 2,
      },
      says: 'the web enrolment of certificates asks for a Windows login',
      source: 'https://learn.microsoft.com/en-us/windows-server/identity/ad-cs/certificate-enrollment-web-services',
    },
    {
      id: 'usual-trace-axd',
      alone: true,
      when: [{ status: [403, 404] }, { path: /^\/(?:[^?]{0,120}\/)?(?:trace|elmah|ScriptResource|WebResource)\.axd/ }],
      causes: {},
      usual: { 'ip-refused': 45, 'server-rule': 22, 'role-missing': 18, 'content-rejected': 5 },
      says: 'traces and logs of errors are shown on the machine itself only',
      source: 'https://learn.microsoft.com/en-us/previous-versions/aspnet/wwh16c6c(v=vs.100)',
    },
  ],
};

export default vendor;
