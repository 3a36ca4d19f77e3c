import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jina',
  name: 'Jina AI',
  role: 'api',
  present: [{ host: 'api.jina.ai' }, { host: 'r.jina.ai' }, { host: 's.jina.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 46, 'credentials-invalid': 28, 'credentials-malformed': 6 },
      says: 'mostly no key, which searching requires',
      source: 'https://jina.ai/reader/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'r.jina.ai' }],
      causes: {},
      usual: { 'policy-denied': 34, 'client-refused': 30, 'ip-refused': 10, 'feature-unavailable': 8 },
      says: 'mostly the page that was asked for refuses, or its host is blocked',
      source: 'https://jina.ai/reader/',
    },
    {
      id: 'usual-402',
      when: [{ status: 402 }],
      causes: {},
      usual: { 'feature-unavailable': 90, 'credentials-invalid': 4 },
      says: "the key's balance is used up",
      source: 'https://jina.ai/reader/',
    },
    {
      id: 'usual-451',
      when: [{ status: 451 }, { host: 'r.jina.ai' }],
      causes: {},
      usual: { 'policy-denied': 84, 'client-refused': 6 },
      says: 'the domain is blocked for anonymous callers',
      source: 'https://jina.ai/reader/',
    },
  ],
};

export default vendor;
