import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vault',
  name: 'HashiCorp Vault / OpenBao',
  role: 'app',
  present: [
    { header: 'x-vault-request' },
    { sent: 'x-vault-token' },
    { sent: 'x-vault-namespace' },
    {
      text: /\* permission denied|1 error occurred: \* permission denied|missing client token|preflight capability check/,
    },
    { body: /"errors": ?\["(?:1 error occurred|permission denied)/ },
  ],
  refusals: [
    {
      id: 'invalid-token',
      alone: true,
      when: [
        { any: [{ text: /permission denied \* invalid token|\* invalid token\b/ }, { text: 'bad token' }] },
        { text: 'permission denied' },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is unknown: wrong, revoked, past its time or of another cluster',
      source: 'https://github.com/hashicorp/vault/blob/main/vault/request_handling.go',
    },
    {
      id: 'missing-client-token',
      alone: true,
      when: [{ text: 'missing client token' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no X-Vault-Token came',
      source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
    },
    {
      id: 'permission-denied',
      when: [
        { text: 'permission denied' },
        {
          any: [
            { text: /1 error occurred: \* permission denied/ },
            { sent: 'x-vault-token' },
            { body: '"errors":["permission denied"' },
          ],
        },
        { not: { text: 'invalid token' } },
        { not: { text: 'bad token' } },
      ],
      causes: {
        'role-missing': 'suggests',
        'credentials-invalid': 'hints',
        'credentials-expired': 'hints',
        'object-hidden': 'hints',
      },
      says: 'no policy of the token names this path and verb; KV version 2 wants data/ or metadata/ in the path',
      fix: { who: 'api-owner', text: 'write the policy for the API path, for KV version 2 with data/ after the mount' },
      source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
    },
    {
      id: 'preflight-kv2',
      alone: true,
      when: [{ text: 'preflight capability check returned 403' }],
      causes: { 'role-missing': 'suggests' },
      says: 'the policy does not hold the path under which the command looks up the mount',
      source: 'https://developer.hashicorp.com/vault/tutorials/secrets-management/versioned-kv',
    },
    {
      id: 'role-binding',
      alone: true,
      when: [
        {
          any: [
            {
              text: /invalid role(?: name|_id| id)|invalid secret id|claim "[^"]{1,60}" does not match|error validating claims: |could not load entry|service account name not authorized|namespace not authorized/,
            },
          ],
        },
        {
          any: [
            { path: '/v1/auth/' },
            {
              text: /service account name not authorized|namespace not authorized|error validating claims: claim|invalid secret id/,
            },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: "the login's claims, role or secret do not fit the auth method's role",
      source: 'https://developer.hashicorp.com/vault/docs/auth/jwt',
    },
    {
      id: 'cidr',
      alone: true,
      when: [
        {
          any: [
            { text: /source address .{1,80} (?:unauthorized|not authorized) (?:through|by) cidr/ },
            { text: /permission denied .{0,40}cidr/ },
          ],
        },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the token or role is bound to other addresses',
      source: 'https://developer.hashicorp.com/vault/docs/concepts/tokens#cidr-bound-tokens',
    },
    {
      id: 'unsupported-enterprise',
      alone: true,
      when: [{ any: [{ text: 'enterprise-only feature' }, { text: 'Vault Enterprise' }] }, { text: /enterprise/ }],
      causes: { 'feature-unavailable': 'suggests' },
      says: 'the feature belongs to Vault Enterprise',
      source: 'https://developer.hashicorp.com/vault/docs/enterprise',
    },
    {
      id: 'usual-no-token',
      alone: true,
      when: [
        { status: [403, 400] },
        {
          path: /^\/v1\/(?:secret|kv\/(?:data|metadata)|sys|auth\/token\/(?:lookup|renew|create|revoke)[a-z-]{0,20}|transit|pki|cubbyhole)(?:\/|$|\?)/,
        },
        { not: { sent: 'x-vault-token' } },
        { not: { sent: 'authorization' } },
        { not: { path: /^\/v1\/sys\/(?:health|seal-status|init|leader)/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 68, 'role-missing': 8, 'credentials-invalid': 5 },
      says: 'X-Vault-Token is missing',
      source: 'https://developer.hashicorp.com/vault/api-docs',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/v1\/(?:secret|kv\/(?:data|metadata)|sys|auth\/token|database|transit|pki|identity|cubbyhole|aws|ssh|totp)\//,
        },
        { sent: 'x-vault-token' },
      ],
      causes: {},
      usual: {
        'role-missing': 44,
        'credentials-expired': 22,
        'credentials-invalid': 16,
        'object-hidden': 6,
        'credentials-malformed': 4,
      },
      says: 'the policy lacks the path (with data/ in KV 2), or the token is past its time',
      source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [
        { status: [403, 400] },
        { method: 'POST' },
        {
          path: /^\/v1\/auth\/(?:kubernetes|approle|userpass|jwt|oidc|ldap|aws|gcp|azure|cert|github)(?:\/[^/?]{1,60})?\/login/,
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'role-missing': 32,
        'ip-refused': 8,
        'credentials-expired': 8,
        'policy-denied': 4,
      },
      says: 'the role does not bind this account, audience or address',
      source: 'https://developer.hashicorp.com/vault/docs/auth/kubernetes',
    },
  ],
};

export default vendor;
