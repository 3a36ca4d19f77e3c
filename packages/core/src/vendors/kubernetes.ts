import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kubernetes',
  name: 'Kubernetes API server',
  role: 'platform',
  present: [
    { header: 'x-kubernetes-pf-flowschema-uid' },
    { header: 'audit-id' },
    { body: /"kind": ?"status", ?"apiversion": ?"v1"/ },
    {
      text: /\bis forbidden: (?:user "|exceeded quota|failed quota|violates podsecurity|pod security|unable to validate)|forbidden: user "[^"]{1,120}" cannot/,
    },
  ],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: 'user "system:anonymous" cannot' }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'no credential that the API server knows came: the caller counts as system:anonymous',
      fix: { who: 'caller', text: 'send the token or client certificate of the kubeconfig' },
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      id: 'rbac',
      alone: true,
      when: [
        { text: /(?:forbidden: )?user "[^"]{1,160}" cannot [a-z]{1,20} (?:resource|path) / },
        { not: { text: 'user "system:anonymous" cannot' } },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'no RBAC rule of this user or service account allows this verb on this resource',
      fix: {
        who: 'api-owner',
        text: 'add the verb and resource to a Role or ClusterRole and bind it to the user that the answer names',
      },
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      id: 'quota-exceeded',
      alone: true,
      when: [{ text: /is forbidden: exceeded quota: / }],
      causes: { 'policy-denied': 'proves' },
      says: "the namespace's ResourceQuota is used up",
      source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    },
    {
      id: 'quota-unset',
      alone: true,
      when: [{ text: /is forbidden: failed quota: [^:]{1,100}: must specify/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a ResourceQuota wants requests or limits that the pod does not specify',
      source: 'https://kubernetes.io/docs/concepts/policy/resource-quotas/',
    },
    {
      id: 'pod-security',
      alone: true,
      when: [
        {
          any: [
            { text: /is forbidden: violates podsecurity "/ },
            { text: 'unable to validate against any security context constraint' },
            { text: 'unable to validate against any pod security policy' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: "the namespace's Pod Security level, or OpenShift's security context constraints, refuse this pod",
      source: 'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    },
    {
      id: 'webhook',
      alone: true,
      when: [{ text: /admission webhook "[^"]{1,160}" denied the request/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'an admission webhook (Kyverno, Gatekeeper, an operator) refused',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/',
    },
    {
      id: 'admission-policy',
      alone: true,
      when: [{ text: /validatingadmissionpolicy '[^']{1,160}' with binding '[^']{1,160}' denied request/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a ValidatingAdmissionPolicy refused',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/',
    },
    {
      id: 'terminating',
      alone: true,
      when: [{ text: /because it is being terminated/ }],
      causes: { 'policy-denied': 'suggests', 'object-hidden': 'hints' },
      says: 'the namespace is being deleted, and nothing new may be made in it',
      source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/',
    },
    {
      id: 'escalation',
      alone: true,
      when: [
        {
          any: [
            { text: /is attempting to grant rbac permissions not currently held/ },
            { text: 'attempting to grant extra privileges' },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'a role cannot be granted by someone who does not hold its rights',
      source:
        'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#privilege-escalation-prevention-and-bootstrapping',
    },
    {
      id: 'kubelet',
      alone: true,
      when: [{ text: /forbidden \(user=[^,]{1,160}, verb=[a-z]{1,20}, resource=/ }],
      causes: { 'role-missing': 'proves' },
      says: "the kubelet's webhook authorisation refuses this user (nodes/proxy, nodes/metrics, nodes/stats)",
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    },
    {
      id: 'unauthorized',
      when: [{ status: 401 }, { text: 'Unauthorized' }, { body: '"kind":"status"' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token or certificate is not valid for this cluster, or past its time',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    },
    {
      id: 'usual-api-anonymous',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:api\/v1\/(?:namespaces|nodes|pods|secrets|configmaps|persistentvolumes)|apis(?:\/[a-z0-9.-]{2,60}\/v\d|\/?$)|openapi\/v[23])/,
        },
        { not: { sent: 'authorization' } },
        { not: { path: /\/(?:realms|rest)\// } },
      ],
      causes: {},
      usual: { 'credentials-missing': 56, 'role-missing': 24, 'credentials-expired': 6, 'tls-required': 4 },
      says: 'no token and no client certificate came: 401 where anonymous access is off, 403 for system:anonymous',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    },
    {
      id: 'usual-api-token',
      alone: true,
      when: [
        { status: 401 },
        {
          path: /^\/(?:api\/v1\/(?:namespaces|nodes|pods|secrets|configmaps|persistentvolumes)|apis(?:\/[a-z0-9.-]{2,60}\/v\d|\/?$)|openapi\/v[23])/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 38, 'credentials-malformed': 8, 'proxy-refused': 3 },
      says: 'the token is past its time, of another cluster or audience, or its service account is gone',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
    },
    {
      id: 'usual-api-forbidden',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/(?:api\/v1\/(?:namespaces|nodes|pods|secrets|configmaps|persistentvolumes)|apis(?:\/[a-z0-9.-]{2,60}\/v\d|\/?$))/,
        },
        { sent: 'authorization' },
      ],
      causes: {},
      usual: { 'role-missing': 64, 'policy-denied': 10, 'proxy-refused': 6, 'not-owner': 4, 'ip-refused': 4 },
      says: 'the account lacks the verb on the resource',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/rbac/',
    },
    {
      id: 'usual-dashboard',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:api\/v1\/namespaces\/kubernetes-dashboard\/services\/|api\/v1\/csrftoken\/|kubernetes-dashboard\/|dashboard\/api\/v1\/)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-expired': 28,
        'csrf-invalid': 18,
        'credentials-invalid': 18,
        'role-missing': 18,
        'tls-required': 8,
        'credentials-missing': 8,
      },
      says: 'the token of the login is past its time, or the form token and cookie fail over plain HTTP',
      source: 'https://kubernetes.io/docs/tasks/access-application-cluster/web-ui-dashboard/',
    },
    {
      id: 'usual-kubelet',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: [10250, 10255, 10257, 10259] },
        { path: /^\/(?:metrics|pods|stats|exec|run|logs|healthz|spec|configz|runningpods|containerLogs)/ },
      ],
      causes: {},
      usual: { 'role-missing': 40, 'credentials-missing': 34, 'credentials-invalid': 14, 'tls-required': 6 },
      says: 'the kubelet asks the API server whether this account may get nodes/metrics or nodes/proxy',
      source: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
    },
  ],
};

export default vendor;
