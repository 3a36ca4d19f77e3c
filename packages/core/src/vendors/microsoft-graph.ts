import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'microsoft-graph',
  name: 'Microsoft Graph',
  role: 'api',
  present: [{ host: 'graph.microsoft.com' }, { header: 'x-ms-ags-diagnostic' }, { host: 'graph.windows.net' }],
  refusals: [
    {
      id: 'insufficient-privileges',
      alone: true,
      when: [
        {
          any: [
            { text: /\bauthorization_requestdenied\b/ },
            { text: 'insufficient privileges to complete the operation' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests' },
      says: 'the token lacks a Graph permission (or its consent), or the user a directory role',
      fix: {
        who: 'api-owner',
        text: 'grant the permission that the reference page of this operation names, give admin consent, and get a new token',
      },
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'scopes-missing',
      alone: true,
      when: [
        {
          text: /missing scope permissions on the request\. api requires one of|no scopes? (?:or|and) roles? in the token|either scp or roles claim need to be present in the token/,
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token carries none of the permissions that the operation wants',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'error-access-denied',
      alone: true,
      when: [
        { text: /\berroraccessdenied\b/ },
        { text: 'access is denied. check credentials and try again' },
        { not: { text: 'raop' } },
      ],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints', 'not-owner': 'hints' },
      says: 'the token lacks the mail or calendar permission, or the mailbox is another person’s',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'application-policy',
      alone: true,
      when: [{ text: /access to odata is disabled|\[raop\]|applicationaccesspolicy/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'an application access policy of the tenant keeps the app out of this mailbox',
      source: 'https://learn.microsoft.com/en-us/graph/auth-limit-mailbox-access',
    },
    {
      id: 'identity-unknown',
      alone: true,
      when: [{ text: /\bauthorization_identitynotfound\b/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the app has no service principal in this tenant, or the token is for another one',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'token-empty',
      alone: true,
      when: [{ text: /\binvalidauthenticationtoken\b/ }, { text: /access token is empty/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no token came with the call',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        { text: /\b(invalidauthenticationtoken|tokenexpired)\b/ },
        { text: /access token has expired|lifetime validation failed/ },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'token-audience',
      alone: true,
      when: [{ text: /access token validation failure\. invalid audience/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is for another API than Graph',
      fix: { who: 'caller', text: 'ask for a token with the scope https://graph.microsoft.com/.default' },
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'token-unreadable',
      alone: true,
      when: [
        { text: /idx14100: jwt is not well formed|compacttoken parsing failed|idx12741: jwt must have three segments/ },
      ],
      causes: { 'credentials-malformed': 'proves' },
      says: 'what came is no JWT',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'evaluation',
      alone: true,
      when: [{ text: 'continuous access evaluation resulted in' }],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'hints' },
      says: 'the tenant wants a fresh login for this session',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/app-resilience-continuous-access-evaluation',
    },
    {
      id: 'licence',
      alone: true,
      when: [
        {
          text: /tenant does not have a spo license|mailbox is either inactive, soft-deleted, or is hosted on-premise|neither tenant is b2c or tenant doesn't have premium license/,
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'tenant or user lacks the licence or service that this call needs',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'graph.microsoft.com' }, { host: 'graph.windows.net' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 58,
        'role-missing': 16,
        'policy-denied': 8,
        'feature-unavailable': 8,
        'not-owner': 4,
      },
      says: 'mostly a permission without admin consent, or delegated in place of application',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'graph.microsoft.com' }, { host: 'graph.windows.net' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-expired': 26,
        'credentials-missing': 14,
        'credentials-malformed': 6,
      },
      says: 'mostly a token of another audience, or past its time',
      source: 'https://learn.microsoft.com/en-us/graph/resolve-auth-errors',
    },
  ],
};

export default vendor;
