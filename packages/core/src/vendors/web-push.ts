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
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'fcm.googleapis.com' },
            { host: 'updates.push.services.mozilla.com' },
            { host: 'web.push.apple.com' },
          ],
        },
        { method: 'POST' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-expired': 14, 'credentials-missing': 8 },
      says: 'mostly the subscription was made with another VAPID key',
      source: 'https://www.rfc-editor.org/rfc/rfc8292#section-4.2',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        { any: [{ host: 'updates.push.services.mozilla.com' }, { host: 'web.push.apple.com' }] },
        { method: 'POST' },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'credentials-malformed': 28,
        'credentials-expired': 18,
        'credentials-missing': 8,
      },
      says: 'mostly the VAPID token: its audience, subject or time',
      source: 'https://www.rfc-editor.org/rfc/rfc8292#section-4.2',
    },
    {
      id: 'usual-410',
      when: [
        { status: 410 },
        {
          any: [
            { host: 'fcm.googleapis.com' },
            { host: 'updates.push.services.mozilla.com' },
            { host: 'web.push.apple.com' },
          ],
        },
        { method: 'POST' },
      ],
      causes: {},
      usual: { 'credentials-expired': 72, 'credentials-invalid': 10, 'object-hidden': 8 },
      says: 'the subscription is over',
      source: 'https://www.rfc-editor.org/rfc/rfc8292#section-4.2',
    },
  ],
};

export default vendor;
