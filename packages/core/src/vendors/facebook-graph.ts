import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'facebook-graph',
  name: 'Facebook, Instagram and WhatsApp (Graph API)',
  role: 'api',
  present: [
    { host: 'graph.facebook.com' },
    { host: 'graph.instagram.com' },
    { header: 'x-fb-trace-id' },
    { header: 'facebook-api-version' },
    { body: 'fbtrace_id' },
  ],
  refusals: [
    {
      id: 'permission-named',
      alone: true,
      when: [
        { text: /\(#(?:10|200|283|299|3|294|298)\) .{0,200}(?:requires|permission|does not have|must be granted)/ },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a permission, or the app has no approval for it',
      fix: { who: 'api-owner', text: 'ask for the permission at login and pass the App Review for it' },
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'missing-permissions',
      alone: true,
      when: [
        {
          any: [
            {
              text: /unsupported (?:get|post|delete) request\. object with id .{1,80} does not exist, cannot be loaded due to missing permissions/,
            },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'suggests', 'object-hidden': 'hints', 'not-owner': 'hints' },
      says: 'the object does not exist, or the token lacks the permission to see it',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        { any: [{ text: /error validating access token: session has expired/ }, { text: 'Session has expired on' }] },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its time',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        {
          text: /invalid oauth access token|error validating access token: (?!session has expired)|cannot parse access token|malformed access token|the access token could not be decrypted|error validating application|appsecret_proof/,
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is wrong, revoked, or made invalid by a password change or for another app',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [
        {
          any: [
            { text: 'An access token is required to request this resource.' },
            { text: 'An active access token must be used to query information about the current user.' },
          ],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access token came',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'request-limit',
      alone: true,
      when: [
        {
          text: /\(#(?:4|17|32|341|613|80000|80001|80002|80003|80004|80005|80006|80007|80008|80014|130429)\)|application request limit reached|user request limit reached|there have been too many calls (?:to|from) this/,
        },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'a limit of the app, user or page is reached',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          text: /\(#(?:368|200)\) (?:the action attempted has been deemed abusive|.{0,60}temporarily blocked)|temporarily blocked for policies violations|api access blocked|api access deactivated|application has been deleted|app is not active|user access is restricted/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'Facebook has blocked the app, user or action',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'checkpoint',
      alone: true,
      when: [
        {
          any: [{ text: 'The user is enrolled in a blocking, logged-in checkpoint' }, { text: 'checkpoint_required' }],
        },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'the user has to pass a check in the browser first',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling',
    },
    {
      id: 'recipient',
      alone: true,
      when: [
        {
          any: [
            { text: /\(#(?:131030|131047|131026|10)\) .{0,40}(?:recipient|24|message)/ },
            { text: 'Recipient phone number not in allowed list' },
            { text: 'Re-engagement message' },
            { text: 'This message is sent outside of allowed window.' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'WhatsApp or Messenger: this recipient cannot be written to now',
      source: 'https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'graph.facebook.com' }, { host: 'graph.instagram.com' }] }],
      causes: {},
      usual: {
        'scope-insufficient': 30,
        'role-missing': 18,
        'policy-denied': 16,
        'credentials-expired': 10,
        'feature-unavailable': 10,
        'rate-limited': 6,
      },
      says: 'mostly a permission that was not granted or reviewed',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'graph.facebook.com' }, { host: 'graph.instagram.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 28, 'credentials-missing': 12 },
      says: 'mostly a token past its time',
      source: 'https://developers.facebook.com/docs/graph-api/guides/error-handling/',
    },
  ],
};

export default vendor;
