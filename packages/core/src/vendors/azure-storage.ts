import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-storage',
  name: 'Azure Storage',
  role: 'storage',
  present: [
    { host: /\.(blob|queue|table|file|dfs|web)\.(core\.windows\.net|storage\.azure\.net)$/ },
    { header: 'server', is: /^windows-azure-/i },
  ],
  refusals: [
    {
      id: 'sas-time',
      alone: true,
      when: [{ code: 'AuthenticationFailed' }, { text: 'signature not valid in the specified time frame' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the shared access signature is past its time, or not yet valid',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'signature-mismatch',
      alone: true,
      when: [
        {
          text: /signature did not match\. string to sign used was|mac signature found in the http request '[^']{0,200}' is not the same as any computed signature/,
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'the signature was made with another key or over another request',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'date-old',
      alone: true,
      when: [{ code: 'AuthenticationFailed' }, { text: /request date header too old/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the date of the signed request is too far from the clock of Azure',
      fix: { who: 'caller', text: 'set the clock of the machine that signs' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'sas-malformed',
      alone: true,
      when: [{ text: /signature fields not well formed|(sr|se|sp|st|ss|srt|sv) is mandatory\. cannot be empty/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'a field of the shared access signature is missing or unreadable',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/create-service-sas',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ code: ['AuthenticationFailed', 'InvalidAuthenticationInfo'] }, { text: 'lifetime validation failed' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the Entra token is past its time',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        { code: ['AuthenticationFailed', 'InvalidAuthenticationInfo'] },
        { text: /(issuer|audience) validation failed/ },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the Entra token is of another tenant or for another resource',
      fix: { who: 'caller', text: 'ask for a token of the tenant of the account, for https://storage.azure.com/' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'authentication-failed',
      alone: true,
      when: [
        { text: 'make sure the value of authorization header is formed correctly including the signature' },
        {
          not: {
            text: /signature (not valid in the specified time frame|did not match|fields not well formed)|mac signature found in the http request|request date header too old|is mandatory\. cannot be empty|(lifetime|issuer|audience) validation failed/,
          },
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints', 'credentials-expired': 'hints' },
      says: 'key, signature or token of the request is wrong',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'firewall',
      alone: true,
      when: [
        { text: /this request is not authorized to perform this operation(\.| requestid| ?$)/ },
        { not: { text: /perform (this operation using|blob overwrites)/ } },
      ],
      causes: { 'ip-refused': 'suggests', 'role-missing': 'hints', 'scope-insufficient': 'hints' },
      says: 'mostly the firewall of the account: this network is not among those allowed',
      fix: {
        who: 'api-owner',
        text: 'look at Networking of the storage account: allow the address, virtual network or private endpoint',
      },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'sas-permission',
      alone: true,
      when: [{ text: 'not authorized to perform this operation using this permission' }, { path: /[?&]sig=/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the shared access signature does not hold this permission',
      fix: { who: 'caller', text: 'make a signature with the permission (sp) that the operation wants' },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'role',
      alone: true,
      when: [{ text: 'not authorized to perform this operation using this permission' }, { not: { path: /[?&]sig=/ } }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the caller has no data role on this container',
      fix: {
        who: 'api-owner',
        text: 'assign a data role such as Storage Blob Data Reader: Owner and Contributor are not enough',
      },
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'sas-kind',
      alone: true,
      when: [
        {
          text: /\b(authorizationresourcetypemismatch|authorizationservicemismatch)\b|to perform this operation using this (resource type|service)/,
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the shared access signature is for another service or kind of resource',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'sas-protocol',
      alone: true,
      when: [{ text: /\b(authorizationprotocolmismatch|accountrequireshttps)\b/ }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP is not taken here',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'sas-address',
      alone: true,
      when: [{ text: /\bauthorizationsourceipmismatch\b/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the shared access signature is bound to other addresses',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'key-not-permitted',
      alone: true,
      when: [
        {
          text: /key ?based ?authentication ?(is )?not ?permitted (on this storage account)?|keybasedauthenticationnotpermitted/,
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the account takes Entra tokens only',
      source: 'https://learn.microsoft.com/en-us/azure/storage/common/shared-key-authorization-prevent',
    },
    {
      id: 'public-not-permitted',
      alone: true,
      when: [{ text: /\bpublicaccessnotpermitted\b|public access is not permitted on this storage account/ }],
      causes: { 'policy-denied': 'proves', 'credentials-missing': 'suggests' },
      says: 'the account allows no anonymous access',
      source: 'https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent',
    },
    {
      id: 'no-authentication',
      alone: true,
      when: [{ text: /\bnoauthenticationinformation\b/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the request carries no credentials',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'anonymous-hidden',
      when: [{ code: 'ResourceNotFound' }, { text: 'the specified resource does not exist' }],
      causes: { 'object-hidden': 'suggests', 'credentials-missing': 'hints' },
      says: 'a private container is hidden from callers without credentials',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'account-disabled',
      alone: true,
      when: [{ text: /\b(accountisdisabled|insufficientaccountpermissions)\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account is switched off or may only read',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'overwrite',
      alone: true,
      when: [{ text: /\bunauthorizedbloboverwrite\b/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the signature may create blobs and not replace them',
      source: 'https://learn.microsoft.com/en-us/rest/api/storageservices/common-rest-api-error-codes',
    },
    {
      id: 'immutable',
      alone: true,
      when: [{ text: /\b(blobimmutableduetopolicy|containerprotectedfromdeletion)\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'an immutability policy keeps the blob',
      source: 'https://learn.microsoft.com/en-us/azure/storage/blobs/immutable-storage-overview',
    },
    {
      id: 'cors',
      alone: true,
      when: [{ text: /\bcorspreflightfailure\b/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'no CORS rule of the account allows this origin, method or header',
      source:
        'https://learn.microsoft.com/en-us/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services',
    },
    {
      id: 'usual-sas',
      when: [{ status: 403 }, { host: /\.(blob|queue|table|file|dfs|web)\.core\.windows\.net$/ }, { path: /[?&]sig=/ }],
      causes: {},
      usual: { 'credentials-expired': 36, 'credentials-invalid': 30, 'scope-insufficient': 12, 'ip-refused': 12 },
      says: 'mostly the SAS is past its time or was encoded twice; else the firewall',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        { host: /\.(blob|queue|table|file|dfs|web)\.core\.windows\.net$/ },
        { not: { path: /[?&]sig=/ } },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'role-missing': 46, 'ip-refused': 30, 'credentials-invalid': 10, 'policy-denied': 5 },
      says: "mostly no data role (Owner is not enough), or the account's firewall",
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
    {
      id: 'usual-404',
      when: [
        { status: 404 },
        { host: /\.(blob|queue|table|file|dfs|web)\.core\.windows\.net$/ },
        { not: { sent: 'authorization' } },
        { not: { path: /[?&]sig=/ } },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'object-hidden': 44 },
      says: 'a container without public access is answered as if it were absent',
      source:
        'https://learn.microsoft.com/en-us/troubleshoot/azure/azure-storage/blobs/authentication/storage-troubleshoot-403-errors',
    },
  ],
};

export default vendor;
