import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'egress-allowlist',
  name: 'Egress allowlist proxy',
  role: 'forward-proxy',
  present: [{ header: 'x-deny-reason' }, { header: 'x-proxy-error', is: /blocked-by-allowlist/i }],
  refusals: [
    {
      id: 'host-not-allowed',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-deny-reason', is: /host_not_allowed/i },
            { text: /host not in allowlist: [^ ]{1,200}/ },
            { text: /\bblocked-by-allowlist\b/ },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the environment lets requests out to listed hosts only',
      fix: { who: 'network', text: 'add the host to the network egress settings of the environment' },
      source: 'https://github.com/anthropics/claude-code/issues/30112',
    },
  ],
};

export default vendor;
