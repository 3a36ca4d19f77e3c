import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'f5-big-ip',
  name: 'F5 BIG-IP',
  role: 'waf',
  present: [
    { cookie: /^ts[0-9a-f]{6,8}$/ },
    { cookie: 'bigipserver' },
    { header: 'server', is: /^big-?ip/i },
    { cookie: 'mrhsession' },
    { header: 'x-wa-info' },
  ],
  refusals: [
    {
      id: 'rejected',
      alone: true,
      when: [
        { text: 'the requested url was rejected' },
        { text: /please consult with your administrator|your support id is/ },
      ],
      causes: {
        'content-rejected': 'proves',
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'method-refused': 'hints',
      },
      says: 'the security policy (ASM) rejected the request',
      fix: { who: 'caller', text: 'give the support ID to the administrator: it names the violation in the event log' },
      source: 'https://my.f5.com/manage/s/article/K10280',
    },
    {
      id: 'support-id',
      alone: true,
      when: [
        { text: /request rejected|request blocked|transaction (was )?blocked/ },
        { text: /support id:? (is:? ?)?[0-9]{6,25}/ },
        { not: { text: 'the requested url was rejected' } },
      ],
      causes: { 'content-rejected': 'suggests', 'client-refused': 'hints', 'ip-refused': 'hints' },
      says: 'the security policy rejected the request',
      source: 'https://my.f5.com/manage/s/article/K10280',
    },
    {
      id: 'access-policy',
      when: [{ header: 'location', is: /\/my\.(policy|logout\.php3)/ }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'the access policy wants a login first',
      source:
        'https://techdocs.f5.com/en-us/bigip-14-1-0/big-ip-access-policy-manager-authentication-and-single-sign-on-14-1-0.html',
    },
    {
      id: 'mtls',
      alone: true,
      when: [{ text: /access policy evaluation is already in progress|your session could not be established/ }],
      causes: { 'credentials-missing': 'suggests', 'credentials-expired': 'hints', 'role-missing': 'hints' },
      says: 'no session of the access policy came about',
      source: 'https://my.f5.com/manage/s/article/K12056',
    },
  ],
};

export default vendor;
