import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gradle-plugins',
  name: 'Gradle Plugin Portal',
  role: 'registry',
  present: [{ host: 'plugins.gradle.org' }, { host: 'services.gradle.org' }, { host: 'downloads.gradle.org' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'proxy-refused': 36, 'ip-refused': 32, 'client-refused': 12, 'object-hidden': 8 },
      says: 'mostly a proxy or country on the way',
      source: 'https://docs.gradle.org/current/userguide/plugins.html',
    },
  ],
};

export default vendor;
