import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dataverse',
  name: 'Dataverse',
  role: 'app',
  present: [{ sent: 'x-dataverse-key' }, { text: 'is not permitted to perform requested action' }],
  refusals: [
    {
      id: 'guest',
      alone: true,
      when: [{ text: 'user :guest is not permitted to perform requested action' }],
      causes: { 'credentials-missing': 'proves', 'role-missing': 'hints' },
      says: 'the call came without an API token, as the guest',
      fix: { who: 'caller', text: 'send X-Dataverse-key' },
      source:
        'https://github.com/IQSS/dataverse/blob/develop/src/main/java/edu/harvard/iq/dataverse/api/AbstractApiBean.java',
    },
    {
      id: 'role',
      alone: true,
      when: [{ text: /user @[^ ]{1,80} is not permitted to perform requested action/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the user lacks the role on this collection or data set',
      source:
        'https://github.com/IQSS/dataverse/blob/develop/src/main/java/edu/harvard/iq/dataverse/api/AbstractApiBean.java',
    },
    {
      id: 'key',
      when: [{ text: /bad api key/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints' },
      says: 'the API token is unknown or expired',
      source:
        'https://github.com/IQSS/dataverse/blob/develop/src/main/java/edu/harvard/iq/dataverse/api/AbstractApiBean.java',
    },
  ],
};

export default vendor;
