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
  ],
};

export default vendor;
