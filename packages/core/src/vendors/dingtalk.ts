import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dingtalk',
  name: 'DingTalk',
  role: 'api',
  present: [{ host: 'oapi.dingtalk.com' }, { host: 'api.dingtalk.com' }, { body: 'Forbidden.AccessDenied' }],
  refusals: [
    {
      id: 'robot-sign',
      alone: true,
      when: [{ text: 'sign not match' }, { body: '"errcode"' }],
      causes: { 'credentials-invalid': 'proves' },
      says: "the robot's signature is wrong, or its timestamp older than an hour",
      source: 'https://open.dingtalk.com/document/orgapp/server-api-error-codes-1',
    },
    {
      id: 'robot-keywords',
      alone: true,
      when: [{ text: 'keywords not in content' }],
      causes: { 'content-rejected': 'proves' },
      says: "the robot's security settings want a keyword that the text lacks",
      source: 'https://open.dingtalk.com/document/orgapp/server-api-error-codes-1',
    },
    {
      id: 'scope',
      when: [{ any: [{ code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' }, { code: '60011' }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app lacks the permission',
      source: 'https://open.dingtalk.com/document/orgapp/server-api-error-codes-1',
    },
  ],
};

export default vendor;
