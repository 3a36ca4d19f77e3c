import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tuya',
  name: 'Tuya IoT platform',
  role: 'api',
  present: [
    { host: /^openapi(?:-[a-z]{2,8})?\.tuya(?:eu|us|cn|in)\.com$/ },
    { sent: 'sign_method', is: 'HMAC-SHA256' },
  ],
  refusals: [
    {
      id: 'subscription',
      alone: true,
      when: [
        {
          text: /no permissions\. (?:this api is not subscribed|your subscription to cloud development plan has expired)/,
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the cloud project has not subscribed to this API, or its plan is over',
      fix: { who: 'caller', text: 'subscribe to the service, or extend it, in the cloud project at platform.tuya.com' },
      source: 'https://github.com/tuya/tuya-homebridge/issues/53',
    },
    {
      id: 'permission',
      when: [{ body: /"code" ?: ?(?:1106) ?,/ }],
      causes: { 'not-owner': 'suggests', 'role-missing': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the device or user does not belong to the project: another app account, country or data centre is linked',
      source: 'https://github.com/codetheweb/tuyapi/issues/632',
    },
    {
      id: 'address',
      when: [{ body: /"code" ?: ?(?:1114) ?,/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the allow list of the cloud project does not hold this address',
      source: 'https://github.com/tuya/tuya-home-assistant/issues/635',
    },
    {
      id: 'signature',
      when: [{ body: /"code" ?: ?(?:1004) ?,/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the signature does not match: secret, data centre or the way of signing',
      source: 'https://developer.tuya.com/en/docs/iot/error-code',
    },
    {
      id: 'token',
      when: [{ body: /"code" ?: ?(?:1010|1011) ?,/ }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the access token is expired or unknown',
      source: 'https://developer.tuya.com/en/docs/iot/error-code',
    },
    {
      id: 'clock',
      when: [{ body: /"code" ?: ?(?:1013) ?,/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the time of the request is off',
      source: 'https://developer.tuya.com/en/docs/iot/error-code',
    },
  ],
};

export default vendor;
