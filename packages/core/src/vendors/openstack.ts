import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openstack',
  name: 'OpenStack',
  role: 'api',
  present: [
    { header: 'x-openstack-request-id' },
    { header: 'x-trans-id' },
    { header: 'x-compute-request-id' },
    { header: 'openstack-api-version' },
  ],
  refusals: [
    {
      id: 'keystone-policy',
      alone: true,
      when: [{ text: /you are not authorized to perform the requested action/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the roles of this user in this project do not allow the action',
      source: 'https://github.com/IFCA-Advanced-Computing/caso/issues/60',
    },
    {
      id: 'policy',
      alone: true,
      when: [{ text: /policy doesn't allow [^ ]{3,100} to be performed|is disallowed by policy/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the policy of the service wants another role',
      source: 'https://github.com/openstack-exporter/openstack-exporter/issues/52',
    },
    {
      id: 'authentication',
      alone: true,
      when: [{ text: 'the request you have made requires authentication' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints', 'credentials-expired': 'hints' },
      says: 'name, password, domain or token was not accepted',
      source: 'https://docs.openstack.org/keystone/latest/admin/configuration.html',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ text: /quota exceeded for (cores|instances|ram|resources|[a-z_]{3,30})[,:]/ }],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'suggests' },
      says: 'the project has used up its quota',
      source: 'https://docs.openstack.org/nova/latest/admin/quotas.html',
    },
    {
      id: 'temp-url',
      alone: true,
      when: [{ text: /temp url invalid/ }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the temporary URL is past its time or wrongly signed',
      source: 'https://docs.openstack.org/swift/latest/api/temporary_url_middleware.html',
    },
    {
      id: 'swift-denied',
      when: [{ header: 'x-trans-id' }, { status: 403 }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints', 'credentials-expired': 'hints' },
      says: 'the container does not let this user in',
      source: 'https://docs.openstack.org/swift/latest/overview_acl.html',
    },
    {
      id: 'password-expired',
      alone: true,
      when: [{ text: /the password is expired and needs to be changed for user/ }],
      causes: { 'credentials-expired': 'proves', 'step-up-required': 'hints' },
      says: 'the password is past its time',
      source: 'https://docs.openstack.org/keystone/latest/admin/configuration.html',
    },
  ],
};

export default vendor;
