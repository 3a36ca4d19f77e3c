import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'go-net-http',
  name: 'Go net/http',
  role: 'web-server',
  present: [{ text: 'client sent an http request to an https server' }],
  refusals: [
    {
      id: 'plain-http',
      alone: true,
      when: [{ text: 'client sent an http request to an https server' }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP came to a port that speaks TLS',
      fix: { who: 'caller', text: 'use https:// for this port' },
      source: 'https://github.com/golang/go/blob/master/src/net/http/server.go',
    },
  ],
};

export default vendor;
