import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vmware',
  name: 'VMware vCenter and NSX',
  role: 'app',
  present: [
    { body: 'com.vmware.vapi.std.errors.' },
    { sent: 'vmware-api-session-id' },
    { cookie: 'vmware-api-session-id' },
    { body: '"module_name":"common-services"' },
  ],
  refusals: [
    {
      id: 'unauthenticated',
      alone: true,
      when: [{ body: 'com.vmware.vapi.std.errors.unauthenticated' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints', 'credentials-expired': 'hints' },
      says: 'no session of this id, or the login was not taken',
      source: 'https://github.com/vmware/terraform-provider-vsphere/issues/756',
    },
    {
      id: 'unauthorized',
      alone: true,
      when: [{ body: 'com.vmware.vapi.std.errors.unauthorized' }],
      causes: { 'role-missing': 'proves' },
      says: 'the user lacks the privilege; content libraries want global permissions',
      source: 'https://github.com/vmware/packer-plugin-vsphere/issues/155',
    },
    {
      id: 'nsx-login',
      alone: true,
      when: [{ text: 'the credentials were incorrect or the account specified has been locked' }],
      causes: { 'credentials-invalid': 'proves', 'policy-denied': 'hints' },
      says: 'user name or password is wrong, or the account is locked after wrong tries',
      source: 'https://github.com/vmware/terraform-provider-nsxt/issues/761',
    },
    {
      id: 'usual-session',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:rest\/(?:com\/vmware|vcenter|appliance)|api\/(?:vcenter|appliance|cis|session|esx)|suite-api\/api|sdk\/vim25)(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/(?:rest\/|api\/(?:vcenter|appliance\/|cis|esx)|suite-api|sdk)/ },
            { sent: 'vmware-api-session-id' },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 34, 'credentials-missing': 26, 'credentials-invalid': 18, 'role-missing': 16 },
      says: 'the session of POST /api/session is past its time, or the role lacks the privilege',
      source: 'https://developer.broadcom.com/xapis/vsphere-automation-api/latest/',
    },
    {
      id: 'usual-datastore',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:folder|host|cgi-bin\/vm-support)\b[^?]{0,200}(?:\?|$)/ },
        { path: /[?&](?:dcPath|dsName)=/ },
      ],
      causes: {},
      usual: { 'role-missing': 40, 'credentials-missing': 22, 'credentials-invalid': 20, 'credentials-expired': 6 },
      says: 'files of a datastore need Datastore.FileManagement',
      source: 'https://developer.broadcom.com/xapis/vsphere-automation-api/latest/',
    },
  ],
};

export default vendor;
