import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ovh',
  name: 'OVHcloud API',
  role: 'api',
  present: [
    { host: 'api.ovh.com' },
    { host: 'eu.api.ovh.com' },
    { host: 'ca.api.ovh.com' },
    { header: 'x-ovh-queryid' },
  ],
  refusals: [
    {
      id: 'not-granted',
      alone: true,
      when: [{ any: [{ text: 'This call has not been granted' }, { code: 'NOT_GRANTED_CALL' }] }],
      causes: { 'scope-insufficient': 'proves' },
      says: "the consumer key's access rules do not hold this call",
      fix: { who: 'api-owner', text: 'make a consumer key with a rule for this method and path' },
      source: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    },
    {
      id: 'credential',
      alone: true,
      when: [
        {
          any: [
            { text: 'This credential is not valid' },
            { code: 'INVALID_CREDENTIAL' },
            { text: 'This application key is invalid' },
            { code: 'INVALID_KEY' },
            { text: 'This credential does not exist' },
          ],
        },
        {
          any: [
            { header: 'x-ovh-queryid' },
            { host: 'api.ovh.com' },
            { text: 'this credential' },
            { body: 'httpcode' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the consumer key or application key is unknown, not validated, or past its time',
      source: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { any: [{ host: 'api.ovh.com' }, { host: 'eu.api.ovh.com' }, { host: 'ca.api.ovh.com' }] },
      ],
      causes: {},
      usual: { 'scope-insufficient': 42, 'credentials-invalid': 30, 'credentials-expired': 18, 'policy-denied': 4 },
      says: 'mostly the consumer key does not cover this path or is past its time',
      source: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        { any: [{ host: 'api.ovh.com' }, { host: 'eu.api.ovh.com' }, { host: 'ca.api.ovh.com' }] },
      ],
      causes: {},
      usual: { 'credentials-invalid': 42, 'credentials-expired': 24, 'credentials-missing': 24 },
      says: 'mostly no or an expired consumer key',
      source: 'https://help.ovhcloud.com/csm/en-api-getting-started-ovhcloud-api',
    },
  ],
};

export default vendor;
