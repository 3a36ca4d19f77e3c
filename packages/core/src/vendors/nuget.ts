import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nuget',
  name: 'NuGet Gallery',
  role: 'registry',
  present: [{ host: 'nuget.org' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [
        {
          text: /the specified api key is invalid, has expired, or does not have permission to access the specified package/,
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints', 'not-owner': 'hints' },
      says: 'the API key is wrong, past its date, or not for this package (glob pattern, owner)',
      source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/scoped-api-keys',
    },
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: /an api key must be provided in the 'x-nuget-apikey' header/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no API key came with the push',
      source: 'https://learn.microsoft.com/en-us/nuget/api/package-publish-resource',
    },
    {
      id: 'reserved',
      alone: true,
      when: [{ text: /the package id is reserved/ }],
      causes: { 'not-owner': 'proves', 'policy-denied': 'suggests' },
      says: 'the prefix of the name is reserved for another owner',
      source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/id-prefix-reservation',
    },
    {
      id: 'exists',
      alone: true,
      when: [
        { text: /a package with id '[^']{1,120}' and version '[^']{1,60}' already exists and cannot be modified/ },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'a published version cannot be replaced',
      source: 'https://learn.microsoft.com/en-us/nuget/api/package-publish-resource',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { method: 'PUT' }],
      causes: {},
      usual: { 'credentials-expired': 34, 'not-owner': 22, 'credentials-invalid': 22, 'scope-insufficient': 14 },
      says: 'mostly an API key past its date, or one whose pattern does not cover the package',
      source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package',
    },
    {
      id: 'usual-read',
      when: [{ status: 403 }, { method: 'GET' }],
      causes: {},
      usual: { 'ip-refused': 34, 'proxy-refused': 20, 'client-refused': 16, 'credentials-missing': 12 },
      says: 'mostly the network or a proxy on the way',
      source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package',
    },
  ],
};

export default vendor;
