import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-elb',
  name: 'AWS load balancer',
  role: 'gateway',
  present: [{ header: 'server', is: /^awselb/i }],
  refusals: [
    {
      id: 'waf-blocked',
      when: [{ status: 403 }, { header: 'server', is: /^awselb/i }],
      causes: {
        'content-rejected': 'suggests',
        'client-refused': 'hints',
        'ip-refused': 'hints',
        'server-rule': 'hints',
        'rate-limited': 'hints',
      },
      says: 'the load balancer itself says 403 only when a web ACL blocks, or by a fixed answer of a listener rule',
      fix: {
        who: 'api-owner',
        text: 'look at the sampled requests of the web ACL, and at listener rules with a fixed answer',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    },
    {
      id: 'unauthorized',
      when: [{ status: 401 }, { header: 'server', is: /^awselb/i }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'the load balancer wants a login with the identity provider, or the provider denied it',
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    },
  ],
};

export default vendor;
