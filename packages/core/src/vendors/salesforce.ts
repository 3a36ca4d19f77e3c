import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'salesforce',
  name: 'Salesforce',
  role: 'api',
  present: [
    { host: 'salesforce.com' },
    { host: 'force.com' },
    { header: 'sforce-limit-info' },
    {
      text: /api_(?:disabled_for_org|currently_disabled)|insufficient_access|invalid_session_id|request_limit_exceeded|\bsforce\b/,
    },
  ],
  refusals: [
    {
      id: 'api-disabled-for-org',
      alone: true,
      when: [
        { any: [{ text: 'API_DISABLED_FOR_ORG' }, { text: 'The REST API is not enabled for this Organization' }] },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the edition has no API, or it is off for this org',
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'api-user-permission',
      alone: true,
      when: [{ any: [{ text: 'API_CURRENTLY_DISABLED' }, { text: 'API is not enabled for this User' }] }],
      causes: { 'role-missing': 'proves' },
      says: "the user's profile lacks API Enabled",
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'insufficient-access',
      alone: true,
      when: [
        {
          any: [
            { text: 'INSUFFICIENT_ACCESS' },
            { text: 'INSUFFICIENT_ACCESS_OR_READONLY' },
            { text: 'insufficient access rights on cross-reference id' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'not-owner': 'suggests' },
      says: 'the user lacks access to the object, field or record',
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'session',
      alone: true,
      when: [{ any: [{ text: 'INVALID_SESSION_ID' }, { text: 'Session expired or invalid' }] }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the session is past its time, or the token is of another org',
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'request-limit',
      alone: true,
      when: [{ any: [{ text: 'REQUEST_LIMIT_EXCEEDED' }, { text: 'TotalRequests Limit exceeded' }] }],
      causes: { 'rate-limited': 'proves' },
      says: "the org's daily API requests are used up",
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'login-ip',
      alone: true,
      when: [
        {
          any: [
            { text: 'LOGIN_MUST_USE_SECURITY_TOKEN' },
            { text: /ip restricted|restricted ip|ip address not allowed for this user/ },
          ],
        },
        { any: [{ text: 'LOGIN_MUST_USE_SECURITY_TOKEN' }, { host: 'salesforce.com' }, { text: 'invalid_grant' }] },
      ],
      causes: { 'ip-refused': 'proves' },
      says: 'the login comes from an address outside the trusted ranges; a security token would be wanted',
      fix: {
        who: 'caller',
        text: 'append the security token to the password, or let the administrator add the address to the trusted ranges',
      },
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'auth-failure',
      when: [{ text: 'authentication failure' }],
      causes: { 'credentials-invalid': 'suggests', 'policy-denied': 'hints' },
      says: 'user name, password or security token is wrong, or the user is locked',
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'no-access-app',
      alone: true,
      when: [
        {
          any: [
            { text: "user hasn't approved this consumer" },
            { text: 'user is not admin approved to access this app' },
            { text: 'app must be installed into org' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves', 'role-missing': 'hints' },
      says: 'the connected app is not approved for this user',
      source:
        'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_calls_concepts_core_data_objects.htm',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'salesforce.com' }, { host: 'force.com' }] }],
      causes: {},
      usual: {
        'role-missing': 36,
        'feature-unavailable': 26,
        'policy-denied': 12,
        'rate-limited': 8,
        'scope-insufficient': 8,
      },
      says: 'mostly API Enabled is off in the profile, or the edition has no API',
      source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'salesforce.com' }, { host: 'force.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 48, 'credentials-invalid': 34, 'credentials-missing': 8 },
      says: "mostly a session past its time, or the wrong instance's host",
      source: 'https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm',
    },
  ],
};

export default vendor;
