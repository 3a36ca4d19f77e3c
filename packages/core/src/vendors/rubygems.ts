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
  ],
};

export default vendor;
