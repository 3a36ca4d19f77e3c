import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'connect-clients',
  name: 'Forward proxy, as HTTP clients tell it',
  role: 'forward-proxy',
  present: [{ text: /(received http code|tunnel failed, response|tunnel connection failed:) ?(403|407)/ }],
  refusals: [
    {
      id: 'tunnel-refused',
      alone: true,
      when: [
        {
          text: /received http code (403|407) from proxy after connect|connect tunnel failed, response (403|407)|tunnel connection failed: (403|407)|unable to tunnel through proxy\. proxy returns "?http\/1\.[01] (403|407)/,
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the forward proxy refused the tunnel; the site never saw the request',
      fix: {
        who: 'network',
        text: 'allow host and port at the proxy, or leave the proxy out for this host (NO_PROXY)',
      },
      source: 'https://github.com/curl/curl/blob/master/lib/cf-h1-proxy.c',
    },
  ],
};

export default vendor;
