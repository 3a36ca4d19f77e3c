import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'anthropic',
  name: 'Anthropic',
  role: 'api',
  present: [
    { host: 'api.anthropic.com' },
    { header: 'anthropic-organization-id' },
    { header: 'anthropic-ratelimit-requests-limit' },
    { body: /"type": ?"error", ?"error": ?\{ ?"type": ?"[a-z]{1,30}_error"/ },
  ],
  refusals: [
    {
      id: 'forbidden-region',
      alone: true,
      when: [
        { any: [{ text: 'Request not allowed' }] },
        { any: [{ body: '"type":"forbidden"' }, { host: 'api.anthropic.com' }] },
      ],
      causes: { 'ip-refused': 'suggests', 'client-refused': 'hints', 'policy-denied': 'hints' },
      says: 'the request was refused before the key was looked at: region, network or client',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'permission',
      alone: true,
      when: [{ text: 'Your API key does not have permission to use the specified resource' }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: "the key's workspace or role does not include this resource",
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'oauth-scope',
      alone: true,
      when: [{ text: /oauth token does not meet scope requirement/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the OAuth token lacks a scope',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'credential-purpose',
      alone: true,
      when: [
        {
          any: [
            {
              text: 'This credential is only authorized for use with Claude Code and cannot be used for other API requests',
            },
            { text: 'OAuth authentication is currently not allowed for this organization' },
            { text: 'OAuth authentication is currently not supported' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'this kind of credential may not be used here',
      source: 'https://github.com/anthropics/claude-code/issues/6752',
    },
    {
      id: 'organization-disabled',
      alone: true,
      when: [{ text: 'This organization has been disabled' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the organisation is disabled',
      source: 'https://github.com/anthropics/claude-code/issues/19028',
    },
    {
      id: 'invalid-key',
      alone: true,
      when: [
        { any: [{ text: 'invalid x-api-key' }, { text: 'Invalid bearer token' }] },
        { any: [{ body: 'authentication_error' }, { text: 'invalid x-api-key' }] },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key or token is wrong',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'header-missing',
      alone: true,
      when: [{ any: [{ text: 'x-api-key header is required' }, { text: 'x-api-key: header is required' }] }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no x-api-key header came',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'browser-cors',
      alone: true,
      when: [{ text: "CORS requests must set 'anthropic-dangerous-direct-browser-access' header" }],
      causes: { 'origin-rejected': 'proves' },
      says: 'calls out of a browser page are refused unless the header asks for them',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'credit',
      alone: true,
      when: [{ text: 'Your credit balance is too low to access the Anthropic API' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the prepaid credit is used up',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.anthropic.com' }],
      causes: {},
      usual: {
        'ip-refused': 55,
        'policy-denied': 12,
        'client-refused': 10,
        'credentials-invalid': 8,
        'role-missing': 6,
        'feature-unavailable': 4,
      },
      says: 'mostly the country or address that the request comes from is not served',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.anthropic.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 52,
        'credentials-missing': 20,
        'credentials-malformed': 10,
        'credentials-expired': 6,
        'policy-denied': 4,
      },
      says: 'mostly a wrong or deleted key, or one sent as Authorization: Bearer in place of x-api-key',
      source: 'https://docs.anthropic.com/en/api/errors',
    },
  ],
};

export default vendor;
