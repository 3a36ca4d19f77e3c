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
  ],
};

export default vendor;
