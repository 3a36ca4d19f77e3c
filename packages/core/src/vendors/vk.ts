import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'vk',
  name: 'VK',
  role: 'api',
  present: [{ host: 'api.vk.com' }, { body: /"error_code": ?[0-9]{1,4}, ?"error_msg"/ }],
  refusals: [
    {
      id: 'other-address',
      alone: true,
      when: [{ text: 'access_token was given to another ip address' }],
      causes: { 'ip-refused': 'suggests' },
      says: 'the token was issued to another address than this one',
      source: 'https://dev.vk.com/en/reference/errors',
    },
    {
      id: 'authorization',
      alone: true,
      when: [
        { text: 'User authorization failed' },
        { not: { text: 'was given to another ip address' } },
        { body: '"error_msg"' },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is wrong, past its time or bound to another address',
      source: 'https://dev.vk.com/en/reference/errors',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        { any: [{ text: 'Permission to perform this action is denied' }, { text: 'Group authorization failed' }] },
        { body: '"error_msg"' },
      ],
      causes: { 'scope-insufficient': 'suggests' },
      says: 'the token lacks a permission',
      source: 'https://dev.vk.com/en/reference/errors',
    },
    {
      id: 'access-denied',
      alone: true,
      when: [{ text: /\baccess denied\b/ }, { body: '"error_msg"' }],
      causes: { 'not-owner': 'suggests', 'role-missing': 'suggests' },
      says: 'the object is private or of another user',
      source: 'https://dev.vk.com/en/reference/errors',
    },
    {
      id: 'captcha',
      alone: true,
      when: [{ text: 'Captcha needed' }, { body: '"error_msg"' }],
      causes: { 'client-refused': 'suggests', 'rate-limited': 'hints' },
      says: 'VK wants a captcha',
      source: 'https://dev.vk.com/en/reference/errors',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'api.vk.com' }],
      causes: {},
      usual: { 'client-refused': 28, 'ip-refused': 26, 'rate-limited': 20, 'credentials-expired': 8 },
      says: 'mostly the edge refuses the network',
      source: 'https://dev.vk.com/en/reference/errors',
    },
  ],
};

export default vendor;
