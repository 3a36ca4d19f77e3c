import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'entra',
  name: 'Microsoft Entra ID',
  role: 'identity',
  present: [
    { host: 'login.microsoftonline.com' },
    { host: 'login.windows.net' },
    { header: 'x-ms-ests-server' },
    { text: /\baadsts[0-9]{5,7}\b/ },
  ],
  refusals: [
    {
      id: 'conditional-access',
      alone: true,
      when: [
        { text: /\baadsts(?:530(?:03|02|01|00|04|08|09|11)|50105|50131|500014|50057|650052|50053|53000)\b/ },
        { not: { text: 'aadsts50105' } },
        { not: { text: 'aadsts50053' } },
        { not: { text: 'aadsts50057' } },
        { not: { text: 'aadsts650052' } },
        { not: { text: 'aadsts500014' } },
      ],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'conditional access refuses this device, place or app',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'not-assigned',
      alone: true,
      when: [{ text: /\baadsts50105\b/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the user is not assigned to a role of the application, which wants an assignment',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'mfa',
      alone: true,
      when: [{ text: /\baadsts(?:50076|50079|50074|50072|500121|50158|50097|53010)\b/ }],
      causes: { 'step-up-required': 'proves' },
      says: 'a second factor or its registration is wanted',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'consent',
      alone: true,
      when: [{ text: /\baadsts(?:65001|65004|90094|90095|65005)\b/ }],
      causes: { 'scope-insufficient': 'suggests', 'policy-denied': 'hints' },
      says: 'nobody has consented to these permissions for the app; an administrator may have to',
      fix: { who: 'api-owner', text: 'grant admin consent for the permissions of the app registration' },
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'secret-wrong',
      alone: true,
      when: [
        {
          text: /\baadsts(?:7000215|7000216|700027|700016|50126|50034|90002|500011|50020|700023|50012|700024|50013)\b/,
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the client id, secret, certificate, user, tenant or resource is wrong',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'secret-expired',
      alone: true,
      when: [{ text: /\baadsts(?:7000222|70008|70043|700082|50173|700084|50089|54005|50132|50133|50055|70000)\b/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the client secret, code, refresh token, session or password is past its time or was revoked',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'account',
      alone: true,
      when: [{ text: /\baadsts(?:50057|50053|7000112|50064|500014|7000110)\b/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the user, app or service principal is disabled or locked',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'feature',
      alone: true,
      when: [{ text: /\baadsts(?:650052|50194|7000218|700025|90072|9002326|9002327|500113|50011|700054)\b/ }],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'hints' },
      says: 'the app registration is not set up for this use: service principal, redirect address, tenant type or platform',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
    {
      id: 'usual',
      when: [
        { status: 401 },
        { any: [{ host: 'login.microsoftonline.com' }, { host: 'login.windows.net' }] },
        { path: /\/oauth2\// },
        { method: 'POST' },
      ],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-expired': 18, 'credentials-missing': 8 },
      says: 'mostly a wrong or expired client secret, often its id in place of its value',
      source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
    },
  ],
};

export default vendor;
