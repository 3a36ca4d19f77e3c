import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docker-sandboxes',
  name: 'Docker Sandboxes',
  role: 'forward-proxy',
  present: [{ text: /blocked by (network policy: domain|local rule for|org policy)/ }],
  refusals: [
    {
      id: 'host-not-allowed',
      alone: true,
      when: [{ text: /blocked by (network policy: domain [^ ]{1,200}|local rule for [^ ]{1,200}|org policy)/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the sandbox lets requests out to allowed hosts only',
      fix: { who: 'network', text: 'sbx policy ls shows the rule; allow the host, or ask who keeps the policy' },
      source: 'https://github.com/docker/sbx-releases/issues/567',
    },
  ],
};

export default vendor;
