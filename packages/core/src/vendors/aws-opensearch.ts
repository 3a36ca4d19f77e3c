import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-opensearch',
  name: 'Amazon OpenSearch Service',
  role: 'database',
  present: [{ host: /\.es\.amazonaws\.com$/ }, { host: /\.aoss\.amazonaws\.com$/ }],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: /user: anonymous is not authorized to perform: es:eshttp/ }],
      causes: { 'credentials-missing': 'suggests', 'ip-refused': 'hints', 'policy-denied': 'hints' },
      says: 'the request is unsigned, and the access policy of the domain lets no anonymous caller in from there',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
    },
    {
      id: 'not-authorized',
      alone: true,
      when: [{ text: /user: arn:[^ ]{1,300} is not authorized to perform: es:eshttp/ }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'the access policy of the domain does not name this role',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
    },
    {
      id: 'request-not-allowed',
      alone: true,
      when: [{ text: /your request: '[^']{1,200}' (payload )?is not allowed/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the managed service does not open this API of the engine',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/supported-operations.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'policy-denied': 34,
        'role-missing': 30,
        'ip-refused': 14,
        'credentials-missing': 8,
        'credentials-invalid': 6,
      },
      says: "mostly the domain's access policy, or no role mapping in fine-grained access",
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 42, 'credentials-invalid': 36, 'role-missing': 8 },
      says: 'mostly no or wrong master user, or an unsigned request',
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/handling-errors.html',
    },
  ],
};

export default vendor;
