import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rubygems',
  name: 'RubyGems.org',
  role: 'registry',
  present: [{ host: 'rubygems.org' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: /access denied\. please sign up for an account at https:\/\/rubygems\.org/ }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'suggests' },
      says: 'RubyGems does not know this API key',
      source: 'https://guides.rubygems.org/api-key-scopes/',
    },
    {
      id: 'not-owner',
      alone: true,
      when: [{ text: 'you do not have permission to push to this gem' }],
      causes: { 'not-owner': 'proves', 'role-missing': 'suggests' },
      says: 'the gem belongs to others',
      source: 'https://guides.rubygems.org/publishing/',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ text: /(this|the) api key (cannot perform the specified action on this gem|doesn't have access)/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key lacks this scope or is for another gem',
      source: 'https://guides.rubygems.org/api-key-scopes/',
    },
    {
      id: 'otp',
      alone: true,
      when: [
        { text: /you have enabled multi-?factor authentication but no otp code provided|your otp code is incorrect/ },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'a one-time code is wanted',
      source: 'https://guides.rubygems.org/setting-up-multifactor-authentication/',
    },
    {
      id: 'mfa-required',
      alone: true,
      when: [{ text: /you are required to set up multi-?factor authentication/ }],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'suggests' },
      says: 'gems with so many downloads want accounts with a second factor',
      source: 'https://guides.rubygems.org/mfa-requirement-opt-in/',
    },
    {
      id: 'repush',
      alone: true,
      when: [{ text: 'repushing of gem versions is not allowed' }],
      causes: { 'policy-denied': 'proves' },
      says: 'a published version cannot be replaced',
      source: 'https://guides.rubygems.org/removing-a-published-gem/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-invalid': 30,
        'step-up-required': 14,
        'credentials-expired': 6,
        'scope-insufficient': 6,
      },
      says: 'mostly a wrong key, or a one-time code is required',
      source: 'https://guides.rubygems.org/api-key-scopes/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { method: 'POST' }],
      causes: {},
      usual: { 'not-owner': 36, 'scope-insufficient': 22, 'step-up-required': 18, 'credentials-invalid': 8 },
      says: 'mostly the gem belongs to others',
      source: 'https://guides.rubygems.org/api-key-scopes/',
    },
    {
      id: 'usual-read',
      when: [{ status: 403 }, { method: 'GET' }],
      causes: {},
      usual: { 'object-hidden': 32, 'ip-refused': 16, 'proxy-refused': 16, 'client-refused': 12 },
      says: 'mostly a version that does not exist, or a proxy on the way',
      source: 'https://guides.rubygems.org/api-key-scopes/',
    },
  ],
};

export default vendor;
