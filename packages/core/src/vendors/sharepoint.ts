import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sharepoint',
  name: 'SharePoint',
  role: 'app',
  present: [{ header: 'microsoftsharepointteamservices' }, { header: 'sprequestguid' }, { host: 'sharepoint.com' }],
  refusals: [
    {
      id: 'digest',
      alone: true,
      when: [{ text: 'the security validation for this page is invalid' }],
      causes: { 'csrf-invalid': 'proves', 'csrf-missing': 'hints' },
      says: 'the request digest is missing, too old, or of another site',
      fix: {
        who: 'caller',
        text: 'fetch a digest from _api/contextinfo of the same site and send it as X-RequestDigest',
      },
      source:
        'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/complete-basic-operations-using-sharepoint-rest-endpoints',
    },
    {
      id: 'unauthorized-operation',
      alone: true,
      when: [{ text: 'attempted to perform an unauthorized operation' }],
      causes: {
        'role-missing': 'suggests',
        'scope-insufficient': 'hints',
        'policy-denied': 'hints',
        'credentials-invalid': 'hints',
      },
      says: 'user or app has no permission on this site',
      source: 'https://github.com/vgrem/office365-rest-python-client/issues/984',
    },
    {
      id: 'access-denied',
      alone: true,
      when: [{ text: 'access denied. you do not have permission to perform this action or access this resource' }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints', 'policy-denied': 'hints' },
      says: 'the account has no permission on this item',
      source:
        'https://learn.microsoft.com/en-us/sharepoint/troubleshoot/administration/access-denied-or-need-permission-error-sharepoint-online-or-onedrive-for-business',
    },
    {
      id: 'app-only-token',
      alone: true,
      when: [{ text: /unsupported app only token|token type is not allowed/ }],
      causes: { 'policy-denied': 'proves', 'credentials-invalid': 'hints' },
      says: 'the tenant does not take this kind of app token: app-only access wants a certificate',
      fix: { who: 'api-owner', text: 'log the app in with a certificate, not with a client secret' },
      source: 'https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [{ header: 'x-ms-diagnostics', is: /category="invalid_client"/i }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'SharePoint cannot accept the token: signature, audience or issuer',
      source: 'https://github.com/SharePoint/sp-dev-docs/issues/7152',
    },
    {
      id: 'login-needed',
      when: [{ header: 'x-forms_based_auth_required' }, { status: [401, 403] }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'SharePoint asks for a login by the browser',
      source: 'https://learn.microsoft.com/en-us/openspecs/sharepoint_protocols/ms-ofba/',
    },
    {
      id: 'usual-rest-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:[^?]{0,200}\/)?(?:_api\/(?:web|site|search|lists|contextinfo|SP\.)|_vti_bin\/|_layouts\/15)/ },
        { not: { any: [{ sent: 'authorization' }, { sent: 'cookie' }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 62, 'policy-denied': 10, 'feature-unavailable': 8, 'role-missing': 5 },
      says: 'no login came: Basic is off for SharePoint, tokens come from Entra',
      source: 'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/get-to-know-the-sharepoint-rest-service',
    },
    {
      id: 'usual-rest-write',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^\/(?:[^?]{0,200}\/)?(?:_api\/(?:web|site|search|lists|contextinfo|SP\.)|_vti_bin\/)/ },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
      ],
      causes: {},
      usual: { 'role-missing': 36, 'csrf-missing': 26, 'scope-insufficient': 14, 'csrf-invalid': 10, 'not-owner': 4 },
      says: 'X-RequestDigest is missing or past its half hour, or the right in the list is missing',
      source: 'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/get-to-know-the-sharepoint-rest-service',
    },
    {
      id: 'usual-rest-read',
      alone: true,
      when: [
        { status: [401, 403] },
        { method: ['GET', 'HEAD'] },
        { path: /^\/(?:[^?]{0,200}\/)?(?:_api\/(?:web|site|search|lists|contextinfo|SP\.)|_vti_bin\/|_layouts\/15)/ },
        { any: [{ sent: 'authorization' }, { sent: 'cookie' }] },
      ],
      causes: {},
      usual: {
        'role-missing': 38,
        'scope-insufficient': 22,
        'credentials-invalid': 14,
        'credentials-expired': 12,
        'not-owner': 4,
      },
      says: 'the app lacks Sites.Read, or app-only tokens by secret are off',
      source: 'https://learn.microsoft.com/en-us/sharepoint/dev/sp-add-ins/get-to-know-the-sharepoint-rest-service',
    },
  ],
};

export default vendor;
