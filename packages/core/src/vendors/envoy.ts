import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'envoy',
  name: 'Envoy',
  role: 'gateway',
  present: [
    { header: 'server', is: /^(istio-)?envoy$/i },
    { header: 'x-envoy-upstream-service-time' },
    { header: 'x-envoy-decorator-operation' },
    { header: 'x-envoy-ratelimited' },
  ],
  refusals: [
    {
      id: 'rbac',
      alone: true,
      when: [{ text: 'rbac: access denied' }],
      causes: { 'role-missing': 'suggests', 'proxy-refused': 'suggests', 'credentials-missing': 'hints' },
      says: 'an authorisation policy of the gateway or mesh refused before the service saw the request',
      fix: {
        who: 'api-owner',
        text: 'compare the AuthorizationPolicy (principals, paths, JWT claims, addresses) with the request',
      },
      source: 'https://istio.io/latest/docs/ops/common-problems/security-issues/',
    },
    {
      id: 'jwt-missing',
      alone: true,
      when: [{ text: 'jwt is missing' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the gateway wants a JWT',
      source: 'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    },
    {
      id: 'jwt-expired',
      alone: true,
      when: [{ text: /jwt is expired|jwt not yet valid/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the JWT is out of its times',
      source: 'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    },
    {
      id: 'jwt-audience',
      alone: true,
      when: [{ text: 'audiences in jwt are not allowed' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the JWT is for another audience',
      source: 'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    },
    {
      id: 'jwt-invalid',
      alone: true,
      when: [
        {
          text: /jwt (issuer is not configured|verification fails|unknown issuer)|jwks doesn't have key to match kid or alg from jwt/,
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'issuer or signature of the JWT are not among those configured',
      source: 'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    },
    {
      id: 'jwt-malformed',
      alone: true,
      when: [{ text: /jwt is not in the form of header\.payload\.signature|jwt (header|payload) is an invalid/ }],
      causes: { 'credentials-malformed': 'proves' },
      says: 'what came is no JWT',
      source: 'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ text: /local_rate_limited|global_rate_limited/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit of the gateway is reached',
      source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/local_rate_limit_filter',
    },
    {
      id: 'bare',
      when: [
        { status: 403 },
        { header: 'server', is: /^(istio-)?envoy$/i },
        { not: { header: 'x-envoy-upstream-service-time' } },
        { not: { text: /rbac: access denied|jwt/ } },
      ],
      causes: { 'proxy-refused': 'suggests', 'role-missing': 'hints', 'credentials-missing': 'hints' },
      says: 'the gateway or its authorisation service refused',
      source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/ext_authz_filter',
    },
  ],
};

export default vendor;
