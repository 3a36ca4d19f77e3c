import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'spring-repo',
  name: 'Spring repositories',
  role: 'registry',
  present: [{ host: 'repo.spring.io' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'object-hidden': 40, 'feature-unavailable': 34, 'credentials-missing': 16 },
      says: 'mostly an artifact that is no longer served here; releases are in Maven Central',
      source: 'https://spring.io/blog/2022/12/14/notice-of-permissions-changes-to-repo-spring-io-january-2023',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 36, 'object-hidden': 34, 'credentials-missing': 12 },
      says: 'mostly an artifact that is no longer served here',
      source: 'https://spring.io/blog/2022/12/14/notice-of-permissions-changes-to-repo-spring-io-january-2023',
    },
  ],
};

export default vendor;
