import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-openai',
  name: 'Azure AI services',
  role: 'api',
  present: [
    { host: 'openai.azure.com' },
    { host: 'cognitiveservices.azure.com' },
    { host: 'services.ai.azure.com' },
    { host: 'api.cognitive.microsoft.com' },
  ],
  refusals: [
    {
      id: 'network',
      alone: true,
      when: [
        {
          text: /access denied due to virtual network\/firewall rules|public access is disabled\. please configure private endpoint|a virtual network is configured for this resource|traffic is not from an approved private endpoint/,
        },
      ],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the network rules of the resource refuse this address',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/cognitive-services-virtual-networks',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: 'access denied due to invalid subscription key or wrong api endpoint' }],
      causes: { 'credentials-invalid': 'proves', 'host-rejected': 'hints' },
      says: 'the key is not of this resource, or the endpoint is of another region',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    },
    {
      id: 'role',
      alone: true,
      when: [{ text: /principal does not have access to api\/operation|lacks the required data action/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the identity has no data role on the resource',
      fix: {
        who: 'api-owner',
        text: 'assign Cognitive Services OpenAI User (or the named data action) on the resource',
      },
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/openai/how-to/role-based-access-control',
    },
    {
      id: 'key-auth-disabled',
      alone: true,
      when: [
        {
          any: [
            { text: /\bauthenticationtypedisabled\b/ },
            { text: /key based authentication is (disabled|not permitted) for this resource/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the resource takes Entra tokens only',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/disable-local-auth',
    },
    {
      id: 'custom-domain',
      alone: true,
      when: [{ text: 'please provide a custom subdomain for token authentication' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'Entra tokens work only with the custom subdomain of the resource',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    },
    {
      id: 'tenant',
      alone: true,
      when: [{ text: 'tenant provided in token does not match resource token' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is of another tenant',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    },
    {
      id: 'content-filter',
      alone: true,
      when: [
        {
          any: [
            { text: "triggering azure openai's content management policy" },
            { text: "azure openai's content management policy" },
          ],
        },
      ],
      causes: { 'content-rejected': 'proves' },
      says: 'the content filter refused the prompt or the answer',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/openai/concepts/content-filter',
    },
    {
      id: 'abuse',
      alone: true,
      when: [{ text: 'temporarily blocked because we detected behavior' }],
      causes: { 'policy-denied': 'proves' },
      says: 'Microsoft has blocked the resource for breaking the content rules',
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/openai/concepts/abuse-monitoring',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 58,
        'credentials-missing': 14,
        'role-missing': 10,
        'credentials-expired': 6,
        'credentials-malformed': 4,
      },
      says: "mostly a key of another resource or region than the endpoint's",
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'ip-refused': 38,
        'role-missing': 26,
        'policy-denied': 12,
        'feature-unavailable': 8,
        'credentials-invalid': 6,
      },
      says: "mostly the resource's network rules or a missing role",
      source: 'https://learn.microsoft.com/en-us/azure/ai-services/authentication',
    },
  ],
};

export default vendor;
