import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'feishu',
  name: 'Feishu / Lark',
  role: 'api',
  present: [
    { host: 'open.feishu.cn' },
    { host: 'open.larksuite.com' },
    { body: 'open.feishu.cn' },
    { body: /"code": ?9999[0-9]{4}\b/ },
  ],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [
        {
          any: [
            { code: '99991672' },
            { code: '99991679' },
            { text: /access denied\. one of the following scopes is required/ },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the app lacks a scope; the answer names it',
      fix: { who: 'api-owner', text: 'add the permission in the developer console and publish a version' },
      source: 'https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code',
    },
    {
      id: 'token',
      alone: true,
      when: [{ code: ['99991663', '99991664', '99991668', '99991661', '99991671', '99991677'] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is absent, wrong or past its time',
      source: 'https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code',
    },
    {
      id: 'ip',
      alone: true,
      when: [{ any: [{ code: '99991401' }, { text: /ip .{1,60} is denied by app setting/ }] }],
      causes: { 'ip-refused': 'proves' },
      says: "the app's address list does not hold this address",
      source: 'https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { any: [{ host: 'open.feishu.cn' }, { host: 'open.larksuite.com' }] }],
      causes: {},
      usual: { 'scope-insufficient': 40, 'role-missing': 24, 'ip-refused': 12, 'policy-denied': 8 },
      says: 'mostly a scope that was not requested or published',
      source: 'https://open.feishu.cn/document/server-docs/api-call-guide/generic-error-code',
    },
  ],
};

export default vendor;
