import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docker-registry',
  name: 'Docker registry',
  role: 'registry',
  present: [{ header: 'docker-distribution-api-version' }],
  refusals: [
    {
      id: 'access-denied',
      alone: true,
      when: [{ text: 'requested access to the resource is denied' }],
      causes: {
        'role-missing': 'suggests',
        'credentials-missing': 'hints',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
      },
      says: 'the account may not do this with the repository, or it does not exist',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'denied',
      when: [{ code: 'DENIED' }],
      causes: {
        'role-missing': 'suggests',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'the account may not do this with the repository',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'authentication-text',
      alone: true,
      when: [{ text: /unauthorized: authentication required/ }],
      causes: { 'credentials-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the registry wants a login for this repository and action',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'authentication',
      when: [
        { code: 'UNAUTHORIZED' },
        { text: 'authentication required' },
        { not: { text: 'unauthorized: authentication required' } },
      ],
      causes: { 'credentials-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the registry wants a token for this repository and action',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'scope-text',
      alone: true,
      when: [{ text: /server message: insufficient_scope: authorization failed/ }],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'suggests', 'credentials-missing': 'hints' },
      says: 'the login does not cover this repository, or it does not exist',
      source: 'https://distribution.github.io/distribution/spec/api/',
    },
    {
      id: 'usual-ping',
      alone: true,
      when: [
        { status: 401 },
        { method: ['GET', 'HEAD'] },
        { path: /^\/v2\/?(?:\?|$)/ },
        { not: { sent: 'authorization' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 80, 'credentials-invalid': 4 },
      says: 'the first step of the login: the challenge says where the token is made',
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
    {
      id: 'usual-pull-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/v2\/[^?]{1,200}\/(?:manifests|blobs|tags)\// },
        { not: { sent: 'authorization' } },
        {
          not: {
            host: /(?:ghcr\.io|gitlab\.com|docker\.(?:io|com)|quay\.io|gcr\.io|pkg\.dev|azurecr\.io|amazonaws\.com)$/,
          },
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'object-hidden': 28, 'role-missing': 6, 'rate-limited': 3 },
      says: 'a private image, or one that is not there: both ask for a login',
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
    {
      id: 'usual-pull-auth',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/v2\/[^?]{1,200}\/(?:manifests|blobs|tags)\// },
        { sent: 'authorization' },
        {
          not: {
            host: /(?:ghcr\.io|gitlab\.com|docker\.(?:io|com)|quay\.io|gcr\.io|pkg\.dev|azurecr\.io|amazonaws\.com)$/,
          },
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'role-missing': 26,
        'object-hidden': 18,
        'scope-insufficient': 10,
        'credentials-expired': 10,
      },
      says: 'the token is of another repository or past its minutes, or the user may not pull',
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
    {
      id: 'usual-push',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['POST', 'PUT', 'PATCH'] },
        { path: /^\/v2\/[^?]{1,200}\/(?:blobs\/uploads|manifests)\// },
        {
          not: {
            host: /(?:ghcr\.io|gitlab\.com|docker\.(?:io|com)|quay\.io|gcr\.io|pkg\.dev|azurecr\.io|amazonaws\.com)$/,
          },
        },
      ],
      causes: {},
      usual: {
        'role-missing': 34,
        'scope-insufficient': 18,
        'credentials-invalid': 18,
        'credentials-missing': 14,
        'policy-denied': 6,
        'credentials-expired': 4,
      },
      says: 'the user may pull but not push, or the repository must be made first',
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
    {
      id: 'usual-delete',
      alone: true,
      when: [{ status: [401, 403, 405] }, { method: 'DELETE' }, { path: /^\/v2\/[^?]{1,200}\/(?:blobs|manifests)\// }],
      causes: {},
      usual: { 'feature-unavailable': 40, 'role-missing': 24, 'scope-insufficient': 10, 'credentials-invalid': 10 },
      says: 'deletion is off by default (REGISTRY_STORAGE_DELETE_ENABLED)',
      source: 'https://distribution.github.io/distribution/about/configuration/#delete',
    },
    {
      id: 'usual-catalog',
      alone: true,
      when: [{ status: [401, 403] }, { method: ['GET', 'HEAD'] }, { path: /^\/v2\/_catalog/ }],
      causes: {},
      usual: { 'scope-insufficient': 34, 'credentials-missing': 30, 'role-missing': 18, 'feature-unavailable': 5 },
      says: 'the catalog needs the scope registry:catalog:*, which most users are not given',
      source: 'https://distribution.github.io/distribution/spec/auth/token/',
    },
  ],
};

export default vendor;
