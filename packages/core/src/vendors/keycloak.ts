import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'keycloak',
  name: 'Keycloak',
  role: 'identity',
  present: [
    { path: /^\/(?:auth\/)?(?:admin\/)?realms\// },
    { path: '/auth/admin/' },
    { cookie: 'KEYCLOAK_' },
    { cookie: 'AUTH_SESSION_ID' },
    { text: /keycloak|invalid_redirect_uri/ },
  ],
  refusals: [
    {
      id: 'admin-forbidden',
      when: [{ status: 403 }, { path: /^\/(?:auth\/)?admin\/realms\// }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: "the token's user or service account lacks a role of the client realm-management",
      fix: {
        who: 'api-owner',
        text: 'give the user or service account the role, for example view-users of realm-management',
      },
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/ErrorResponse.java',
    },
    {
      id: 'unknown-error',
      when: [
        { text: 'unknown_error' },
        { any: [{ path: /^\/(?:auth\/)?admin\// }, { text: 'For more on this error consult the server log' }] },
      ],
      causes: { 'role-missing': 'suggests' },
      says: 'the admin API refused: the role is missing',
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/ErrorResponse.java',
    },
    {
      id: 'https-required',
      alone: true,
      when: [{ text: 'HTTPS required' }],
      causes: { 'tls-required': 'proves' },
      says: 'the realm wants HTTPS for this address',
      fix: {
        who: 'server-admin',
        text: 'use HTTPS, let the proxy pass X-Forwarded-Proto, or change Require SSL of the realm',
      },
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/endpoints/TokenEndpoint.java',
    },
    {
      id: 'invalid-user',
      when: [{ text: 'Invalid user credentials' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the user name or password is wrong',
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java',
    },
    {
      id: 'account-setup',
      alone: true,
      when: [{ text: 'Account is not fully set up' }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the account has a required action open, such as a password to change',
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/protocol/oidc/grants/ResourceOwnerPasswordCredentialsGrantType.java',
    },
    {
      id: 'client-disabled',
      alone: true,
      when: [
        {
          any: [
            { text: 'Client not allowed for direct access grants' },
            { text: 'Client not enabled to retrieve service account' },
            { text: 'Public client not allowed to retrieve service account' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the client or account is not allowed to use this flow',
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/ErrorResponse.java',
    },
    {
      id: 'client-secret',
      alone: true,
      when: [{ text: 'Invalid client or Invalid client credentials' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the client id or its secret is wrong',
      source:
        'https://github.com/keycloak/keycloak/blob/main/services/src/main/java/org/keycloak/services/ErrorResponse.java',
    },
    {
      id: 'client-unknown',
      alone: true,
      when: [{ text: 'client was not identified by any client authenticator' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints', 'policy-denied': 'doubts' },
      says: 'no way to authenticate the client fits: client_id or its secret is missing or not the one of the realm',
      source: 'https://github.com/Waziup/WaziCloud/issues/173',
    },
    {
      id: 'uma-denied',
      alone: true,
      when: [
        { any: [{ text: 'not_authorized' }, { text: 'request_denied' }, { text: 'forbidden_by_policy' }] },
        { any: [{ text: 'keycloak' }, { path: /^\/(?:auth\/)?realms\// }] },
      ],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'Authorization Services: no permission or policy allows this',
      source: 'https://www.keycloak.org/docs/latest/authorization_services/#_service_obtaining_permissions',
    },
    {
      id: 'gatekeeper-issuer',
      alone: true,
      when: [{ text: /invalid token issuer\. expected/ }],
      causes: { 'credentials-invalid': 'suggests', 'host-rejected': 'hints' },
      says: 'the token was issued under another host name than the one the service expects',
      fix: {
        who: 'server-admin',
        text: 'set the public hostname of Keycloak, and use the same issuer URL on both sides',
      },
      source: 'https://github.com/keycloak/keycloak/blob/main/core/src/main/java/org/keycloak/TokenVerifier.java',
    },
    {
      id: 'usual-admin-token',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:auth\/)?admin\/realms\// }, { sent: 'authorization' }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 30, 'host-rejected': 8, 'credentials-malformed': 6 },
      says: 'the token lives for a minute, or its issuer is another host name than this one',
      source: 'https://www.keycloak.org/docs-api/latest/rest-api/index.html',
    },
    {
      id: 'usual-admin-anonymous',
      alone: true,
      when: [{ status: 401 }, { path: /^\/(?:auth\/)?admin\/realms\// }, { not: { sent: 'authorization' } }],
      causes: {},
      usual: { 'credentials-missing': 78, 'credentials-expired': 5 },
      says: 'no token came',
      source: 'https://www.keycloak.org/docs/latest/server_admin/',
    },
    {
      id: 'usual-userinfo',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:auth\/)?realms\/[^/?]{1,60}\/protocol\/openid-connect\/userinfo/ }],
      causes: {},
      usual: {
        'scope-insufficient': 34,
        'credentials-expired': 24,
        'host-rejected': 14,
        'credentials-invalid': 12,
        'credentials-missing': 10,
      },
      says: 'the token lacks the scope openid, is past its time, or was made under another host name',
      source: 'https://www.keycloak.org/docs/latest/upgrading/',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: [401, 400] },
        { method: 'POST' },
        { path: /^\/(?:auth\/)?realms\/[^/?]{1,60}\/protocol\/openid-connect\/token/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-expired': 20, 'feature-unavailable': 12, 'step-up-required': 5 },
      says: 'client secret, password or code is wrong, or direct grants are off for this client',
      source: 'https://www.keycloak.org/securing-apps/oidc-layers',
    },
    {
      id: 'usual-login-form',
      alone: true,
      when: [
        { status: [403, 400] },
        {
          path: /^\/(?:auth\/)?realms\/[^/?]{1,60}\/(?:login-actions|broker|protocol\/openid-connect\/(?:auth|logout)|protocol\/saml)/,
        },
      ],
      causes: {},
      usual: {
        'csrf-invalid': 30,
        'credentials-expired': 20,
        'tls-required': 16,
        'credentials-invalid': 12,
        'origin-rejected': 10,
      },
      says: 'the cookie of the login is gone or was not kept over plain HTTP',
      source: 'https://www.keycloak.org/docs/latest/server_admin/',
    },
  ],
};

export default vendor;
