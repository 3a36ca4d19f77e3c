import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'citrix-netscaler',
  name: 'Citrix NetScaler',
  role: 'gateway',
  present: [
    { cookie: /^(ns_af|citrix_ns_id|nsc_)/ },
    { header: 'via', is: /^ns-cache/i },
    { header: 'cneonction' },
    { header: 'nncoection' },
    { text: /(ns transaction|appfw session) id/ },
  ],
  refusals: [
    {
      id: 'appfw',
      alone: true,
      when: [{ text: /appfw session id|ns transaction id|violation category: ?appfw_/ }],
      causes: { 'content-rejected': 'proves', 'csrf-invalid': 'hints', 'origin-rejected': 'hints' },
      says: 'the application firewall refused; the violation category names the check',
      source: 'https://github.com/EnableSecurity/wafw00f/blob/master/wafw00f/plugins/netscaler.py',
    },
    {
      id: 'responder',
      when: [{ status: 403 }, { cookie: /^(ns_af|citrix_ns_id|nsc_)/ }, { not: { text: /ns transaction id|appfw/ } }],
      causes: {
        'server-rule': 'suggests',
        'ip-refused': 'hints',
        'credentials-missing': 'hints',
        'content-rejected': 'hints',
      },
      says: 'NetScaler or what lies behind it refused',
      source: 'https://docs.netscaler.com/en-us/citrix-adc/current-release/appexpert/responder.html',
    },
  ],
};

export default vendor;
