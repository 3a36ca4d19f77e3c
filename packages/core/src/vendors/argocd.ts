import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'argocd',
  name: 'Argo CD',
  role: 'app',
  present: [
    { cookie: 'argocd.token' },
    {
      text: /\bpermission denied: (?:applications|projects|clusters|repositories|accounts|certificates|gpgkeys|logs|exec|applicationsets)\b|argocd/,
    },
  ],
  refusals: [
    {
      id: 'rbac',
      alone: true,
      when: [
        {
          text: /permission denied: (?:applications|projects|clusters|repositories|accounts|certificates|gpgkeys|logs|exec|applicationsets), [a-z]{1,20}/,
        },
      ],
      causes: { 'role-missing': 'proves', 'object-hidden': 'hints' },
      says: 'the RBAC policy does not let this user do this; the answer names resource, action and object',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/',
    },
    {
      id: 'no-session',
      alone: true,
      when: [{ text: 'no session information' }],
      causes: { 'credentials-missing': 'suggests' },
      says: 'no token came',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/',
    },
    {
      id: 'token',
      when: [
        {
          text: /invalid session: |token is revoked|account password has changed since token issued|failed to verify (?:the )?token/,
        },
        { any: [{ cookie: 'argocd.token' }, { body: '"code":16' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is past its time, revoked or of another issuer',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/',
    },
    {
      id: 'project-destination',
      alone: true,
      when: [
        {
          any: [
            { text: /application destination .{1,200} is not permitted in project/ },
            { text: /application repo .{1,200} is not permitted in project/ },
            { text: /resource .{1,100} is not permitted in project/ },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the AppProject does not permit this destination, repository or kind',
      source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:argocd\/|argo-cd\/)?api\/v1\/(?:applications|projects|clusters|repositories|session|account|applicationsets|settings|certificates|gpgkeys)(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/(?:argocd|argo-cd)\// },
            { cookie: 'argocd.token' },
            { path: /^\/api\/v1\/(?:applicationsets|applications|gpgkeys)(?:[/?]|$)/ },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-expired': 28,
        'role-missing': 27,
        'credentials-missing': 20,
        'credentials-invalid': 16,
        'object-hidden': 4,
      },
      says: 'the token is past its time, or the policy lacks the action; an application that is not there is refused alike',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/',
    },
    {
      id: 'usual-webhook',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        { method: 'POST' },
        { path: /^\/(?:argocd\/|argo-cd\/)api\/webhook(?:\?|$)/ },
      ],
      causes: {},
      usual: { 'credentials-invalid': 44, 'ip-refused': 18, 'credentials-missing': 8, 'server-rule': 8 },
      says: 'the secret of the webhook does not fit, or the proxy keeps the sender out',
      source: 'https://argo-cd.readthedocs.io/en/stable/operator-manual/webhook/',
    },
  ],
};

export default vendor;
