import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'http-sys',
  name: 'Windows HTTP.sys',
  role: 'web-server',
  present: [{ header: 'server', is: 'Microsoft-HTTPAPI' }],
  refusals: [
    {
      id: 'invalid-hostname',
      when: [{ text: 'Bad Request - Invalid Hostname' }, { header: 'server', is: 'Microsoft-HTTPAPI' }],
      causes: { 'host-rejected': 'proves' },
      says: 'no site or listener on this machine is bound to the Host that was sent',
      fix: { who: 'server-admin', text: 'add a binding for this host name, or let the proxy pass the right Host' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
    },
    {
      id: 'forbidden-url',
      when: [{ text: /http error 403\. the request url is forbidden/ }],
      causes: { 'content-rejected': 'hints', 'server-rule': 'suggests' },
      says: 'HTTP.sys refused the URL itself',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/developer/webapps/aspnet/site-behavior-performance/error-logging-http-apis',
    },
    {
      id: 'usual-winrm',
      alone: true,
      when: [{ status: [401, 403] }, { path: '/wsman' }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 26,
        'policy-denied': 12,
        'ip-refused': 8,
        'tls-required': 8,
        'role-missing': 6,
      },
      says: 'WinRM accepts only some kinds of login: Basic and plain HTTP are off, and local accounts need a policy',
      source: 'https://learn.microsoft.com/en-us/windows/win32/winrm/authentication-for-remote-connections',
    },
    {
      id: 'usual-reports',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:reportserver)(?:[/?]|$)/i }],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-missing': 25,
        'role-missing': 22,
        'not-owner': 4,
        'host-rejected': 3,
      },
      says: 'Reporting Services needs Windows credentials and a role in the folder',
      source: 'https://learn.microsoft.com/en-us/sql/reporting-services/security/authentication-with-the-report-server',
    },
  ],
};

export default vendor;
