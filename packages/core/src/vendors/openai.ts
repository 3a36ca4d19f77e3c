import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openai',
  name: 'OpenAI',
  role: 'api',
  present: [
    { host: 'api.openai.com' },
    { header: 'openai-organization' },
    { header: 'openai-processing-ms' },
    { header: 'openai-version' },
    { text: /platform\.openai\.com/ },
  ],
  refusals: [
    {
      id: 'country',
      alone: true,
      when: [
        {
          any: [
            { body: 'unsupported_country_region_territory' },
            { text: 'Country, region, or territory not supported' },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'hints' },
      says: 'OpenAI does not serve the country of this address',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'missing-scopes',
      alone: true,
      when: [
        {
          any: [
            { text: 'You have insufficient permissions for this operation. Missing scopes' },
            { text: /missing scopes: [a-z._]{1,60}/ },
          ],
        },
        { not: { text: 'invalid access token' } },
      ],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the restricted key lacks a permission, or the member a role; the answer names it',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'project-model',
      alone: true,
      when: [
        {
          any: [
            { text: /project '?proj_[a-z0-9]{1,40}'? does not have access to model/ },
            { text: /you are not allowed to (?:sample from|generate embeddings from) this model/ },
            { code: 'model_not_found' },
          ],
        },
        {
          any: [{ body: 'openai' }, { body: 'model_not_found' }, { text: 'proj_' }, { text: 'not allowed to sample' }],
        },
      ],
      causes: { 'feature-unavailable': 'proves', 'role-missing': 'suggests' },
      says: 'the project or organisation has no access to this model',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'invalid-key',
      alone: true,
      when: [
        {
          any: [
            { text: /incorrect api key provided: / },
            { body: '"code":"invalid_api_key"' },
            { body: '"code": "invalid_api_key"' },
          ],
        },
        { not: { body: 'meilisearch' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is wrong or was revoked',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'no-key',
      alone: true,
      when: [
        {
          text: "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth",
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'no API key came',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'organization',
      alone: true,
      when: [
        {
          any: [
            { code: 'mismatched_organization' },
            { text: 'OpenAI-Organization header should match organization for API key' },
            { text: 'You must be a member of an organization to use the API' },
            { code: 'mismatched_project' },
            { text: 'No such organization:' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'not-owner': 'hints' },
      says: 'the organisation or project header is not that of the key',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'ip-allowlist',
      alone: true,
      when: [
        {
          any: [{ code: 'ip_not_authorized' }, { text: /your ip address .{0,60} is not authorized|ip not authorized/ }],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the project's address list does not hold this address",
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'verification',
      alone: true,
      when: [{ text: /your organization must be verified to (?:use|stream|generate)/ }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the organisation is not verified, which this model or option wants',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'deactivated',
      alone: true,
      when: [
        {
          any: [
            { code: 'account_deactivated' },
            { text: 'The OpenAI account associated with this API key has been deactivated' },
            { text: 'Your access was terminated due to violation of our policies' },
            { code: 'billing_not_active' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is deactivated or its billing not active',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'quota',
      alone: true,
      when: [
        {
          any: [
            { code: 'insufficient_quota' },
            { text: 'You exceeded your current quota, please check your plan and billing details' },
          ],
        },
        { not: { text: 'ai.google.dev' } },
        { not: { body: 'resource_exhausted' } },
      ],
      causes: { 'feature-unavailable': 'suggests', 'rate-limited': 'suggests' },
      says: "the account's paid quota is used up",
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.openai.com' }],
      causes: {},
      usual: {
        'ip-refused': 42,
        'role-missing': 15,
        'feature-unavailable': 13,
        'policy-denied': 10,
        'client-refused': 8,
        'credentials-invalid': 6,
      },
      says: 'mostly the country is not supported; else the project or key has no right to the model',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.openai.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 55,
        'credentials-missing': 18,
        'credentials-malformed': 10,
        'policy-denied': 5,
        'credentials-expired': 5,
      },
      says: 'mostly a wrong, rotated or badly pasted key',
      source: 'https://platform.openai.com/docs/guides/error-codes',
    },
  ],
};

export default vendor;
