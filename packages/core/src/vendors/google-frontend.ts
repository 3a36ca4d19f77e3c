import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-frontend',
  name: 'Google front end',
  role: 'gateway',
  present: [
    { header: 'server', is: /^(gfe|ghs|google frontend|gws|sffe)/i },
    { header: 'x-goog-iap-generated-response' },
    { host: /\.(run\.app|cloudfunctions\.net|appspot\.com)$/ },
  ],
  refusals: [
    {
      id: 'cloud-run-unauthenticated',
      alone: true,
      when: [{ text: 'the request was not authenticated. either allow unauthenticated invocations' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the service wants an identity token',
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      id: 'run-permission',
      when: [
        { host: /\.(run\.app|cloudfunctions\.net)$/ },
        { text: /your client does not have permission to get url/ },
      ],
      causes: { 'role-missing': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the service lets in only callers with the invoker role',
      fix: {
        who: 'caller',
        text: 'send an identity token of an account with run.invoker, or allow unauthenticated calls',
      },
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      id: 'client-permission',
      alone: true,
      when: [
        { text: /your client does not have permission to get url/ },
        { not: { host: /\.(run\.app|cloudfunctions\.net)$/ } },
      ],
      causes: {
        'ip-refused': 'suggests',
        'client-refused': 'hints',
        'credentials-missing': 'hints',
        'role-missing': 'doubts',
        'scope-insufficient': 'excludes',
      },
      says: 'the front end of Google refuses this client: address, region or missing login',
      source: 'https://github.com/kubernetes/registry.k8s.io/issues/138',
    },
    {
      id: 'token-unverified',
      alone: true,
      when: [
        {
          any: [
            { text: 'the access token could not be verified' },
            { challenge: 'bearer', param: 'error_description', is: 'access token could not be verified' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the identity token has the wrong audience or signature',
      source: 'https://cloud.google.com/run/docs/authenticating/service-to-service',
    },
    {
      id: 'iap-missing',
      alone: true,
      when: [{ text: /invalid iap credentials: (empty token|no authorization)/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the Identity-Aware Proxy got no token',
      source: 'https://cloud.google.com/iap/docs/faq',
    },
    {
      id: 'iap-invalid',
      alone: true,
      when: [
        { text: /invalid iap credentials:/ },
        { not: { text: 'empty token' } },
        { not: { text: 'unable to parse' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is not meant for this application',
      source: 'https://cloud.google.com/iap/docs/faq',
    },
    {
      id: 'iap-malformed',
      alone: true,
      when: [{ text: /invalid iap credentials: unable to parse/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'the token cannot be read',
      source: 'https://cloud.google.com/iap/docs/faq',
    },
    {
      id: 'iap-denied',
      when: [{ header: 'x-goog-iap-generated-response' }, { status: 403 }],
      causes: { 'role-missing': 'suggests', 'policy-denied': 'hints' },
      says: 'the account has no access to this application behind the Identity-Aware Proxy',
      source: 'https://cloud.google.com/iap/docs/managing-access',
    },
    {
      id: 'unusual-traffic',
      alone: true,
      when: [
        {
          text: /our systems have detected unusual traffic from your computer network|your computer or network may be sending automated queries/,
        },
      ],
      causes: { 'rate-limited': 'suggests', 'client-refused': 'suggests' },
      says: 'Google takes the traffic of this address for automatic',
      source: 'https://support.google.com/websearch/answer/86640',
    },
    {
      id: 'cloud-armor',
      alone: true,
      when: [{ body: /<title>403<\/title>\s?403 forbidden\s{0,3}$/ }],
      causes: {
        'ip-refused': 'suggests',
        'content-rejected': 'hints',
        'rate-limited': 'hints',
        'client-refused': 'hints',
      },
      says: 'a Cloud Armor rule of the load balancer refuses the request',
      fix: { who: 'api-owner', text: 'look for the enforced security policy in the load balancer log' },
      source: 'https://cloud.google.com/armor/docs/security-policy-overview',
    },
    {
      id: 'app-engine-firewall',
      alone: true,
      when: [{ text: /error: forbidden access is forbidden/ }],
      causes: { 'ip-refused': 'suggests', 'server-rule': 'hints' },
      says: 'a firewall rule or the ingress setting of App Engine refuses this address',
      source: 'https://cloud.google.com/appengine/docs/standard/application-security',
    },
    {
      id: 'app-engine-quota',
      when: [{ text: /over its serving quota|over quota/ }],
      causes: { 'rate-limited': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the application has used up its daily quota',
      source: 'https://cloud.google.com/appengine/docs/standard/quotas',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: /\.(run\.app|cloudfunctions\.net)$/ }],
      causes: {},
      usual: {
        'credentials-missing': 44,
        'role-missing': 26,
        'ip-refused': 10,
        'credentials-invalid': 8,
        'policy-denied': 8,
      },
      says: 'mostly the service admits no anonymous callers and no identity token came',
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: /\.(run\.app|cloudfunctions\.net)$/ }],
      causes: {},
      usual: {
        'credentials-invalid': 58,
        'credentials-expired': 20,
        'credentials-missing': 8,
        'credentials-malformed': 6,
      },
      says: 'mostly an access token in place of an identity token, or another audience',
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: /\.(run\.app|cloudfunctions\.net)$/ }],
      causes: {},
      usual: { 'object-hidden': 42, 'ip-refused': 40 },
      says: 'mostly ingress is internal only, which is told as absent',
      source: 'https://cloud.google.com/run/docs/troubleshooting',
    },
  ],
};

export default vendor;
