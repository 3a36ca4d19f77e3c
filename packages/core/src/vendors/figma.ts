import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'figma',
  name: 'Figma',
  role: 'api',
  present: [{ host: 'api.figma.com' }, { body: /"status": ?40[0-9], ?"err": ?"/ }],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ body: /"err": ?"invalid token"/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'suggests' },
      says: 'the token is wrong, or came in the wrong header (X-Figma-Token, Authorization)',
      source: 'https://developers.figma.com/docs/rest-api/errors/',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ body: /"err": ?"token expired/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the token is past its time',
      source: 'https://developers.figma.com/docs/rest-api/errors/',
    },
    {
      id: 'scope',
      alone: true,
      when: [{ text: /invalid scope(?:\(s\)|s)?: .{1,200}this endpoint requires the/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      source: 'https://developers.figma.com/docs/rest-api/errors/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.figma.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 38,
        'scope-insufficient': 18,
        'credentials-expired': 14,
        'not-owner': 10,
        'role-missing': 8,
        'credentials-malformed': 6,
      },
      says: 'mostly a revoked or expired token, or the header of the other kind of token',
      source: 'https://developers.figma.com/docs/rest-api/authentication/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.figma.com' }],
      causes: {},
      usual: { 'object-hidden': 46, 'not-owner': 18, 'role-missing': 14, 'credentials-invalid': 6 },
      says: 'mostly a file that this account cannot open',
      source: 'https://developers.figma.com/docs/rest-api/authentication/',
    },
  ],
};

export default vendor;
