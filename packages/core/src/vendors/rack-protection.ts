import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'rack-protection',
  name: 'Rack::Protection (Sinatra)',
  role: 'framework',
  present: [{ text: /attack prevented by rack::protection/ }, { header: 'server', is: /^(?:webrick|thin)/i }],
  refusals: [
    {
      id: 'forbidden-bare',
      when: [
        { status: 403 },
        { header: 'server', is: /^(?:webrick|thin)/i },
        { text: /\bforbidden\b/ },
        { not: { text: 'host not permitted' } },
      ],
      causes: { 'csrf-missing': 'suggests', 'csrf-invalid': 'hints', 'origin-rejected': 'suggests' },
      says: 'Rack::Protection answers only the word Forbidden: CSRF token, remote referrer, or origin',
      source: 'https://github.com/sinatra/sinatra/blob/main/rack-protection/lib/rack/protection/base.rb',
    },
    {
      id: 'host-not-permitted',
      alone: true,
      when: [{ text: 'Host not permitted' }],
      causes: { 'host-rejected': 'proves' },
      says: 'HostAuthorization: the Host is not in permitted_hosts',
      fix: { who: 'server-admin', text: 'set :host_authorization, permitted_hosts: ["example.test"]' },
      source: 'https://github.com/sinatra/sinatra/blob/main/rack-protection/lib/rack/protection/host_authorization.rb',
    },
    {
      id: 'attack-prevented',
      alone: true,
      when: [{ text: 'attack prevented by Rack::Protection' }],
      causes: { 'csrf-missing': 'suggests', 'origin-rejected': 'hints', 'csrf-invalid': 'hints' },
      says: 'Rack::Protection refused: CSRF token, referrer or origin',
      source: 'https://github.com/sinatra/sinatra/blob/main/rack-protection/lib/rack/protection/base.rb',
    },
  ],
};

export default vendor;
