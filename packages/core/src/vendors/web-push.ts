import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'web-push',
  name: 'Web Push services',
  role: 'api',
  present: [
    { host: 'fcm.googleapis.com' },
    { host: 'updates.push.services.mozilla.com' },
    { host: 'web.push.apple.com' },
    { host: 'notify.windows.com' },
  ],
  refusals: [
    {
      id: 'vapid-mismatch',
      alone: true,
      when: [
        {
          any: [
            {
              text: /the key in the authorization header does not correspond to the sender id used to subscribe this user/,
            },
            { text: 'VapidPkHashMismatch' },
            { text: /vapid public key mismatch/ },
            {
              text: 'the VAPID credentials in the authorization header do not correspond to the credentials used to create the subscriptions',
            },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the VAPID key is not the one with which the browser subscribed',
      fix: { who: 'caller', text: 'sign with the key pair of the subscription, or let the browser subscribe again' },
      source: 'https://www.rfc-editor.org/rfc/rfc8292#section-4.2',
    },
    {
      id: 'vapid-token',
      alone: true,
      when: [
        {
          any: [
            { code: 'BadJwtToken' },
            { text: /invalid jwt provided|request did not validate/ },
            { code: 'BadVapidPublicKey' },
          ],
        },
        {
          any: [
            { host: 'push.apple.com' },
            { host: 'web.push.apple.com' },
            { host: 'fcm.googleapis.com' },
            { host: 'updates.push.services.mozilla.com' },
            { code: 'BadJwtToken' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the VAPID token is not valid: subject, audience or time (24 hours at most) is wrong',
      source: 'https://www.rfc-editor.org/rfc/rfc8292#section-4.2',
    },
  ],
};

export default vendor;
