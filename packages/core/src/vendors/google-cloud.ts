import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-cloud',
  name: 'Google APIs',
  role: 'api',
  present: [{ host: 'googleapis.com' }, { body: 'type.googleapis.com/' }, { header: 'server', is: /^esf$/i }],
  refusals: [
    {
      id: 'service-disabled',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(service_disabled|accessnotconfigured)\b/ },
            { text: /api has not been used in project [^ ]{1,80} before or it is disabled/ },
          ],
        },
        { not: { text: /requires a quota project|end user credentials from the google cloud sdk/ } },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the API is not enabled in the project that is billed for the call',
      fix: { who: 'api-owner', text: 'enable the API in the project that the message names, and wait some minutes' },
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'quota-project',
      alone: true,
      when: [{ text: /requires a quota project|authenticated using end user credentials from the google cloud sdk/ }],
      causes: { 'feature-unavailable': 'suggests', 'credentials-malformed': 'hints', 'credentials-invalid': 'hints' },
      says: 'the call with user credentials names no project that may be billed',
      fix: {
        who: 'caller',
        text: 'send x-goog-user-project, or run gcloud auth application-default set-quota-project',
      },
      source: 'https://cloud.google.com/docs/authentication/adc-troubleshooting/user-creds',
    },
    {
      id: 'billing',
      alone: true,
      when: [
        {
          any: [
            { text: /\bbilling_disabled\b/ },
            {
              text: /requires billing to be enabled|has billing disabled|billing account for the owning project is disabled/,
            },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the project has no working billing account',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'key-api-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /\bapi_key_service_blocked\b/ },
            { text: /requests to this api [^ ]{1,120} (method [^ ]{1,160} )?are blocked/ },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the API key is restricted to other APIs',
      fix: { who: 'api-owner', text: 'add this API to the restrictions of the key' },
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'key-referrer-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(api_key_http_referrer_blocked|iprefererblocked)\b/ },
            { text: /requests from referer [^ ]{1,200} are blocked/ },
          ],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the API key is restricted to web pages, and this Referer is none of them',
      fix: {
        who: 'api-owner',
        text: 'add the page to the key, or use a key without a Referer restriction for servers',
      },
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'key-ip-blocked',
      alone: true,
      when: [{ any: [{ text: /\bapi_key_ip_address_blocked\b/ }, { text: /api key has an ip address restriction/ }] }],
      causes: { 'ip-refused': 'proves' },
      says: 'the API key is restricted to other addresses',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'key-app-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(api_key_android_app_blocked|api_key_ios_app_blocked)\b/ },
            { text: /requests from this (android|ios) client application [^ ]{1,160} are blocked/ },
          ],
        },
      ],
      causes: { 'client-refused': 'proves' },
      says: 'the API key is restricted to other mobile apps',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ any: [{ text: /\bapi_key_invalid\b/ }, { text: 'api key not valid. please pass a valid api key' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'no such API key',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'unregistered-caller',
      alone: true,
      when: [{ text: /method doesn't allow unregistered callers|the request is missing a valid api key/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'neither API key nor token came with the call',
      source: 'https://cloud.google.com/docs/authentication/api-keys',
    },
    {
      id: 'scope',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(access_token_scope_insufficient|insufficientpermissions)\b/ },
            { text: 'request had insufficient authentication scopes' },
            { text: 'provided scope(s) are not authorized' },
          ],
        },
        { not: { text: 'properly authorized to' } },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the access token was made without a scope that this method wants',
      fix: { who: 'caller', text: 'ask for the scope and log in again; on a VM, change its access scopes' },
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [
        {
          any: [{ text: /\bcredentials_missing\b/ }, { text: 'request is missing required authentication credential' }],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access token came with the call; API keys are not enough here',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        {
          any: [{ text: 'request had invalid authentication credentials' }, { text: 'access_token_type_unsupported' }],
        },
      ],
      causes: {
        'credentials-invalid': 'suggests',
        'credentials-expired': 'suggests',
        'credentials-malformed': 'excludes',
      },
      says: 'the access token is past its time, or of another kind than this API takes',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'user-project',
      alone: true,
      when: [
        {
          any: [
            { text: /\buser_project_denied\b/ },
            { text: 'caller does not have required permission to use project' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the caller may not bill calls to this project',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'permission',
      alone: true,
      when: [
        {
          text: /permission ["']?[a-z0-9]{2,40}\.[a-z0-9.]{3,100}["']? denied (on|for) |required ["']?[a-z]{2,40}\.[a-z.]{3,80}["']? permission for |user does not have [a-z]{2,30}\.[a-z.]{3,80} permission |caller does not have permission '[a-z.]{5,80}'|access denied: (table|dataset|project|view|bigquery) .{1,200} does not have permission |missing necessary permission [a-z.]{5,80}|does not have permission to access .{1,120} \(or it may not exist\)/,
        },
        { not: { text: /does not have storage\.[a-z.]{3,40} access/ } },
      ],
      causes: { 'role-missing': 'suggests', 'object-hidden': 'hints' },
      says: 'the caller lacks the named permission on this resource (or it does not exist)',
      source: 'https://cloud.google.com/iam/docs/troubleshoot-access',
    },
    {
      id: 'unauthenticated-request',
      alone: true,
      when: [{ text: /unauthenticated requests do not have permission/ }],
      causes: { 'credentials-missing': 'proves', 'role-missing': 'hints' },
      says: 'the call carries no login that Google accepts',
      source: 'https://cloud.google.com/artifact-registry/docs/docker/authentication',
    },
    {
      id: 'drive-credentials',
      alone: true,
      when: [{ text: 'permission denied while getting drive credentials' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token was made without the Drive scope',
      source: 'https://cloud.google.com/bigquery/docs/external-data-drive',
    },
    {
      id: 'caller',
      alone: true,
      when: [
        { text: 'the caller does not have permission' },
        { not: { host: /^(sheets|docs|drive|slides|forms|script)\.googleapis\.com$/ } },
      ],
      causes: {
        'role-missing': 'suggests',
        'not-owner': 'hints',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
      },
      says: 'the caller has no role that allows this',
      source: 'https://cloud.google.com/iam/docs/troubleshoot-access',
    },
    {
      id: 'org-policy',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(security_policy_violated|org_restriction_violation|location_policy_violated)\b/ },
            { text: "request is prohibited by organization's policy" },
            { text: /constraint constraints\/[a-z.]{1,100} violated/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves', 'ip-refused': 'hints' },
      says: 'a policy of the organisation or a service perimeter forbids it',
      source: 'https://cloud.google.com/vpc-service-controls/docs/troubleshooting',
    },
    {
      id: 'suspended',
      alone: true,
      when: [
        {
          any: [
            { text: /\bconsumer_suspended\b/ },
            { text: /consumer '?[a-z_]{1,20}:[^ ]{1,80} has been suspended|your project has been denied access/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'Google has suspended the project or key',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'rate',
      alone: true,
      when: [
        {
          text: /\b(ratelimitexceeded|userratelimitexceeded|dailylimitexceeded|quotaexceeded|rate_limit_exceeded|resource_exhausted)\b/,
        },
        { not: { text: /requests from referer|quota '[a-z_0-9-]{3,80}' exceeded\. limit/ } },
        { not: { body: 'youtube.quota' } },
      ],
      causes: { 'rate-limited': 'proves' },
      says: 'the quota of the project or user is used up',
      source: 'https://cloud.google.com/docs/quotas/troubleshoot',
    },
    {
      id: 'unauthenticated-quota',
      alone: true,
      when: [{ text: /\bdailylimitexceededunreg\b/ }],
      causes: { 'credentials-missing': 'proves', 'rate-limited': 'hints' },
      says: 'calls without a key have no quota',
      source: 'https://developers.google.com/workspace/drive/api/guides/handle-errors',
    },
    {
      id: 'quota-limit',
      alone: true,
      when: [{ text: /quota '[a-z_0-9-]{3,80}' exceeded\. limit/ }],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints', 'rate-limited': 'hints' },
      says: 'a resource quota of the project is used up',
      source: 'https://cloud.google.com/compute/resource-usage',
    },
    {
      id: 'cloud-sql',
      alone: true,
      when: [{ text: /boss::not_authorized|the client is not authorized to make this request/ }],
      causes: { 'role-missing': 'proves', 'object-hidden': 'hints' },
      says: 'the caller lacks the Cloud SQL role, or the instance name is wrong',
      source: 'https://cloud.google.com/sql/docs/mysql/debugging-connectivity',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'www.googleapis.com' }],
      causes: {},
      usual: {
        'credentials-expired': 46,
        'credentials-invalid': 22,
        'credentials-missing': 18,
        'credentials-malformed': 5,
      },
      says: 'mostly an access token past its hour',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'www.googleapis.com' }],
      causes: {},
      usual: {
        'scope-insufficient': 30,
        'feature-unavailable': 24,
        'role-missing': 16,
        'rate-limited': 10,
        'credentials-invalid': 6,
      },
      says: 'mostly a scope that was not granted, or an API that is not enabled in the project',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
    {
      id: 'usual-403-compute',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'compute.googleapis.com' },
            { host: 'cloudresourcemanager.googleapis.com' },
            { host: 'iam.googleapis.com' },
            { host: 'run.googleapis.com' },
            { host: 'container.googleapis.com' },
            { host: 'bigquery.googleapis.com' },
            { host: 'pubsub.googleapis.com' },
            { host: 'secretmanager.googleapis.com' },
          ],
        },
      ],
      causes: {},
      usual: { 'role-missing': 48, 'feature-unavailable': 22, 'scope-insufficient': 12, 'policy-denied': 10 },
      says: 'mostly a missing IAM role, or an API that is not enabled',
      source: 'https://cloud.google.com/apis/docs/reference/rest/Shared.Types/ErrorReason',
    },
  ],
};

export default vendor;
