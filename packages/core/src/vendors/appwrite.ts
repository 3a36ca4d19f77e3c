import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'appwrite',
  name: 'Appwrite',
  role: 'api',
  present: [
    { header: 'server', is: 'Appwrite' },
    { host: 'appwrite.io' },
    { host: 'cloud.appwrite.io' },
    { body: /"type": ?"(?:general|user|project)_[a-z_]{1,40}"/ },
  ],
  refusals: [
    {
      id: 'missing-scope',
      alone: true,
      when: [{ text: /\(role: guests\) missing scopes? \(/ }],
      causes: { 'credentials-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the API key lacks the scope, or nobody is logged in (role: guests)',
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'key-scope',
      alone: true,
      when: [
        { any: [{ text: /\(role: [a-z_]{1,30}\) missing scopes? \(/ }, { body: 'general_unauthorized_scope' }] },
        { not: { text: '(role: guests)' } },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key lacks the scope; the answer names it',
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'unknown-origin',
      alone: true,
      when: [{ any: [{ body: 'general_unknown_origin' }, { text: /invalid origin\. register your new client/ }] }],
      causes: { 'origin-rejected': 'proves' },
      says: "the page's host is not registered as a platform of the project",
      fix: { who: 'api-owner', text: 'add the host name as a Web platform in the console' },
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'user-unauthorized',
      alone: true,
      when: [
        {
          any: [
            { body: '"type":"user_unauthorized"' },
            { text: 'The current user is not authorized to perform the requested action.' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: "the document's or collection's permissions do not hold this user",
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'appwrite.io' }, { host: 'cloud.appwrite.io' }] }],
      causes: {},
      usual: {
        'credentials-missing': 30,
        'role-missing': 30,
        'scope-insufficient': 14,
        'credentials-expired': 10,
        'credentials-invalid': 8,
      },
      says: "mostly the document's permissions, or no session came",
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'appwrite.io' }, { host: 'cloud.appwrite.io' }] }],
      causes: {},
      usual: {
        'origin-rejected': 32,
        'scope-insufficient': 18,
        'role-missing': 18,
        'host-rejected': 10,
        'credentials-invalid': 6,
      },
      says: 'mostly the web platform with this host name is not registered',
      source: 'https://appwrite.io/docs/advanced/platform/response-codes',
    },
    {
      id: 'usual-server',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/v1\/(?:databases|storage\/buckets|users|teams|functions|account|sites|tablesdb)(?:[/?]|$)/ },
        { sent: 'x-appwrite-key' },
      ],
      causes: {},
      usual: { 'scope-insufficient': 50, 'credentials-invalid': 26, 'not-owner': 6, 'feature-unavailable': 4 },
      says: 'the API key lacks a scope, or is of another project',
      source: 'https://appwrite.io/docs/advanced/platform/api-keys',
    },
    {
      id: 'usual-client',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/v1\/(?:databases|storage\/buckets|users|teams|functions|account|sites|tablesdb)(?:[/?]|$)/ },
        { sent: 'x-appwrite-project' },
        { not: { sent: 'x-appwrite-key' } },
      ],
      causes: {},
      usual: {
        'role-missing': 42,
        'credentials-missing': 20,
        'origin-rejected': 16,
        'credentials-expired': 8,
        'not-owner': 6,
      },
      says: 'the role guests or users lacks the permission, or the host name is not a platform of the project',
      source: 'https://appwrite.io/docs/advanced/platform/permissions',
    },
  ],
};

export default vendor;
