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
  ],
};

export default vendor;
