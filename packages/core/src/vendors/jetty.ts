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
    {
      id: 'usual-read',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { header: 'server', is: /^jetty/i },
        { not: { path: /\/$/ } },
      ],
      causes: {},
      usual: {
        'role-missing': 32,
        'ip-refused': 15,
        'credentials-invalid': 12,
        'server-rule': 12,
        'credentials-missing': 10,
        'host-rejected': 5,
        'file-permissions': 4,
      },
      says: 'a constraint of the application asks for a role that the user lacks',
      source: 'https://jetty.org/docs/jetty/12/programming-guide/security/index.html',
    },
    {
      id: 'usual-folder',
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        { path: /^[^?]{0,300}\/(?:\?|$)/ },
        { header: 'server', is: /^jetty/i },
      ],
      causes: {},
      usual: {
        'directory-listing': 40,
        'role-missing': 18,
        'ip-refused': 12,
        'credentials-missing': 8,
        'server-rule': 8,
        'credentials-invalid': 4,
      },
      says: 'the folder has no welcome file and dirAllowed is off, or a constraint asks for a role',
      source: 'https://jetty.org/docs/jetty/12/programming-guide/security/index.html',
    },
    {
      id: 'usual-write',
      when: [{ status: 403 }, { not: { method: ['GET', 'HEAD'] } }, { header: 'server', is: /^jetty/i }],
      causes: {},
      usual: {
        'csrf-missing': 28,
        'role-missing': 24,
        'ip-refused': 12,
        'origin-rejected': 10,
        'credentials-missing': 8,
        'credentials-invalid': 6,
        'method-refused': 4,
      },
      says: 'a filter of the application refuses the write: the form token, the origin or the role',
      source: 'https://jetty.org/docs/jetty/12/programming-guide/security/index.html',
    },
  ],
};

export default vendor;
