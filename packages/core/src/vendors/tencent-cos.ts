import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tencent-cos',
  name: 'Tencent Cloud',
  role: 'storage',
  present: [
    { header: 'server', is: 'tencent-cos' },
    { header: 'x-cos-request-id' },
    { host: 'myqcloud.com' },
    { host: 'tencentcloudapi.com' },
  ],
  refusals: [
    {
      id: 'access-denied',
      when: [{ text: /\baccessdenied\b/ }, { text: 'access denied' }],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'hints', 'policy-denied': 'hints' },
      says: 'the bucket is private or the key has no right to it',
      source: 'https://www.tencentcloud.com/document/product/436/7730',
    },
    {
      id: 'signature',
      alone: true,
      when: [{ text: 'the signature you specified is invalid' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints', 'credentials-expired': 'hints' },
      says: 'the signature does not fit the request',
      source: 'https://www.tencentcloud.com/document/product/436/7730',
    },
    {
      id: 'disabled',
      alone: true,
      when: [{ text: /\bunavailableforlegalreasons\b/ }, { header: 'server', is: 'tencent-cos' }],
      causes: { 'policy-denied': 'proves' },
      says: 'Tencent has locked the object or bucket',
      source: 'https://www.tencentcloud.com/document/product/436/7730',
    },
    {
      id: 'cam',
      alone: true,
      when: [
        { code: /^(unauthorizedoperation|authfailure\.unauthorizedoperation)/ },
        { text: /you are not authorized to perform operation \(|has no permission/ },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'no CAM policy allows the operation',
      source: 'https://www.tencentcloud.com/document/product/598/10588',
    },
    {
      id: 'secret',
      alone: true,
      when: [{ text: /\b(authfailure\.secretidnotfound|authfailure\.signaturefailure|authfailure\.tokenfailure)\b/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'secret id, signature or token is wrong',
      source: 'https://www.tencentcloud.com/document/product/213/33277',
    },
    {
      id: 'signature-expired',
      alone: true,
      when: [{ text: /\bauthfailure\.signatureexpire\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the signed time is too far from the clock of Tencent',
      source: 'https://www.tencentcloud.com/document/product/213/33277',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'myqcloud.com' }],
      causes: {},
      usual: {
        'role-missing': 30,
        'origin-rejected': 24,
        'credentials-expired': 18,
        'credentials-invalid': 10,
        'object-hidden': 8,
      },
      says: 'mostly a private bucket, its hotlink list or an expired signature',
      source: 'https://www.tencentcloud.com/document/product/436/7730',
    },
  ],
};

export default vendor;
