import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wso2',
  name: 'WSO2 API Manager',
  role: 'gateway',
  present: [{ body: /(?:"code" ?: ?"?|code>)90(?:0|3)[0-9]{3}\b/ }, { header: 'activityid' }],
  refusals: [
    {
      id: 'missing',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)900902\b/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-malformed': 'hints' },
      says: 'no credentials in the form that the API takes',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'invalid',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)(?:900901|900904|900905)\b/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the token is unknown, inactive or of another type',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)900903\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)900910\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that this resource wants',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'subscription',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)(?:900907|900908|900909)\b/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the application has no active subscription to the API, or the API is blocked',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'resource',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)900906\b/ }],
      causes: { 'not-403': 'proves', 'method-refused': 'hints' },
      says: 'the API has no such resource or method',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
    {
      id: 'throttled',
      alone: true,
      when: [{ body: /(?:"code" ?: ?"?|code>)90080[0-9]\b/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'a throttling policy is reached',
      source: 'https://apim.docs.wso2.com/en/latest/troubleshooting/error-handling/',
    },
  ],
};

export default vendor;
