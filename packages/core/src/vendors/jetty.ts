import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jetty',
  name: 'Eclipse Jetty',
  role: 'web-server',
  present: [{ header: 'server', is: /^jetty/i }, { text: /powered by jetty/ }],
  refusals: [
    {
      id: 'not-in-role',
      alone: true,
      when: [{ any: [{ text: '!role' }, { text: /reason: !role\b/ }] }],
      causes: { 'role-missing': 'proves' },
      says: 'the user is known and lacks the role that the constraint wants',
      source:
        'https://github.com/jetty/jetty.project/blob/jetty-10.0.x/jetty-security/src/main/java/org/eclipse/jetty/security/SecurityHandler.java',
    },
    {
      id: 'not-secure',
      alone: true,
      when: [{ text: '!secure' }],
      causes: { 'tls-required': 'proves' },
      says: 'the constraint wants HTTPS',
      source:
        'https://github.com/jetty/jetty.project/blob/jetty-10.0.x/jetty-security/src/main/java/org/eclipse/jetty/security/SecurityHandler.java',
    },
    {
      id: 'invalid-sni',
      alone: true,
      when: [{ text: 'Invalid SNI' }],
      causes: { 'host-rejected': 'proves', 'tls-required': 'hints' },
      says: "the host name is not one of the certificate's (SecureRequestCustomizer's SNI check)",
      fix: { who: 'server-admin', text: 'use a certificate with this name, or turn the SNI host check off' },
      source:
        'https://github.com/jetty/jetty.project/blob/jetty-10.0.x/jetty-server/src/main/java/org/eclipse/jetty/server/SecureRequestCustomizer.java',
    },
  ],
};

export default vendor;
