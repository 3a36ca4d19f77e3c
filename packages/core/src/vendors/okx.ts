import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'okx',
  name: 'OKX',
  role: 'api',
  present: [{ host: 'okx.com' }, { sent: 'ok-access-key' }],
  refusals: [
    {
      id: 'environment',
      when: [{ code: '50101' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key belongs to the other environment (demo or live)',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'clock',
      when: [{ code: ['50102', '50112'] }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the time of the request is off by more than 30 seconds',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'missing',
      when: [{ code: ['50103', '50104', '50106', '50107'] }],
      causes: { 'credentials-missing': 'proves' },
      says: 'one of the OK-ACCESS headers is missing',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'wrong',
      when: [{ code: ['50105', '50111', '50113', '50119'] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'key, passphrase or signature is wrong',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'address',
      when: [{ code: '50110' }],
      causes: { 'ip-refused': 'proves' },
      says: 'the key lists addresses, and the call comes from another',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'permission',
      when: [{ code: '50120' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the key lacks the permission',
      source: 'https://www.okx.com/docs-v5/en/#error-code',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'okx.com' }],
      causes: {},
      usual: { 'ip-refused': 50, 'client-refused': 20, 'rate-limited': 14, 'policy-denied': 4 },
      says: 'mostly the region or the edge',
      source: 'https://www.okx.com/docs-v5/en/#overview-rest-authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'okx.com' }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-expired': 20, 'credentials-missing': 8, 'ip-refused': 8 },
      says: 'mostly a demo key at the live service, the passphrase or the clock',
      source: 'https://www.okx.com/docs-v5/en/#overview-rest-authentication',
    },
  ],
};

export default vendor;
