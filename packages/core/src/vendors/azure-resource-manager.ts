import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'azure-resource-manager',
  name: 'Azure Resource Manager',
  role: 'api',
  present: [
    { host: 'management.azure.com' },
    { header: 'x-ms-routing-request-id' },
    { header: 'x-ms-correlation-request-id' },
  ],
  refusals: [
    {
      id: 'authorization-failed',
      alone: true,
      when: [{ text: /does not have authorization to perform action/ }, { not: { text: 'deny assignment' } }],
      causes: { 'role-missing': 'proves', 'object-hidden': 'hints' },
      says: 'the identity has no role with this action on this scope',
      fix: {
        who: 'api-owner',
        text: 'assign a role with the named action on the named scope, wait some minutes, log in again',
      },
      source: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    },
    {
      id: 'linked-authorization',
      alone: true,
      when: [{ text: /\blinkedauthorizationfailed\b/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the identity lacks a role on a resource that this one refers to',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    },
    {
      id: 'deny-assignment',
      alone: true,
      when: [{ text: /because of the deny assignment/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a deny assignment stands above the roles',
      source: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/deny-assignments',
    },
    {
      id: 'policy',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(requestdisallowedbypolicy|requestdisallowedbyazure)\b/ },
            { text: /was disallowed by (policy|azure)/ },
          ],
        },
        { not: { text: /multi-?factor authentication|\bmfa\b/ } },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'an Azure Policy forbids this resource as it is described',
      source:
        'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-policy-requestdisallowedbypolicy',
    },
    {
      id: 'mfa',
      alone: true,
      when: [
        { text: /\b(requestdisallowedbypolicy|requestdisallowedbyazure)\b/ },
        { text: /multi-?factor authentication|\bmfa\b/ },
      ],
      causes: { 'step-up-required': 'proves', 'policy-denied': 'hints' },
      says: 'the change wants a login with a second factor',
      source:
        'https://learn.microsoft.com/en-us/entra/identity/authentication/concept-mandatory-multifactor-authentication',
    },
    {
      id: 'locked',
      alone: true,
      when: [{ code: 'ScopeLocked' }],
      causes: { 'policy-denied': 'proves' },
      says: 'a lock lies on the resource or its group',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/management/lock-resources',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(expiredauthenticationtoken|authenticationfailedexpiredtoken)\b/ },
            { text: 'the access token expiry utc time' },
          ],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [
        {
          any: [
            { text: /\bauthenticationfailedmissingtoken\b/ },
            { text: "authentication failed. the 'authorization' header is missing" },
          ],
        },
      ],
      causes: { 'credentials-missing': 'proves' },
      says: 'the request carries no token',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    },
    {
      id: 'wrong-tenant',
      alone: true,
      when: [
        {
          any: [
            { text: /\b(invalidauthenticationtokentenant|invalidauthenticationtokenaudience)\b/ },
            { text: 'the access token is from the wrong issuer' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is of another tenant than the subscription, or for another resource',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    },
    {
      id: 'provider-unregistered',
      alone: true,
      when: [{ text: /\b(missingsubscriptionregistration|noregisteredproviderfound)\b/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the resource provider is not registered for the subscription',
      source:
        'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/error-register-resource-provider',
    },
    {
      id: 'subscription-disabled',
      alone: true,
      when: [{ text: /\b(readonlydisabledsubscription|disabledsubscription|subscriptionisdisabled)\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the subscription is switched off and may only be read',
      source: 'https://learn.microsoft.com/en-us/azure/cost-management-billing/manage/subscription-disabled',
    },
    {
      id: 'subscription-hidden',
      alone: true,
      when: [{ text: /\bsubscriptionnotfound\b/ }],
      causes: { 'object-hidden': 'suggests', 'credentials-invalid': 'hints', 'role-missing': 'hints' },
      says: 'no such subscription for this identity: often a token of another tenant',
      source: 'https://learn.microsoft.com/en-us/azure/azure-resource-manager/troubleshooting/common-deployment-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'management.azure.com' }],
      causes: {},
      usual: { 'role-missing': 66, 'policy-denied': 18, 'credentials-invalid': 5, 'feature-unavailable': 4 },
      says: 'mostly no role on this scope, or one that has not spread yet',
      source: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'management.azure.com' }],
      causes: {},
      usual: { 'credentials-invalid': 38, 'credentials-expired': 34, 'credentials-missing': 18 },
      says: 'mostly a token past its time, or of another tenant or audience',
      source: 'https://learn.microsoft.com/en-us/azure/role-based-access-control/troubleshooting',
    },
  ],
};

export default vendor;
