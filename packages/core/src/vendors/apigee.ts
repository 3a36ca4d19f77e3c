import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apigee',
  name: 'Apigee',
  role: 'gateway',
  present: [{ body: /"errorcode" ?: ?"(?:steps|oauth|policies|keymanagement|messaging|accesscontrol|security)\./ }],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?failedtoresolveapikey"/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-malformed': 'hints' },
      says: 'no API key stands where the proxy looks for it; the answer names the place',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/verify-api-key-runtime-errors',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?(?:invalidapikey|cannotfindapikey)"/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is unknown',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/verify-api-key-runtime-errors',
    },
    {
      id: 'key-resource',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?invalidapikeyforgivenresource"/ }],
      causes: { 'feature-unavailable': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the key is good, and its API product does not hold this resource',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/verify-api-key-runtime-errors',
    },
    {
      id: 'key-state',
      alone: true,
      when: [
        { body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?(?:apikeynotapproved|apikeyexpired|consumer_key_revoked)"/ },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the key waits for approval, was revoked or is past its date',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/verify-api-key-runtime-errors',
    },
    {
      id: 'product',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?invalidapicallasnoapiproductmatchfound"/ }],
      causes: { 'feature-unavailable': 'proves', 'scope-insufficient': 'hints' },
      says: 'no API product of the app holds this proxy, path and environment',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/oauth-v2-runtime-errors',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?access_token_expired"/ }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'doubts' },
      says: 'the access token is past its time',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/oauth-v2-runtime-errors',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        {
          body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?(?:invalid_access_token|invalidaccesstoken|access_token_not_approved)"/,
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the access token is unknown or not read; the header must say Bearer',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/oauth-v2-runtime-errors',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"steps\.oauth\.v2\.insufficient_scope"/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope that is named',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/oauth-v2-runtime-errors',
    },
    {
      id: 'address',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?ipdeniedaccess"/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the policy AccessControl refuses this client address',
      source: 'https://cloud.google.com/apigee/docs/api-platform/reference/policies/access-control-policy',
    },
    {
      id: 'quota',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?(?:quotaviolation|spikearrestviolation)"/ }],
      causes: { 'rate-limited': 'proves', 'feature-unavailable': 'hints' },
      says: 'the quota or the spike limit is reached',
      source: 'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/quota-runtime-errors',
    },
    {
      id: 'threat',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"steps\.(?:jsonthreatprotection|xmlthreatprotection|regexprotection)\./ }],
      causes: { 'content-rejected': 'proves' },
      says: 'a threat protection policy matched the payload, path or a header',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/reference/policies/regular-expression-protection-runtime-errors',
    },
    {
      id: 'no-proxy',
      alone: true,
      when: [{ body: /"errorcode" ?: ?"(?:[a-z0-9.]{0,60}\.)?applicationnotfound"/ }],
      causes: { 'not-403': 'proves', 'host-rejected': 'hints', 'object-hidden': 'hints' },
      says: 'no proxy is deployed for this host and path',
      source:
        'https://cloud.google.com/apigee/docs/api-platform/troubleshoot/runtime/404-unable-to-identify-proxy-for-host',
    },
  ],
};

export default vendor;
