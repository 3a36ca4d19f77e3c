import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-apim',
  name: 'Azure API Management',
  role: 'gateway',
  present: [
    { host: 'azure-api.net' },
    { header: 'ocp-apim-trace-location' },
    { header: 'apim-request-id' },
    { sent: 'ocp-apim-subscription-key' },
  ],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'access denied due to missing subscription key' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no subscription key came with the call',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: 'access denied due to invalid subscription key' }, { not: { text: 'wrong api endpoint' } }],
      causes: { 'credentials-invalid': 'proves', 'scope-insufficient': 'hints', 'policy-denied': 'hints' },
      says: 'the key is wrong, not active, or of a product without this API',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ text: /out of call volume quota|out of bandwidth quota/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the quota of the subscription is used up',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: /caller ip address (is blocked|[^ ]{0,60} ?is not allowed)/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the ip-filter policy refuses this address',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'header-missing',
      alone: true,
      when: [{ text: /header [a-z0-9-]{1,60} was not found in the request\. access denied/ }],
      causes: { 'credentials-missing': 'proves', 'content-rejected': 'hints' },
      says: 'a policy wants this header',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'jwt-missing',
      alone: true,
      when: [{ text: 'jwt not present.' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the validate-jwt policy found no token',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
    {
      id: 'rate',
      when: [{ text: /rate limit is exceeded\. try again in/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the rate limit of the subscription is reached',
      source: 'https://learn.microsoft.com/en-us/azure/api-management/api-management-error-handling-policies',
    },
  ],
};

export default vendor;
