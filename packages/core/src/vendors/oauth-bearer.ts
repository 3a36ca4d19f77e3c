import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'oauth-bearer',
  name: 'OAuth 2.0 protected resource',
  role: 'identity',
  standard: true,
  present: [{ challenge: 'Bearer', param: 'error' }, { challenge: 'DPoP' }],
  refusals: [
    {
      id: 'insufficient-scope',
      alone: true,
      when: [
        {
          any: [
            { challenge: 'Bearer', param: 'error', is: 'insufficient_scope' },
            { body: '"error":"insufficient_scope"' },
            { body: '"error": "insufficient_scope"' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'RFC 6750: the token lacks the scope; the challenge may name it',
      source: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1',
    },
    {
      id: 'invalid-token',
      alone: true,
      when: [{ challenge: 'Bearer', param: 'error', is: 'invalid_token' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'RFC 6750: the token is expired, revoked, malformed or otherwise invalid',
      source: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1',
    },
    {
      id: 'invalid-request',
      alone: true,
      when: [{ challenge: 'Bearer', param: 'error', is: 'invalid_request' }],
      causes: { 'credentials-malformed': 'hints', 'credentials-missing': 'hints' },
      says: 'RFC 6750: something that the request must have is missing, was given twice, or has a wrong form',
      source: 'https://www.rfc-editor.org/rfc/rfc6750#section-3.1',
    },
    {
      id: 'step-up',
      alone: true,
      when: [
        {
          any: [
            { challenge: 'Bearer', param: 'error', is: 'insufficient_user_authentication' },
            { challenge: 'DPoP', param: 'error', is: 'insufficient_user_authentication' },
          ],
        },
      ],
      causes: { 'step-up-required': 'proves' },
      says: 'RFC 9470: a stronger or fresher login is wanted',
      source: 'https://www.rfc-editor.org/rfc/rfc9470#section-3',
    },
    {
      id: 'dpop-nonce',
      alone: true,
      when: [{ any: [{ challenge: 'DPoP', param: 'error', is: 'use_dpop_nonce' }, { code: 'use_dpop_nonce' }] }],
      causes: { 'credentials-malformed': 'suggests', 'credentials-missing': 'hints' },
      says: "RFC 9449: the DPoP proof must carry the server's nonce",
      fix: { who: 'caller', text: 'repeat the request with a proof that holds the nonce of the DPoP-Nonce header' },
      source: 'https://www.rfc-editor.org/rfc/rfc9449#section-8',
    },
    {
      id: 'dpop-proof',
      alone: true,
      when: [
        { any: [{ challenge: 'DPoP', param: 'error', is: 'invalid_dpop_proof' }, { code: 'invalid_dpop_proof' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints' },
      says: 'RFC 9449: the DPoP proof does not verify',
      source: 'https://www.rfc-editor.org/rfc/rfc9449#section-7.1',
    },
    {
      id: 'invalid-client',
      alone: true,
      when: [{ code: 'invalid_client' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'RFC 6749: the client id or its secret is wrong, or came in the wrong way',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
    {
      id: 'invalid-grant',
      alone: true,
      when: [{ code: 'invalid_grant' }],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'RFC 6749: the code, refresh token or password is expired, used, revoked or of another client',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
    {
      id: 'unauthorized-client',
      alone: true,
      when: [{ code: 'unauthorized_client' }],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'hints', 'role-missing': 'hints' },
      says: 'RFC 6749: this client may not use this grant type',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
    {
      id: 'invalid-scope',
      alone: true,
      when: [{ code: 'invalid_scope' }],
      causes: { 'scope-insufficient': 'suggests' },
      says: 'RFC 6749: a scope that was asked for is unknown or not allowed to this client',
      source: 'https://www.rfc-editor.org/rfc/rfc6749#section-5.2',
    },
  ],
};

export default vendor;
